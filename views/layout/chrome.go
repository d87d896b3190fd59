// Package layout is the document around every page: the head, the navigation, the places for notices.
package layout

import "kinlist/internal/paths"

// Chrome is what the frame of a page shows, beside the page itself.
type Chrome struct {
	Title      string
	Section    string // "dashboard", "people", "occasions", "lists", "gifts"; "" for none
	UserName   string
	FamilyName string
	Theme      string // "light", "dark"; "" follows the system
	Season     string // "christmas", "easter", "birthday", "plain"; "" is plain
	Accent     string // a named accent that overrides the season's; "" for none
	Session    string // opaque marker of the session: the script reloads a page that shows another's
	Flash      string // one sentence: what just went well
	Undo       string // the address that takes it back by POST; "" for none
	Guest      bool
	Here       string // the address of this page, to come back to
	KeysOff    bool   // keyboard shortcuts are turned off
}

type section struct {
	name, label, icon, path, key string
}

// sections is the navigation; five, so that it fits on a phone.
func sections() []section {
	return []section{
		{"dashboard", "Dashboard", "dashboard", paths.Home(), "go-dashboard"},
		{"people", "People", "people", paths.People.Index(), "go-people"},
		{"occasions", "Occasions", "occasions", paths.Occasions.Index(), "go-occasions"},
		{"lists", "Lists", "lists", paths.Lists.Index(), "go-lists"},
		{"gifts", "Gifts", "gift", paths.Gifts.Index(), "go-gifts"},
	}
}

// motif is the season's one quiet picture, beside the name of the program.
func motif(season string) string {
	switch season {
	case "christmas":
		return "tree"
	case "easter":
		return "egg"
	case "birthday":
		return "cake"
	}
	return "gift"
}

// htmxConfig is how htmx behaves on every page. It swaps errors except our own failures, which the script shows; it
// adds no styles, keeps no pages of its own, and leaves open dialogs alone when it morphs.
const htmxConfig = `{"noSwap":[204,304,"5xx"],"includeIndicatorCSS":false,"history":"reload","morphIgnore":["data-htmx-powered","open"]}`
