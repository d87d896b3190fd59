package browsertest

import (
	"testing"

	"kinlist/internal/dto"
	"kinlist/internal/paths"
)

func TestAGiftIsPickedFromTheCatalogByTypingAndWhatIsNotThereBecomesANewOne(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		to := f.List(t, f.Maria, dto.ListInput{Name: "Another", Type: "idea", Visibility: "family"})
		b := open(t, f.Site, f.Maria)
		b.Go(paths.NewListItem(to))
		b.settle()
		b.TabTo("#catalog > summary", "")
		b.Key(Enter)
		b.TabTo("#catalog-q", "")
		b.Type("zeppelin")
		b.Wait(`document.querySelector('[role=option][aria-selected=true]')?.textContent.includes('zeppelin')`)
		b.settle()
		b.Loading(func() { b.Key(Enter) })
		if got := b.Value("Title"); got != "zeppelin" {
			t.Errorf("the new gift is called %q", got)
		}

		b.Go(paths.NewListItem(to))
		b.settle()
		b.TabTo("#catalog > summary", "")
		b.Key(Enter)
		b.TabTo("#catalog-q", "")
		b.Type("train")
		b.Wait(`document.querySelectorAll('[role=option]').length === 2 && document.activeElement.getAttribute('aria-activedescendant') === document.querySelector('[role=option]').id`)
		b.settle()
		b.Loading(func() { b.Key(Enter) })
		b.Says("#group-idea [data-row]", "Wooden train")
	})
}

func TestANewListIsMadeByKeysInsideTheFormOfAnIdeaWhereTagsAreCompletedToo(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		_, err := f.Services.Tags.Create(t.Context(), f.Maria, dto.TagInput{Name: "outdoors", Type: "interest"})
		must(t, err)
		b := open(t, f.Site, f.Maria)
		b.Loading(func() { b.Strike("c") })
		b.settle()
		b.Strike("Shift+Tab") // from the title
		b.Wait(`document.activeElement.id === 'new-list-open'`)
		b.Key(Enter)
		b.Write("Name of the new list", "For the garden")
		b.Choose("Whom it is for", "Ben")
		b.Write("Title", "Kite")
		b.TabToField("Tags")
		b.Type("out")
		b.Wait(`document.activeElement.getAttribute('aria-activedescendant')`)
		b.Key(Enter)
		b.Wait(`document.activeElement.value === 'outdoors, '`)
		b.Loading(func() { b.Strike("Mod+Shift+Enter") })
		b.Wait(script(`tidy(field('On the list').selectedOptions[0].label) === a`, "For the garden (for Ben)"))
		if got := b.Focused(); got != "input#title" {
			t.Errorf("the focus is on %s, not where the next idea begins", got)
		}
	})
}

func TestPeopleAndTagsAreCompletedByKeysInTheLineOfAnIdeaOnAListToo(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		_, err := f.Services.Tags.Create(t.Context(), f.Maria, dto.TagInput{Name: "out of doors", Type: "interest"})
		must(t, err)
		b := open(t, f.Site, f.Maria)
		offers := func(what string) { b.Says("#quick-names:not([hidden]) [aria-selected=true]", what) }
		for _, at := range []string{paths.QuickIdea(), paths.Lists.One(f.list)} {
			b.Go(at)
			b.settle()
			if at != paths.QuickIdea() {
				b.Strike("Shift+C")
			}
			b.Wait(`document.activeElement.id === 'quick-line'`)
			b.Type("Kite ")
			b.Wait(`document.querySelector('#quick-names [role=option]')`)
			b.Type("@be")
			offers("@Ben")
			b.Key(Enter)
			b.Type("12 #of d")
			b.Wait(`document.getElementById('quick-names').hidden === false`)
			offers("#out of doors")
			b.Key(Enter)
			b.Wait(`document.activeElement.id === 'quick-line' && document.activeElement.value === 'Kite @Ben 12 #out of doors '`)
			b.Key(Enter)
			b.Wait(`document.activeElement.id === 'quick-save'`)
			if got := b.Value("Tags"); got != "out of doors" {
				t.Errorf("%s: the tags are %q", at, got)
			}
			if got := b.Value("Title"); got != "Kite" {
				t.Errorf("%s: the title is %q", at, got)
			}
		}
	})
}

func TestSelectedGiftsAreMovedToANewListByKeysAlone(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := ofMany(t, 3)
		b := open(t, f.Site, f.Maria)
		b.Go(paths.Lists.One(f.list))
		b.settle()
		b.Strike("j", "Shift+J")
		b.Strike("l")
		b.Wait(`document.activeElement.id === 'move-to'`)
		b.TabTo("#move-new-list > summary", "")
		b.Key(Enter)
		b.Write("Name of the new list", "For the garden")
		b.Loading(func() { b.Key(Enter) })
		b.Says("#group-idea [data-row]", "Gift 002")
		b.Go(paths.Lists.Index())
		b.Says("main", "For the garden")
		b.Loading(func() { b.Strike("u") })
		b.Wait(`!document.getElementById('main').innerText.includes('For the garden')`)
	})
}
