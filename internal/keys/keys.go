// Package keys is the one registry of keyboard shortcuts. It feeds the attributes in the templates, the sheet of keys,
// the command palette, the documentation and the tests. A key presses a control that is there for everybody; the few
// that only move the focus or stand for native behaviour say so.
package keys

import (
	"strings"

	"kinlist/internal/lang"
)

// Scope says where a key works.
type Scope string

// The scopes, in the order in which people read of them.
const (
	Everywhere Scope = "everywhere"
	InList     Scope = "list"
	InForm     Scope = "form"
	InMenu     Scope = "menu"
)

// Scopes lists the scopes in order.
var Scopes = []Scope{Everywhere, InList, InForm, InMenu}

var scopeNames = map[Scope]string{
	Everywhere: lang.Word("Everywhere"),
	InList:     lang.Word("In a list"),
	InForm:     lang.Word("In a form"),
	InMenu:     lang.Word("In a menu or a picker"),
}

// Title is the heading for the keys of a scope, to be said by lang.T.
func (s Scope) Title() string { return scopeNames[s] }

// Key is one shortcut.
type Key struct {
	Name    string   // how templates call it
	Presses []string // what is pressed, each a way of its own: "g p", "Shift+C", "Mod+K"; Mod is Cmd on Apple, else Ctrl
	Scope   Scope
	Label   string // what happens, to be said by lang.T
	Native  bool   // the script or the browser does it: it moves the focus, and no control carries it
}

