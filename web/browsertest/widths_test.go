package browsertest

import (
	"testing"

	"kinlist/internal/paths"
)

// Between the sizes that pages are looked at on there are others.
func TestAListKeepsRoomForTheNamesOfItsGiftsAtEveryWidth(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := open(t, s.Site, s.Maria, On(Laptop))
	b.Go(paths.Lists.One(s.list))
	for _, width := range []int64{320, 480, 700, 850, 900, 980, 1024, 1090, 1200, 1280} {
		b.Resize(Screen{Width: width, Height: 800})
		if room := Eval[float64](b, `Math.min(...[...document.querySelectorAll('.gift')].map((e) => e.clientWidth))`); room < 180 {
			t.Errorf("at %d px a gift has %.0f px", width, room)
		}
		if gap := Eval[float64](b, `document.querySelector('.find').getBoundingClientRect().left - Math.max(...[...document.querySelectorAll('.nav a')].map((e) => e.getBoundingClientRect().right))`); width >= 800 && gap < 0 {
			t.Errorf("at %d px the search covers %.0f px of the navigation", width, -gap)
		}
		if over := Eval[float64](b, `Math.max(...[...document.querySelectorAll('.plan-table td > *')].map((e) => e.getBoundingClientRect().right - e.parentElement.getBoundingClientRect().right))`); over > 9 { // a button in a cell reaches out by its own padding
			t.Errorf("at %d px a cell is %.0f px too wide", width, over)
		}
	}
}

func TestTheButtonsOfAWishStandInOneLineOnAPhone(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := open(t, s.Site, s.Maria, On(Narrow))
	b.Go(paths.Lists.One(s.wishes))
	lines := `Math.max(...[...document.querySelectorAll('#wishes .row')].map((row) => new Set([...row.querySelectorAll('.btn')].map((e) => e.getBoundingClientRect().top)).size))`
	if n := Eval[int](b, lines); n != 1 {
		t.Errorf("they stand in %d lines", n)
	}
}
