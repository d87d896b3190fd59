package browsertest

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// patience is how long a test waits for a thing before it fails: as long as the largest page takes to be printed on a
// machine that does much else.
const patience = 30 * time.Second

// Screen is what a page is looked at on.
type Screen struct {
	Width, Height int64
	Touch         bool
}

// The screens.
var (
	Phone  = Screen{390, 844, true}
	Laptop = Screen{1280, 900, false}
	Tablet = Screen{800, 1000, true}
	Narrow = Screen{320, 640, false} // a laptop zoomed to 400 %
)

// Browser is one window with its own cookies. It belongs to one test at a time.
type Browser struct {
	tb   testing.TB
	ctx  context.Context //nolint:containedctx // the way chromedp hands a window on
	base string
	seen *record
	fox  *fox // nil for Chromium
}

// Option says how a Browser differs from the usual: a laptop, light, with JavaScript.
type Option func(*Browser)

// On looks at the pages on a screen.
func On(s Screen) Option { return func(b *Browser) { b.Resize(s) } }

// Dark prefers dark colours.
func Dark(b *Browser) { b.Prefer("dark") }

// NoScript turns JavaScript off, in Chromium alone: over WebDriver BiDi Firefox knows no command for it.
func NoScript(b *Browser) {
	b.tb.Helper()
	call(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
}

// Open opens a window on the site at the address base.
func Open(tb testing.TB, base string, options ...Option) *Browser {
	tb.Helper()
	ctx, cancel := chromedp.NewContext(chromium, chromedp.WithNewBrowserContext())
	tb.Cleanup(cancel)
	b := &Browser{tb: tb, ctx: ctx, base: base, seen: newRecord(base)}
	if err := chromedp.Do(ctx); err != nil {
		tb.Fatal(err)
	}
	if err := chromedp.Listen(ctx, b.seen.hear); err != nil {
		tb.Fatal(err)
	}
	b.Resize(Laptop)
	b.Prefer("light")
	for _, o := range options {
		o(b)
	}
	tb.Cleanup(func() {
		for _, p := range b.seen.problems() {
			tb.Error(p)
		}
	})
	return b
}

// In is the same window for a subtest.
func (b *Browser) In(tb testing.TB) *Browser {
	tb.Helper()
	c := *b
	c.tb = tb
	return &c
}

// Resize changes the screen.
func (b *Browser) Resize(s Screen) {
	b.tb.Helper()
	if b.fox != nil {
		b.ask("browsingContext.setViewport", map[string]any{"context": b.fox.window, "viewport": map[string]any{"width": s.Width, "height": s.Height}}, nil)
		return
	}
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: s.Width, Height: s.Height, DeviceScaleFactor: 1, Mobile: s.Touch,
	})
	call(b, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: s.Touch})
}

// Prefer chooses the colour scheme, "light" or "dark". Nothing moves by itself in either.
func (b *Browser) Prefer(scheme string) {
	b.tb.Helper()
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
}

// Go opens an address of the site and waits until it has loaded.
func (b *Browser) Go(path string) {
	b.tb.Helper()
	if b.fox != nil {
		b.ask("browsingContext.navigate", map[string]any{"context": b.fox.window, "url": b.base + path, "wait": "complete"}, nil)
		return
	}
	b.do(chromedp.Navigate(b.base + path))
}

// Path is where the window is, without the host.
func (b *Browser) Path() string {
	b.tb.Helper()
	return Eval[string](b, `location.pathname`)
}

// SignIn goes through the sign-in form.
func (b *Browser) SignIn(email, password string) {
	b.tb.Helper()
	b.Go("/login")
	b.Fill("Email", email)
	b.Fill("Password", password)
	b.Follow("button", "Sign in")
	if p := b.Path(); p != "/" {
		b.tb.Fatalf("after signing in: at %s, which says %q", p, b.Text("main"))
	}
}

// Eval is the value of a JavaScript expression on the page. It works on a page whose own scripts are off, too.
func Eval[T any](b *Browser, expression string) T {
	b.tb.Helper()
	v, err := eval[T](b, expression)
	if err != nil {
		b.tb.Fatalf("%s: %v", expression, err)
	}
	return v
}

func eval[T any](b *Browser, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if b.fox != nil {
		var v T
		raw, err := b.fox.evaluate(ctx, expression)
		if err == nil {
			err = json.Unmarshal(raw, &v)
		}
		return v, err
	}
	return chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// until asks again and again until an expression is something: neither null nor false. It lives through a change of
// the page, and works where scripts are off.
func until[T any](b *Browser, what, expression string) T {
	b.tb.Helper()
	var raw json.RawMessage
	var err error
	if !waitFor(func() bool {
		raw, err = eval[json.RawMessage](b, expression)
		return err == nil && len(raw) > 0 && string(raw) != "null" && string(raw) != "false"
	}) {
		b.tb.Fatalf("waited in vain for %s at %s (%v); the page says:\n%s", what, b.Path(), err, b.Text("main"))
	}
	var v T
	if err := json.Unmarshal(raw, &v); err != nil {
		b.tb.Fatalf("%s: %v", what, err)
	}
	return v
}

// waitFor looks again and again until done, and reports whether it came to that.
func waitFor(done func() bool) bool {
	again, enough := time.NewTicker(3*time.Millisecond), time.After(patience)
	defer again.Stop()
	for !done() {
		select {
		case <-again.C:
		case <-enough:
			return done()
		}
	}
	return true
}

// Wait waits until a JavaScript expression is true.
func (b *Browser) Wait(expression string) {
	b.tb.Helper()
	until[bool](b, expression, "!!("+expression+")")
}

func (b *Browser) do(steps ...chromedp.Action[chromedp.Void]) {
	b.tb.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	if err := chromedp.Do(ctx, steps...); err != nil {
		b.tb.Fatal(err)
	}
}

// call sends a command to the window.
func call[P, R any](b *Browser, command cdp.Command[P, R], params P) R {
	b.tb.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	r, err := chromedp.Call(ctx, command, params)
	if err != nil {
		b.tb.Fatalf("%s: %v", command.Method, err)
	}
	return r
}
