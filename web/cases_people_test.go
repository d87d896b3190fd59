package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// Case 19: Ben has no account, and his parents plan for him; then he turns out to be who signs in as Tom.
func TestWhoIsLinkedToAnAccountSeesNothingMoreOfWhatIsPlannedForThem(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		secret := s.List(t, s.Maria, dto.ListInput{Name: "Secret", TargetPersonID: s.Ben, Visibility: "hidden_from_target"})
		maria, tom := s.As(t, s.Maria), s.As(t, s.Tom)
		maria.Submit(paths.ItemStatus(item), form("status", "ordered"))
		if seen := words(tom.Get(paths.Lists.One(list)).Doc.Find("#row-" + item)); !strings.Contains(seen, "Ordered") || tom.Get(paths.Lists.One(secret)).Status != http.StatusOK {
			t.Fatalf("before it Tom sees %q", seen)
		}
		maria.Submit(paths.People.One(s.Ben), form("display_name", "Ben", "relationship", "child", "user_id", s.Tom.UserID, "version", "1"))
		if a := tom.Get(paths.Lists.One(secret)); a.Status != http.StatusNotFound {
			t.Errorf("the hidden list: %d", a.Status)
		}
		for _, page := range []string{paths.Lists.One(list), paths.Items.One(item), paths.Home(), paths.Activity(), paths.Lists.Index()} {
			main := tom.Get(page).Doc.Find("main")
			main.Find("option").Remove()
			if got := words(main); strings.Contains(got, "Ordered") || strings.Contains(got, "Secret") {
				t.Errorf("%s says %s", page, got)
			}
		}
	})
}

// Case 20.
func TestSizesAreTrimmedInTheirOrderAndInterestsStandOnce(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		page := b.Submit(paths.People.One(s.Ben), form("display_name", "Ben", "relationship", "child", "size_label", " Shirt ", "size_value", " M ",
			"size_label", "Belt", "size_value", "60", "interests", "Trains, cars, trains , Cars,", "version", "1"))
		if got := words(page.Doc.Find("main")); !strings.Contains(got, "Shirt MBelt 60") {
			t.Errorf("the page says %s", got)
		}
		edit := b.Get(paths.People.Edit(s.Ben))
		if edit.Field("size_label") != "Shirt" || edit.Field("size_value") != "M" || edit.Field("interests") != "Trains, cars" {
			t.Errorf("the form says %q: %q, and %q", edit.Field("size_label"), edit.Field("size_value"), edit.Field("interests"))
		}
	})
}

// Case 22.
func TestTheBirthdayOfAPersonIsShownAsAnOccasionAndFollowsThem(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Maria)
		id := b.Post(paths.People.Index(), form("display_name", "Opa", "relationship", "grandparent", "birth_day", "29", "birth_month", "2")).ID()
		occasions := func() string { return words(b.Get(paths.Occasions.Index()).Doc.Find("#results")) }
		page := words(b.Get(paths.People.One(id)).Doc.Find("main"))
		if !strings.Contains(page, "29 February") || !strings.Contains(page, "28 Feb 2027") || strings.Contains(page, "turns") {
			t.Errorf("without a year: %s", page)
		}
		save := func(fields ...string) {
			b.Submit(paths.People.One(id), form(append(fields, "relationship", "grandparent", "version", b.Get(paths.People.Edit(id)).Field("version"))...))
		}
		save("display_name", "Karl", "birth_day", "29", "birth_month", "2", "birth_year", "1948")
		if got := occasions(); !strings.Contains(got, "Karl’s birthday") || strings.Contains(got, "Opa") || !strings.Contains(words(b.Get(paths.People.One(id)).Doc.Find("main")), "turns 79") {
			t.Errorf("renamed: %s", got)
		}
		b.Submit(paths.People.Archive(id), form("version", b.Get(paths.People.Edit(id)).Field("version")))
		if got := occasions(); strings.Contains(got, "Karl") {
			t.Errorf("archived: %s", got)
		}
		b.Submit(paths.People.Restore(id), nil)
		save("display_name", "Karl")
		if got := occasions(); strings.Contains(got, "Karl") {
			t.Errorf("cleared: %s", got)
		}
	})
}

// Case 25.
func TestTakingAPersonOffAnOccasionWithABudgetAsksAndLosesNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		s.Item(t, s.Maria, s.List(t, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben, OccasionID: s.Christmas}), fixture.Gift("Blocks", "10"))
		b, at := s.As(t, s.Maria), paths.Occasions.One(s.Christmas)
		fields := func(more ...string) []string {
			return append([]string{"name", "Christmas", "type", "christmas", "date", "2026-12-25", "recurrence", "yearly", "person_ids", s.LenaPerson}, more...)
		}
		b.Submit(at, form(fields("person_ids", s.Ben, "person_budget_"+s.Ben, "40", "version", "1")...))
		asked := b.Post(at, form(fields("person_budget_"+s.Ben, "40", "version", "2")...))
		if asked.Status != http.StatusUnprocessableEntity || !strings.Contains(words(asked.Doc.Find("#errors")), "40,00") || asked.Field("person_budget_"+s.Ben) != "40" {
			t.Errorf("asked: %d %s", asked.Status, words(asked.Doc.Find("#errors")))
		}
		if got := words(b.Get(at).Doc.Find("main")); !strings.Contains(got, "40,00") {
			t.Errorf("after it was asked: %s", got)
		}
		b.Submit(at, form(fields("person_budget_"+s.Ben, "", "version", b.Get(paths.Occasions.Edit(s.Christmas)).Field("version"))...))
		if got := words(b.Get(at).Doc.Find("main")); !strings.Contains(got, "Ben’s Christmas") {
			t.Errorf("the list of whom was taken off: %s", got)
		}
	})
}