// All are the shortcuts in the order in which people read of them.
var All = []Key{
	{Name: "go-dashboard", Presses: on("g d"), Scope: Everywhere, Label: lang.Word("Dashboard")},
	{Name: "go-people", Presses: on("g p"), Scope: Everywhere, Label: lang.Word("People")},
	{Name: "go-occasions", Presses: on("g o"), Scope: Everywhere, Label: lang.Word("Occasions")},
	{Name: "go-lists", Presses: on("g l"), Scope: Everywhere, Label: lang.Word("Lists")},
	{Name: "go-gifts", Presses: on("g c"), Scope: Everywhere, Label: lang.Word("Gift catalogue")},
	{Name: "go-inbox", Presses: on("g i"), Scope: Everywhere, Label: lang.Word("Idea Inbox")},
	{Name: "go-assignments", Presses: on("g m"), Scope: Everywhere, Label: lang.Word("My assignments")},
	{Name: "go-settings", Presses: on("g s"), Scope: Everywhere, Label: lang.Word("Settings")},
	{Name: "idea", Presses: on("c"), Scope: Everywhere, Label: lang.Word("Add an idea")},
	{Name: "quick", Presses: on("Shift+C"), Scope: Everywhere, Label: lang.Word("Write an idea in one line")},
	{Name: "search", Presses: on("/"), Scope: Everywhere, Label: lang.Word("Search")},
	{Name: "palette", Presses: on("Mod+K"), Scope: Everywhere, Label: lang.Word("Go to anything by its name")},
	{Name: "print", Presses: on("p"), Scope: Everywhere, Label: lang.Word("Print")},
	{Name: "undo", Presses: on("u", "z"), Scope: Everywhere, Label: lang.Word("Undo the last change")},
	{Name: "help", Presses: on("?"), Scope: Everywhere, Label: lang.Word("Show the keys of this page")},
	{Name: "escape", Presses: on("Escape"), Scope: Everywhere, Label: lang.Word("One step back: menu, dialog, field, selection"), Native: true},

	{Name: "next", Presses: on("j"), Scope: InList, Label: lang.Word("Next row"), Native: true},
	{Name: "previous", Presses: on("k"), Scope: InList, Label: lang.Word("Previous row"), Native: true},
	{Name: "first", Presses: on("g g"), Scope: InList, Label: lang.Word("First row"), Native: true},
	{Name: "last", Presses: on("Shift+G"), Scope: InList, Label: lang.Word("Last row"), Native: true},
	{Name: "open", Presses: on("Enter", "o"), Scope: InList, Label: lang.Word("Open"), Native: true},
	{Name: "select", Presses: on("x"), Scope: InList, Label: lang.Word("Select")},
	{Name: "extend-down", Presses: on("Shift+J"), Scope: InList, Label: lang.Word("Select and go down"), Native: true},
	{Name: "extend-up", Presses: on("Shift+K"), Scope: InList, Label: lang.Word("Select and go up"), Native: true},
	{Name: "select-all", Presses: on("Shift+X"), Scope: InList, Label: lang.Word("Select all")},
	{Name: "idea-status", Presses: on("1"), Scope: InList, Label: lang.Word("Idea")},
	{Name: "shortlisted", Presses: on("2"), Scope: InList, Label: lang.Word("Shortlisted")},
	{Name: "buying", Presses: on("3"), Scope: InList, Label: lang.Word("Buying")},
	{Name: "ordered", Presses: on("4"), Scope: InList, Label: lang.Word("Ordered")},
	{Name: "delivered", Presses: on("5"), Scope: InList, Label: lang.Word("Delivered")},
	{Name: "wrapped", Presses: on("6"), Scope: InList, Label: lang.Word("Wrapped")},
	{Name: "gifted", Presses: on("7"), Scope: InList, Label: lang.Word("Gifted")},
	{Name: "dropped", Presses: on("8"), Scope: InList, Label: lang.Word("Dropped")},
	{Name: "forward", Presses: on("."), Scope: InList, Label: lang.Word("One status on")},
	{Name: "back", Presses: on(","), Scope: InList, Label: lang.Word("One status back")},
	{Name: "status", Presses: on("s"), Scope: InList, Label: lang.Word("Status")},
	{Name: "assign", Presses: on("a"), Scope: InList, Label: lang.Word("Who buys it")},
	{Name: "mine", Presses: on("m"), Scope: InList, Label: lang.Word("I’ll buy it")},
	{Name: "edit", Presses: on("e"), Scope: InList, Label: lang.Word("Edit")},
	{Name: "tags", Presses: on("t"), Scope: InList, Label: lang.Word("Tags")},
	{Name: "price", Presses: on("b"), Scope: InList, Label: lang.Word("Price")},
	{Name: "move", Presses: on("l"), Scope: InList, Label: lang.Word("Move to another list")},
	{Name: "comment", Presses: on("r"), Scope: InList, Label: lang.Word("Comment")},
	{Name: "shop", Presses: on("v"), Scope: InList, Label: lang.Word("Open the shop")},
	{Name: "drop", Presses: on("Delete"), Scope: InList, Label: lang.Word("Drop")},
	{Name: "filter", Presses: on("f"), Scope: InList, Label: lang.Word("Filter")},
	{Name: "clear", Presses: on("Shift+F"), Scope: InList, Label: lang.Word("Clear the filters")},

	{Name: "submit", Presses: on("Enter"), Scope: InForm, Label: lang.Word("Save, from a field of one line"), Native: true},
	{Name: "save", Presses: on("Mod+Enter"), Scope: InForm, Label: lang.Word("Save, from anywhere")},
	{Name: "save-more", Presses: on("Mod+Shift+Enter"), Scope: InForm, Label: lang.Word("Save and add another")},
	{Name: "cancel", Presses: on("Escape"), Scope: InForm, Label: lang.Word("Cancel")},

	{Name: "arrows", Presses: on("ArrowUp", "ArrowDown"), Scope: InMenu, Label: lang.Word("Up and down"), Native: true},
	{Name: "ends", Presses: on("Home", "End"), Scope: InMenu, Label: lang.Word("First and last"), Native: true},
	{Name: "letters", Presses: on("A–Z"), Scope: InMenu, Label: lang.Word("Jump to what begins so"), Native: true},
	{Name: "digits", Presses: on("1–8"), Scope: InMenu, Label: lang.Word("Choose that status"), Native: true},
	{Name: "close", Presses: on("Escape"), Scope: InMenu, Label: lang.Word("Close"), Native: true},
}

func on(presses ...string) []string { return presses }

var byName = func() map[string]Key {
	all := make(map[string]Key, len(All))
	for _, k := range All {
		all[k.Name] = k
	}
	return all
}()

// Named returns a shortcut. A name that there is none for is a mistake in a template and panics.
func Named(name string) Key {
	k, ok := byName[name]
	if !ok {
		panic("keys: there is no " + name)
	}
	return k
}

// Data is the value of data-key, by which the script finds the control: the ways to press it, parted by "|".
func (k Key) Data() string { return strings.Join(k.Presses, "|") }

// Aria is the value of aria-keyshortcuts, "" for keys that are pressed one after the other: those it cannot say.
func (k Key) Aria() string {
	var all []string
	for _, p := range k.Presses {
		switch {
		case strings.Contains(p, " "):
		case strings.Contains(p, "Mod+"):
			all = append(all, strings.Replace(p, "Mod", "Control", 1), strings.Replace(p, "Mod", "Meta", 1))
		default:
			all = append(all, p)
		}
	}
	return strings.Join(all, " ")
}

// Caps are the caps to press for one way: "g p" has two, "Shift+C" two joined by a plus.
func Caps(press string) []string { return strings.Fields(press) }
