package browsertest

import (
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/fixture"
)

// The stories are what people came for, told through the pages, with JavaScript and again without.

// teller opens windows for a story, all of them with JavaScript or all without.
type teller struct {
	scripted bool
	options  []Option
}

// window opens a window in which a member of the stage's family is signed in.
func (w teller) window(t *testing.T, base string, stage *fixture.Stage, v domain.Viewer) *Browser {
	t.Helper()
	b := Open(t, base, w.options...)
	b.SignIn(stage.SetPassword(t, v), fixture.Password)
	return b
}

// press clicks what htmx answers with a part of the page and, where scripts are off, a plain form with a page.
func (w teller) press(b *Browser, css, text string) {
	b.tb.Helper()
	if w.scripted {
		b.Click(css, text)
	} else {
		b.Follow(css, text)
	}
}

// tell tells a story with JavaScript and without, on both databases.
func tell(t *testing.T, story func(t *testing.T, db *database.DB, w teller)) {
	t.Helper()
	for name, w := range map[string]teller{"with JavaScript": {true, nil}, "without": {false, []Option{NoScript}}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dbtest.Each(t, func(t *testing.T, db *database.DB) {
				t.Parallel()
				story(t, db, w)
			})
		})
	}
}
