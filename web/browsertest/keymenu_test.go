package browsertest

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/keys"
	"kinlist/internal/paths"
)

func TestAMenuIsWalkedByArrowsEndsAndLettersAndADigitChoosesInIt(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		b.Strike("j", "s")
		b.Wait(`document.activeElement.closest('#moves:popover-open')`)
		all := Eval[[]string](b, `[...document.querySelectorAll('#moves :is(button, a)')].filter((el) => el.checkVisibility()).map((el) => el.localName + '#' + el.id)`)
		last := len(all) - 1
		for _, c := range []struct {
			key  string
			want string
		}{
			{"ArrowDown", all[1]}, {"ArrowUp", all[0]}, {"ArrowUp", all[last]}, {"ArrowDown", all[0]}, {"End", all[last]}, {"Home", all[0]}, {"w", "button#to-wrapped"},
		} {
			if c.key == "w" {
				b.Letters("w")
			} else {
				b.Strike(c.key)
			}
			if got := b.Focused(); got != c.want {
				t.Errorf("after %s the focus is on %s, want %s", c.key, got, c.want)
			}
		}
		b.Strike("4")
		b.Says("#group-ordered [data-row]", "Wooden train")
		if got, want := b.Focused(), "a#open-"+f.item; got != want {
			t.Errorf("the focus is on %s, want %s", got, want)
		}
	})
}

func TestTheLastOfAStatusMenuAndOfABuyerMenuLeadsToAllThatHasTheSame(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		f.Item(t, f.Maria, f.list, fixture.Gift("Drum", "12"))
		b := open(t, f.Site, f.Maria)
		for key, want := range map[string]string{"s": "status=idea", "a": "buyer=nobody"} {
			b.Go(paths.Lists.One(f.list))
			b.settle()
			b.Strike("j", key)
			b.Wait(`document.activeElement.closest('.menu:popover-open')`)
			b.Strike("End")
			b.Loading(func() { b.Key(Enter) })
			if got := Eval[string](b, `location.search`); got != "?"+want {
				t.Errorf("%s leads to %s", key, got)
			}
		}
	})
}

func TestOOpensTheRowAndEscapeLeavesAFieldForTheRow(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		b.Strike("j", "Shift+C")
		b.Wait(`document.activeElement.id === 'quick-line'`)
		b.Type("o") // in a field a key is a letter
		b.Key(Escape)
		b.Wait(script(`document.activeElement.id === a`, "open-"+f.item))
		b.Loading(func() { b.Strike("o") })
		if got := b.Path(); got != paths.Items.One(f.item) {
			t.Errorf("o opens %s", got)
		}
	})
}

func TestWhenARowLeavesTheListTheFocusGoesToTheNextAndFromTheLastToTheHeading(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		second := f.Item(t, f.Maria, f.list, fixture.Gift("Drum", "12"))
		b := open(t, f.Site, f.Maria)
		b.Go(paths.With(paths.Lists.One(f.list), "status", "idea"))
		b.settle()
		b.Strike("j", "2")
		b.Wait(script(`!document.getElementById('row-' + a) && document.activeElement.id === 'open-' + b`, f.item, second))
		b.Strike("2")
		b.Wait(`!document.querySelector('[data-row]') && document.activeElement.matches('h1, h2')`)
	})
}

func TestThePaletteOffersWhatThePageHasWithItsKey(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		b.Strike("Mod+K")
		b.Wait(`document.activeElement.id === 'palette-q'`)
		b.Type("print")
		b.Wait(`[...document.querySelectorAll('#choices [role=option]')].some((el) => el.textContent.startsWith('Print') && el.querySelector('kbd')?.textContent === 'p')`)
	})
}

func TestThePaletteNamesWhatThePageHasWithoutTheKeyInAnyLanguage(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		must(t, f.Services.Users.UpdateSettings(t.Context(), f.Maria, dto.SettingsInput{Theme: "system", Accent: "auto", Language: "de"}))
		for path, want := range map[string]string{
			paths.Lists.One(f.list): "Bearbeiten",      // by e, which stands in it
			paths.People.One(f.Ben): "Idee hinzufügen", // shows its key
		} {
			b.Go(path)
			b.settle()
			b.Strike("Mod+K")
			b.Wait(`document.activeElement.id === 'palette-q' && document.querySelector('#choices button')`)
			offered := Eval[[]string](b, `[...document.querySelectorAll('#choices button')].map((el) => el.firstChild.data)`)
			if !slices.Contains(offered, want) {
				t.Errorf("%s offers %q, not %q", path, offered, want)
			}
		}
	})
}

func TestWhatWasTypedOutlastsASessionThatEndedMeanwhile(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Expect(http.StatusUnauthorized)
		b.Go(paths.People.Edit(f.Ben))
		b.settle()
		b.Write("Notes", "Half a night of work")
		Eval[bool](b, fmt.Sprintf(`(() => { const x = new XMLHttpRequest(); x.open('POST', %q, false); x.send(); return true; })()`, paths.Logout()))
		b.Loading(func() { b.Strike("Mod+Enter") })
		b.Write("Email", f.SetPassword(t, f.Maria))
		b.Write("Password", fixture.Password)
		b.Loading(func() { b.Key(Enter) })
		b.TabTo("main button[type=submit]", "") // sends it once more
		b.Loading(func() { b.Key(Enter) })
		b.Says("main", "Half a night of work")
	})
}

// Every key of the registry but those of an open menu, which are as old as menus are.
func TestTheSheetTurnsTheKeysOffAndThenNoneOfThemDoesAnything(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		b.Strike("j", "?")
		b.Wait(`document.querySelector('#keys[open]')`)
		b.Press("#keys-switch", "")
		if got := b.Path(); got != paths.Lists.One(f.list) {
			t.Errorf("it leads to %s", got)
		}
		Eval[bool](b, noting)
		Eval[bool](b, `document.querySelector('[data-row] a.item').focus(), true`)
		for _, k := range keys.All {
			if k.Scope == keys.InMenu {
				continue
			}
			for _, press := range k.Presses {
				for name := range strings.FieldsSeq(press) {
					s := stroke{}
					s.Key, s.Ctrl = strings.CutPrefix(name, "Mod+")
					s.Key, s.Shift = strings.CutPrefix(s.Key, "Shift+")
					if got := b.pressed(s); got != "" {
						t.Errorf("%s presses %q although the keys are off", press, got)
					}
				}
			}
		}
		if got := b.Focused(); got != "a#open-"+f.item {
			t.Errorf("the focus went to %s", got)
		}
	})
}
