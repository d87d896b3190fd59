// Package personview is the people that the family gives to: index, page and form.
package personview

import (
	"context"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// IndexProps is the index of people.
type IndexProps struct {
	Page    dto.Page[dto.PersonCard]
	Query   dto.PeopleQuery
	Tags    []dto.Ref // to filter by
	MayEdit bool
}

func (p IndexProps) filtered() bool { return ui.Filtered(p.kept()) || p.Query.Cursor != "" }

func (p IndexProps) kept() []string {
	q := p.Query
	return append(ui.Kept(q.Query, "relationship", q.Relationship), ui.Each("tag", q.Tags)...)
}

// FormProps is the form of a person as somebody left it; an empty ID is a new person.
type FormProps struct {
	ID      string
	Values  dto.PersonInput
	Errors  apperr.Fields
	Members []dto.Member // who the person may be
	Tags    []dto.Ref    // to complete what is typed
}

// Title is the form's heading.
func (p FormProps) Title(ctx context.Context) string {
	if p.ID == "" {
		return lang.T(ctx, "Add a person")
	}
	return lang.T(ctx, "Edit %s", p.Values.DisplayName)
}

func (p FormProps) action() string {
	if p.ID == "" {
		return paths.People.Index()
	}
	return paths.People.One(p.ID)
}

func (p FormProps) cancel() string { return p.action() }

// spareSizes is how many empty lines the form offers for more sizes.
const spareSizes = 2

// sizes are the sizes as typed, with some empty lines after them, which a check leaves as many as they are.
func (p FormProps) sizes(ctx context.Context) []dto.Size {
	n := max(len(p.Values.SizeLabels), len(p.Values.SizeValues))
	if _, check := ui.Looks(ctx); !check {
		n += spareSizes
	}
	out := make([]dto.Size, n)
	for i := range out {
		if i < len(p.Values.SizeLabels) {
			out[i].Label = p.Values.SizeLabels[i]
		}
		if i < len(p.Values.SizeValues) {
			out[i].Value = p.Values.SizeValues[i]
		}
	}
	return out
}

// sizeIDs are the controls of the sizes.
func (p FormProps) sizeIDs(ctx context.Context) []string {
	var ids []string
	for i := range p.sizes(ctx) {
		ids = append(ids, "size_label-"+ui.Int(i), "size_value-"+ui.Int(i))
	}
	return ids
}

func (p FormProps) sizesError() string {
	return firstOf(p.Errors, "sizes", "size_label", "size_value")
}

// birthdayError is what is wrong with any part of the birthday.
func (p FormProps) birthdayError(ctx context.Context) string {
	return firstOf(p.birthdayErrors(ctx), "birthday", "birth_day", "birth_month", "birth_year")
}

// birthdayErrors are what is wrong with the parts of the birthday; a check says nothing of parts that nobody has come to
// yet.
func (p FormProps) birthdayErrors(ctx context.Context) apperr.Fields {
	control, check := ui.Looks(ctx)
	if !check {
		return p.Errors
	}
	wrong := apperr.Fields{}
	for name, typed := range map[string]string{"birth_day": p.Values.BirthDay, "birth_month": p.Values.BirthMonth, "birth_year": p.Values.BirthYear} {
		if strings.TrimSpace(typed) != "" || name == control {
			wrong[name] = p.Errors[name]
		}
	}
	return wrong
}

func (p FormProps) birthdayPart(ctx context.Context, name, label, value, width string) ui.FieldProps {
	return ui.FieldProps{
		Name: name, Label: label, Value: value, Width: width, InputMode: "numeric", Max: 4, ErrorAt: p.errorAt(ctx, name),
	}
}

func fields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "display_name", Label: lang.T(ctx, "Name")},
		{Name: "relationship", Label: lang.T(ctx, "Relationship")},
		{Name: "birthday", Label: lang.T(ctx, "Birthday"), ID: "birth_day"},
		{Name: "birth_day", Label: lang.T(ctx, "Birthday: Day")},
		{Name: "birth_month", Label: lang.T(ctx, "Birthday: Month")},
		{Name: "birth_year", Label: lang.T(ctx, "Birthday: Year")},
		{Name: "interests", Label: lang.T(ctx, "Interests")},
		{Name: "sizes", Label: lang.T(ctx, "Sizes"), ID: "size_label-0"},
		{Name: "size_label", Label: lang.T(ctx, "Sizes"), ID: "size_label-0"},
		{Name: "size_value", Label: lang.T(ctx, "Sizes"), ID: "size_value-0"},
		{Name: "constraints", Label: lang.T(ctx, "Keep in mind")},
		{Name: "notes", Label: lang.T(ctx, "Notes")},
		{Name: "photo_url", Label: lang.T(ctx, "Photo link")},
		{Name: "user_id", Label: lang.T(ctx, "Account")},
		{Name: "tags", Label: lang.T(ctx, "Tags")},
	}
}

// errorAt is where the message of a part of the birthday stands, when that part is wrong.
func (p FormProps) errorAt(ctx context.Context, name string) string {
	if p.birthdayErrors(ctx)[name] != "" {
		return "birthday"
	}
	return ""
}

// coverage is how many of a person's items are chosen: "2 of 5 gifts chosen".
func coverage(ctx context.Context, c dto.Coverage) string {
	return lang.N(ctx, c.Total, "%[2]s of %[1]d gift chosen", "%[2]s of %[1]d gifts chosen", lang.Number(ctx, c.Chosen))
}
