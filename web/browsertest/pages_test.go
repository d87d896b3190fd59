package browsertest

import (
	"testing"

	"kinlist/internal/paths"
)

// aPage is a page that tests go through, and what is done there before they look.
type aPage struct {
	name, path string
	then       func(b *Browser)
}

// pages are all of the sample family as Maria sees them, some of them in a further state.
func (s sample) pages() []aPage {
	submit := func(b *Browser) {
		b.Click("#save", "")
		b.Wait(`document.getElementById('errors')`)
	}
	return []aPage{
		{name: "dashboard", path: paths.Home()},
		{name: "people", path: paths.People.Index()},
		{name: "person", path: paths.People.One(s.emma)},
		{name: "person, new", path: paths.People.New()},
		{name: "person, refused", path: paths.People.New(), then: submit},
		{name: "occasions", path: paths.Occasions.Index()},
		{name: "occasion", path: paths.Occasions.One(s.christmas)},
		{name: "occasion, edit", path: paths.Occasions.Edit(s.christmas)},
		{name: "lists", path: paths.Lists.Index()},
		{name: "lists, none found", path: paths.With(paths.Lists.Index(), "q", "nothing of this name")},
		{name: "list", path: paths.Lists.One(s.list)},
		{name: "list, status menu", path: paths.Lists.One(s.list), then: menu(func(b *Browser) { b.Click(b.Row("Jumper")+" .c-status button", "") })},
		{name: "list of own wishes", path: paths.Lists.One(s.wishes)},
		{name: "list, new", path: paths.Lists.New()},
		{name: "list, print", path: paths.Lists.Print(s.list)},
		{name: "gift, add", path: paths.NewListItem(s.list)},
		{name: "gift, add, refused", path: paths.NewListItem(s.list), then: submit},
		{name: "gifts", path: paths.Gifts.Index()},
		{name: "item", path: paths.Items.One(s.item)},
		{name: "item, edit", path: paths.Items.Edit(s.item)},
		{name: "user menu", path: paths.Home(), then: menu(func(b *Browser) { b.Click("#user", "") })},
		{name: "nothing here", path: "/lists/0196a2c4-0000-7000-8000-000000000000"},
	}
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
