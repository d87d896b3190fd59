// Package commentview is what members say about a thing: the thread that stands on its page, and the pages on which a
// thread or one's mentions stand by themselves.
package commentview

import (
	"context"
	"slices"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// Props is the talk about a thing, newest comments first, as its page shows it.
type Props struct {
	Thread  dto.Thread
	Editing string        // the comment whose form came back; "" is that of a new one
	Typed   string        // what the form that came back holds
	Errors  apperr.Fields // what is wrong with it
	News    string        // a sentence about what just happened
	Still   bool          // somebody looks through another's eyes: nothing leads on
	Undo    string        // where a POST takes that back; "" for nowhere
}

// open are the comments that nobody resolved, oldest first.
func (p Props) open() []dto.Comment { return p.pick(false) }

// resolved are those that are done with, oldest first.
func (p Props) resolved() []dto.Comment { return p.pick(true) }

func (p Props) pick(resolved bool) []dto.Comment {
	var some []dto.Comment
	for _, c := range slices.Backward(p.Thread.Comments.Items) {
		if (c.Resolution != nil) == resolved {
			some = append(some, c)
		}
	}
	return some
}

func (p Props) empty() bool {
	t := p.Thread.Comments
	return len(t.Items) == 0 && t.Next == "" && t.Prev == ""
}

// typed is what stands in the form of a new comment.
func (p Props) typed() string {
	if p.Editing != "" {
		return ""
	}
	return p.Typed
}

// wrong is what is wrong with the form of a comment, or with that of a new one ("").
func (p Props) wrong(id string) string {
	if p.Editing != id {
		return ""
	}
	if p.Errors[""] != "" {
		return p.Errors[""]
	}
	return p.Errors["body"]
}

// body is what stands in the form of a comment.
func (p Props) body(c dto.Comment) string {
	if p.Editing == c.ID {
		return p.Typed
	}
	return c.Text
}

// at is the thread's own address, from a cursor on.
func (p Props) at(cursor string) string {
	return paths.With(paths.Comments.Index(), "parent_type", string(p.Thread.On.ParentType), "parent_id", p.Thread.On.ParentID, "cursor", cursor)
}

// mostNamed is how many names the hint of the form mentions.
const mostNamed = 6

// hint says who reads what is written here, and how somebody is mentioned.
func hint(ctx context.Context, t dto.Thread) string {
	var sentences []string
	if len(t.TargetsRead) > 0 {
		sentences = append(sentences, lang.N(ctx, len(t.TargetsRead), "%[2]s reads this too.", "%[2]s read this too.", listed(refNames(t.TargetsRead))))
	}
	if len(t.Mentionable) > 0 {
		sentences = append(sentences, lang.T(ctx, "Mention somebody with @ and their name: %s.", listed(handles(t.Mentionable))))
	}
	return strings.Join(sentences, " ")
}

func listed(names []string) string {
	if len(names) > mostNamed {
		names = append(slices.Clone(names[:mostNamed]), "…")
	}
	return strings.Join(names, ", ")
}

func refNames(refs []dto.Ref) []string {
	var names []string
	for _, r := range refs {
		names = append(names, r.Name)
	}
	return names
}

func handles(members []dto.Member) []string {
	var names []string
	for _, m := range members {
		names = append(names, "@"+m.Name)
	}
	return names
}

// when says when a comment was written, and whether it was changed since.
func when(ctx context.Context, c dto.Comment) string {
	if c.Edited != "" {
		return lang.T(ctx, "%s, changed %s", c.At, c.Edited)
	}
	return c.At
}

// Anchor is where a comment stands on its page.
func Anchor(id string) string { return "comment-" + id }

// Where is the place of a comment on the page of what it hangs on; of no comment, that of all of them.
func Where(on dto.Parent, id string) string {
	if id == "" {
		return ui.PageOf(on.ParentType, on.ParentID) + "#comments"
	}
	return ui.PageOf(on.ParentType, on.ParentID) + "#" + Anchor(id)
}

// Title is the heading of a thread by itself.
func Title(ctx context.Context, t dto.Thread) string { return lang.T(ctx, "Comments on %s", t.Title) }

// fieldID is the id of the field in the form of a comment, or of a new one ("").
func fieldID(id string) string {
	if id == "" {
		return "comment"
	}
	return "body-" + id
}

// namesID is the id of the list of names beside a field; "" where there is nobody to name.
func namesID(id string, t dto.Thread) string {
	if len(t.Mentionable) == 0 {
		return ""
	}
	return "names-" + id
}

// shortest is how much of a comment tells it from others, in characters.
const shortest = 30

// short is the beginning of a comment.
func short(text string) string {
	runes := []rune(text)
	if len(runes) <= shortest {
		return text
	}
	return string(runes[:shortest]) + "…"
}
