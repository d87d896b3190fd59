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

func TestALineIsShownAsItWasUnderstoodAndSavedAsItWasConfirmed(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Serve(t, fixture.Family(t, db).Reading(fixture.Offline{}))
		s.List(t, s.Maria, dto.ListInput{Name: "For Ben, some day", TargetPersonID: s.Ben})
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben, Christmas", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		b := s.As(t, s.Tom)
		asked := paths.With(paths.QuickIdea(), "line", "Lego set @ben 40 #xmas https://shop.example/lego")
		page := b.Get(asked)
		for field, want := range map[string]string{
			"title": "Lego set", "price": "40,00", "currency": "EUR", "tags": "xmas", "list_id": list, "line": "Lego set @ben 40 #xmas https://shop.example/lego",
		} {
			if got := page.Field(field); got != want {
				t.Errorf("%s is %q, want %q", field, got, want)
			}
		}
		if part := b.HTMX().Get(asked); part.Doc.Find("#quick-idea").Length() != 1 || part.Doc.Find("h1").Length() != 0 {
			t.Errorf("the part: %s", part.Body)
		}
		in := form("line", "Lego set", "title", "Lego castle", "price", "45", "currency", "EUR", "tags", "xmas, lego", "list_id", list, "link", "https://shop.example/lego")
		saved := b.Submit(paths.QuickIdea(), in)
		if saved.Doc.Find("h1").Text() != "Ben, Christmas" || !strings.Contains(saved.Doc.Find("[data-row]").Text(), "Lego castle") ||
			!strings.Contains(saved.Doc.Find("#notices").Text(), "“Lego castle” is on “Ben, Christmas”.") {
			t.Errorf("saved: %d %s", saved.Status, saved.Doc.Find("main").Text())
		}
		told := b.Get(asked).Doc.Find("#quick-idea .notice").Text()
		if !strings.Contains(told, "“Lego castle” is already on “Ben, Christmas”, a list for Ben.") {
			t.Errorf("the same link again: %q", told)
		}
		in.Set("link", "https://shop.example/another")
		in.Set("again", "yes")
		again := b.Submit(paths.QuickIdea(), in)
		if again.Field("line") != " #xmas #lego " || again.Field("list_id") != list {
			t.Errorf("add another: line %q, list %q", again.Field("line"), again.Field("list_id"))
		}
		if next := b.Get(paths.With(paths.QuickIdea(), "line", "Lego road"+again.Field("line"), "list_id", list)); next.Field("tags") != "xmas, lego" || next.Field("title") != "Lego road" {
			t.Errorf("the next is %q with %q", next.Field("title"), next.Field("tags"))
		}
		in.Set("link", "https://shop.example/third")
		if gone := b.HTMX().Post(paths.QuickIdea(), in); gone.Status != http.StatusNoContent {
			t.Errorf("saved by htmx: %d", gone.Status)
		}
	})
}

func TestALineWithoutAListForItsPersonGoesToTheInboxAndSaysWhatIsNotKnown(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		hidden := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		for _, c := range []struct{ who, line, list, said string }{
			{"Tom", "Drums @Lena", "Secret (for Lena)", ""},
			{"Lena", "Drums @Lena", "Idea Inbox", "There is no list for Lena yet: this goes to the Idea Inbox."},
			{"Tom", "Drums @Ben", "Idea Inbox", "There is no list for Ben yet"},
			{"Tom", "Drums @Emli 5", "Idea Inbox", "Nobody here is called “Emli”."},
		} {
			b := s.As(t, s.Tom)
			if c.who == "Lena" {
				b = s.As(t, s.Lena)
			}
			a := b.Get(paths.With(paths.QuickIdea(), "line", c.line))
			if got := a.Doc.Find("#quick-list option[selected]").Text(); got != c.list || a.Field("title") != "Drums" ||
				!strings.Contains(a.Doc.Find("#quick-idea .notice").Text(), c.said) {
				t.Errorf("%s, %s: %q on %q, %s", c.who, c.line, a.Field("title"), got, a.Doc.Find("#quick-idea .notice").Text())
			}
		}
		on := s.As(t, s.Tom).Get(paths.With(paths.QuickIdea(), "line", "Drums", "list_id", hidden))
		if on.Doc.Find("#quick-list option[selected]").Text() != "Secret (for Lena)" || on.Doc.Find("#quick-cancel").AttrOr("href", "") != paths.Lists.One(hidden) {
			t.Errorf("on a list: %s", on.Doc.Find("#quick").Text())
		}
	})
}

