package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/fixture"
	"kinlist/internal/model"
	"kinlist/internal/paths"
	"kinlist/internal/repository"
	"kinlist/web/webtest"
)

// several are browsers in which one account is signed in.
func several(t *testing.T, s *webtest.Site, v domain.Viewer, n int) []*webtest.Browser {
	t.Helper()
	email := s.SetPassword(t, v)
	all := make([]*webtest.Browser, n)
	for i := range all {
		all[i] = s.Browser(t)
		if a := all[i].Post(paths.Login(), form("email", email, "password", fixture.Password)); a.Status != http.StatusSeeOther {
			t.Fatalf("signing in: %d", a.Status)
		}
	}
	return all
}

func TestThePasswordChangesOnlyWithTheOneBeforeAndSignsOutEverywhereElse(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		browsers := several(t, s, s.Tom, 2)
		away, here := browsers[0], browsers[1]
		if a := away.Get(paths.Home()); a.Status != http.StatusOK {
			t.Fatalf("the other browser before: %d", a.Status)
		}
		for _, b := range []*webtest.Browser{here, here.HTMX()} {
			a := b.Post(paths.Password(), form("old", "a wrong one", "password", "short"))
			if a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#password-form [aria-invalid]").Length() != 1 {
				t.Errorf("a password that is too short: %d\n%s", a.Status, a.Doc.Find("main").Text())
			}
			a = b.Post(paths.Password(), form("old", "a wrong one", "password", "a much longer one"))
			if a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#old[aria-invalid]").Length() != 1 {
				t.Errorf("a wrong one before: %d", a.Status)
			}
		}
		a := here.Submit(paths.Password(), form("old", fixture.Password, "password", "a much longer one"))
		if !strings.Contains(a.Doc.Find("#notices").Text(), "other browsers are signed out") {
			t.Errorf("%q", a.Doc.Find("#notices").Text())
		}
		if got := away.Get(paths.Home()); got.Status != http.StatusSeeOther {
			t.Errorf("the other browser: %d", got.Status)
		}
	})
}

func TestTheProfileIsSavedByThoseWhoSawItLast(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		page := b.Get(paths.Profile())
		typed := form("name", "Thomas", "email", page.Field("email"), "version", page.Field("version"))
		if a := b.Submit(paths.Profile(), typed); a.Field("name") != "Thomas" || a.Doc.Find("#user .user-name").Text() != "Thomas" {
			t.Errorf("%q", a.Field("name"))
		}
		a := b.Post(paths.Profile(), typed) // made on the version of before
		if a.Status != http.StatusConflict || a.Field("version") != "2" {
			t.Errorf("%d, version %q", a.Status, a.Field("version"))
		}
		typed.Set("version", "2")
		typed.Set("email", "thomas@example.org")
		if a := b.Post(paths.Profile(), typed); a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#email_password[aria-invalid]").Length() != 1 {
			t.Errorf("another address without the password: %d", a.Status)
		}
	})
}

func TestThePageLooksAndSpeaksAsChosenFromTheNextOneOn(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		root := b.Get(paths.Home()).Doc.Find("html")
		if root.AttrOr("data-season", "") != "christmas" || root.AttrOr("lang", "") != "en" {
			t.Errorf("before: %s %s", root.AttrOr("data-season", ""), root.AttrOr("lang", ""))
		}
		a := b.Submit(paths.Appearance(), form("theme", "dark", "accent", "ocean", "language", "de"))
		root = a.Doc.Find("html")
		if root.AttrOr("data-theme", "") != "dark" || root.AttrOr("data-accent", "") != "ocean" || root.AttrOr("lang", "") != "de" ||
			!strings.Contains(a.Doc.Find("#notices").Text(), "Gespeichert.") || a.Field("accent") != "ocean" {
			t.Errorf("%s", a.Doc.Find("#notices").Text())
		}
		if a := b.Post(paths.Appearance(), form("theme", "pink")); a.Status != http.StatusUnprocessableEntity {
			t.Errorf("a theme that there is not: %d", a.Status)
		}
		if a := b.Submit(paths.Keyboard(), nil); a.Doc.Find("html").AttrOr("data-keys", "") != "off" || a.Doc.Find("#shortcuts[checked]").Length() != 0 {
			t.Error("the keys are still on")
		}
		if a := b.Submit(paths.Keyboard(), form("shortcuts", "true")); a.Doc.Find("html").AttrOr("data-keys", "") == "off" {
			t.Error("the keys are still off")
		}
	})
}

