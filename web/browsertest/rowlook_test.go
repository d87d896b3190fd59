package browsertest

import (
	"testing"

	"kinlist/internal/paths"
)

// What a row offers is seen: the three dots have their size, and a short name stands on one line.
func TestTheMenuOfARowIsSeenAndItsBuyersNameIsNotBroken(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		move(b, "Wooden train", "Ordered", true)
		for _, screen := range []Screen{Narrow, Tablet, Laptop} {
			b.Resize(screen)
			if dots := Eval[float64](b, `document.querySelector('.c-more .icon').getBoundingClientRect().width`); dots < 20 {
				t.Errorf("on %d px the dots are %.0f px wide", screen.Width, dots)
			}
			if lines := Eval[int](b, `(() => { const r = document.createRange(); r.selectNodeContents(document.querySelector('.c-buyer a').lastChild); return r.getClientRects().length; })()`); lines != 1 {
				t.Errorf("on %d px the buyer stands on %d lines", screen.Width, lines)
			}
		}
	})
}
