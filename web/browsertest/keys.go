package browsertest

import (
	"fmt"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// The keys.
const (
	Tab    = kb.Tab
	Enter  = kb.Enter
	Escape = kb.Escape
	Delete = kb.Delete
	Down   = kb.ArrowDown
)

// Key presses keys, one after the other.
func (b *Browser) Key(keys ...string) {
	b.tb.Helper()
	for _, k := range keys {
		b.do(chromedp.KeyEvent(k))
	}
}

// TabTo presses Tab until the focus is on the visible element that css selects and that says text.
func (b *Browser) TabTo(css, text string) {
	b.tb.Helper()
	wanted := script("find(a, b) === document.activeElement", css, text)
	until[bool](b, fmt.Sprintf("%s %q", css, text), script("!!find(a, b)", css, text))
	const most = 80
	for range most {
		b.Key(Tab)
		if Eval[bool](b, wanted) {
			return
		}
	}
	b.tb.Fatalf("%d times Tab did not lead to %s %q", most, css, text)
}

// Focused tells of the element that has the focus: its tag and id.
func (b *Browser) Focused() string {
	b.tb.Helper()
	return Eval[string](b, `document.activeElement.localName + '#' + document.activeElement.id`)
}

// waitFor waits until done, and reports whether it came to that.
func waitFor(done func() bool) bool {
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		if done() {
			return true
		}
		time.Sleep(2 * time.Millisecond) //nolint:forbidigo // between two looks
	}
	return done()
}
