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

func TestTheKeysAreTurnedOffAtOnceAndForEveryPage(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		off := func() bool { return strings.Contains(b.Get(paths.Home()).Body, `data-keys="off"`) }
		if off() {
			t.Error("the keys are off to begin with")
		}
		a := b.Post(paths.Shortcuts(), form("shortcuts", "off", "next", paths.People.Index()))
		if a.Status != http.StatusSeeOther || a.Header.Get("Location") != paths.People.Index() || !off() {
			t.Errorf("turned off: %d to %q, and the page says off: %v", a.Status, a.Header.Get("Location"), off())
		}
		if strings.Contains(s.As(t, s.Maria).Get(paths.Home()).Body, `data-keys="off"`) {
			t.Error("they are off for somebody else too")
		}
		b.Post(paths.Shortcuts(), form("shortcuts", "on"))
		if off() {
			t.Error("the keys stay off")
		}
	})
}

func TestThePaletteFindsPagesAndWhatTheFamilyHasButNothingHidden(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		for q, wants := range map[string][]string{
			"peop": {paths.People.Index()},
			"ben":  {paths.People.One(s.Ben)},
		} {
			page := b.Get(paths.With(paths.Palette(), "q", q))
			part := b.HTMX().Get(paths.With(paths.Palette(), "q", q))
			for _, want := range wants {
				if !strings.Contains(page.Body, `href="`+want+`"`) || !strings.Contains(part.Body, `href="`+want+`"`) {
					t.Errorf("%q does not lead to %s", q, want)
				}
			}
			if strings.Contains(part.Body, "<html") || !strings.Contains(part.Body, `role="listbox"`) {
				t.Errorf("the part is no list: %s", part.Body)
			}
		}
		if part := b.HTMX().Get(paths.Palette()); !strings.Contains(part.Body, "<dialog") {
			t.Error("without a question it is no dialog")
		}
		if guest := s.As(t, s.Gast).Get(paths.With(paths.Palette(), "q", "new")); strings.Contains(guest.Body, paths.People.New()) {
			t.Error("a guest is led to a form they cannot use")
		}
	})
}
