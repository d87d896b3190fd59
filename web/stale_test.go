package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestAStaleFormKeepsWhatWasTypedAndSaysWhatOthersSavedMeanwhile(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Maria)
		at := paths.People.One(s.Ben)
		b.Submit(at, form("display_name", "Benjamin", "relationship", "child", "notes", "Two\r\nlines", "version", "1"))
		stale := b.Post(at, form("display_name", "Ben", "relationship", "child", "interests", "trains", "notes", "Two\r\nlines", "version", "1"))
		if stale.Status != http.StatusConflict || stale.Field("interests") != "trains" || stale.Field("version") != "2" {
			t.Errorf("%d, interests %q, version %s", stale.Status, stale.Field("interests"), stale.Field("version"))
		}
		for id, want := range map[string]string{
			"#display_name-error": "Saved meanwhile: Benjamin", "#interests-error": "Saved meanwhile: nothing", "#notes-error": "",
		} {
			if got := stale.Doc.Find(id).Text(); got != want {
				t.Errorf("%s says %q, want %q", id, got, want)
			}
		}
	})
}

// Choices are said in words, what several fields say together as one, and who changed the thing last is named.
func TestAStaleFormSaysEveryChoiceThatOthersMadeAndWhoDid(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		maria, tom := s.As(t, s.Maria), s.As(t, s.Tom)
		list := s.List(t, s.Tom, dto.ListInput{Name: "Ben", TargetPersonID: s.LenaPerson, Visibility: "family"})
		kite := fixture.Gift("Kite", "10")
		kite.Tags = "Toys"
		item := s.Item(t, s.Maria, list, kite)
		page, err := s.Services.Items.Page(t.Context(), s.Tom, item)
		if err != nil {
			t.Fatal(err)
		}
		tag, gift := page.Tags[0].ID, page.Item.Gift.ID
		occasion := []string{"name", "Christmas", "type", "christmas", "date", "2026-12-25", "recurrence", "yearly", "version", "1"}
		for _, c := range []struct {
			at         string
			tom, maria []string
			says       map[string]string
		}{
			{at: paths.People.One(s.Ben), tom: []string{
				"display_name", "Ben", "relationship", "grandchild", "birth_day", "3", "birth_month", "4", "size_label", "Shoes", "size_value", "EU 24", "version", "1",
			}, maria: []string{"display_name", "Ben", "relationship", "child", "size_label", "", "size_value", "", "version", "1"}, says: map[string]string{
				"relationship": "Grandchild", "birthday": "3 April", "sizes": "Shoes: EU 24", "display_name": "",
			}},
			{at: paths.Lists.One(list), tom: []string{
				"name", "Ben", "type", "wishlist", "occasion_id", s.Christmas, "visibility", "hidden_from_target", "target_person_id", s.LenaPerson, "version", "1",
			}, maria: []string{"name", "Ben", "type", "gift", "visibility", "family", "version", "1"}, says: map[string]string{
				"type": "Wish list", "occasion_id": "Christmas", "visibility": "Everybody but the person it is for", "target_person_id": "Lena",
			}},
			{
				at: paths.Items.One(item), tom: []string{"quantity", "2", "priority", "must", "privacy", "hidden_from_target", "version", "1"},
				maria: []string{"quantity", "1", "priority", "normal", "privacy", "shared", "version", "1"}, says: map[string]string{
					"quantity": "2", "priority": "Must", "privacy": "Hidden from Lena",
				},
			},
			{
				at: paths.Tags.One(tag), tom: []string{"name", "Toys", "type", "mood", "color", "plum", "version", "1"},
				maria: []string{"name", "Toys", "type", "custom", "color", "", "version", "1"}, says: map[string]string{"type": "Mood", "color": "Plum"},
			},
			{
				at: paths.Gifts.One(gift), tom: []string{"title", "Kite", "tags", "Toys", "price", "10", "currency", "USD", "version", "1"},
				maria: []string{"title", "Kite", "tags", "Toys", "price", "10", "currency", "EUR", "version", "1"}, says: map[string]string{"currency": "USD"},
			},
			{
				at: paths.Occasions.One(s.Christmas), tom: append(occasion, "person_ids", s.Ben, "person_budget_"+s.Ben, "50", "shown_budget_"+s.Ben, ""),
				maria: append(occasion[2:len(occasion):len(occasion)], "name", "Advent", "person_ids", s.LenaPerson, "person_ids", s.Ben, "person_budget_"+s.Ben, "40", "shown_budget_"+s.Ben, ""),
				says:  map[string]string{"person_ids": "Ben", "name": "Christmas", "person_budget_" + s.Ben: "50"},
			},
		} {
			if a := tom.Submit(c.at, form(c.tom...)); a.Status != http.StatusOK {
				t.Fatalf("%s: Tom gets %d %s", c.at, a.Status, a.Doc.Find("#errors").Text())
			}
			stale := maria.Post(c.at, form(c.maria...))
			if text := stale.Doc.Find("#errors").Text(); stale.Status != http.StatusConflict || !strings.Contains(text, "Last changed by Tom, ") {
				t.Errorf("%s: %d %q", c.at, stale.Status, text)
			}
			for field, want := range c.says {
				got := stale.Doc.Find("#" + field + "-error").Text()
				if want == "" && got != "" || !strings.Contains(got, want) || want != "" && !strings.HasPrefix(got, "Saved meanwhile: ") {
					t.Errorf("%s says of %s %q, want %q", c.at, field, got, want)
				}
				if want != "" && !strings.Contains(stale.Doc.Find("#errors").Text(), "Saved meanwhile: "+want) {
					t.Errorf("%s: the summary says nothing of %s", c.at, field)
				}
			}
		}
	})
}