// Case 7: what a line is completed with knows nothing hidden.
func TestALineIsCompletedWithPeopleAndTheTagsThatItsWriterMaySee(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		hidden := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		kite := fixture.Gift("Kite", "10")
		kite.Tags = "out of doors"
		s.Item(t, s.Tom, hidden, kite)
		tom, lena := s.As(t, s.Tom), s.As(t, s.Lena)
		offered := func(b *webtest.Browser, at string) string {
			return b.Get(at).Doc.Find("#quick-names [role=option]").Text()
		}
		if got := offered(tom, paths.QuickIdea()); !strings.Contains(got, "@Ben") || !strings.Contains(got, "#out of doors") {
			t.Errorf("Tom is offered %q", got)
		}
		if got := offered(lena, paths.QuickIdea()); !strings.Contains(got, "@Ben") || strings.Contains(got, "doors") {
			t.Errorf("Lena is offered %q", got)
		}
		if got := tom.Get(paths.Lists.One(hidden)).Doc.Find("#quick-names"); got.AttrOr("hx-get", "") != paths.QuickIdea() || got.Children().Length() != 0 {
			t.Errorf("a list's page has the names already: %s", got.Text())
		}
		asked := paths.With(paths.QuickIdea(), "line", "Frisbee #out of doors")
		if a := tom.Get(asked); a.Field("tags") != "out of doors" || a.Field("title") != "Frisbee" {
			t.Errorf("Tom’s line: %q %q", a.Field("title"), a.Field("tags"))
		}
		if a := lena.Get(asked); a.Field("tags") != "out" || a.Field("title") != "Frisbee of doors" {
			t.Errorf("Lena’s line: %q %q", a.Field("title"), a.Field("tags"))
		}
	})
}

func TestAWrongLineComesBackAsTyped(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		hers := s.List(t, s.Maria, dto.ListInput{Name: "Maria’s own", Visibility: "owner"})
		b := s.As(t, s.Tom)
		for _, b := range []*webtest.Browser{b, b.HTMX()} {
			a := b.Get(paths.QuickIdea() + "?line=+")
			if a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#errors a[href='#quick-line'], #quick-line-error").Length() != 2 {
				t.Errorf("nothing written: %d %s", a.Status, a.Body)
			}
			for field, value := range map[string]string{"link": "javascript:alert(1)", "title": " ", "price": "x", "list_id": hers} {
				in := form("line", "Drums @Ben", "title", "Drums", "tags", "music", "currency", "EUR")
				in.Set(field, value)
				a := b.Post(paths.QuickIdea(), in)
				if a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#errors a[href^='#quick-']").Length() != 1 || a.Field("tags") != "music" || a.Field("line") != "Drums @Ben" {
					t.Errorf("%s: %d %s", field, a.Status, a.Doc.Find("main").Text())
				}
				if field != "list_id" && a.Field(field) != value {
					t.Errorf("%s comes back as %q", field, a.Field(field))
				}
			}
		}
	})
}

func TestALineStandsOnEveryListForThoseWhoMayAddAndItsKeyOnEveryPage(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	list := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s", TargetPersonID: s.Ben})
	wishes := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
	lena, guest := s.As(t, s.Lena), s.As(t, s.Gast)
	for _, page := range []string{paths.Lists.One(list), paths.Lists.One(wishes)} {
		if a := lena.Get(page); a.Doc.Find("main #quick-line[data-key]").Length() != 1 || a.Doc.Find("#quick-form input[name=list_id]").Length() != 1 {
			t.Errorf("%s has no line", page)
		}
	}
	if a := lena.Get(paths.Home()); a.Doc.Find("#menu-quick[data-key='Shift+C']").Length() != 1 {
		t.Error("nothing leads to the line")
	}
	a := guest.Get(paths.Lists.One(list))
	if a.Doc.Find("#quick, #menu-quick").Length() != 0 || guest.Get(paths.QuickIdea()).Status != http.StatusForbidden ||
		guest.Post(paths.QuickIdea(), form("title", "Drums")).Status != http.StatusForbidden {
		t.Error("a guest may write a line")
	}
}
