package web_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestASaveOffersItsUndoWhichPutsBackAllThatWasThere(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		page := b.Submit(paths.People.One(s.Ben), form("display_name", "Benedict", "version", "1"))
		undo := page.Doc.Find("#notices form")
		if undo.Length() != 1 || !strings.HasPrefix(undo.AttrOr("action", ""), paths.Undo()+"?batch=") {
			t.Fatalf("no undo: %s", page.Doc.Find("#notices").Text())
		}
		back := b.Submit(undo.AttrOr("action", ""), nil)
		if back.Doc.Find("h1").Text() != "Ben" || !strings.Contains(back.Doc.Find("#notices").Text(), "“Ben” is as it was") {
			t.Errorf("%s: %s", back.Doc.Find("h1").Text(), back.Doc.Find("#notices").Text())
		}
	})
}

func TestANewThingThatIsTakenBackLeadsToItsIndexAndLiesInTheTrash(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		page := b.Submit(paths.Occasions.Index(), form("name", "Feast", "type", "other", "date", "2027-05-05", "recurrence", "none"))
		back := b.Submit(page.Doc.Find("#notices form").AttrOr("action", ""), nil)
		if back.Status != http.StatusOK || back.Doc.Find("h1").Text() != "Occasions" {
			t.Errorf("%d %s", back.Status, back.Doc.Find("h1").Text())
		}
		if trash := b.Get(paths.Trash()).Doc.Find("main").Text(); !strings.Contains(trash, "Feast") {
			t.Errorf("%s", trash)
		}
		if list := b.Get(paths.Changes()).Doc.Find("main").Text(); !strings.Contains(list, "Added “Feast”") || !strings.Contains(list, "taken back already") {
			t.Errorf("%s", list)
		}
	})
}

func TestAnUndoThatCameTooLateAnswersWithTheSentenceThatSaysWhy(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		page := b.Submit(paths.Occasions.One(s.Christmas), form("name", "Xmas", "type", "christmas", "date", "2026-12-24", "recurrence", "yearly", "version", "1"))
		undo := page.Doc.Find("#notices form").AttrOr("action", "")
		if a := s.As(t, s.Maria).Post(undo, nil); a.Status != http.StatusNotFound {
			t.Errorf("somebody else: %d", a.Status)
		}
		s.Clock.T = s.Clock.T.Add(31 * time.Minute)
		if a := b.Post(undo, nil); a.Status != http.StatusConflict || !strings.Contains(a.Doc.Find("main").Text(), "more than 30 minutes ago") {
			t.Errorf("31 minutes later: %d %s", a.Status, a.Doc.Find("main").Text())
		}
		b.Submit(paths.Occasions.One(s.Christmas), form("name", "Yule", "type", "christmas", "date", "2026-12-24", "recurrence", "yearly", "version", "2"))
		s.As(t, s.Maria).Post(paths.Occasions.Archive(s.Christmas), nil)
		if a := b.Post(paths.Undo(), nil); a.Status != http.StatusConflict || !strings.Contains(a.Doc.Find("main").Text(), "Maria changed this since") {
			t.Errorf("after a change: %d %s", a.Status, a.Doc.Find("main").Text())
		}
		if a := b.With("Accept", "application/json").Post(paths.Undo(), nil); a.Status != http.StatusConflict || !strings.Contains(a.Body, `"code":"conflict"`) {
			t.Errorf("JSON: %d %s", a.Status, a.Body)
		}
	})
}

func TestAGuestTakesBackTheirComment(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Open"})
		b := s.As(t, s.Gast)
		page := b.Submit(paths.Comments.Index(), form("parent_type", "list", "parent_id", list, "body", "hello"))
		back := b.Submit(page.Doc.Find("#notices form").AttrOr("action", ""), nil)
		if back.Status != http.StatusOK || back.Doc.Find("h1").Text() != "Open" || strings.Contains(back.Doc.Find("#comments").Text(), "hello") {
			t.Errorf("%d %s", back.Status, back.Doc.Find("main").Text())
		}
	})
}

func TestAnOrderIsTakenBackOnTheListWhichSaysSo(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})
		s.Item(t, s.Maria, list, fixture.Gift("Drum", ""))
		bell := s.Item(t, s.Maria, list, fixture.Gift("Bell", ""))
		b, rows := s.As(t, s.Tom), func(a webtest.Answer) string { return a.Doc.Find("#plan tbody").Text() }
		sorted := b.HTMX().Post(paths.ItemOrder(bell), form("step", "up", "from", "list"))
		again := b.HTMX().Post(paths.ItemOrder(bell), form("step", "up", "from", "list"))
		if said := sorted.Doc.Find("#plan-news").Text(); !strings.Contains(said, "One step up.") || again.Doc.Find("#plan-news .notice").Length() != 0 {
			t.Errorf("sorted: %q; where it is the first already: %q", said, again.Doc.Find("#plan-news").Text())
		}
		undo := sorted.Doc.Find("#plan-news form:has(#undo)").AttrOr("action", "")
		back := b.HTMX().Post(undo, form("from", "list", "next", paths.Lists.One(list)))
		if strings.Index(rows(sorted), "Bell") > strings.Index(rows(sorted), "Drum") || strings.Index(rows(back), "Bell") < strings.Index(rows(back), "Drum") {
			t.Errorf("sorted %q, taken back %q", rows(sorted), rows(back))
		}
		if said := back.Doc.Find(".notice").Text(); !strings.Contains(said, "“Bell” is as it was") {
			t.Errorf("%q", said)
		}
	})
}

