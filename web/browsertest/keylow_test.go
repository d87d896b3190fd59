package browsertest

import (
	"testing"

	"kinlist/internal/paths"
)

// low are windows in which a menu does not fit: a phone's size and a laptop's that is zoomed to 200 %.
var low = []Screen{Narrow, {640, 360, false}}

// sees reports whether all that css selects can be seen and is not covered.
func (b *Browser) sees(css string) bool {
	b.tb.Helper()
	return Eval[bool](b, script(`[...document.querySelectorAll(a)].every((el) => {
		const { left, top, bottom } = el.getBoundingClientRect();
		return top >= 0 && bottom <= innerHeight && document.elementFromPoint(left + 5, bottom - 5)?.closest(a);
	})`, css))
}

func TestThePaletteShowsTheLastChoiceAndItsFieldHoweverLowTheWindow(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		for _, s := range append(low, Laptop) {
			b.Resize(s)
			b.Go(paths.Lists.One(f.list))
			b.settle()
			b.Strike("Mod+K")
			b.Wait(`document.activeElement.id === 'palette-q' && document.querySelectorAll('#choices [role=option]').length > 15`)
			b.Strike("ArrowUp") // from the first to the last
			b.Wait(`document.querySelector('#choices').lastElementChild.ariaSelected === 'true'`)
			if !b.sees("#choices [aria-selected=true], #palette-q") {
				t.Errorf("%d by %d: the last choice or the field is out of sight", s.Width, s.Height)
			}
		}
	})
}

func TestTheFirstAndTheLastOfAMenuAreSeenHoweverLowTheWindow(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		for _, s := range low {
			b.Resize(s)
			b.Go(paths.Lists.One(f.list))
			b.settle()
			for _, opens := range []func(){
				func() { b.Strike("j", "s") },
				func() { b.Strike("j", "a") },
				func() { b.Click("#user", "") },
			} {
				opens()
				b.Wait(`document.activeElement.closest('.menu:popover-open')`)
				for _, key := range []string{"End", "Home"} {
					b.Strike(key)
					if !b.sees(".menu:popover-open :focus") {
						t.Errorf("%d by %d: after %s %s is out of sight", s.Width, s.Height, key, b.Focused())
					}
				}
				b.Key(Escape)
				b.Wait(`!document.querySelector('.menu:popover-open')`)
			}
		}
	})
}
