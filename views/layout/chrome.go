// Package layout is the document around every page: the head, the navigation, the places for notices.
package layout

import (
	"slices"

	"github.com/a-h/templ"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// Chrome is what the frame of a page shows, beside the page itself.
type Chrome struct {
	Title      string
	Section    string // "dashboard", "people", "occasions", "lists", "gifts"; "" for none
	Idea       string // where an idea is added, with what this page is about filled in
	UserName   string
	FamilyName string
	Theme      string // "light", "dark"; "" follows the system
	Season     string // "christmas", "easter", "birthday", "plain"; "" is plain
	Accent     string // a named accent that overrides the season's; "" for none
	Session    string // opaque marker of the session: the script reloads a page that shows another's
	Flash      string // one sentence: what just went well
	Undo       string // the address that takes it back by POST; "" for none
	Guest      bool
	Here       string  // the address of this page, to come back to
	Events     string  // where it is told what others change on it; "" for a page that does not follow
	Plan       bool    // of a list, as those see it who plan it
	KeysOff    bool    // keyboard shortcuts are turned off
	Families   int     // how many the person belongs to
	Other      dto.Ref // one of those that they do not look at; empty for none
}

// staysOpen reports whether an undo can answer with the parts that the page follows; a list's plan has its own way.
func (c Chrome) staysOpen() bool { return c.Events != "" && !c.Plan }

type section struct {
	name, label, icon, path, key string
}

// keys are the attributes of the key that presses it, if one does.
func (s section) keys() templ.Attributes {
	if s.key == "" {
		return nil
	}
	return ui.Key(s.key)
}

// sections is the navigation; five, so that it fits on a phone.
func sections() []section {
	return []section{
		{"dashboard", lang.Word("Dashboard"), "dashboard", paths.Home(), "go-dashboard"},
		{"people", lang.Word("People"), "people", paths.People.Index(), "go-people"},
		{"occasions", lang.Word("Occasions"), "occasions", paths.Occasions.Index(), "go-occasions"},
		{"lists", lang.Word("Lists"), "lists", paths.Lists.Index(), "go-lists"},
		{"gifts", lang.Word("Gifts"), "gift", paths.Gifts.Index(), "go-gifts"},
	}
}

// places is the menu of the person: what is theirs, and what is looked at less often. Guests have nothing in hand and change nothing.
func places(guest bool) []section {
	all := []section{
		{"inbox", lang.Word("Idea Inbox"), "inbox", paths.Inbox(), "go-inbox"},
		{"activity", lang.Word("Activity"), "history", paths.Activity(), ""},
		{"tags", lang.Word("Tags"), "tag", paths.Tags.Index(), ""},
	}
	if !guest {
		all = slices.Concat([]section{
			{"quick", lang.Word("Write an idea in one line"), "idea", paths.QuickIdea(), "quick"},
			{"assignments", lang.Word("My assignments"), "assign", paths.Assignments(), "go-assignments"},
		}, all,
			[]section{
				{"changes", lang.Word("My recent changes"), "restore", paths.Changes(), ""},
				{"trash", lang.Word("Trash"), "delete", paths.Trash(), ""},
			})
	}
	return append(all, section{"settings", lang.Word("Settings"), "settings", paths.Settings(), "go-settings"})
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
// adds no styles, keeps no pages of its own, and leaves open dialogs and menus alone when others' changes come in.
const htmxConfig = `{"noSwap":[204,304,"5xx"],"includeIndicatorCSS":false,"history":"reload","morphIgnore":["data-htmx-powered","open"],"morphSkip":"[hx-morph-skip],[data-shared],:popover-open"}`
