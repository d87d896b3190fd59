package browsertest

import (
	"fmt"
	"testing"

	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// ofMany is a list with many gifts.
func ofMany(t *testing.T, n int) family {
	t.Helper()
	site := webtest.Family(t, dbtest.Open(t))
	list := site.List(t, site.Maria, listFor("For Ben", site.Ben, site.Christmas))
	f := family{Site: site, list: list}
	for i := range n {
		f.item = site.Item(t, site.Maria, list, fixture.Gift(fmt.Sprintf("Gift %03d", i), "1,00"))
	}
	return f
}

func TestAListOfAHundredIsWorkedByKeysAloneFromIdeaToWrapped(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 100)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))

		// One row: down, on to buying, and one further; the focus stays on the row.
		b.Strike("j")
		first := b.Focused()
		b.Strike("3")
		b.Says("#group-buying", "Gift")
		b.Wait(`document.activeElement.closest('[data-row]') !== null`)
		if got := b.Focused(); got != first {
			t.Errorf("after buying the focus is on %s, it was on %s", got, first)
		}
		b.Strike(".")
		b.Says("#group-ordered", "Gift")
		b.settle()
		b.Strike("u")
		b.Says("#group-buying", "Gift")
		if got := b.Focused(); got != first {
			t.Errorf("after undo the focus is on %s, it was on %s", got, first)
		}

		// All of them: select, wrap, and take it back with one key.
		b.Strike("Shift+X")
		b.Wait(`document.querySelectorAll('[form=bulk]:checked').length === 100`)
		b.Strike("6")
		b.Wait(`document.querySelectorAll('#group-wrapped [data-row]').length === 100`)
		b.settle()
		b.Strike("u")
		b.Wait(`document.querySelectorAll('#group-idea [data-row]').length === 99`)
	})
}

func TestTwentyRowsAreAssignedByKeysWithOneRequestAndOneUndo(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 30)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.Strike("j")
		for range 19 {
			b.Strike("Shift+J")
		}
		b.Wait(`document.querySelectorAll('[form=bulk]:checked').length === 20`)
		b.Forget()
		b.Strike("a")
		b.Wait(`document.querySelector('#bulk-buyers:popover-open') && document.activeElement.closest('#bulk-buyers')`)
		b.Strike("T") // Tom
		b.Wait(`document.activeElement.textContent.trim() === 'Tom'`)
		b.Key(Enter)
		b.Wait(`[...document.querySelectorAll('[data-row] .c-buyer')].filter((c) => c.textContent.includes('Tom')).length === 20`)
		if posts := b.Posts(); len(posts) != 1 {
			t.Errorf("%d requests: %v", len(posts), posts)
		}
		b.settle()
		b.Strike("u")
		b.Wait(`![...document.querySelectorAll('[data-row] .c-buyer')].some((c) => c.textContent.includes('Tom'))`)
	})
}
