package browsertest

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/paths"
)

// Case 37: a browser brings a page back as it was, from memory.
func TestBackAfterSigningOutShowsNothingOfWhoWasSignedIn(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Expect(http.StatusUnauthorized) // where its stream asks once more before the page is gone
		b.Go(paths.Lists.One(f.list))
		b.Loading(func() { Eval[bool](b, `(document.querySelector('form[action$="/logout"]').requestSubmit(), true)`) })
		b.Wait(`location.pathname === '/login' && localStorage.getItem('kinlist-session') === document.querySelector('meta[name=kinlist-session]').content`)
		Eval[bool](b, `(window.left = true, history.back(), true)`) // which goes on by itself: until then this page stands
		b.Wait(`!window.left && location.pathname === '/login' && document.querySelector('[name=password]')`)
		if got := b.Text("body"); strings.Contains(got, "Ben") || strings.Contains(got, "Maria") {
			t.Errorf("it shows %s", got)
		}
	})
}

// A filter is a place of its own: its address can be kept, and Back leads from it to what was seen before, with the
// controls as they were then.
func TestBackTakesAFilterBack(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		for _, c := range []struct{ path, field, any, chosen, results, seen, none string }{
			{paths.Lists.Index(), "With a gift at", "Any status", "Ordered", "#results", "For Ben", "No list matches this search."},
			{paths.Lists.One(f.list), "Status", "Any status", "Idea (1)", "#plan", "Wooden train", "1 gift of 1"},
		} {
			b.Go(c.path)
			if c.results == "#plan" {
				b.Click("#filter", "")
			}
			b.Set(c.field, c.chosen)
			b.Says(c.results, c.none)
			b.Wait(`location.search !== ''`)
			kept := Eval[string](b, `location.pathname + location.search`)
			b.Loading(func() { Eval[bool](b, `(history.back(), true)`) })
			b.Wait(`location.search === ''`)
			b.Says(c.results, c.seen)
			if got := Eval[string](b, script("[...document.querySelectorAll('select')].find((s) => tidy(s.labels[0].textContent) === a).selectedOptions[0].label", c.field)); got != c.any {
				t.Errorf("%s: after Back %q is chosen", c.path, got)
			}
			b.Go(kept)
			b.Says(c.results, c.none)
		}
	})
}
