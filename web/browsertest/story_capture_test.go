package browsertest

import (
	"net/netip"
	"testing"
	"time"

	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/metadata"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// A sheet of paper takes fifteen seconds. An idea that takes longer is lost.
const paperTakes = 15 * time.Second

// The tests of this file are not parallel: they look at the clock.

func TestAnIdeaIsCapturedInFifteenSecondsFromAColdSignIn(t *testing.T) {
	for name, w := range map[string]teller{"with JavaScript": {true, nil}, "without": {false, []Option{NoScript}}} {
		stage := fixture.Family(t, dbtest.Open(t)).Reading(metadata.New(metadata.Config{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}}))
		site, link := webtest.Serve(t, stage), shop(t)+"/shop-microdata.html"
		email := site.SetPassword(t, site.Maria)
		for _, way := range []struct {
			name, from, title string
			steps             int // clicks, and fields that are filled in
			capture           func(b *Browser)
		}{
			{"by hand", paths.Home(), "Kite", 6, func(b *Browser) {
				b.Follow("a", "Add an idea")
				b.Fill("Title", "Kite")
				b.Follow("button", "Add the idea")
			}},
			{"in one line", paths.QuickIdea(), "Globe", 6, func(b *Browser) {
				b.Fill("An idea in one line", "Globe 40 #travel")
				w.press(b, "button", "Check it")
				b.Says("option:checked", "Idea Inbox")
				b.Follow("button", "Add the idea")
			}},
			{"by a link", paths.Home(), "Johnsons 4 Fleas", 7, func(b *Browser) {
				b.Follow("a", "Add an idea")
				b.Fill("Paste a link", link)
				w.press(b, "button", "Read the link")
				b.Wait(script("field('Title')?.value.startsWith('Johnsons 4 Fleas')"))
				b.Follow("button", "Add the idea")
			}},
			{"shared from a shop's page", paths.With(paths.NewIdea(), "link", link+"?again"), "Johnsons 4 Fleas", 4, func(b *Browser) {
				b.Follow("button", "Add the idea")
			}},
		} {
			t.Run(name+", "+way.name, func(t *testing.T) {
				b := Open(t, site.Server.URL, w.options...)
				b.ExpectPictures()
				start := time.Now()
				b.Go(way.from)
				b.Fill("Email", email)
				b.Fill("Password", fixture.Password)
				b.Follow("button", "Sign in")
				way.capture(b)
				b.Says("[data-row]", way.title)
				took := time.Since(start)
				t.Logf("%d steps, and %.1f s of waiting", b.Steps(), took.Seconds())
				if took >= paperTakes {
					t.Errorf("it took %s; at most %s", took, paperTakes)
				}
				if b.Steps() > way.steps {
					t.Errorf("it took %d steps, at most %d", b.Steps(), way.steps)
				}
			})
		}
	}
}
