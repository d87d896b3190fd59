package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestWhatWasTypedSurvivesASessionThatEnded(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		email := s.SetPassword(t, s.Tom)
		b := s.Browser(t)
		a := b.Post(paths.People.Index(), form("display_name", "Aunt <Ada>", "relationship", "extended", "new_password", "secret"))
		if a.Status != http.StatusUnauthorized || a.Field("draft") == "" || a.Field("draft_to") != paths.People.Index() {
			t.Fatalf("signed out, the form is answered with %d and the draft %q to %q", a.Status, a.Field("draft"), a.Field("draft_to"))
		}
		if strings.Contains(a.Field("draft"), "secret") {
			t.Error("the draft keeps a password")
		}
		in := form("email", email, "password", "wrong wrong wrong", "draft", a.Field("draft"), "draft_to", a.Field("draft_to"))
		wrong := b.Post(paths.Login(), in)
		if wrong.Field("draft") != a.Field("draft") {
			t.Error("a wrong password loses the draft")
		}
		in.Set("password", fixture.Password)
		again := b.Post(paths.Login(), in)
		if again.Status != http.StatusOK || again.Field("display_name") != "Aunt <Ada>" || strings.Contains(again.Body, "<Ada>") {
			t.Fatalf("signed in, the draft is %d with %q", again.Status, again.Field("display_name"))
		}
		saved := b.Post(paths.People.Index(), form("display_name", again.Field("display_name"), "relationship", again.Field("relationship")))
		if saved.Status != http.StatusSeeOther || !strings.Contains(b.Get(paths.People.Index()).Body, "Aunt &lt;Ada&gt;") {
			t.Errorf("sent again it is answered with %d", saved.Status)
		}
	})
}

func TestADraftIsSentNowhereElse(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	email := s.SetPassword(t, s.Tom)
	for _, to := range []string{"//evil.example/x", "https://evil.example", "javascript:alert(1)", ""} {
		a := s.Browser(t).Post(paths.Login(), form("email", email, "password", fixture.Password, "draft", "a=b", "draft_to", to))
		if a.Status != http.StatusSeeOther || a.Location != paths.Home() {
			t.Errorf("a draft to %q is answered with %d to %q", to, a.Status, a.Location)
		}
	}
}
