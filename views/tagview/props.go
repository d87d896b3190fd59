// Package tagview is the words on gifts and people: the index, a tag's page, its form, and the page that merges two.
package tagview

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// IndexProps is the index of tags.
type IndexProps struct {
	Page    dto.Page[dto.Tag]
	Query   dto.TagQuery
	MayEdit bool
}

func (p IndexProps) kept() []string { return ui.Kept(p.Query.Query, "type", p.Query.Type) }

func (p IndexProps) filtered() bool { return ui.Filtered(p.kept()) || p.Query.Cursor != "" }

func (p IndexProps) counted(ctx context.Context) string {
	return lang.N(ctx, len(p.Page.Items), "%d tag", "%d tags")
}

// FormProps is the form of a tag as somebody left it; an empty ID is a new tag.
type FormProps struct {
	ID     string
	Values dto.TagInput
	Errors apperr.Fields
}

// Title is the form's heading.
func (p FormProps) Title(ctx context.Context) string {
	if p.ID == "" {
		return lang.T(ctx, "Add a tag")
	}
	return lang.T(ctx, "Edit %s", p.Values.Name)
}

func (p FormProps) action() string {
	if p.ID == "" {
		return paths.Tags.Index()
	}
	return paths.Tags.One(p.ID)
}

func fields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "name", Label: lang.T(ctx, "Name")},
		{Name: "type", Label: lang.T(ctx, "Type")},
		{Name: "color", Label: lang.T(ctx, "Colour")},
		{Name: "description", Label: lang.T(ctx, "Description")},
	}
}

// MergeProps is the page that puts another tag in the place of one.
type MergeProps struct {
	Tag    dto.Tag
	Others []dto.Tag
	Into   string
	Errors apperr.Fields
}

// others are the tags that the tag may be merged into.
func (p MergeProps) others(ctx context.Context) []ui.Option {
	out := []ui.Option{{Label: lang.T(ctx, "Choose a tag")}}
	for _, t := range p.Others {
		if t.ID != p.Tag.ID {
			out = append(out, ui.Option{Value: t.ID, Label: lang.T(ctx, "%s (%s)", t.Name, Uses(ctx, t))})
		}
	}
	return out
}

// Uses says how often a tag is used, as far as the viewer sees.
func Uses(ctx context.Context, t dto.Tag) string {
	gifts, people := lang.N(ctx, t.Gifts, "%d gift", "%d gifts"), lang.N(ctx, t.People, "%d person", "%d people")
	switch {
	case t.Gifts+t.People == 0:
		return lang.T(ctx, "not used")
	case t.People == 0:
		return gifts
	case t.Gifts == 0:
		return people
	}
	return lang.T(ctx, "%s and %s", gifts, people)
}

var typeNames = map[domain.TagType]string{
	"interest": lang.Word("Interest"), "occasion": lang.Word("Occasion"), "mood": lang.Word("Mood"), "budget": lang.Word("Budget"),
	"custom": lang.Word("Anything"),
}

// TypeName is what a tag speaks of.
func TypeName(ctx context.Context, t domain.TagType) string { return lang.T(ctx, typeNames[t]) }

var colorNames = map[domain.Accent]string{
	"": lang.Word("None"), "pine": lang.Word("Pine"), "berry": lang.Word("Berry"), "plum": lang.Word("Plum"),
	"ocean": lang.Word("Ocean"), "amber": lang.Word("Amber"),
}

func colorName(ctx context.Context, a domain.Accent) string { return lang.T(ctx, colorNames[a]) }

func types(ctx context.Context) []ui.Option { return ui.Words(ctx, domain.TagTypes, TypeName) }

func anyType(ctx context.Context) []ui.Option {
	return append([]ui.Option{{Label: lang.T(ctx, "Any type")}}, types(ctx)...)
}

func sorts(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Value: "", Label: lang.T(ctx, "Name")}, {Value: "usage", Label: lang.T(ctx, "How often used")}, {Value: "new", Label: lang.T(ctx, "Newest first")},
	}
}

// Saved says of a tag in words what its form has as keys.
func Saved(ctx context.Context, t dto.Tag) map[string]string {
	return map[string]string{"type": TypeName(ctx, t.Type), "color": colorName(ctx, t.Color)}
}
