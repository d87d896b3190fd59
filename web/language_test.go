package web_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestWhoChoseGermanReadsPagesAndErrorsInGerman(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Maria)
		settings, err := s.Services.Users.Settings(t.Context(), s.Maria)
		if err != nil {
			t.Fatal(err)
		}
		in := dto.SettingsInput{Theme: settings.Theme, Accent: settings.Accent, Language: "de"}
		if err := s.Services.Users.UpdateSettings(t.Context(), s.Maria, in); err != nil {
			t.Fatal(err)
		}
		person := paths.People.One(s.Ben)
		for _, test := range []struct {
			what   string
			answer webtest.Answer
			status int
			says   string
		}{
			{"a page", b.Get(paths.Home()), http.StatusOK, ""},
			{"a wrong field", b.Post(paths.People.Index(), form("display_name", " ")), http.StatusUnprocessableEntity, "Gib einen Namen ein."},
			{"a stale form", b.Post(person, form("display_name", "Ben", "version", "7")), http.StatusConflict, "Jemand hat das geändert"},
			{"what is not there", b.Get(paths.People.One("0190d6a0-0000-7000-8000-000000000000")), http.StatusNotFound, "Diese Seite gibt es nicht"},
			{"a question", b.Post(person+"/delete", form()), http.StatusConflict, "löschen?"},
		} {
			if got := test.answer.Doc.Find("html").AttrOr("lang", ""); test.answer.Status != test.status || got != "de" {
				t.Errorf("%s: %d in %q", test.what, test.answer.Status, got)
			}
			if text := test.answer.Doc.Find("main").Text(); !strings.Contains(text, test.says) {
				t.Errorf("%s does not say %q:\n%s", test.what, test.says, text)
			}
		}
		var problem struct{ Error struct{ Message string } }
		a := b.With("Accept", "application/json").Get("/people/0190d6a0-0000-7000-8000-000000000000")
		if err := json.Unmarshal([]byte(a.Body), &problem); err != nil || !strings.HasPrefix(problem.Error.Message, "Diese Seite") {
			t.Errorf("as JSON: %s", a.Body)
		}
	})
}

func TestTheBrowsersLanguageDecidesBeforeSignIn(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		for wish, want := range map[string]string{"de-AT,de;q=0.9,en;q=0.5": "de", "fr,en;q=0.5": "en", "fr": "en"} {
			b := s.Browser(t).With("Accept-Language", wish)
			if got := b.Get(paths.Login()).Doc.Find("html").AttrOr("lang", ""); got != want {
				t.Errorf("%s: the sign-in form is in %q", wish, got)
			}
			a := b.Post(paths.Login(), form("email", "nobody@example.org", "password", "wrong as can be"))
			if said := strings.Contains(a.Doc.Find("main").Text(), "passen nicht zusammen"); said != (want == "de") {
				t.Errorf("%s: %s", wish, a.Doc.Find("main").Text())
			}
		}
	})
}
