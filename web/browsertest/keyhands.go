package browsertest

import (
	"fmt"
	"strings"

	"github.com/chromedp/cdproto/input"
)

// Letters presses a key for each letter, as hands do: what listens to keys hears them, a list of choices jumps by them.
func (b *Browser) Letters(text string) {
	b.tb.Helper()
	if b.fox != nil {
		b.foxPress(strings.Split(text, "")...)
		return
	}
	for _, letter := range text {
		p := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: string(letter), Text: string(letter)}
		if upper := strings.ToUpper(string(letter)); len(upper) == 1 {
			p.WindowsVirtualKeyCode = int64(upper[0])
		}
		call(b, input.DispatchKeyEvent, p)
		p.Type, p.Text = input.DispatchKeyEventTypeKeyUp, ""
		call(b, input.DispatchKeyEvent, p)
	}
}

// TabToField presses Tab until the focus is in the field that a label names.
func (b *Browser) TabToField(label string) {
	b.tb.Helper()
	until[bool](b, "the field "+label, script("!!field(a)", label))
	const most = 80
	for range most {
		if Eval[bool](b, script("field(a) === document.activeElement", label)) {
			return
		}
		b.Key(Tab)
	}
	b.tb.Fatalf("%d times Tab did not lead to the field %s; the focus is on %s", most, label, b.Focused())
}

// Write goes to the field that a label names by Tab, and types into it, in place of what Tab has selected there.
func (b *Browser) Write(label, text string) {
	b.tb.Helper()
	b.TabToField(label)
	b.Type(text)
}

// Choose goes to the list of choices that a label names by Tab, and types what the choice begins with.
func (b *Browser) Choose(label, begins string) {
	b.tb.Helper()
	b.TabToField(label)
	b.Letters(begins)
	b.Wait(script(fmt.Sprintf("tidy(field(a).selectedOptions[0].label).toLowerCase().startsWith(%q)", strings.ToLower(begins)), label))
}

// Tick goes to the box that a label names by Tab, and ticks it.
func (b *Browser) Tick(label string) {
	b.tb.Helper()
	b.TabToField(label)
	b.Letters(" ")
	b.Wait(script("field(a).checked", label))
}

// Press goes to the control that css selects and that says text by Tab, and presses Enter, which opens a page.
func (b *Browser) Press(css, text string) {
	b.tb.Helper()
	b.TabTo(css, text)
	b.Loading(func() { b.Key(Enter) })
}

// pick jumps in the open menu to what a word names, by its letter, and presses Enter.
func (b *Browser) pick(word string) {
	b.tb.Helper()
	b.Wait(`document.activeElement.closest(':popover-open')`)
	b.settle()
	const most = 5
	for range most {
		if Eval[bool](b, script("tidy(document.activeElement.textContent) === a", word)) {
			b.Key(Enter)
			return
		}
		b.Letters(strings.ToLower(word[:1]))
	}
	b.tb.Fatalf("its letter does not lead to %s; the focus is on %s", word, b.Focused())
}
