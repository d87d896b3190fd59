package browsertest

import (
	"testing"

	"kinlist/internal/paths"
)

func TestSelectedGiftsGetTagsAndAPriceByKeysAloneEachWithOneRequestAndOneUndo(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 3)
		b := open(t, f.Site, f.Maria)
		b.Expect(422)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		b.Strike("j", "x", "j", "x")
		b.Strike("t")
		b.Wait(`document.activeElement.id === 'tags'`)
		b.Type("wool")
		b.settle()
		b.Forget()
		b.Key(Enter)
		b.Says("#plan-news", "2 done.")
		b.Wait(`document.activeElement.closest('[data-row], #plan-news')`)
		if posts := b.Posts(); len(posts) != 1 {
			t.Errorf("%d requests: %v", len(posts), posts)
		}
		tagged := `[...document.querySelectorAll('#tag option')].some((o) => o.textContent.includes('wool (2)'))`
		b.Wait(tagged)

		// On from there: the same two, of which one loses the word again.
		b.Strike("g", "g", "x", "t")
		b.Wait(`document.activeElement.id === 'tags'`)
		b.Tick("wool")
		b.settle()
		b.Strike("Mod+Enter")
		b.Wait(`[...document.querySelectorAll('#tag option')].some((o) => o.textContent.includes('wool (1)'))`)
		b.settle()
		b.settle()
		b.Strike("u")
		b.Wait(tagged)
		b.settle()
		b.settle()
		b.Strike("u")
		b.Wait(`!document.querySelector('#tag')?.textContent.includes('wool')`)

		b.settle()
		b.Strike("Shift+X", "b")
		b.Wait(`document.activeElement.id === 'planned_price'`)
		b.Type("12,5x")
		b.Key(Enter)
		b.Wait(`document.activeElement.id === 'errors'`)
		b.Write("Planned price", "12,50")
		b.settle()
		b.Forget()
		b.Key(Enter)
		priced := `[...document.querySelectorAll('[data-row] .c-price')].filter((c) => c.textContent.includes('12,50')).length`
		b.Wait(priced + " === 3")
		b.Wait(`document.activeElement.closest('[data-row], #plan-news')`)
		if posts := b.Posts(); len(posts) != 1 {
			t.Errorf("%d requests: %v", len(posts), posts)
		}
		b.settle()
		b.settle()
		b.Strike("u")
		b.Wait(priced + " === 0")
	})
}

func TestEscapeLeavesTheFormForSelectedGiftsForTheFirstOfThem(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 3)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		for _, key := range []string{"t", "b"} {
			b.Strike("g", "g", "Shift+J", key)
			b.Wait(`document.activeElement.matches('#chosen-form input')`)
			b.settle()
			b.Key(Escape)
			b.Wait(`!document.getElementById('chosen-form') && document.activeElement === document.querySelector('[data-row] a.item')`)
			b.settle()
		}
	})
}

// What is typed in a row is not lost to a key that takes something else back.
func TestUndoLeavesWhatIsTypedInARowAndTheListAsItIsArranged(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 3)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		Eval[bool](b, `window.same = true`)
		b.Set("Sort by", "Title")
		b.Wait(`location.search.includes('sort=title')`)
		b.settle()
		Eval[bool](b, `(document.activeElement.blur(), true)`)
		b.Strike("g", "g", "3")
		b.Says("#group-buying", "Gift 000")
		b.settle()
		b.Strike("g", "g", "j", "b")
		b.Wait(`document.activeElement.matches('input[name=planned_price]')`)
		b.settle()
		b.Type("7,7")
		Eval[bool](b, `(document.querySelector('#row-`+f.item+` input[name=item_ids]').focus(), true)`)
		b.Strike("u")
		b.Says("#plan-news", "1 taken back.")
		b.Wait(`!document.querySelector('#group-buying')`)
		typed := `document.querySelector('#row-` + f.item + ` input[name=planned_price]')?.value === '7,7'`
		if !Eval[bool](b, typed+` && location.search.includes('sort=title') && document.querySelector('#sort').value === 'title'`) {
			t.Errorf("the page is %s and says:\n%s", b.Path(), b.Text("main"))
		}
		if !Eval[bool](b, `window.same === true`) {
			t.Error("the page was loaded anew")
		}
	})
}

func TestAmongTheAssignmentsSelectedGiftsGetAStatusTagsAndAPriceByKeys(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 3)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		b.Strike("Shift+X", "3")
		b.Wait(`document.querySelectorAll('#group-buying [data-row]').length === 3`)
		b.Go(paths.Assignments())
		b.settle()
		b.Strike("j", "x", "j", "x", "b")
		b.Wait(`document.activeElement.id === 'planned_price'`)
		b.Type("7,77")
		b.settle()
		b.Forget()
		b.Key(Enter)
		priced := `[...document.querySelectorAll('[data-row] .row-end')].filter((c) => c.textContent.includes('7,77')).length`
		b.Wait(priced + " === 2")
		b.Wait(`document.activeElement.closest('[data-row], #assignments-news')`)
		if posts := b.Posts(); len(posts) != 1 {
			t.Errorf("%d requests: %v", len(posts), posts)
		}
		b.settle()
		b.Strike("u") // the page stays open
		b.Wait(priced + " === 0")
		b.settle()
		b.Strike("Shift+X", "t")
		b.Wait(`document.activeElement.id === 'tags'`)
		b.settle()
		b.Key(Escape)
		b.Wait(`!document.getElementById('chosen-form') && document.activeElement === document.querySelector('[data-row] a.item')`)
		b.settle()
		b.Strike("Shift+X", "4")
		b.Wait(`document.querySelectorAll('[data-row] .chip[data-s=ordered]').length === 3`)
	})
}
