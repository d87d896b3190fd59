package browsertest

import (
	"slices"
	"strings"
	"testing"

	"kinlist/internal/fixture"
	"kinlist/internal/paths"
)

// byKeys is a page and what is pressed on the dashboard to come to it.
type byKeys struct {
	name, path string
	strikes    string // by their names in the registry; parted by blanks
	typed      string // then typed into what has the focus, and Enter
	row        string // then j until the focus is on this row, and Enter; several are parted by "/"
	more       string // pressed at the end
	selected   bool   // and the first row is selected: the keys are those of the bar
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
		{name: "list, edit", path: paths.Lists.Edit(s.list), strikes: "g l", row: "Emma’s Christmas", more: "e"},
		{name: "list, some selected", path: paths.Lists.One(s.list), strikes: "g l", row: "Emma’s Christmas", selected: true},
		{name: "item", path: paths.Items.One(s.item), strikes: "g l", row: "For Tom/Coffee grinder"},
		{name: "item, edit", path: paths.Items.Edit(s.item), strikes: "g l", row: "For Tom/Coffee grinder", more: "e"},
		{name: "gifts", path: paths.Gifts.Index(), strikes: "g c"},
		{name: "gift", path: paths.Gifts.One(s.gift), strikes: "g c", row: "Telescope"},
		{name: "gift, edit", path: paths.Gifts.Edit(s.gift), strikes: "g c", row: "Telescope", more: "e"},
		{name: "inbox", strikes: "g i"},
		{name: "assignments", path: paths.Assignments(), strikes: "g m"},
		{name: "settings", path: paths.Profile(), strikes: "g s"},
		{name: "idea", path: paths.NewIdea(), strikes: "c"},
		{name: "search", path: paths.Search(), strikes: "/"},
		{name: "tags", path: paths.Tags.Index(), strikes: "Mod+K", typed: "Tags"},
		{name: "tag", path: paths.Tags.One(s.tag), strikes: "Mod+K", typed: "Tags", row: "outdoors"},
		{name: "tag, edit", path: paths.Tags.Edit(s.tag), strikes: "Mod+K", typed: "Tags", row: "outdoors", more: "e"},
		{name: "activity", path: paths.Activity(), strikes: "Mod+K", typed: "Activity"},
		{name: "trash", path: paths.Trash(), strikes: "Mod+K", typed: "Trash"},
		{name: "changes", path: paths.Changes(), strikes: "Mod+K", typed: "My recent changes"},
		{name: "mentions", path: paths.Comments.Index(), strikes: "Mod+K", typed: "Mentions of you"},
		{name: "person, new", path: paths.People.New(), strikes: "Mod+K", typed: "New person"},
		{name: "occasion, new", path: paths.Occasions.New(), strikes: "Mod+K", typed: "New occasion"},
		{name: "list, new", path: paths.Lists.New(), strikes: "Mod+K", typed: "New list"},
		{name: "gift days", path: paths.GiftDays(), strikes: "Mod+K", typed: "Usual gift days"},
		{name: "ideas, many", path: paths.NewIdeas(), strikes: "Mod+K", typed: "Add many ideas"},
		{name: "bookmarklet", path: paths.Bookmarklet(), strikes: "Mod+K", typed: "From any shop"},
		{name: "appearance", path: paths.Appearance(), strikes: "Mod+K", typed: "Appearance"},
		{name: "keyboard", path: paths.Shortcuts(), strikes: "Mod+K", typed: "Keyboard"},
		{name: "sessions", path: paths.Sessions(), strikes: "Mod+K", typed: "Signed-in"},
		{name: "family", path: paths.Family(), strikes: "Mod+K", typed: "Family"},
		{name: "members", path: paths.Members(), strikes: "Mod+K", typed: "Members"},
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
		b.Wait(script(`new URL(performance.getEntriesByType('resource').at(-1).name).searchParams.get('q') === a`, p.typed)) // the last letter's answer
		b.settle()
		b.Loading(func() { b.Key(Enter) })
	default:
		b.Loading(strike)
	}
	for row := range strings.SplitSeq(p.row, "/") {
		if row != "" {
			b.toRow(row)
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

// In Chromium the walk that presses all keys goes all ways; here one of each kind shows that it goes as well.
//
//nolint:tparallel // one window walks through the pages, one after the other
func TestEveryWayToAPageByKeysWorksInFirefoxToo(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	b := OpenFirefox(t, s.Server.URL)
	b.SignIn(s.email, fixture.Password)
	kinds := []string{"person, edit", "list, print", "item", "search", "tag"}
	for _, p := range s.byKeys() {
		if slices.Contains(kinds, p.name) {
			t.Run(p.name, func(t *testing.T) { b.In(t).arrives(p) })
		}
	}
}

// arrives goes to a page by its keys, and checks that they lead there.
func (b *Browser) arrives(p byKeys) {
	b.tb.Helper()
	b.reach(p)
	if got := b.Path(); got != p.path && p.path != "" {
		b.tb.Errorf("its keys lead to %s, it is at %s", got, p.path)
	}
}
