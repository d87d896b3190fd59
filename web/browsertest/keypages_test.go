package browsertest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kinlist/internal/keys"
	"kinlist/internal/paths"
)

// byKeys is a page and what is pressed on the dashboard to come to it.
type byKeys struct {
	name, path string
	strikes    string // by their names in the registry; parted by blanks
	row        string // then j until the focus is on this row, and Enter
	typed      string // or typed into what has the focus then, and Enter
	more       string // pressed at the end
}

func (s sample) byKeys() []byKeys {
	return []byKeys{
		{name: "dashboard", path: paths.Home(), strikes: "g d"},
		{name: "people", path: paths.People.Index(), strikes: "g p"},
		{name: "person", path: paths.People.One(s.emma), strikes: "g p", row: "Emma"},
		{name: "person, edit", path: paths.People.Edit(s.emma), strikes: "g p", row: "Emma", more: "e"},
		{name: "occasions", path: paths.Occasions.Index(), strikes: "g o"},
		{name: "occasion", path: paths.Occasions.One(s.christmas), strikes: "g o", row: "Christmas"},
		{name: "occasion, edit", path: paths.Occasions.Edit(s.christmas), strikes: "g o", row: "Christmas", more: "e"},
		{name: "lists", path: paths.Lists.Index(), strikes: "g l"},
		{name: "list", path: paths.Lists.One(s.list), strikes: "g l", row: "Emma’s Christmas"},
		{name: "list of own wishes", path: paths.Lists.One(s.wishes), strikes: "g l", row: "What I would like"},
		{name: "list, print", path: paths.Lists.Print(s.list), strikes: "g l", row: "Emma’s Christmas", more: "p"},
		{name: "item", path: paths.Items.One(s.item), strikes: "g l", row: "For Tom"},
		{name: "gifts", path: paths.Gifts.Index(), strikes: "g c"},
		{name: "gift", path: paths.Gifts.One(s.gift), strikes: "g c", row: "Telescope"},
		{name: "gift, edit", path: paths.Gifts.Edit(s.gift), strikes: "g c", row: "Telescope", more: "e"},
		{name: "inbox", strikes: "g i"},
		{name: "assignments", path: paths.Assignments(), strikes: "g m"},
		{name: "settings", path: paths.Profile(), strikes: "g s"},
		{name: "idea", path: paths.NewIdea(), strikes: "c"},
		{name: "search", path: paths.Search(), strikes: "/"},
		{name: "tags", path: paths.Tags.Index(), strikes: "Mod+K", typed: "Tags"},
		{name: "activity", path: paths.Activity(), strikes: "Mod+K", typed: "Activity"},
		{name: "trash", path: paths.Trash(), strikes: "Mod+K", typed: "Trash"},
		{name: "changes", path: paths.Changes(), strikes: "Mod+K", typed: "My recent changes"},
	}
}

// reach goes to a page from the dashboard by keys.
func (b *Browser) reach(p byKeys) {
	b.tb.Helper()
	b.Go(paths.Home())
	b.ready()
	strike := func() { b.Strike(strings.Fields(p.strikes)...) }
	switch {
	case p.typed != "":
		strike()
		b.Wait(`document.activeElement.id === 'palette-q'`)
		b.Type(p.typed)
		until[bool](b, "the choice "+p.typed, script("tidy(document.querySelector('[role=option][aria-selected=true]')?.textContent ?? '').includes(a)", p.typed))
		b.Loading(func() { b.Key(Enter) })
	default:
		b.Loading(strike)
	}
	if p.row != "" {
		b.toRow(p.row)
		b.Loading(func() { b.Key(Enter) })
		if p.name == "item" {
			b.toRow("Coffee grinder")
			b.Loading(func() { b.Key(Enter) })
		}
	}
	if p.more != "" {
		b.Loading(func() { b.Strike(p.more) })
	}
}

// ready waits until htmx has found what is its own on the page: it begins a moment after the page has loaded.
func (b *Browser) ready() {
	b.tb.Helper()
	b.Wait(`!document.querySelector('[hx-get], [hx-post]') || document.querySelector('[data-htmx-powered]')`)
}

