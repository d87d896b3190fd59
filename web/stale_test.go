package web_test

import (
	"net/http"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestAStaleFormKeepsWhatWasTypedAndSaysWhatOthersSavedMeanwhile(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Maria)
		at := paths.People.One(s.Ben)
		b.Submit(at, form("display_name", "Benjamin", "relationship", "child", "notes", "Two\r\nlines", "version", "1"))
		stale := b.Post(at, form("display_name", "Ben", "relationship", "child", "interests", "trains", "notes", "Two\r\nlines", "version", "1"))
		if stale.Status != http.StatusConflict || stale.Field("interests") != "trains" || stale.Field("version") != "2" {
			t.Errorf("%d, interests %q, version %s", stale.Status, stale.Field("interests"), stale.Field("version"))
		}
		for id, want := range map[string]string{
			"#display_name-error": "Saved meanwhile: Benjamin", "#interests-error": "Saved meanwhile: nothing", "#notes-error": "",
		} {
			if got := stale.Doc.Find(id).Text(); got != want {
				t.Errorf("%s says %q, want %q", id, got, want)
			}
		}
	})
}

func TestANewListForSomebodyIsNamedAfterThemAndNotForTheirEyes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		at := paths.With(paths.Lists.New(), "target_person_id", s.LenaPerson)
		if a := s.As(t, s.Tom).Get(at); a.Field("name") != "For Lena" || a.Field("visibility") != "hidden_from_target" {
			t.Errorf("Tom is offered %q, %q", a.Field("name"), a.Field("visibility"))
		}
		if a := s.As(t, s.Lena).Get(at); a.Field("name") != "" || a.Field("visibility") == "hidden_from_target" {
			t.Errorf("Lena is offered %q, %q", a.Field("name"), a.Field("visibility"))
		}
	})
}