func TestSettingsOfferTheirUndoAndTheRoleOfAMemberInItsList(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Gast)
		page := b.Submit(paths.Keyboard(), form("shortcuts", "false"))
		back := b.Submit(page.Doc.Find("#notices form").AttrOr("action", ""), nil)
		if said := back.Doc.Find("#notices").Text(); back.Doc.Find("h1").Text() != "Keyboard" || !strings.Contains(said, "“Keyboard shortcuts” is as it was") {
			t.Errorf("%s: %s", back.Doc.Find("h1").Text(), said)
		}
		list := s.As(t, s.Maria).HTMX().Post(paths.MemberRole(s.Tom.UserID), form("role", "guest"))
		undone := s.As(t, s.Maria).Submit(list.Doc.Find("#undo-news").Closest("form").AttrOr("action", ""), nil)
		if said := undone.Doc.Find("#notices").Text(); undone.Doc.Find("h1").Text() != "Members" || !strings.Contains(said, "“Tom” is as it was") {
			t.Errorf("%s: %s", undone.Doc.Find("h1").Text(), said)
		}
		if changes := s.As(t, s.Maria).Get(paths.Changes()).Doc.Find("main").Text(); !strings.Contains(changes, "Changed the role of Tom.") {
			t.Errorf("%s", changes)
		}
	})
}

func TestACurrencyThatBudgetsMeanIsNotTakenBackAndTheAnswerSaysWhy(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Maria)
		fields := form("name", "Hart", "locale", "de-AT", "time_zone", "Europe/Vienna", "currency", "USD", "version", "1")
		undo := b.Submit(paths.Family(), fields).Doc.Find("#notices form").AttrOr("action", "")
		b.Post(paths.Occasions.One(s.Christmas), form("name", "Xmas", "type", "christmas", "date", "2026-12-24", "recurrence", "yearly", "budget", "100", "version", "1"))
		if a := b.Post(undo, nil); !strings.Contains(a.Doc.Find("main").Text(), "There are budgets in the home currency") {
			t.Errorf("%d %s", a.Status, a.Doc.Find("main").Text())
		}
	})
}

func TestAPageThatShowsWhatIsTakenBackStaysOpenAndAnotherIsLoadedAnew(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "For Ben", TargetPersonID: s.Ben})
		item := s.Item(t, s.Maria, list, fixture.Gift("Drum", ""))
		secret := s.List(t, s.Maria, dto.ListInput{Name: "Maria’s own", Visibility: "owner"})
		b, at := s.As(t, s.Tom), paths.People.One(s.Ben)
		follows := b.Get(at).Doc.Find("#user-menu input[name=follows]").AttrOr("value", "")
		take := func(here, follows string) webtest.Answer {
			return b.HTMX().Post(paths.Undo(), form("here", here, "follows", follows))
		}

		b.Post(paths.ItemStatus(item), form("status", "ordered", "version", "1"))
		a := take(at, follows)
		if said := a.Doc.Find("[data-announce]").Text(); a.Status != http.StatusOK || said != "1 taken back." {
			t.Errorf("%d %q", a.Status, said)
		}
		if part := a.Doc.Find("hx-partial[hx-target='#person']"); part.Length() != 1 || strings.Contains(part.Text(), "Ordered") {
			t.Errorf("the person's page is not told: %s", a.Body)
		}

		for what, to := range map[string]struct{ here, follows string }{
			"a list that is not theirs to see": {at, paths.EventsOf("list", secret)},
			"no page that is followed":         {at, paths.People.Index()},
			"no address":                       {at, "://"},
			"no id":                            {at, paths.EventsOf("person", "x")},
		} {
			b.Post(paths.ItemStatus(item), form("status", "ordered"))
			if a := take(to.here, to.follows); a.Status != http.StatusNoContent || a.Header.Get("HX-Redirect") != at || strings.Contains(a.Body, "own") {
				t.Errorf("%s: %d %v %s", what, a.Status, a.Header, a.Body)
			}
		}

		b.Post(at, form("display_name", "Benedict", "version", "1"))
		if a := take(at, follows); a.Status != http.StatusNoContent || a.Header.Get("HX-Redirect") != at {
			t.Errorf("after the name in the heading: %d %v", a.Status, a.Header)
		}
	})
}

func TestAMoveThatIsTakenBackOnTheItemsPageShowsTheListThatItIsOnAgain(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		from := s.List(t, s.Maria, dto.ListInput{Name: "For Ben", TargetPersonID: s.Ben})
		to := s.List(t, s.Maria, dto.ListInput{Name: "Anybody"})
		item := s.Item(t, s.Maria, from, fixture.Gift("Drum", ""))
		b, at := s.As(t, s.Tom), paths.Items.One(item)
		b.Post(paths.ItemMove(item), form("list_id", to))
		if trail := b.Get(at).Doc.Find("#trail").Text(); !strings.Contains(trail, "Anybody") {
			t.Fatalf("it was not moved: %q", trail)
		}
		a := b.HTMX().Post(paths.Undo(), form("here", at, "follows", paths.EventsOf("item", item)))
		if trail := a.Doc.Find("hx-partial[hx-target='#trail']").Text(); a.Status != http.StatusOK || !strings.Contains(trail, "For Ben") {
			t.Errorf("%d %s", a.Status, a.Body)
		}
	})
}
