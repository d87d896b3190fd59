package web_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/web/webtest"
)

// linkOf is the path of the link that a page shows this once.
func linkOf(t *testing.T, s *webtest.Site, a webtest.Answer) string {
	t.Helper()
	link := a.Doc.Find("#link").AttrOr("value", "")
	path, ours := strings.CutPrefix(link, s.Server.URL)
	if a.Status != http.StatusOK || !ours {
		t.Fatalf("%d, link %q", a.Status, link)
	}
	return path
}

// Case 35.
func TestAnInvitationLetsOneNewPersonInOnce(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		admin, guest := s.As(t, s.Maria), s.Browser(t)
		link := linkOf(t, s, admin.Post(paths.Invitations(), form("role", "guest")))
		if a := admin.Get(paths.Members()); a.Doc.Find("#link").Length() != 0 || a.Doc.Find("#invitations .rows li").Length() != 1 {
			t.Error("the link is shown again, or the invitation is not listed")
		}
		page := guest.Get(link)
		if !strings.Contains(page.Doc.Find("main").Text(), "Berg") || !strings.Contains(page.Doc.Find("main").Text(), "Guest") {
			t.Errorf("%s", page.Doc.Find("main").Text())
		}
		typed := form("name", "Opa", "email", "opa@example.org", "password", "short")
		if a := guest.Post(link, typed); a.Status != http.StatusUnprocessableEntity || a.Field("name") != "Opa" || a.Field("password") != "" {
			t.Errorf("a short password: %d, name %q", a.Status, a.Field("name"))
		}
		typed.Set("password", fixture.Password)
		if a := guest.Submit(link, typed); a.Doc.Find("#user .user-name").Text() != "Opa" || a.Doc.Find("#add-idea").Length() != 0 {
			t.Error("Opa is not signed in as a guest")
		}
		if a := s.Browser(t).Post(link, form("name", "x", "email", "x@example.org", "password", fixture.Password)); a.Status != http.StatusNotFound {
			t.Errorf("a second time: %d", a.Status)
		}
		if n := admin.Get(paths.Members()).Doc.Find("#invitations .rows li").Length(); n != 0 {
			t.Errorf("%d invitations are open", n)
		}
	})
}

func TestAnAccountJoinsByAnInvitationWhileSignedInOrWithItsPassword(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other := webtest.Family(t, db), webtest.Serve(t, fixture.FamilyAt(t, db, "elsewhere.example"))
		admin, tom := s.As(t, s.Maria), other.As(t, other.Tom)
		invite := func() string { return linkOf(t, s, admin.Post(paths.Invitations(), nil)) }
		link := invite()
		page := tom.Get(link)
		if page.Doc.Find("#join").Length() != 1 || page.Doc.Find("#accept").Length() != 0 {
			t.Fatalf("%s", page.Doc.Find("main").Text())
		}
		if a := tom.Submit(paths.InviteJoin(strings.TrimPrefix(link, paths.Invite(""))), nil); a.Doc.Find("#switch-family").Length() != 1 {
			t.Error("Tom has not two families")
		}
		if a := tom.Post(paths.InviteJoin(strings.TrimPrefix(invite(), paths.Invite(""))), nil); a.Status != http.StatusConflict || a.Doc.Find("[role=alert]").Length() != 1 {
			t.Errorf("a member already: %d", a.Status)
		}
		lena := other.SetPassword(t, other.Lena)
		link = invite()
		if a := s.Browser(t).Post(link, form("email", lena, "password", "a wrong one")); a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#password[aria-invalid]").Length() != 1 {
			t.Errorf("a wrong password: %d", a.Status)
		}
		if a := s.Browser(t).Post(link, form("email", lena, "password", fixture.Password)); a.Status != http.StatusSeeOther {
			t.Errorf("the right one: %d", a.Status)
		}
		if a := s.Browser(t).Get(link); a.Status != http.StatusNotFound {
			t.Errorf("used: %d", a.Status)
		}
	})
}

func TestAnInvitationThatIsWithdrawnOrOldLetsNobodyIn(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		admin := s.As(t, s.Maria)
		withdrawn := linkOf(t, s, admin.HTMX().Post(paths.Invitations(), nil))
		action := admin.Get(paths.Members()).Doc.Find("#invitations .rows form").AttrOr("action", "")
		if a := s.As(t, s.Tom).Post(action, nil); a.Status != http.StatusForbidden {
			t.Errorf("a member withdraws: %d", a.Status)
		}
		if a := admin.HTMX().Post(action, nil); a.Status != http.StatusOK || a.Doc.Find("#invitations .rows li").Length() != 0 {
			t.Errorf("withdrawn: %d %s", a.Status, a.Body)
		}
		old := linkOf(t, s, admin.Post(paths.Invitations(), nil))
		s.Clock.T = s.Clock.T.Add(service.InvitationLife + time.Second)
		for _, link := range []string{withdrawn, old, paths.Invite("nothing")} {
			if a := s.Browser(t).Get(link); a.Status != http.StatusNotFound || !strings.Contains(a.Doc.Text(), "Ask for a new one.") {
				t.Errorf("%s: %d", link, a.Status)
			}
		}
	})
}