func TestBrowsersAreSignedOutOneByOneAndAllAtOnceButNotThisOne(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		browsers, stranger := several(t, s, s.Tom, 3), s.As(t, s.Lena)
		first, second, here := browsers[0], browsers[1], browsers[2]
		page := here.Get(paths.Sessions())
		if n := page.Doc.Find("#sessions li").Length(); n != 3 || page.Doc.Find("#sessions li:contains('This browser') form").Length() != 0 {
			t.Fatalf("%d browsers", n)
		}
		end := page.Doc.Find("#sessions li form").Last().AttrOr("action", "") // the one used longest ago
		if a := stranger.Post(end, nil); a.Status != http.StatusNotFound {
			t.Errorf("another's browser: %d", a.Status)
		}
		if a := here.HTMX().Post(end, nil); a.Status != http.StatusOK || a.Doc.Find("#sessions li").Length() != 2 || a.Doc.Find("[data-announce]").Length() != 1 {
			t.Errorf("by htmx: %d %s", a.Status, a.Body)
		}
		here.Submit(paths.SessionsEnd(), nil)
		for i, b := range []*webtest.Browser{first, second} {
			if a := b.Get(paths.Home()); a.Status != http.StatusSeeOther {
				t.Errorf("browser %d: %d", i, a.Status)
			}
		}
		if a := here.Get(paths.Sessions()); a.Status != http.StatusOK || a.Doc.Find("#sessions form").Length() != 0 {
			t.Errorf("this one: %d, %d forms", a.Status, a.Doc.Find("#sessions form").Length())
		}
	})
}

func TestTheFamilyIsSetByItsAdminsAndReadByAll(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		admin, member := s.As(t, s.Maria), s.As(t, s.Tom)
		typed := form("name", "Die Bergs", "locale", "en-GB", "time_zone", "Europe/London", "currency", "EUR", "paper", "letter", "version", "1")
		if a := member.Get(paths.Family()); a.Doc.Find("#family-form").Length() != 0 || !strings.Contains(a.Doc.Find("main").Text(), "Europe/Berlin") {
			t.Error("a member is offered the form, or reads nothing")
		}
		if a := member.Post(paths.Family(), typed); a.Status != http.StatusForbidden {
			t.Errorf("a member saves: %d", a.Status)
		}
		if a := admin.Submit(paths.Family(), typed); a.Field("paper") != "letter" || a.Field("version") != "2" || !strings.Contains(a.Doc.Find("#user-menu").Text(), "Die Bergs") {
			t.Errorf("paper %q, version %q", a.Field("paper"), a.Field("version"))
		}
		typed.Set("time_zone", "Europe/Atlantis")
		if a := admin.HTMX().Post(paths.Family(), typed); a.Status != http.StatusUnprocessableEntity || a.Field("time_zone") != "Europe/Atlantis" || a.Doc.Find("nav").Length() != 0 {
			t.Errorf("a zone that there is not: %d", a.Status)
		}
	})
}

func TestSomebodyWithTwoFamiliesSwitchesFromTheMenu(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other, ctx := webtest.Family(t, db), fixture.FamilyAt(t, db, "elsewhere.example"), t.Context()
		alone := s.As(t, s.Lena)
		err := s.Store.InTx(ctx, func(tx *repository.Store) error {
			return tx.Accounts.CreateMembership(ctx, &model.Membership{UserID: s.Tom.UserID, FamilyID: other.Home.ID, Role: domain.RoleGuest})
		})
		if err != nil {
			t.Fatal(err)
		}
		b := s.As(t, s.Tom)
		page := b.Get(paths.Home())
		to := page.Doc.Find("#user-menu input[name=family_id]").AttrOr("value", "")
		if alone.Get(paths.Home()).Doc.Find("#switch-family").Length() != 0 || to == "" {
			t.Fatal("the switch is offered to the wrong people")
		}
		there := b.Submit(paths.FamilySwitch(), form("family_id", to))
		if back := there.Doc.Find("#user-menu input[name=family_id]").AttrOr("value", ""); back == to || there.Doc.Find("#add-idea").Length() != 0 {
			t.Errorf("a guest there; the way back leads to %q", back)
		}
		if a := b.Get(paths.Family()); a.Doc.Find("#families-title").Length() != 1 {
			t.Error("the settings do not list both")
		}
		if a := b.Post(paths.FamilySwitch(), form("family_id", s.Ben)); a.Status != http.StatusNotFound {
			t.Errorf("a family of others: %d", a.Status)
		}
	})
}
