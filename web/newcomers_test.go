package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestSomebodyNewAndANewOccasionAreMadeInTheFormOfAList(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		in := form("name", "For Ida", "visibility", "hidden_from_target", "new_person", " Ida ", "new_occasion", "House warming", "new_occasion_date", "31.2.")
		wrong := b.Post(paths.Lists.Index(), in)
		if wrong.Status != http.StatusUnprocessableEntity || wrong.Field("new_person") != " Ida " || !strings.Contains(wrong.Body, "new_occasion_date-error") {
			t.Errorf("a day that is none is answered with %d", wrong.Status)
		}
		if strings.Contains(b.Get(paths.People.Index()).Body, "Ida") {
			t.Error("the person is there although the list was refused")
		}
		in.Set("new_occasion_date", "1 Mar")
		list := b.Submit(paths.Lists.Index(), in)
		for _, want := range []string{"Ida", "House warming"} {
			if !strings.Contains(list.Body, want) {
				t.Errorf("the list does not say %q", want)
			}
		}
	})
}

func TestNewPeopleAreMadeInTheFormOfAnOccasion(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		page := s.As(t, s.Tom).Submit(paths.Occasions.Index(), form("name", "Fest", "type", "other", "date", "2027-05-01", "new_people", "Ida, Kurt"))
		for _, want := range []string{"Ida", "Kurt"} {
			if !strings.Contains(page.Body, want) {
				t.Errorf("the occasion is without %s", want)
			}
		}
	})
}
