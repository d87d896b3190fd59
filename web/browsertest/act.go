package browsertest

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

//go:embed find.js
var finders string

// script is an expression that calls a body with the functions of find.js and with arguments.
func script(body string, args ...string) string {
	quoted := make([]string, len(args))
	for i, a := range args {
		raw, _ := json.Marshal(a) // a string always has a JSON form
		quoted[i] = string(raw)
	}
	return fmt.Sprintf("((a, b) => { %s\n return %s; })(%s)", finders, body, strings.Join(quoted, ", "))
}

// Click clicks the visible element that css selects and that says text, once it is there and nothing covers it.
func (b *Browser) Click(css, text string) {
	b.tb.Helper()
	b.step()
	b.clickAt(fmt.Sprintf("%s %q", css, text), script("spot(find(a, b))", css, text))
}

// clickAt clicks a spot that has come to rest: what is anchored to a button that scrolls follows it some frames later.
func (b *Browser) clickAt(what, expression string) {
	b.tb.Helper()
	at := until[[2]float64](b, what, expression)
	for moved := true; moved; {
		time.Sleep(frames)
		now := until[[2]float64](b, what, expression)
		at, moved = now, now != at
	}
	if b.fox != nil {
		b.foxClick(at[0], at[1])
		return
	}
	b.do(chromedp.MouseClickXY(at[0], at[1]))
}

// frames is how long a spot stays where it is before it is clicked: two frames, and one to spare.
const frames = 50 * time.Millisecond

// Follow clicks, and waits until the page that this leads to has loaded.
func (b *Browser) Follow(css, text string) {
	b.tb.Helper()
	b.Loading(func() { b.Click(css, text) })
}

// Loading does something that opens a page, and waits until that has loaded.
func (b *Browser) Loading(act func()) {
	b.tb.Helper()
	before := b.seen.loaded()
	act()
	if !waitFor(func() bool { return b.seen.loaded() > before }) {
		b.tb.Fatalf("no page was loaded; this one, %s, says:\n%s", b.Path(), b.Text("body"))
	}
}

// Fill types into the field that a label names, in place of what it holds.
func (b *Browser) Fill(label, text string) {
	b.tb.Helper()
	b.step()
	b.clickAt("the field "+label, script("spot(field(a))", label))
	Eval[bool](b, script("(field(a).select(), true)", label))
	if text == "" {
		b.Key(Delete)
		return
	}
	b.Type(text)
}

// Set gives a date, or a choice by its words, to the field that a label names, as a picker would.
func (b *Browser) Set(label, text string) {
	b.tb.Helper()
	const set = `(() => {
		const f = field(a), o = f.options && [...f.options].find((o) => tidy(o.label) === b);
		if (f.options && !o) return [...f.options].map((o) => o.label).join(', ');
		f.focus(); f.value = o ? o.value : b;
		f.dispatchEvent(new Event('change', { bubbles: true }));
		return '';
	})()`
	until[bool](b, "the field "+label, script("!!field(a)", label))
	b.step()
	if offered := Eval[string](b, script(set, label, text)); offered != "" {
		b.tb.Fatalf("%s has no %q, but %s", label, text, offered)
	}
}

// Check ticks the box that a label names.
func (b *Browser) Check(label string) {
	b.tb.Helper()
	b.step()
	b.clickAt("the box "+label, script("spot(field(a))", label))
	b.Wait(script("field(a).checked", label))
}

// Value is what the field that a label names holds.
func (b *Browser) Value(label string) string {
	b.tb.Helper()
	return Eval[string](b, script("field(a).value", label))
}

// step counts what a person does: a click, a field filled in.
func (b *Browser) step() { b.seen.steps.Add(1) }

// Steps is how many clicks and filled fields it has taken since the window opened.
func (b *Browser) Steps() int { return int(b.seen.steps.Load()) }

// Row is the selector of the row that tells of a gift, once there is one.
func (b *Browser) Row(title string) string {
	b.tb.Helper()
	return until[string](b, "the row of "+title, script("row(a)", title))
}

// Text is what the elements that css selects say, without what is hidden.
func (b *Browser) Text(css string) string {
	b.tb.Helper()
	return Eval[string](b, script("tidy([...document.querySelectorAll(a)].map((e) => e.innerText).join(' '))", css))
}

// Says waits until an element says something.
func (b *Browser) Says(css, text string) {
	b.tb.Helper()
	until[bool](b, fmt.Sprintf("%s to say %q", css, text), script("[...document.querySelectorAll(a)].some((e) => tidy(e.innerText).includes(b))", css, text))
}

// PDF prints the page as the print dialog would; in Chromium on the paper that the page asks for.
func (b *Browser) PDF() []byte {
	b.tb.Helper()
	if b.fox != nil {
		var printed struct{ Data []byte }
		b.ask("browsingContext.print", map[string]any{"context": b.fox.window}, &printed)
		return printed.Data
	}
	return call(b, page.PrintToPDF, page.PrintToPDFParams{PreferCSSPageSize: new(true)}).Data
}

// Picture is what the screen shows, as a PNG.
func (b *Browser) Picture() []byte {
	b.tb.Helper()
	return call(b, page.CaptureScreenshot, page.CaptureScreenshotParams{}).Data
}
