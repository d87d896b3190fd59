package browsertest

import (
	"encoding/json"
	"fmt"
	"testing"

	"kinlist/internal/paths"
)

// stroke is a keydown as the browsers of a layout send it.
type stroke struct {
	Key       string `json:"key"`
	Code      string `json:"code"`
	Shift     bool   `json:"shiftKey,omitempty"`
	Ctrl      bool   `json:"ctrlKey,omitempty"`
	Alt       bool   `json:"altKey,omitempty"`
	Meta      bool   `json:"metaKey,omitempty"`
	Composing bool   `json:"isComposing,omitempty"`
	Repeat    bool   `json:"repeat,omitempty"`
	KeyCode   int    `json:"keyCode,omitempty"`
}

// noting has the page note what a key presses, and lets nothing happen.
const noting = `(window.pressed = [], HTMLElement.prototype.click = function () { pressed.push(this.dataset.key); }, true)`

// pressed is what a keydown presses on the focused row: its data-key, "" for nothing.
func (b *Browser) pressed(s stroke) string {
	b.tb.Helper()
	down, err := json.Marshal(s)
	if err != nil {
		b.tb.Fatal(err)
	}
	return Eval[string](b, fmt.Sprintf(`(() => {
		pressed.length = 0;
		document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {...%s, bubbles: true, cancelable: true}));
		return pressed.join(' ');
	})()`, down))
}

func TestKeysAreFoundOnEveryLayoutAndLeaveTheBrowsersOwnAlone(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		Eval[bool](b, noting)
		Eval[bool](b, `document.querySelector('[data-row] a.item').focus(), true`)
		for _, c := range []struct {
			layout, want string
			stroke       stroke
		}{
			{"US", "2", stroke{Key: "2", Code: "Digit2"}},
			{"US", "?", stroke{Key: "?", Code: "Slash", Shift: true}},
			{"US, caps lock", "c", stroke{Key: "C", Code: "KeyC"}},
			{"US, keypad", "2", stroke{Key: "2", Code: "Numpad2"}},
			{"UK", "2", stroke{Key: "2", Code: "Digit2"}},
			{"UK, pound sign", "", stroke{Key: "£", Code: "Digit3", Shift: true}},
			{"German", "2", stroke{Key: "2", Code: "Digit2"}},
			{"German, slash is Shift and 7", "/", stroke{Key: "/", Code: "Digit7", Shift: true}},
			{"German", "?", stroke{Key: "?", Code: "Minus", Shift: true}},
			{"German, z is where y is", "u|z", stroke{Key: "z", Code: "KeyY"}},
			{"German, paragraph sign", "", stroke{Key: "§", Code: "Digit3", Shift: true}},
			{"French, digits without Shift", "2", stroke{Key: "é", Code: "Digit2"}},
			{"French, digits with Shift", "2", stroke{Key: "2", Code: "Digit2", Shift: true}},
			{"French", "/", stroke{Key: "/", Code: "Period", Shift: true}},
			{"French, a is where q is", "a", stroke{Key: "a", Code: "KeyQ"}},
			{"Czech, digits without Shift", "2", stroke{Key: "ě", Code: "Digit2"}},
			{"Czech, digits with Shift", "2", stroke{Key: "2", Code: "Digit2", Shift: true}},
			{"Czech", "/", stroke{Key: "/", Code: "BracketLeft", Shift: true}},
			{"Polish", "2", stroke{Key: "2", Code: "Digit2"}},
			{"Polish, AltGr", "", stroke{Key: "ć", Code: "KeyC", Ctrl: true, Alt: true}},
			{"composing", "", stroke{Key: "c", Code: "KeyC", Composing: true}},
			{"composing, as Safari says it", "", stroke{Key: "c", Code: "KeyC", KeyCode: 229}},
			{"held down", "", stroke{Key: "c", Code: "KeyC", Repeat: true}},
			{"the browser's copy", "", stroke{Key: "c", Code: "KeyC", Ctrl: true}},
			{"the browser's print", "", stroke{Key: "p", Code: "KeyP", Meta: true}},
			{"the browser's tab 2", "", stroke{Key: "2", Code: "Digit2", Ctrl: true}},
			{"the browser's menu", "", stroke{Key: "s", Code: "KeyS", Alt: true}},
		} {
			if got := b.pressed(c.stroke); got != c.want {
				t.Errorf("%s: %+v presses %q, want %q", c.layout, c.stroke, got, c.want)
			}
		}
	})
}

func TestWithTheSwitchOffNothingReactsButTheBrowsersOwnKeys(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Shortcuts())
		b.Loading(func() { b.Click("button", "Turn the keys off") })
		b.Go(paths.Lists.One(f.list))
		Eval[bool](b, noting)
		Eval[bool](b, `document.querySelector('[data-row] a.item').focus(), true`)
		for _, s := range []stroke{{Key: "c", Code: "KeyC"}, {Key: "2", Code: "Digit2"}, {Key: "?", Code: "Slash", Shift: true}, {Key: "k", Code: "KeyK", Ctrl: true}} {
			if got := b.pressed(s); got != "" {
				t.Errorf("%+v presses %q although the keys are off", s, got)
			}
		}
		if link := b.Focused(); link != "a#open-"+f.item {
			t.Errorf("the focus went to %s", link)
		}
	})
}
