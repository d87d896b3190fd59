package browsertest

import (
	"fmt"
	"testing"

	"kinlist/internal/paths"
)

func TestTenIdeasAreCapturedInARowByKeysAlone(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.People.Index())
		b.Loading(func() { b.Strike("c") })
		for i := range 10 {
			b.Wait(`document.activeElement.id === 'title' && document.activeElement.value === ''`)
			b.Type(fmt.Sprintf("Idea %d", i))
			last := "Mod+Shift+Enter"
			if i == 9 {
				last = "Mod+Enter"
			}
			b.Loading(func() { b.Strike(last) })
		}
		b.Wait(`document.querySelectorAll('[data-row]').length === 10`)
		b.Strike("j", "j", "Shift+G", "g", "g")
		if got := Eval[string](b, `document.activeElement.textContent`); got != "Idea 0" {
			t.Errorf("gg leads to %q", got)
		}
	})
}

func TestTheSheetAndThePaletteOpenByKeysAndGiveTheFocusBack(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.Strike("j")
		row := b.Focused()
		b.Strike("?")
		b.Wait(`document.querySelector('#keys[open]')`)
		b.Key(Escape)
		b.Wait(`!document.querySelector('#keys')`)
		if got := b.Focused(); got != row {
			t.Errorf("after the sheet the focus is on %s, it was on %s", got, row)
		}
		b.Strike("Mod+K")
		b.Wait(`document.activeElement.id === 'palette-q'`)
		b.Type("ben")
		b.Wait(`document.querySelector('[role=option][aria-selected=true]')?.textContent.includes('Ben')`)
		b.Loading(func() { b.Key(Enter) })
		if got := b.Path(); got != paths.People.One(f.Ben) && got != paths.Lists.One(f.list) {
			t.Errorf("the palette leads to %s", got)
		}
	})
}

func TestEscapeGoesOneStepAndAsksOnlyWhenSomethingWasTyped(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.People.New())
		Eval[bool](b, `window.asked = 0, window.confirm = () => { asked++; return false; }, document.getElementById('display_name').focus(), true`)
		b.Type("Somebody")
		b.Key(Escape)
		b.Wait(`asked === 1`)
		if got := b.Value("Name"); got != "Somebody" || b.Path() != paths.People.New() {
			t.Errorf("it left for %s, and the name is %q", b.Path(), got)
		}
		b.Go(paths.People.New())
		Eval[bool](b, `document.getElementById('display_name').focus(), true`)
		b.Loading(func() { b.Key(Escape) })
		if got := b.Path(); got != paths.People.Index() {
			t.Errorf("with nothing typed it leads to %s", got)
		}
	})
}
