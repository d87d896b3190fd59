package browsertest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"kinlist/internal/fixture"
	"kinlist/internal/keys"
)

// struck has the page note which control a key presses, over a change of the page; it prints nothing, and opens no window.
const struck = `(() => {
	sessionStorage.removeItem('struck');
	window.print = () => { window.printed = true; };
	const note = (el) => sessionStorage.getItem('struck') ?? sessionStorage.setItem('struck', JSON.stringify({
		key: el.dataset.key, tag: el.localName, type: el.type ?? '', href: el.href ?? '', part: el.hasAttribute('hx-get') || !!el.form?.hasAttribute('hx-post'),
		menu: el.hasAttribute('popovertarget') || !!el.dataset.menu, off: el.hidden || el.disabled || el.closest('form')?.hidden || false,
	}));
	addEventListener('click', (e) => {
		const el = e.target.closest('[data-key]');
		if (el) note(el);
		if (el?.target === '_blank') e.preventDefault();
	}, true);
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

// offered are the keys of a part of the page and what they press, in rows only what the one with the focus has, in the bar
// only with a selection.
const offered = `(() => {
	const here = document.activeElement?.closest('[data-row]');
	const all = [...document.querySelectorAll(%q)].filter((el) => {
		const row = el.closest('[data-row]');
		return (!el.closest('[data-chosen]') || document.querySelector('[form=bulk]:checked')) && (!row || row === here) &&
			(here || !el.closest('[data-shared]')) && !el.disabled && (el.checkVisibility() || el.closest('[popover]'));
	});
	const way = (el) => [el.dataset.key, el.localName, el.type, el.hasAttribute('hx-get'), el.form?.hasAttribute('hx-post'), el.form?.method,
		el.hasAttribute('popovertarget'), el.dataset.menu, !!el.closest('[data-row]'), !!el.closest('[data-shared]'), !!el.closest('[data-chosen]')].join();
	return [...new Map(all.map((el) => [el.dataset.key, { key: el.dataset.key, way: way(el) }])).values()];
})()`

// offer is a key of a page, and in what way its control takes part in the page.
type offer struct{ Key, Way string }

//nolint:tparallel // one window walks through the pages, one after the other
func TestEveryPageIsReachedByItsKeysAndEveryKeyOfItBringsWhatItsControlNames(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := s.open(t)
	for _, p := range s.byKeys() {
		t.Run(p.name, func(t *testing.T) { b.In(t).pressAll(p, func(offer) bool { return true }) })
	}
}

// To press every key of every page in Firefox too would cost minutes: a key that presses the same sort of control in the
// same sort of place on several pages is pressed on the first of them.
//
//nolint:tparallel // one window walks through the pages, one after the other
func TestEveryPageIsReachedByItsKeysInFirefoxTooAndEveryKeyBringsWhatItsControlNames(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := OpenFirefox(t, s.Server.URL)
	b.SignIn(s.email, fixture.Password)
	pressed, ways := map[string]bool{}, map[string]bool{}
	isNew := func(o offer) bool {
		known := ways[o.Way]
		pressed[o.Key], ways[o.Way] = true, true
		return !known
	}
	for _, p := range s.byKeys() {
		t.Run(p.name, func(t *testing.T) { b.In(t).pressAll(p, isNew) })
	}
	for _, k := range keys.All {
		if !k.Native && !pressed[k.Data()] {
			t.Errorf("no page has %s (%s)", k.Name, k.Data())
		}
	}
}

// pressAll goes to a page and presses those of its keys that are wanted, each in a fresh copy of it.
func (b *Browser) pressAll(p byKeys, wanted func(offer) bool) {
	b.tb.Helper()
	b.Expect(http.StatusUnprocessableEntity) // of a form that is saved as empty as it is
	b.Expect(http.StatusConflict)
	b.ExpectPictures()
	b.arrives(p)
	at := Eval[string](b, `location.pathname + location.search`)
	offers := func() []offer {
		b.settle()
		if Eval[bool](b, `!!document.querySelector('main [data-row] a.item')`) {
			b.Strike("j")
		}
		part := "main [data-key]"
		switch {
		case p.name == "dashboard":
			part = "[data-key]"
		case p.selected:
			b.Strike("x")
			b.Wait(`!document.getElementById('bar').hidden`)
			part = "[data-chosen] [data-key]"
		}
		return Eval[[]offer](b, fmt.Sprintf(offered, part))
	}
	b.Go(at)
	fresh := true
	for _, o := range offers() {
		if !wanted(o) {
			continue
		}
		if !fresh {
			b.Go(at)
			there := func(now offer) bool { return now.Key == o.Key }
			if !slices.ContainsFunc(offers(), there) { // what was pressed before has taken it away
				continue
			}
		}
		fresh = false
		b.pressOne(strings.Split(o.Key, "|")[0])
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
	} else if Eval[bool](b, `document.activeElement.matches('input:not([type=checkbox]), select, textarea')`) {
		if Eval[bool](b, script(`(document.activeElement.dataset.key ?? '').split('|').includes(a)`, press)) {
			return // the page has brought it there by itself
		}
		b.Key(Escape) // out of the field, where keys are letters
	}
	Eval[bool](b, struck)
	b.Forget()
	before, loads := Eval[string](b, look), b.seen.loaded()
	old := Eval[string](b, loadedAt)
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
	var h hit
	if err := json.Unmarshal([]byte(raw), &h); err != nil {
		b.tb.Fatalf("%s: %v", raw, err)
	}
	if h.Off { // not for this row
		return
	}
	if what := b.came(h, before, loads); what != "" {
		b.tb.Errorf("%s: %s presses a %s (%s %s), and %s", b.Path(), press, h.Tag, h.Type, h.Href, what)
		return
	}
	b.settle()
	elsewhere := Eval[bool](b, `!!window.printed`) || h.Href != "" && !strings.HasPrefix(h.Href, b.base) // the browser's own dialog, a shop
	if !elsewhere {
		b.seesFocus(press, old)
	}
}

// tabInto presses Tab until the focus is in a form whose control a key presses.
func (b *Browser) tabInto(press string) {
	b.tb.Helper()
	const most = 250
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
	case h.Href != "" && !h.Part && !h.Menu: // a link with a menu opens that
		page, _, _ := strings.Cut(h.Href, "#")
		asked := func(q Request) bool { return q.URL == page } // which may lead on
		if !waitFor(func() bool {
			return slices.ContainsFunc(b.Requests(), asked) && b.seen.loaded() > loads || page != h.Href
		}) {
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
	}
	return ""
}

// unseenFocus says what is wrong with the focus: nothing has it, nobody sees it, or something lies over it.
const unseenFocus = `(() => {
	const el = document.activeElement;
	if (!el || el === document.body) return 'is nowhere';
	if (el.matches('h1, h2, main, #errors')) return ''; // no ring around what is read
	const shows = (e) => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; };
	if (!shows(el) && !(el.parentElement && shows(el.parentElement)) && !(el.closest('[data-row]') && shows(el.closest('[data-row]')))) return 'is not to be seen';
	const box = el.getClientRects()[0];
	if (!box) return 'is on what is not there';
	const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 2), y = Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 2);
	const top = document.elementFromPoint(x, y);
	return top && (el.contains(top) || top.contains(el) || top.closest('label')?.control === el) ? '' : 'is covered by ' + (top?.localName ?? 'nothing') + '#' + (top?.id ?? '') + ' at ' + x + ' ' + y;
})()`

// loadedAt tells one page that was loaded from another, also at the same address.
const loadedAt = `String(performance.timeOrigin)`

// seesFocus checks where the focus is on the page that was there when a key was pressed. A new page has it where the
// browser begins, and may come while it is looked for.
func (b *Browser) seesFocus(press, old string) {
	b.tb.Helper()
	said := ""
	soon := time.Now().Add(patience / 6)
	if !waitFor(func() bool {
		if now, err := eval[string](b, loadedAt); err == nil && now != old {
			said = ""
			return true
		}
		said, _ = eval[string](b, unseenFocus)
		return said == "" || time.Now().After(soon)
	}) || said != "" {
		b.tb.Errorf("%s: after %s the focus (%s) %s", b.Path(), press, b.Focused(), said)
	}
}
