// Package occasionview is the days on which the family gives: index, page and form.
package occasionview

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// IndexProps is the index of occasions.
type IndexProps struct {
	Upcoming dto.Page[dto.OccasionCard]
	Past     []dto.OccasionCard
	Query    dto.OccasionQuery
	People   []dto.Ref // for the filter
	MayEdit  bool
}

func (p IndexProps) filtered() bool { return ui.Filtered(p.kept()) || p.Query.Cursor != "" }

func (p IndexProps) kept() []string {
	q := p.Query
	return ui.Kept(q.Query, "type", q.Type, "person_id", q.PersonID, "when", q.When)
}

// chosen are the filters that are on.
func (p IndexProps) chosen(ctx context.Context) []ui.Chosen {
	var on []ui.Chosen
	add := func(label, key, value string) {
		if value != "" {
			on = append(on, ui.Chosen{Label: label, Without: ui.Without(paths.Occasions.Index(), p.kept(), key, value)})
		}
	}
	q := p.Query
	add(lang.T(ctx, "Type: %s", ui.OccasionTypeName(ctx, domain.OccasionType(q.Type))), "type", q.Type)
	add(lang.T(ctx, "Person: %s", ui.NameIn(ctx, ui.Refs("", p.People), q.PersonID)), "person_id", q.PersonID)
	add(lang.T(ctx, "When: %s", ui.NameIn(ctx, times(ctx), q.When)), "when", q.When)
	return on
}

func anyType(ctx context.Context) []ui.Option {
	return append([]ui.Option{{Label: lang.T(ctx, "Any type")}}, ui.Words(ctx, domain.OccasionTypes, ui.OccasionTypeName)...)
}

func times(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Label: lang.T(ctx, "Coming up")}, {Value: "past", Label: lang.T(ctx, "Past")}, {Value: "all", Label: lang.T(ctx, "All")},
	}
}

// FormProps is the form of an occasion as somebody left it; an empty ID is a new occasion.
type FormProps struct {
	ID          string
	Values      dto.OccasionInput
	Errors      apperr.Fields
	People      []dto.Ref
	Locked      bool   // a birthday that follows a person: name and date are theirs
	OwnPersonID string // the viewer's own person, who has no budget field
}

func (p FormProps) title(ctx context.Context) string {
	if p.ID == "" {
		return lang.T(ctx, "Add an occasion")
	}
	return lang.T(ctx, "Edit %s", p.Values.Name)
}

func (p FormProps) action() string {
	if p.ID == "" {
		return paths.Occasions.Index()
	}
	return paths.Occasions.One(p.ID)
}

func (p FormProps) chosen(personID string) bool { return slices.Contains(p.Values.PersonIDs, personID) }

// order is the fields for the summary of errors; the people's budgets carry their names.
func (p FormProps) order(ctx context.Context) []ui.FieldName {
	out := []ui.FieldName{
		{Name: "name", Label: lang.T(ctx, "Name")},
		{Name: "type", Label: lang.T(ctx, "Type")},
		{Name: "date", Label: lang.T(ctx, "Date")},
		{Name: "recurrence", Label: lang.T(ctx, "Repeats")},
		{Name: "budget", Label: lang.T(ctx, "Budget")},
	}
	out = append(out, ui.FieldName{Name: "person_ids", Label: lang.T(ctx, "People"), ID: "new_people"})
	for _, person := range p.People {
		out = append(out, ui.FieldName{Name: "person_budget_" + person.ID, Label: lang.T(ctx, "Budget for %s", person.Name)})
	}
	return append(out, ui.FieldName{Name: "notes", Label: lang.T(ctx, "Notes")})
}

// icon is the picture of a kind of occasion.
func icon(kind string) string {
	switch kind {
	case "christmas":
		return "tree"
	case "birthday":
		return "cake"
	case "anniversary":
		return "heart"
	}
	return "occasions"
}

func newList(occasionID, personID string) string {
	return paths.With(paths.Lists.New(), "occasion_id", occasionID, "target_person_id", personID)
}
