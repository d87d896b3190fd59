package service_test

import (
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestAListThatBecomesLenasShowsHerNothingThatOthersPutThere(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "For the children", TargetPersonID: s.Ben})
		s.Item(t, s.Tom, list, fixture.Gift("Secret sled", "40"))
		s.Item(t, s.Lena, list, fixture.Gift("Puzzle", "10"))
		got, err := s.Services.Lists.Get(t.Context(), s.Tom, list)
		if err != nil {
			t.Fatal(err)
		}
		in := got.Form()
		in.TargetPersonID = s.LenaPerson
		if err := s.Services.Lists.Update(t.Context(), s.Tom, list, in); err != nil {
			t.Fatal(err)
		}
		wishes, err := s.Services.Items.Wishes(t.Context(), s.Lena, list)
		if err != nil || len(wishes.Wishes) != 1 || wishes.Wishes[0].Title != "Puzzle" {
			t.Errorf("Lena sees %+v, %v; want only what she put there herself", wishes.Wishes, err)
		}
		plan, err := s.Services.Items.Plan(t.Context(), s.Tom, list)
		if err != nil || len(plan.Groups) != 1 || len(plan.Groups[0].Items) != 2 {
			t.Errorf("Tom sees %+v, %v; want both", plan.Groups, err)
		}
	})
}