// toRow presses j until the focus is in the row that says something.
func (b *Browser) toRow(says string) {
	b.tb.Helper()
	const most = 40
	for range most {
		b.Strike("j")
		if Eval[bool](b, script("tidy(document.activeElement.closest('[data-row]')?.innerText ?? '').includes(a)", says)) {
			return
		}
	}
	b.tb.Fatalf("%d times j does not lead to the row of %s; the focus is on %s", most, says, b.Focused())
}

func TestEveryPageIsReachedByItsKeysFromTheDashboard(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := s.open(t)
	for _, p := range s.byKeys() {
		t.Run(p.name, func(t *testing.T) {
			b := b.In(t)
			b.reach(p)
			if got := b.Path(); got != p.path && p.path != "" {
				t.Errorf("its keys lead to %s, it is at %s", got, p.path)
			}
		})
	}
}

// struck has the page note which control a key presses, over a change of the page, and prints nothing.
const struck = `(() => {
	sessionStorage.removeItem('struck');
	window.print = () => { window.printed = true; };
	const note = (el) => sessionStorage.getItem('struck') ?? sessionStorage.setItem('struck', JSON.stringify({
		key: el.dataset.key, tag: el.localName, type: el.type ?? '', href: el.href ?? '', part: el.hasAttribute('hx-get') || !!el.form?.hasAttribute('hx-post'),
		menu: el.hasAttribute('popovertarget') || !!el.dataset.menu, off: el.hidden || el.disabled || el.closest('form')?.hidden || false,
	}));
	addEventListener('click', (e) => { const el = e.target.closest('[data-key]'); if (el) note(el); }, true);
	addEventListener('focusin', (e) => { if (e.target.matches('input[data-key]:not([type=checkbox]), select[data-key], textarea[data-key]')) note(e.target); }, true);
	return true;
})()`

// look is what somebody would see change on a page.
const look = `JSON.stringify([location.href, document.activeElement.id, !!document.querySelector('dialog[open]'), !!document.querySelector(':popover-open'),
	[...document.querySelectorAll(':checked')].length, document.getElementById('bar')?.hidden, document.getElementById('main')?.innerText, !!window.printed])`

// hit is the control that a key pressed.
type hit struct {
	Key, Tag, Type, Href string
	Part, Menu, Off      bool
}

// offered are the keys of the page: what stands in its main part, or everywhere, in rows only what the first one has.
const offered = `(() => {
	const here = document.activeElement?.closest('[data-row]');
	const all = [...document.querySelectorAll(window.wide ? '[data-key]' : 'main [data-key]')].filter((el) => {
		const row = el.closest('[data-row]');
		return !el.closest('[data-chosen]') && (!row || row === here) && !el.disabled && (el.checkVisibility() || el.closest('[popover]'));
	});
	return [...new Set(all.map((el) => el.dataset.key))];
})()`

func TestEveryKeyOfEveryPageBringsWhatItsControlNames(t *testing.T) {
	t.Parallel()
	for _, name := range names(newSample(t).byKeys()) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := newSample(t)
			for _, p := range s.byKeys() {
				if p.name == name {
					s.open(t).pressAll(p)
				}
			}
		})
	}
}

func names(pages []byKeys) []string {
	all := make([]string, len(pages))
	for i, p := range pages {
		all[i] = p.name
	}
	return all
}

// pressAll presses every key of a page once, each in a fresh copy of it.
func (b *Browser) pressAll(p byKeys) {
	b.tb.Helper()
	b.reach(p)
	at := Eval[string](b, `location.pathname + location.search`)
	fresh := func() []string {
		b.Go(at)
		b.ready()
		if Eval[bool](b, `!!document.querySelector('main [data-row] a.item')`) {
			b.Strike("j")
		}
		return Eval[[]string](b, fmt.Sprintf(`(window.wide = %t, %s)`, p.name == "dashboard", offered))
	}
	for _, data := range fresh() {
		fresh()
		b.pressOne(strings.Split(data, "|")[0])
	}
}

// needForm are the keys that work within a form alone.
func needForm(press string) bool {
	for _, k := range keys.All {
		if k.Scope == keys.InForm && k.Data() == press {
			return true
		}
	}
	return false
}