// Case 36.
func TestAResetLinkSetsOnePasswordOnceAndEndsTheOtherSessions(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		admin, tom := s.As(t, s.Maria), s.As(t, s.Tom)
		if a := tom.Post(paths.MemberReset(s.Lena.UserID), nil); a.Status != http.StatusForbidden {
			t.Errorf("a member makes a link: %d", a.Status)
		}
		link, b := linkOf(t, s, admin.Post(paths.MemberReset(s.Tom.UserID), nil)), s.Browser(t)
		if a := b.Get(link); a.Field("email") != "Tom@example.org" {
			t.Errorf("%d %q", a.Status, a.Field("email"))
		}
		if a := b.Post(link, form("password", "short")); a.Status != http.StatusUnprocessableEntity {
			t.Errorf("a short one: %d", a.Status)
		}
		if a := b.Submit(link, form("password", "another good one")); !strings.Contains(a.Doc.Find("main").Text(), "Your password is set.") {
			t.Errorf("%s", a.Doc.Find("main").Text())
		}
		if a := tom.Get(paths.Home()); a.Status != http.StatusSeeOther {
			t.Errorf("the session of before: %d", a.Status)
		}
		if a := b.Post(link, form("password", "yet another one")); a.Status != http.StatusNotFound {
			t.Errorf("a second time: %d", a.Status)
		}
		if a := b.Post(paths.Login(), form("email", "Tom@example.org", "password", "another good one")); a.Status != http.StatusSeeOther {
			t.Errorf("the new password: %d", a.Status)
		}
	})
}

// Case 39.
func TestTheLastAdminStaysWhateverIsPressed(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		maria := s.As(t, s.Maria)
		for _, b := range []*webtest.Browser{maria, maria.HTMX()} {
			if a := b.Post(paths.MemberRole(s.Maria.UserID), form("role", "member")); a.Status < 400 || a.Status >= 500 {
				t.Errorf("the role: %d", a.Status)
			}
			if a := b.Post(paths.MemberRemove(s.Maria.UserID), form("confirm", "yes")); a.Status < 400 || a.Status >= 500 {
				t.Errorf("leaving: %d", a.Status)
			}
		}
		if a := maria.HTMX().Post(paths.MemberRole(s.Tom.UserID), form("role", "admin")); a.Status != http.StatusOK || a.Doc.Find("#members [data-announce]").Length() != 1 {
			t.Errorf("Tom becomes an admin: %d %s", a.Status, a.Body)
		}
		asked := maria.Post(paths.MemberRemove(s.Maria.UserID), nil)
		if asked.Status != http.StatusConflict || asked.Doc.Find("#confirm").Length() != 1 {
			t.Fatalf("nobody was asked: %d", asked.Status)
		}
		if a := maria.Post(paths.MemberRemove(s.Maria.UserID), form("confirm", "yes")); a.Status != http.StatusSeeOther || a.Location != paths.Login() {
			t.Errorf("leaving: %d %s", a.Status, a.Location)
		}
		if a := maria.Get(paths.Home()); a.Status != http.StatusSeeOther {
			t.Errorf("after leaving: %d", a.Status)
		}
	})
}

func TestMembersAndGuestsSeeWhoBelongsToTheFamilyAndChangeNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		for name, b := range map[string]*webtest.Browser{"member": s.As(t, s.Tom), "guest": s.As(t, s.Gast)} {
			a := b.Get(paths.Members())
			if a.Doc.Find("#members li").Length() != 4 || a.Doc.Find("#members form").Length() != 1 || a.Doc.Find("#invitations").Length() != 0 {
				t.Errorf("%s: %d members, %d forms", name, a.Doc.Find("#members li").Length(), a.Doc.Find("#members form").Length())
			}
			if strings.Contains(a.Body, "Lena@example.org") {
				t.Errorf("%s reads the addresses of others", name)
			}
			for _, path := range []string{paths.MemberRole(s.Lena.UserID), paths.MemberRemove(s.Lena.UserID), paths.Invitations()} {
				if a := b.Post(path, form("role", "guest", "confirm", "yes")); a.Status != http.StatusForbidden {
					t.Errorf("%s %s: %d", name, path, a.Status)
				}
			}
		}
	})
}
