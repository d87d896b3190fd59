package browsertest

import (
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/input"
)

// key is a key as the protocol wants to know it.
type key struct {
	name, text string
	code       int64
}

// The keys.
var (
	Tab    = key{"Tab", "", 9}
	Enter  = key{"Enter", "\r", 13}
	Escape = key{"Escape", "", 27}
	Delete = key{"Delete", "", 46}
)

// The modifiers of the protocol.
const control, shift = 2, 8

// Key presses keys, one after the other. Unlike chromedp's KeyEvent it sends no character of its own: a keydown that a
// page has handled must not type into what it moved the focus to.
func (b *Browser) Key(keys ...key) {
	b.tb.Helper()
	for _, k := range keys {
		if b.fox != nil {
			b.foxPress(k.name)
			continue
		}
		down := input.DispatchKeyEventTypeRawKeyDown
		if k.text != "" {
			down = input.DispatchKeyEventTypeKeyDown
		}
		for _, t := range []input.DispatchKeyEventType{down, input.DispatchKeyEventTypeKeyUp} {
			p := input.DispatchKeyEventParams{Type: t, Key: k.name, Code: k.name, WindowsVirtualKeyCode: k.code}
			if t == down {
				p.Text = k.text
			}
			call(b, input.DispatchKeyEvent, p)
		}
	}
}

// Strike presses keys by their names in the registry: "j", "Shift+J", "Mod+K", one after the other, and each when nothing
// is under way: hands are slower than a swap.
func (b *Browser) Strike(names ...string) {
	b.tb.Helper()
	if b.fox != nil {
		b.settle()
		b.foxPress(names...)
		return
	}
	for _, name := range names {
		b.settle()
		name, mod := strings.CutPrefix(name, "Mod+")
		name, shifted := strings.CutPrefix(name, "Shift+")
		p := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeRawKeyDown, Key: name}
		if name == Tab.name {
			p.WindowsVirtualKeyCode = Tab.code
		}
		if mod {
			p.Modifiers |= control
		}
		if shifted {
			p.Modifiers |= shift
		}
		call(b, input.DispatchKeyEvent, p)
		p.Type = input.DispatchKeyEventTypeKeyUp
		call(b, input.DispatchKeyEvent, p)
	}
}

// settle waits until the page is there, nothing is under way, and htmx has found all that is its own.
func (b *Browser) settle() {
	b.tb.Helper()
	b.Wait(`document.readyState === 'complete' && !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling') &&
		[...document.querySelectorAll('[hx-get], [hx-post]')].every((e) => e.dataset.htmxPowered !== undefined || e.closest('[hx-ignore]'))`)
}

// Type types text where the focus is.
func (b *Browser) Type(text string) {
	b.tb.Helper()
	if b.fox != nil {
		b.foxPress(strings.Split(text, "")...)
		return
	}
	call(b, input.InsertText, input.InsertTextParams{Text: text})
}

// TabTo presses Tab until the focus is on the visible element that css selects and that says text. When it is there
// already nothing is pressed: the way round leads through the browser's own buttons, and out of the window in Firefox.
func (b *Browser) TabTo(css, text string) {
	b.tb.Helper()
	wanted := script("find(a, b) === document.activeElement", css, text)
	until[bool](b, fmt.Sprintf("%s %q", css, text), script("!!find(a, b)", css, text))
	const most = 80
	for range most {
		if Eval[bool](b, wanted) {
			return
		}
		b.Key(Tab)
	}
	b.tb.Fatalf("%d times Tab did not lead to %s %q", most, css, text)
}

// Focused tells of the element that has the focus: its tag and id.
func (b *Browser) Focused() string {
	b.tb.Helper()
	return Eval[string](b, `document.activeElement.localName + '#' + document.activeElement.id`)
}