// pressOne presses one key and checks that its control did what such a control does, and where the focus is then.
func (b *Browser) pressOne(press string) {
	b.tb.Helper()
	if needForm(press) {
		b.tabInto(press)
	}
	Eval[bool](b, struck)
	b.Forget()
	before, loads := Eval[string](b, look), b.seen.loaded()
	b.Strike(strings.Fields(press)...)
	raw := ""
	deadline := time.Now().Add(patience / 3)
	for raw == "" && time.Now().Before(deadline) {
		raw, _ = eval[string](b, `sessionStorage.getItem('struck') ?? ''`)
	}
	if raw == "" {
		b.tb.Errorf("%s: %s presses nothing", b.Path(), press)
		return
	}
	h := Eval[hit](b, raw)
	if h.Off { // not for this row
		return
	}
	if what := b.came(h, before, loads); what != "" {
		b.tb.Errorf("%s: %s presses a %s (%s %s), and %s", b.Path(), press, h.Tag, h.Type, h.Href, what)
		return
	}
	if b.seen.loaded() == loads {
		b.seesFocus(press)
	}
}

// tabInto presses Tab until the focus is in a form whose control a key presses.
func (b *Browser) tabInto(press string) {
	b.tb.Helper()
	const most = 60
	for range most {
		if Eval[bool](b, script(`[...document.activeElement.closest('form')?.querySelectorAll('[data-key]') ?? []].some((el) => el.dataset.key === a)`, press)) {
			return
		}
		b.Key(Tab)
	}
	b.tb.Fatalf("Tab does not lead into a form with %s", press)
}

// came waits for what a control brings, and says what was missing; "" is nothing.
func (b *Browser) came(h hit, before string, loads int) string {
	b.tb.Helper()
	seen := func(expression string) bool {
		return waitFor(func() bool { v, err := eval[bool](b, expression); return err == nil && v })
	}
	changed := fmt.Sprintf(`%s !== %q`, look, before)
	switch {
	case h.Href != "" && !strings.HasPrefix(h.Href, b.base):
		return "" // a shop, in a window of its own
	case h.Href != "" && !h.Part:
		if !seen(fmt.Sprintf(`location.href.split('#')[0] === %q.split('#')[0]`, h.Href)) {
			return "the page is " + b.Path()
		}
	case h.Menu:
		if !seen(`!!document.querySelector(':popover-open')`) {
			return "no menu is open"
		}
	case h.Tag == "select", h.Tag == "textarea", h.Tag == "input" && h.Type != "checkbox":
		if !seen(fmt.Sprintf(`document.activeElement.dataset.key === %q`, h.Key)) {
			return "the focus is elsewhere"
		}
	default:
		if !waitFor(func() bool {
			v, err := eval[bool](b, changed)
			return b.seen.loaded() > loads || len(b.Posts()) > 0 || err == nil && v
		}) {
			return "nothing happens"
		}
		b.settle()
	}
	return ""
}

// settle waits until nothing is under way.
func (b *Browser) settle() {
	b.tb.Helper()
	b.Wait(`document.readyState === 'complete' && !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')`)
}

// unseenFocus says what is wrong with the focus: nothing has it, nobody sees it, or something lies over it.
const unseenFocus = `(() => {
	const el = document.activeElement;
	if (!el || el === document.body) return 'is nowhere';
	if (el.matches('h1, h2, main')) return '';
	const shows = (e) => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; };
	if (!shows(el) && !(el.parentElement && shows(el.parentElement)) && !(el.closest('[data-row]') && shows(el.closest('[data-row]')))) return 'is not to be seen';
	const box = el.getClientRects()[0];
	if (!box) return 'is on what is not there';
	const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 2), y = Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 2);
	const top = document.elementFromPoint(x, y);
	return top && (el.contains(top) || top.contains(el) || top.closest('label')?.control === el) ? '' : 'is covered by ' + (top?.localName ?? 'nothing') + '#' + (top?.id ?? '') + ' at ' + x + ' ' + y;
})()`

func (b *Browser) seesFocus(press string) {
	b.tb.Helper()
	said := ""
	if !waitFor(func() bool {
		said, _ = eval[string](b, unseenFocus)
		return said == ""
	}) {
		b.tb.Errorf("%s: after %s the focus (%s) %s", b.Path(), press, b.Focused(), said)
	}
}
