package browsertest

import (
	"strings"
	"testing"

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
	b.settle()
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

//nolint:tparallel // one window walks through the pages, one after the other
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
