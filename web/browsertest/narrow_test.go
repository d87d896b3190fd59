package browsertest

import (
	"testing"

	"kinlist/internal/paths"
)

// A phone shows what was found first: the search, and one line under which the filters fold. A laptop shows all of it.
func TestFiltersFoldOnAPhoneAndStandOpenOnALaptop(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		choices := `[...document.querySelectorAll('#narrow select')].filter((e) => e.checkVisibility()).length`
		for _, path := range []string{paths.People.Index(), paths.Occasions.Index(), paths.Lists.Index(), paths.Gifts.Index(), paths.Assignments(), paths.Activity()} {
			b.Resize(Laptop)
			b.Go(path)
			if n := Eval[int](b, choices); n < 2 || Eval[bool](b, `document.getElementById('narrowed').checkVisibility()`) {
				t.Errorf("%s on a laptop shows %d filters, or the line that folds them", path, n)
			}
			b.Resize(Narrow)
			if n := Eval[int](b, choices); n != 0 {
				t.Errorf("%s on a phone shows %d filters before it is asked for them", path, n)
			}
			if top := Eval[float64](b, `document.getElementById('results').getBoundingClientRect().top + scrollY`); top > 400 {
				t.Errorf("%s: what was found begins at %.0f px", path, top)
			}
		}

		b.Go(paths.Lists.Index())
		b.TabTo("#narrowed", "")
		b.Key(Enter)
		b.Set("With a gift at", "Ordered")
		b.Says("#results", "No list matches this search.")
		b.Says("#narrowed", "Filters: 1 is on")
		if n := Eval[int](b, choices); n != 6 {
			t.Errorf("after one was chosen %d filters are shown", n)
		}
		b.Loading(func() { b.Click("#clear-filters", "") })
		b.Says("#narrowed", "Filters")
		b.Says("#results", "For Ben")
	})
}
