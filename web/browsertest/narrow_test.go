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

// What is done now and then to a page's thing is behind one button, which the browser opens by itself.
func TestAThingIsPutAwayAndTakenBackFromTheMenuOfItsHeading(t *testing.T) {
	t.Parallel()
	for name, options := range map[string][]Option{"with a script": {On(Narrow)}, "without": {On(Narrow), NoScript}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := newFamily(t)
			b := open(t, f.Site, f.Maria, options...)
			for _, path := range []string{paths.People.One(f.Ben), paths.Occasions.One(f.Christmas), paths.Lists.One(f.list)} {
				b.Go(path)
				if Eval[bool](b, `document.getElementById('delete').checkVisibility()`) {
					t.Errorf("%s: what is behind More is shown", path)
				}
				b.Click("#page-more", "")
				b.Loading(func() { b.Click("#page-menu button", "Archive") })
				b.Says("#notices", "Archived.")
				b.Go(path)
				b.Loading(func() { b.Click("header .btn", "Restore") })
				b.Says("#notices", "Restored.")
			}
		})
	}
}
