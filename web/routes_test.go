package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/labstack/echo/v5"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"

	"kinlist/web/webtest"
)

// open are the routes that anybody may ask for.
var open = map[string]bool{
	"/setup": true, "/login": true, "/logout": true, "/healthz": true, "/readyz": true, "/static/:name": true, "/manifest.webmanifest": true,
	"/invite/:token": true, "/reset/:token": true,
}

func routes(t *testing.T, s *webtest.Site) []echo.RouteInfo {
	t.Helper()
	site, isEcho := s.Server.Config.Handler.(*echo.Echo)
	if !isEcho {
		t.Fatalf("the site is a %T", s.Server.Config.Handler)
	}
	return site.Router().Routes()
}

func TestSignedOutEveryRouteButTheDoorsLeadsToSignIn(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	b, walked := s.Browser(t), 0
	for _, r := range routes(t, s) {
		if open[r.Path] {
			continue
		}
		walked++
		path := strings.ReplaceAll(r.Path, ":id", "0190d6a0-0000-7000-8000-000000000000")
		ask := func(b *webtest.Browser) webtest.Answer {
			if r.Method == http.MethodPost {
				return b.Post(path, nil)
			}
			return b.Get(path)
		}
		if a := ask(b); a.Status != http.StatusSeeOther || !strings.HasPrefix(a.Location, paths.Login()) {
			t.Errorf("%s %s: %d %s", r.Method, r.Path, a.Status, a.Location)
		}
		if a := ask(b.HTMX()); a.Status != http.StatusUnauthorized || !strings.HasPrefix(a.Header.Get("HX-Redirect"), paths.Login()) {
			t.Errorf("%s %s by htmx: %d", r.Method, r.Path, a.Status)
		}
		if a := ask(b.With("Accept", "application/json")); a.Status != http.StatusUnauthorized || !strings.Contains(a.Body, `"unauthenticated"`) {
			t.Errorf("%s %s for JSON: %d", r.Method, r.Path, a.Status)
		}
	}
	if walked < 40 {
		t.Errorf("only %d routes walked", walked)
	}
}

func TestJunkIdsAndJunkFormsAreNeverAFault(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Maria)
		junk := url.Values{}
		for _, field := range []string{
			"id", "target_person_id", "occasion_id", "person_ids", "user_id", "gift_id", "list_id", "status", "type",
			"relationship", "visibility", "privacy", "priority", "quantity", "price", "budget", "date", "birth_day", "name", "display_name", "title", "tags",
		} {
			junk.Set(field, "\x00'; --\xff")
		}
		for _, r := range routes(t, s) {
			if r.Path == "/logout" {
				continue
			}
			for _, id := range []string{"x", "%00", "..", "0190d6a0-0000-7000-8000-000000000000", strings.Repeat("9", 5000), s.Ben} {
				path := strings.ReplaceAll(strings.ReplaceAll(r.Path, ":id", id), ":name", id)
				var a webtest.Answer
				if r.Method == http.MethodPost {
					a = b.Post(path, junk)
				} else {
					a = b.Get(path + "?" + junk.Encode() + "&q=%00%ff&sort=%27&limit=9999")
				}
				if a.Status >= 500 {
					t.Errorf("%s %s with %.40q: %d %s", r.Method, r.Path, id, a.Status, a.Doc.Find("main").Text())
				}
			}
		}
	})
}

// maxQueries is the most statements that a page may take, the session's own included.
const maxQueries = 10

func TestAPageTakesTheSameFewQueriesForFewRowsAndForMany(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		b, n := s.As(t, s.Maria), dbtest.Statements(t, db)
		gift := b.Post(paths.Gifts.Index(), form("title", "Kite")).ID()
		pages := []string{
			paths.Home(), paths.People.Index(), paths.People.One(s.Ben), paths.People.Edit(s.Ben), paths.Occasions.Index(),
			paths.Occasions.One(s.Christmas), paths.Occasions.Edit(s.Christmas), paths.OccasionNext(s.Christmas), paths.GiftDays(), paths.Lists.Index(), paths.Lists.One(list), paths.Lists.Edit(list),
			paths.Lists.Print(list), paths.ListTable(list), paths.AssignmentsPrint(), paths.AssignmentsCSV(),
			paths.Occasions.Print(s.Christmas), paths.Occasions.Print(s.Christmas) + "?sheet=wrapping", paths.Occasions.Print(s.Christmas) + "?sheet=tags",
			paths.Occasions.Print(s.Christmas) + "?sheet=thanks", paths.People.Print(s.Ben), paths.NewListItem(list), paths.Items.One(item), paths.Items.Edit(item), paths.Gifts.Index(),
			paths.Profile(), paths.Appearance(), paths.Keyboard(), paths.Sessions(), paths.Family(), paths.Members(), paths.Trash(), paths.Changes(),
			paths.NewIdea(), paths.NewIdeas(), paths.ReadIdeas(), paths.With(paths.NewIdea(), "list_id", list, "title", "Drums"),
			paths.With(paths.QuickIdea(), "line", "Drums @Ben 40"), paths.ListForecast(list) + "?price=40", paths.ListAs(list, s.LenaPerson), paths.ListAs(s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson}), s.LenaPerson), paths.PersonAs(s.LenaPerson), paths.ItemForecast(item) + "?planned_price=40",
			paths.Gifts.One(gift), paths.Comments.Index(), paths.Assignments(), paths.With(paths.Search(), "q", "toy"), paths.Activity(), paths.Tags.Index(),
		}
		measure := func() map[string]int64 {
			counts := map[string]int64{}
			for _, path := range pages {
				before := n.Load()
				if a := b.Get(path); a.Status != http.StatusOK {
					t.Fatalf("%s: %d", path, a.Status)
				}
				counts[path] = n.Load() - before
			}
			return counts
		}
		few := measure()
		grow(t, s, list)
		many := measure()
		for _, path := range pages {
			t.Logf("%2d queries: %s", many[path], path)
			if few[path] != many[path] || many[path] > maxQueries {
				t.Errorf("%s: %d queries for few rows, %d for many; at most %d", path, few[path], many[path], maxQueries)
			}
		}
	})
}

// grow gives the family many of everything.
func grow(t *testing.T, s *webtest.Site, list string) {
	t.Helper()
	for i := range 30 {
		person := s.Person(t, dto.PersonInput{DisplayName: fmt.Sprint("Cousin ", i)})
		other := s.List(t, s.Tom, dto.ListInput{Name: fmt.Sprint("List ", i), TargetPersonID: person, OccasionID: s.Christmas})
		s.Item(t, s.Tom, other, fixture.Gift(fmt.Sprint("Gift ", i), "5"))
		s.Item(t, s.Tom, list, fixture.Gift(fmt.Sprint("Toy ", i), "7,50"))
	}
}
