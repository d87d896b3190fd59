package browsertest

import (
	"slices"
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

func TestAStepOnAndBackActsOnTheRowOrOnEachOfTheSelectedFromItsOwnStatus(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 4)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		b.Strike("j", "4")
		b.Says("#group-ordered [data-row]", "Gift 000")
		b.Strike(",")
		b.Says("#group-buying [data-row]", "Gift 000")
		b.Strike(".")
		b.Says("#group-ordered [data-row]", "Gift 000")

		b.Strike("Shift+X")
		b.Wait(`document.querySelectorAll('[form=bulk]:checked').length === 4`)
		b.Forget()
		b.Strike(".")
		b.Wait(`document.querySelectorAll('#group-shortlisted [data-row]').length === 3`)
		b.Says("#group-delivered [data-row]", "Gift 000")
		if posts := b.Posts(); len(posts) != 1 {
			t.Errorf("%d requests: %v", len(posts), posts)
		}
		b.settle()
		b.Strike("u")
		b.Wait(`document.querySelectorAll('#group-idea [data-row]').length === 3 && document.querySelector('#group-ordered [data-row]')`)
	})
}

func TestWithSeveralSelectedAKeyForOneGiftSaysSoAndDoesNothing(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 3)
		b := open(t, f.Site, f.Maria)
		at := paths.Lists.One(f.list)
		b.Go(at)
		b.settle()
		b.Strike("j", "Shift+J")
		for _, key := range []string{"e", "r"} {
			Eval[bool](b, `(document.getElementById('picked').value = '', true)`)
			b.Forget()
			b.Strike(key)
			b.Says("#picked", "2 selected: this key is for one gift.")
			asked := slices.DeleteFunc(b.Requests(), Request.ofStream)
			if got := b.Path(); got != at || len(asked) > 0 {
				t.Errorf("%s leads to %s and asks for %v", key, got, asked)
			}
		}
		b.Strike("x") // the last of two: the other row is selected still
		b.Says("#picked", "1 selected")
		b.Strike("k", "b")
		b.Wait(`document.activeElement.matches('input[name=planned_price]')`)
	})
}

func TestShiftAndKSelectsGoingUpAndStopsAtTheFirstRow(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 3)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		picked := func() string {
			return Eval[string](b, `[...document.querySelectorAll('[data-row]')].map((row) => Number(row.querySelector('[form=bulk]').checked)).join('')`)
		}
		b.Strike("Shift+G", "Shift+K")
		if got := picked(); got != "011" {
			t.Errorf("from the last row one up selects %s", got)
		}
		b.Strike("Shift+K", "Shift+K")
		if got := picked(); got != "111" {
			t.Errorf("on to the first and further selects %s", got)
		}
		if !Eval[bool](b, `document.activeElement === document.querySelector('[data-row] a.item')`) {
			t.Errorf("the focus is on %s", b.Focused())
		}
	})
}

func TestARowsMoveHasTheFocusAndEscapeLeadsBackToTheRow(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 2)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		b.Strike("j")
		row := b.Focused()
		b.Strike("l")
		b.Wait(`document.activeElement.id === 'move-to'`)
		b.settle()
		b.Key(Escape)
		b.Wait(`!document.getElementById('move-form')`)
		if got := b.Focused(); got != row {
			t.Errorf("after Escape the focus is on %s, it was on %s", got, row)
		}
	})
}

func TestAFormHasTheFocusInItsFirstFieldAndIsLeftByEscapeFromAnywhere(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		for at, field := range map[string]string{
			paths.Items.Edit(f.item): "quantity", paths.Lists.Edit(f.list): "name", paths.People.Edit(f.Ben): "display_name", paths.Occasions.Edit(f.Christmas): "name",
		} {
			b.Go(at)
			b.Wait(`document.activeElement.id === '` + field + `'`)
			Eval[bool](b, `(document.activeElement.blur(), true)`)
			b.Loading(func() { b.Key(Escape) })
			if got := b.Path(); got+"/edit" != at {
				t.Errorf("Escape leads from %s to %s", at, got)
			}
		}
	})
}

func TestUndoWithNothingToTakeBackStaysWhereItIsAndSaysSo(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Tom)
		b.Go(paths.People.Index())
		b.settle()
		b.Loading(func() { b.Strike("u") })
		b.Says("#notices", "There is nothing of the last half hour to take back.")
		if got := b.Path(); got != paths.People.Index() {
			t.Errorf("it leads to %s", got)
		}
	})
}
