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

// bought is a site on which Tom has two gifts in hand: a kite for 30 € from two shops, one for Christmas.
func bought(t *testing.T, db *database.DB) (s *webtest.Site, kite, drum string) {
	t.Helper()
	s = webtest.Family(t, db)
	list := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben, OccasionID: s.Christmas})
	other := s.List(t, s.Maria, dto.ListInput{Name: "Some day", TargetPersonID: s.LenaPerson})
	in := func(list, title, price, shop string) string {
		g := fixture.Gift(title, price)
		g.Source = shop
		id := s.Item(t, s.Maria, list, g)
		if _, err := s.Services.Items.SetStatus(t.Context(), s.Tom, id, dto.StatusInput{Status: "buying", Version: 1}); err != nil {
			t.Fatal(err)
		}
		return id
	}
	return s, in(list, "Kite", "30", "Toys & Co"), in(other, "Drum", "12,50", "Drums")
}

func TestMyAssignmentsAreGroupedSummedAndFilteredByALink(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, kite, drum := bought(t, db)
		tom := s.As(t, s.Tom)
		a := tom.Get(paths.Assignments())
		if got := a.Doc.Find("#results h2").Text(); !strings.HasPrefix(got, "Christmas, 25") || !strings.HasSuffix(got, "Without occasion") {
			t.Errorf("grouped under %q", got)
		}
		if got := a.Doc.Find("#results .section-head").Text(); !strings.Contains(got, "2 gifts") || !strings.Contains(got, "42,50") {
			t.Errorf("summed as %q", got)
		}
		shop, _ := a.Doc.Find("#row-" + kite + " .facts a:contains('Toys & Co')").Attr("href")
		for name, b := range map[string]*webtest.Browser{"page": tom, "part": tom.HTMX()} {
			a := b.Get(shop)
			if a.Doc.Find("[data-row]").Length() != 1 || a.Doc.Find("#row-"+drum).Length() > 0 || !strings.Contains(a.Doc.Find(".chosen").Text(), "Shop: Toys & Co") {
				t.Errorf("%s of %s: %s", name, shop, a.Doc.Find("#results").Text())
			}
			if away, _ := a.Doc.Find(".chosen a").First().Attr("href"); b.Get(away).Doc.Find("[data-row]").Length() != 2 {
				t.Errorf("%s: %s does not take the filter away", name, away)
			}
		}
		for query, rows := range map[string]int{
			"?occasion_id=" + s.Christmas: 1, "?person_id=" + s.LenaPerson: 1, "?status=gifted": 0, "?status=buying&sort=shop": 2, "?sort=title": 2,
		} {
			if got := tom.Get(paths.Assignments() + query).Doc.Find("[data-row]").Length(); got != rows {
				t.Errorf("%s: %d rows, want %d", query, got, rows)
			}
		}
		if a := s.As(t, s.Gast).Get(paths.Assignments()); a.Status != http.StatusOK || a.Doc.Find(".empty").Length() != 1 {
			t.Errorf("a guest: %d", a.Status)
		}
	})
}

func TestAStatusChangedAmongMyAssignmentsKeepsTheFilterAndIsUndoneThere(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, kite, _ := bought(t, db)
		tom, at := s.As(t, s.Tom), paths.Assignments()+"?sort=shop&status=buying"
		menu := tom.Get(at).Doc.Find("#move-" + kite)
		from, _ := menu.Find("[name=from]").Attr("value")
		version, _ := menu.Find("[name=version]").Attr("value")
		a := tom.HTMX().Post(paths.ItemStatus(kite), form("status", "ordered", "version", version, "from", from))
		if a.Status != http.StatusOK || a.Doc.Find("nav.nav").Length() > 0 || a.Doc.Find("#results [data-row]").Length() != 1 || !strings.Contains(a.Doc.Text(), "is now “Ordered”") {
			t.Errorf("the part: %d %s", a.Status, a.Body)
		}
		back := a.Doc.Find(".notice form")
		undo, _ := back.Attr("action")
		from, _ = back.Find("[name=from]").Attr("value")
		if a = tom.Post(undo, form("from", from)); a.Status != http.StatusSeeOther || !strings.HasPrefix(a.Location, paths.Assignments()+"?") {
			t.Errorf("undone without a script it leads to %q", a.Location)
		}
		if got := tom.Get(a.Location).Doc.Find("[data-row]").Length(); got != 2 {
			t.Errorf("after the undo: %d rows", got)
		}
		a = tom.HTMX().Post(paths.ItemStatus(kite), form("status", "wrapped", "version", "1", "from", from))
		if a.Status != http.StatusConflict || a.Doc.Find("#results").Length() != 1 || !strings.Contains(a.Doc.Text(), "Updated just now by") {
			t.Errorf("a stale change: %d %s", a.Status, a.Body)
		}
		if a = tom.Post(paths.ItemStatus(kite), form("status", "wrapped", "from", "//evil.example"+paths.Assignments())); strings.Contains(a.Location, "evil") {
			t.Errorf("it leads to %q", a.Location)
		}
	})
}
