// Package keyview shows the keys, and what they find.
package keyview

import (
	"context"
	"strings"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/text"
)

// Choice is something to go to.
type Choice struct {
	Label string
	Kind  string // what it is, in a word
	Path  string
	Key   string // the name of its own key; "" for none
}

// PaletteProps are the palette's question and what it found.
type PaletteProps struct {
	Q       string
	Choices []Choice
}

func (p PaletteProps) found(ctx context.Context) string {
	return lang.N(ctx, len(p.Choices), "%d found", "%d found")
}

// place is a page that everybody has.
type place struct{ label, key, path string }

// places are the pages that the palette knows by name; those that change something are not for guests.
func places(guest bool) []place {
	all := []place{
		{lang.Word("Dashboard"), "go-dashboard", paths.Home()},
		{lang.Word("People"), "go-people", paths.People.Index()},
		{lang.Word("Occasions"), "go-occasions", paths.Occasions.Index()},
		{lang.Word("Lists"), "go-lists", paths.Lists.Index()},
		{lang.Word("Gift catalogue"), "go-gifts", paths.Gifts.Index()},
		{lang.Word("Idea Inbox"), "go-inbox", paths.Inbox()},
		{lang.Word("Activity"), "", paths.Activity()},
		{lang.Word("Tags"), "", paths.Tags.Index()},
		{lang.Word("Keyboard"), "help", paths.Shortcuts()},
		{lang.Word("Settings"), "go-settings", paths.Settings()},
		{lang.Word("Members"), "", paths.Members()},
		{lang.Word("Appearance"), "", paths.Appearance()},
		{lang.Word("Signed-in browsers"), "", paths.Sessions()},
		{lang.Word("settings|Family"), "", paths.Family()},
		{lang.Word("Mentions of you"), "", paths.Comments.Index()},
	}
	if guest {
		return all
	}
	return append(all,
		place{lang.Word("My assignments"), "go-assignments", paths.Assignments()},
		place{lang.Word("My recent changes"), "", paths.Changes()},
		place{lang.Word("Trash"), "", paths.Trash()},
		place{lang.Word("Usual gift days"), "", paths.GiftDays()},
		place{lang.Word("From any shop’s page"), "", paths.Bookmarklet()},
		place{lang.Word("Add an idea"), "idea", paths.NewIdea()},
		place{lang.Word("Add many ideas at once"), "", paths.NewIdeas()},
		place{lang.Word("New person"), "", paths.People.New()},
		place{lang.Word("New occasion"), "", paths.Occasions.New()},
		place{lang.Word("New list"), "", paths.Lists.New()},
	)
}

// Palette answers a question: the pages whose name has it, then what the family's things are called.
func Palette(ctx context.Context, q string, found dto.Found, guest bool) PaletteProps {
	p := PaletteProps{Q: q}
	for _, place := range places(guest) {
		label := lang.T(ctx, place.label)
		if strings.Contains(text.Fold(label), text.Fold(q)) {
			p.Choices = append(p.Choices, Choice{label, lang.T(ctx, "Page"), place.path, place.key})
		}
	}
	for _, r := range found.People {
		p.Choices = append(p.Choices, Choice{r.Name, lang.T(ctx, "Person"), paths.People.One(r.ID), ""})
	}
	for _, o := range found.Occasions {
		p.Choices = append(p.Choices, Choice{o.Name, lang.T(ctx, "Occasion"), paths.Occasions.One(o.ID), ""})
	}
	for _, l := range found.Lists {
		p.Choices = append(p.Choices, Choice{l.Name, lang.T(ctx, "List"), paths.Lists.One(l.ID), ""})
	}
	for _, g := range found.Gifts {
		p.Choices = append(p.Choices, Choice{g.Title, lang.T(ctx, "Gift"), paths.Gifts.One(g.ID), ""})
	}
	return p
}
