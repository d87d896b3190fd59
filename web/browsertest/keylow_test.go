package browsertest

import (
	"testing"

	"kinlist/internal/paths"
)

// low are windows in which a menu does not fit: a phone's size and a laptop's that is zoomed to 200 %.
var low = []Screen{Narrow, {640, 360, false}}

// inSight waits until what css selects is there, can be seen whole and is not covered: a menu follows what it hangs on with
// the next frame.
func (b *Browser) inSight(css string) {
	b.tb.Helper()
	until[bool](b, css+" in sight", script(`(() => {
		const el = document.querySelector(a), { left, top, bottom } = el?.getBoundingClientRect() ?? {};
		return !!el && top >= 0 && bottom <= innerHeight && el.contains(document.elementFromPoint(left + 5, bottom - 5));
	})()`, css))
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
			b.inSight("#choices [aria-selected=true]")
			b.inSight("#palette-q")
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
					b.inSight(".menu:popover-open :focus")
				}
				b.Key(Escape)
				b.Wait(`!document.querySelector('.menu:popover-open')`)
			}
		}
	})
}
