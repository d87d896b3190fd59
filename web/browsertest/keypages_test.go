package browsertest

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/labstack/echo/v5"

	"kinlist/internal/paths"
)

// byKeys is a page and what is pressed on the dashboard to come to it.
type byKeys struct {
	name, path string
	strikes    string // by their names in the registry; parted by blanks
	typed      string // then typed into what has the focus, and Enter
	row        string // then j until the focus is on this row, and Enter; several are parted by "/"
	then       string // the link that Tab goes to after that, and Enter
	more       string // pressed at the end
	selected   bool   // and the first row is selected: the keys are those of the bar
}

func (s sample) byKeys() []byKeys {
	return []byKeys{
		{name: "dashboard", path: paths.Home(), strikes: "g d"},
		{name: "people", path: paths.People.Index(), strikes: "g p"},
		{name: "person", path: paths.People.One(s.emma), strikes: "g p", row: "Emma"},
		{name: "person, print", path: paths.People.Print(s.emma), strikes: "g p", row: "Emma", more: "p"},
		{name: "person, as they see it", path: paths.PersonAs(s.Tom.PersonID), strikes: "g p", row: "Tom", then: "View as Tom"},
		{name: "person, edit", path: paths.People.Edit(s.emma), strikes: "g p", row: "Emma", more: "e"},
		{name: "occasions", path: paths.Occasions.Index(), strikes: "g o"},
		{name: "occasion", path: paths.Occasions.One(s.christmas), strikes: "g o", row: "Christmas"},
		{name: "occasion, print", path: paths.Occasions.Print(s.christmas), strikes: "g o", row: "Christmas", more: "p"},
		{name: "occasion, edit", path: paths.Occasions.Edit(s.christmas), strikes: "g o", row: "Christmas", more: "e"},
		{name: "lists", path: paths.Lists.Index(), strikes: "g l"},
		{name: "list", path: paths.Lists.One(s.list), strikes: "g l", row: "Emma’s Christmas"},
		{name: "list, narrowed", path: paths.Lists.One(s.list), strikes: "g l", row: "Emma’s Christmas", then: "Gifted"},
		{name: "list of own wishes", path: paths.Lists.One(s.wishes), strikes: "g l", row: "What I would like"},
		{name: "list, print", path: paths.Lists.Print(s.list), strikes: "g l", row: "Emma’s Christmas", more: "p"},
		{name: "list, edit", path: paths.Lists.Edit(s.list), strikes: "g l", row: "Emma’s Christmas", more: "e"},
		{name: "list, some selected", path: paths.Lists.One(s.list), strikes: "g l", row: "Emma’s Christmas", selected: true},
		{name: "list, as they see it", path: paths.ListAs(s.forTom, s.Tom.PersonID), strikes: "g l", row: "For Tom", then: "View as Tom"},
		{name: "list, add a gift", path: paths.NewListItem(s.list), strikes: "g l", row: "Emma’s Christmas", then: "Add a gift"},
		{name: "item", path: paths.Items.One(s.item), strikes: "g l", row: "For Tom/Coffee grinder"},
		{name: "item, edit", path: paths.Items.Edit(s.item), strikes: "g l", row: "For Tom/Coffee grinder", more: "e"},
		{name: "gifts", path: paths.Gifts.Index(), strikes: "g c"},
		{name: "gift", path: paths.Gifts.One(s.gift), strikes: "g c", row: "Telescope"},
		{name: "gift, new", path: paths.Gifts.New(), strikes: "g c", then: "Add a gift"},
		{name: "gift, edit", path: paths.Gifts.Edit(s.gift), strikes: "g c", row: "Telescope", more: "e"},
		{name: "inbox", strikes: "g i"},
		{name: "assignments", path: paths.Assignments(), strikes: "g m"},
		{name: "assignments, print", path: paths.AssignmentsPrint(), strikes: "g m", more: "p"},
		{name: "settings", path: paths.Profile(), strikes: "g s"},
		{name: "keyboard, on or off", path: paths.Keyboard(), strikes: "g s", then: "Keyboard"},
		{name: "idea in one line", path: paths.QuickIdea(), strikes: "Shift+C"},
		{name: "idea", path: paths.NewIdea(), strikes: "c"},
		{name: "search", path: paths.Search(), strikes: "/"},
		{name: "tags", path: paths.Tags.Index(), strikes: "Mod+K", typed: "Tags"},
		{name: "tag", path: paths.Tags.One(s.tag), strikes: "Mod+K", typed: "Tags", row: "outdoors"},
		{name: "tag, new", path: paths.Tags.New(), strikes: "Mod+K", typed: "Tags", then: "Add a tag"},
		{name: "tag, merge", path: paths.TagMerge(s.tag), strikes: "Mod+K", typed: "Tags", row: "outdoors", then: "Merge with another"},
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
		{name: "occasion, next year’s", path: paths.OccasionNext(s.christmas), strikes: "g o", row: "Christmas", then: "Start next year’s"}, // the last: it makes lists of the same names
	}
}

// unwalked are the routes that are no pages: parts of pages, what is not HTML, doors, and what only leads on to a page. The
// page of ideas that are read comes after the form for many, and has nothing but its rows.
var unwalked = strings.Fields(`/healthz /readyz /static/:name /manifest.webmanifest /pictures/:id /events /palette /gifts/preview
	/setup /login /invite/:token /reset/:token /settings /inbox /items/:id/tags /ideas/reading
	/lists/:id/budget /items/:id/budget /ideas/budget /lists/:id/csv /assignments.csv`)

func TestTheWalkByKeysKnowsEveryPageOfTheSite(t *testing.T) {
	t.Parallel()
	s := newSample(t)
	walked := func(route string) bool {
		pattern := regexp.MustCompile("^" + regexp.MustCompile(`:[a-z]+`).ReplaceAllString(route, "[0-9a-f-]{36}") + "$")
		return slices.ContainsFunc(s.byKeys(), func(p byKeys) bool { return pattern.MatchString(p.path) })
	}
	for _, r := range s.Server.Config.Handler.(*echo.Echo).Router().Routes() { //nolint:forcetypeassert // it is what web.New returns
		if r.Method == http.MethodGet && walked(r.Path) == slices.Contains(unwalked, r.Path) {
			t.Errorf("%s: is it a page to be walked, or none?", r.Path)
		}
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
	if p.then != "" {
		b.Press("main a", p.then)
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

// arrives goes to a page by its keys, and checks that they lead there.
func (b *Browser) arrives(p byKeys) {
	b.tb.Helper()
	b.reach(p)
	if got := b.Path(); got != p.path && p.path != "" {
		b.tb.Errorf("its keys lead to %s, it is at %s", got, p.path)
	}
}
