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
		b.Wait(`location.pathname === '/login'`)
		Eval[bool](b, `(history.back(), true)`)
		b.Wait(`location.pathname === '/login' && document.querySelector('[name=password]')`)
		if got := b.Text("body"); strings.Contains(got, "Ben") || strings.Contains(got, "Maria") {
			t.Errorf("it shows %s", got)
		}
	})
}