// The settings of the family are a form like any other.
func TestTheStaleSettingsOfAFamilySayWhatOthersSavedMeanwhile(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Maria)
		settings := func(name, zone, paper string) url.Values {
			return form("name", name, "locale", "de-AT", "time_zone", zone, "currency", "EUR", "paper", paper, "version", b.Get(paths.Family()).Field("version"))
		}
		old := settings("The Bergs", "Europe/Vienna", "")
		b.Submit(paths.Family(), settings("Berg and Lang", "Europe/Vienna", "letter"))
		stale := b.Post(paths.Family(), old)
		if stale.Status != http.StatusConflict || stale.Field("name") != "The Bergs" {
			t.Errorf("%d, name %q", stale.Status, stale.Field("name"))
		}
		for id, want := range map[string]string{
			"#name-error": "Saved meanwhile: Berg and Lang", "#paper-error": "Saved meanwhile: US Letter", "#time_zone-error": "",
		} {
			if got := stale.Doc.Find(id).Text(); got != want {
				t.Errorf("%s says %q, want %q", id, got, want)
			}
		}
		if text := stale.Doc.Find("#errors").Text(); !strings.Contains(text, "Last changed by you, ") {
			t.Errorf("the summary says %q", text)
		}
		again := old
		again.Set("version", stale.Field("version"))
		if b.Submit(paths.Family(), again); b.Get(paths.Family()).Field("name") != "The Bergs" {
			t.Error("saved again it is not what was typed")
		}
	})
}

// Lena has her wish open twice. What Tom plans on it meanwhile is not what changed it, and he is not named.
func TestAStaleWishNamesNobodyWhoPlansIt(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", Type: "wishlist", TargetPersonID: s.LenaPerson})
		wish := s.Item(t, s.Lena, list, fixture.Gift("Skates", "80"))
		lena, tom := s.As(t, s.Lena), s.As(t, s.Tom)
		lena.Submit(paths.Items.One(wish), form("quantity", "2", "priority", "high", "notes", "Blue", "version", "1"))
		tom.Submit(paths.ItemStatus(wish), form("status", "buying", "version", "1"))
		stale := lena.Post(paths.Items.One(wish), form("quantity", "1", "priority", "normal", "notes", "", "version", "1"))
		text := stale.Doc.Find("#errors").Text()
		if stale.Status != http.StatusConflict || strings.Contains(text, "Tom") || !strings.Contains(text, "Priority: Saved meanwhile: High") {
			t.Errorf("%d %q", stale.Status, text)
		}
	})
}

func TestANewListForSomebodyIsNamedAfterThemAndNotForTheirEyes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		at := paths.With(paths.Lists.New(), "target_person_id", s.LenaPerson)
		if a := s.As(t, s.Tom).Get(at); a.Field("name") != "For Lena" || a.Field("visibility") != "hidden_from_target" {
			t.Errorf("Tom is offered %q, %q", a.Field("name"), a.Field("visibility"))
		}
		if a := s.As(t, s.Lena).Get(at); a.Field("name") != "" || a.Field("visibility") == "hidden_from_target" {
			t.Errorf("Lena is offered %q, %q", a.Field("name"), a.Field("visibility"))
		}
	})
}
