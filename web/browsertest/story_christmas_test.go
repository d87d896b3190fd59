package browsertest

import (
	"strings"
	"testing"

	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// ten are people who are new to the family's pages, and what each gets.
var ten = [][2]string{
	{"Anna", "Kite"},
	{"Carl", "Socks"},
	{"Dora", "Scarf"},
	{"Emil", "Globe"},
	{"Frieda", "Teapot"},
	{"Gustav", "Chess set"},
	{"Hanna", "Lantern"},
	{"Ivo", "Drum"},
	{"Jette", "Puzzle"},
	{"Karl", "Umbrella"},
}

func TestChristmasIsPlannedForTenPeople(t *testing.T) {
	t.Parallel()
	for name, w := range map[string]teller{"with JavaScript": {true, nil}, "without": {false, []Option{NoScript}}} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := webtest.Family(t, dbtest.Open(t))
			b := w.window(t, site.Server.URL, site.Stage, site.Maria)
			occasion := invited(b)
			for _, p := range ten[:9] {
				b.Go(occasion)
				b.Follow("a", "Make a list for "+p[0])
				b.Follow("button", "Save")
				b.Says("h1", "For "+p[0])
				inOneLine(b, w, p[1]+" 20")
			}
			theTenth(b)
			inOneLine(b, w, ten[9][1]+" 20")
			inOneLine(b, w, "Board game 19.90")
			allByTom(b, w)
			if left := textAt(b, occasion); strings.Contains(left, "Nothing yet") || strings.Count(left, "Idea 1") < 9 {
				t.Errorf("somebody is left: %s", left)
			}
			tom := w.window(t, site.Server.URL, site.Stage, site.Tom)
			tom.Go(paths.Assignments())
			tom.Says("#results", "Umbrella")
			tom.Says("#results", "Board game")
		})
	}
}

// invited makes an occasion with nine people who are new, and a budget, in one form; it returns its address.
func invited(b *Browser) string {
	b.tb.Helper()
	b.Go(paths.Occasions.Index())
	b.Follow("main a", "Add an occasion")
	b.Fill("Name", "Christmas at Grandma’s")
	b.Set("Date", "2026-12-26")
	b.Fill("Budget", "300")
	names := make([]string, 9)
	for i, p := range ten[:9] {
		names[i] = p[0]
	}
	b.Fill("New people, comma separated", strings.Join(names, ", "))
	b.Follow("button", "Save")
	b.Says("h1", "Grandma’s")
	return b.Path()
}

// textAt is what a page says.
func textAt(b *Browser, path string) string {
	b.tb.Helper()
	b.Go(path)
	return b.Text("main")
}

// theTenth comes in through the form of a list.
func theTenth(b *Browser) {
	b.tb.Helper()
	b.Go(paths.Lists.Index())
	b.Follow("main a", "New list")
	b.Fill("Name", "For "+ten[9][0])
	b.Set("Occasion", "Christmas at Grandma’s")
	b.Click("summary", "Somebody new")
	b.Fill("Name of the new person", ten[9][0])
	b.Set("Who can see it", "Everybody in the family")
	b.Follow("button", "Save")
	b.Says("h1", "For "+ten[9][0])
}

// inOneLine writes an idea into the line above a list.
func inOneLine(b *Browser, w teller, line string) {
	b.tb.Helper()
	b.Fill("An idea in one line", line)
	w.press(b, "button", "Check it")
	b.Says("option:checked", "For ")
	b.Follow("button", "Add the idea")
}

// allByTom gives the two gifts of the list to Tom, and has them ordered.
func allByTom(b *Browser, w teller) {
	b.tb.Helper()
	both := []string{"Umbrella", "Board game"}
	inBulk(b, w, "Assign", "Tom", both)
	inBulk(b, w, "Set status", "Ordered", both)
	for _, gift := range both {
		b.Says("#group-ordered [data-row]", gift)
	}
}

// inBulk selects gifts of a list and chooses something for all of them.
func inBulk(b *Browser, w teller, menu, choice string, gifts []string) {
	b.tb.Helper()
	for _, gift := range gifts {
		b.Click(b.Row(gift)+" .c-pick input", "")
	}
	b.Click("#bar button", menu)
	w.press(b, "#bar [popover] button", choice)
	b.Wait(`!document.querySelector('[form=bulk]:checked')`)
}
