package service_test

import (
	"fmt"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// Case 26.
func TestStillWithoutAGiftNamesThoseWithNothingFirstThenTheFewest(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		people := map[string]string{"Lena": s.LenaPerson, "Ben": s.Ben}
		in := occasionForm(t, s, s.Maria, s.Christmas)
		for _, name := range []string{"Anna", "Opa", "Zoe"} {
			people[name] = s.Person(t, dto.PersonInput{DisplayName: name})
			in.PersonIDs = append(in.PersonIDs, people[name])
		}
		ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in))
		for name, statuses := range map[string][]string{
			"Anna": {"", ""}, "Ben": {""}, "Lena": {"buying", ""}, "Zoe": {"dropped", "dropped", "dropped"},
		} {
			list := s.List(t, s.Maria, dto.ListInput{Name: name, TargetPersonID: people[name], OccasionID: s.Christmas})
			for i, status := range statuses {
				id := s.Item(t, s.Maria, list, fixture.Gift(fmt.Sprint(name, i), "5"))
				if status != "" {
					w.moves(s.Maria, id, status)
				}
			}
		}
		d, err := s.Services.Dashboard.Show(t.Context(), s.Maria)
		ok(t, err)
		said := ""
		for _, n := range d.Needing {
			said += fmt.Sprintf("%s %d, ", n.Person.Name, n.Items)
		}
		if said != "Opa 0, Zoe 0, Ben 1, Anna 2, " || d.Covered != 1 || d.Total != 5 {
			t.Errorf("%s%d of %d", said, d.Covered, d.Total)
		}
	})
}
