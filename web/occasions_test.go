package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// Case 23.
func TestNextYearsIsShownStartedAndTakenBack(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		s.List(t, s.Maria, dto.ListInput{Name: "Ben 2026", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		tom := s.As(t, s.Tom)
		if got := words(tom.Get(paths.OccasionNext(s.Christmas)).Doc.Find("main")); !strings.Contains(got, "Ben 2027") || !strings.Contains(got, "Christmas 2026") || !strings.Contains(got, "25 December 2027") {
			t.Errorf("it will make: %s", got)
		}
		started := tom.Submit(paths.OccasionNext(s.Christmas), nil)
		undo := started.Doc.Find("#notices form").AttrOr("action", "")
		if got := words(started.Doc.Find("main")); !strings.Contains(got, "Ben 2027") || undo == "" {
			t.Fatalf("started: %s", got)
		}
		if again := tom.Submit(paths.OccasionNext(s.Christmas), nil); again.Doc.Find("#notices form").Length() != 0 {
			t.Error("what was started before can be taken back as if it were new")
		}
		back := tom.Submit(undo, nil)
		if got := words(back.Doc.Find("main")); !strings.Contains(got, "Ben 2026") || strings.Contains(got, "Christmas 2026") {
			t.Errorf("taken back: %s", got)
		}
		if a := s.As(t, s.Gast).Get(paths.OccasionNext(s.Christmas)); a.Status != http.StatusForbidden {
			t.Errorf("a guest: %d", a.Status)
		}
	})
}

func TestTheUsualGiftDaysOfTheCountryAreOfferedAndAddedOnce(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		tom := s.As(t, s.Tom)
		page := tom.Get(paths.GiftDays())
		keys := page.Doc.Find("input[name=keys]")
		if page.Doc.Find("#day-christmas").Length() != 0 || keys.Length() < 2 {
			t.Fatalf("offered: %s", words(page.Doc.Find("main")))
		}
		if a := tom.HTMX().Post(paths.GiftDays(), nil); a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#errors").Length() != 1 {
			t.Errorf("none chosen: %d", a.Status)
		}
		key := keys.First().AttrOr("value", "")
		if got := words(tom.Submit(paths.GiftDays(), form("keys", key)).Doc.Find("main")); !strings.Contains(got, "1 occasion added.") {
			t.Errorf("added: %s", got)
		}
		if tom.Get(paths.GiftDays()).Doc.Find("#day-"+key).Length() != 0 {
			t.Error("it is offered again")
		}
	})
}

func TestOccasionsAreFilteredByTypePersonAndTime(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		tom := s.As(t, s.Tom)
		tom.Submit(paths.Occasions.Index(), form("name", "House-warming", "type", "other", "date", "2026-05-01", "recurrence", string(calendar.Once), "person_ids", s.Ben))
		for query, want := range map[string]string{
			"": "Christmas House-warming", "?type=christmas": "Christmas", "?when=past": "House-warming",
			"?when=past&person_id=" + s.Ben: "House-warming", "?when=past&person_id=" + s.LenaPerson: "", "?when=all&type=other": "House-warming",
		} {
			a := tom.Get(paths.Occasions.Index() + query)
			var names []string
			for _, e := range a.Doc.Find("#results a.item").EachIter() {
				names = append(names, words(e))
			}
			if got := strings.Join(names, " "); got != want {
				t.Errorf("%s: %q, want %q", query, got, want)
			}
		}
	})
}

// Case 24.
func TestABudgetWarnsAtThreeQuartersNineTenthsAndWhenItIsGone(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		tom := s.As(t, s.Tom)
		at := func(price, want string) {
			t.Helper()
			item := s.Item(t, s.Tom, list, fixture.Gift("Gift for "+want, price))
			tom.Submit(paths.ItemStatus(item), form("status", "buying", "version", "1"))
			row := tom.Get(paths.Occasions.One(s.Christmas)).Doc.Find("#person-" + s.Ben)
			if got := row.Find(".meter").AttrOr("data-level", "none there"); got != want {
				t.Errorf("after %s: %q, want %q: %s", price, got, want, words(row))
			}
		}
		edit := tom.Get(paths.Occasions.Edit(s.Christmas))
		tom.Submit(paths.Occasions.One(s.Christmas), form("name", "Christmas", "type", "christmas", "date", "2026-12-25", "recurrence", "yearly",
			"person_ids", s.LenaPerson, "person_ids", s.Ben, "person_budget_"+s.Ben, "200", "version", edit.Field("version")))
		at("75,50", "none")
		at("74,50", "approaching")
		at("30", "near")
		at("30", "exceeded")
	})
}
