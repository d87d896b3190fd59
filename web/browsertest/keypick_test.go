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
