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

// lenasView is every page that Lena can open, as page and as part, without what changes from request to request.
func lenasView(b *webtest.Browser, list string, more ...string) map[string]string {
	pages := append([]string{
		paths.Home(), paths.People.Index(), paths.Occasions.Index(), paths.Lists.Index(), paths.Gifts.Index(), paths.Lists.One(list),
		paths.Lists.One(list) + "?status=buying&sort=status&assigned_to=x&include=status", paths.Lists.Print(list), paths.Lists.Edit(list),
		paths.Lists.Print(list) + "?group=buyer&safe=true&qr=true", paths.ListCSV(list), paths.ListTable(list), paths.AssignmentsPrint(), paths.AssignmentsCSV(),
		paths.NewListItem(list), paths.With(paths.Gifts.Index(), "q", "secret"), paths.With(paths.Lists.Index(), "q", "secret"),
		paths.With(paths.Gifts.Index(), "sort", "price"), paths.With(paths.Lists.Index(), "archived", "true"),
	}, more...)
	seen := map[string]string{}
	for _, path := range pages {
		for name, b := range map[string]*webtest.Browser{"page ": b, "part ": b.HTMX(), "JSON ": b.With("Accept", "application/json")} {
			a := b.Get(path)
			trace := a.Header.Get("X-Trace-Id")
			a.Header.Del("X-Trace-Id")
			a.Header.Del("Date")
			seen[name+path] = http.StatusText(a.Status) + "\n" + headers(a) + "\n" + strings.ReplaceAll(a.Body, trace, "TRACE")
		}
	}
	return seen
}

func headers(a webtest.Answer) string {
	var out strings.Builder
	_ = a.Header.Write(&out) // in alphabetical order
	return out.String()
}

// Cases 1 and 3.
func TestWhatOthersPlanForLenaChangesNoByteThatLenaGets(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Lena’s wishes", Type: "wishlist", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas})
		wish := s.Item(t, s.Lena, list, fixture.Gift("Skates", "80"))
		lena, tom := s.As(t, s.Lena), s.As(t, s.Tom)
		more := []string{
			paths.People.One(s.LenaPerson), paths.People.Edit(s.LenaPerson), paths.Occasions.One(s.Christmas),
			paths.Occasions.Edit(s.Christmas), paths.Items.One(wish), paths.Items.Edit(wish), paths.People.Print(s.LenaPerson),
			paths.Occasions.Print(s.Christmas), paths.Occasions.Print(s.Christmas) + "?sheet=wrapping",
			paths.Occasions.Print(s.Christmas) + "?sheet=tags", paths.Occasions.Print(s.Christmas) + "?sheet=thanks",
		}
		before := lenasView(lena, list, more...)

		tom.Submit(paths.ItemStatus(wish), form("status", "buying", "version", "1"))
		tom.Submit(paths.Items.One(wish), form("quantity", "1", "planned_price", "79", "actual_price", "75", "notes", "in the attic", "priority", "normal", "version", "2"))
		hidden := tom.Post(paths.Lists.Index(), form("name", "Secret list", "target_person_id", s.LenaPerson, "occasion_id", s.Christmas, "visibility", "hidden_from_target")).ID()
		tom.Submit(paths.ListItems(hidden), form("title", "Secret pony", "price", "900", "tags", "secret"))
		tom.Submit(paths.ListItems(list), form("title", "Secret helmet", "price", "30", "link", "https://shop.example/helmet"))
		tom.Submit(paths.Occasions.One(s.Christmas), form("name", "Christmas", "type", "christmas", "date", "2026-12-25", "recurrence", "yearly",
			"person_ids", s.LenaPerson, "person_ids", s.Ben, "person_budget_"+s.LenaPerson, "150", "version", "1"))

		after := lenasView(lena, list, more...)
		for path, was := range before {
			if now := after[path]; now != was {
				t.Errorf("%s changed:\n%s", path, firstDifference(was, now))
			}
		}
		for path, now := range after {
			for _, word := range []string{"ecret", "attic", "pony", "helmet", "75,00", "150,00"} {
				if strings.Contains(strings.ReplaceAll(now, "q=secret", ""), word) && !strings.Contains(path, "q=secret") {
					t.Errorf("%s tells of %q", path, word)
				}
			}
		}
		if lena.Get(paths.Lists.One(hidden)).Status != http.StatusNotFound || lena.Post(paths.ItemStatus(wish), form("status", "idea")).Status != http.StatusNotFound {
			t.Error("Lena reaches what is planned for her")
		}
	})
}

func firstDifference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-60):min(len(s), i+120)] }
	return "was: …" + around(a) + "…\nnow: …" + around(b) + "…"
}

// Case 5.
func TestLenaKeepsHerWishesAndNoticesNothingWhenSheTakesOneBack(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Lena’s wishes", Type: "wishlist", TargetPersonID: s.LenaPerson})
		free, bought := s.Item(t, s.Lena, list, fixture.Gift("Skates", "80")), s.Item(t, s.Lena, list, fixture.Gift("Sled", "40"))
		lena, tom := s.As(t, s.Lena), s.As(t, s.Tom)
		tom.Submit(paths.ItemStatus(bought), form("status", "buying", "version", "1"))
		lena.Submit(paths.Items.One(bought), form("quantity", "2", "priority", "must", "notes", "the red one", "version", "1"))
		if got := tom.Get(paths.Items.One(bought)).Doc.Find("main").Text(); !strings.Contains(got, "the red one") || !strings.Contains(got, "Buying") {
			t.Errorf("Tom sees %q", got)
		}
		answers := map[string]webtest.Answer{}
		for name, id := range map[string]string{"free": free, "bought": bought} {
			answers[name] = lena.Submit(paths.Items.Delete(id), nil)
			if a := lena.Get(paths.Items.One(id)); a.Status != http.StatusNotFound {
				t.Errorf("%s wish after its end: %d", name, a.Status)
			}
		}
		if a, b := answers["free"].Doc.Find("#notices").Text(), answers["bought"].Doc.Find("#notices").Text(); a != b {
			t.Errorf("taking back a free wish says %q, a bought one %q", a, b)
		}
		if got := tom.Get(paths.Lists.One(list)).Doc.Find("main").Text(); !strings.Contains(got, "Sled") || !strings.Contains(got, "Withdrawn") || strings.Contains(got, "Skates") {
			t.Errorf("Tom sees %q", got)
		}
	})
}
