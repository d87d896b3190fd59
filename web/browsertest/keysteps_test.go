package browsertest

import (
	"testing"

	"kinlist/internal/paths"
)

func TestASequenceEndsAfterOneAndAHalfSecondsAndEscapeSelectsNothing(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.Strike("j", "x")
		b.Wait(`!document.getElementById('bar').hidden`)
		b.Strike("Escape")
		b.Wait(`document.getElementById('bar').hidden && !document.querySelector('[form=bulk]:checked')`)

		Eval[bool](b, noting)
		for _, c := range []struct{ later, want string }{{"1400", "g d"}, {"1600", ""}} {
			if got := Eval[string](b, script(`(() => {
				pressed.length = 0;
				for (const [key, timeStamp] of [['g', 100000], ['d', 100000 + Number(a)]]) {
					const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
					Object.defineProperty(event, 'timeStamp', { value: timeStamp });
					document.activeElement.dispatchEvent(event);
				}
				return pressed.join(' ');
			})()`, c.later)); got != c.want {
				t.Errorf("after %s ms d presses %q, want %q", c.later, got, c.want)
			}
		}
	})
}
