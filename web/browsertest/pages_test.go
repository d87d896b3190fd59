package browsertest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/paths"
	"kinlist/views/gallery"
)

// aPage is a page that tests go through, and what is done there before they look.
type aPage struct {
	name, path string
	then       func(b *Browser)
}

// pages are all of the sample family as Maria sees them, some of them in a further state.
func (s sample) pages() []aPage {
	return slices.Concat(s.things(), s.plans(), s.talk(), s.settings(), s.papers(), s.dialogs())
}

// walk looks at every page in a window of its own, signed in as Maria.
func walk(t *testing.T, s sample, look func(b *Browser, p aPage), options ...Option) {
	t.Helper()
	b := s.open(t, options...)
	b.Expect(404)
	b.Expect(422)
	for _, p := range s.pages() {
		t.Run(p.name, func(t *testing.T) {
			b := b.In(t)
			b.Go(p.path)
			if shown := b.Text("main"); strings.HasPrefix(shown, "404") != (p.name == "nothing here") {
				t.Fatalf("it shows %s", shown)
			}
			if p.then != nil {
				p.then(b)
			}
			look(b, p)
		})
	}
}

//nolint:tparallel // one window walks through the pages, one after the other
func TestNoPageScrollsSidewaysAt320Pixels(t *testing.T) {
	t.Parallel()
	walk(t, newSample(t), func(b *Browser, _ aPage) {
		if wide := Eval[[]string](b, tooWide); len(wide) > 0 {
			b.tb.Errorf("wider than the screen: %v", wide)
		}
	}, On(Narrow))
}

// The samples of the gallery have names without a space, notes that go on and on, and every error there is.
func TestNoStateOfAnyPageScrollsSidewaysAt320Pixels(t *testing.T) {
	t.Parallel()
	b := newSample(t).open(t, On(Narrow))
	b.Expect(404)           // the pictures of the samples are nowhere
	b.Go(paths.Shortcuts()) // its style sheet is that of all pages
	for _, s := range gallery.Samples() {
		var html strings.Builder
		must(t, s.Component.Render(t.Context(), &html))
		page, err := json.Marshal(html.String())
		must(t, err)
		wide := Eval[[]string](b, fmt.Sprintf(`(() => {
			const sample = new DOMParser().parseFromString(%s, 'text/html');
			document.body.replaceWith(document.adoptNode(sample.body));
			return %s;
		})()`, page, tooWide))
		if len(wide) > 0 {
			t.Errorf("%s is wider than the screen: %v", s.Name, wide)
		}
	}
}

// tooWide names what makes the page wider than the window: nothing, when it does not scroll.
const tooWide = `(() => {
	const root = document.scrollingElement;
	if (root.scrollWidth <= innerWidth) return [];
	const out = [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth + 0.5);
	return [root.scrollWidth + ' px', ...out.slice(0, 5).map((e) => e.localName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right))];
})()`

// menu opens a menu and checks that a finger finds each entry.
func menu(open func(b *Browser)) func(b *Browser) {
	return func(b *Browser) {
		open(b)
		b.Wait(`document.querySelector(':popover-open')`)
		for _, size := range Eval[[]float64](b, `[...document.querySelectorAll(':popover-open button:not([hidden])')].map((e) => e.offsetHeight)`) {
			if size < 24 {
				b.tb.Errorf("an entry of the menu is %.0f px high", size)
			}
		}
	}
}
