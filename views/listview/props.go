// Package listview is lists: the index, a list as those who plan it see it, the same list as its target sees it, and
// the form.
package listview

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// IndexProps is the index of lists.
type IndexProps struct {
	Page      dto.Page[dto.ListCard]
	Query     dto.ListQuery
	People    []dto.Ref
	Occasions []dto.Ref
	Members   []dto.Member
	MayEdit   bool
}

func (p IndexProps) filtered() bool {
	q := p.Query
	return ui.Filtered(p.kept()) || q.Cursor != ""
}

// onlyInbox reports whether there is nothing yet but the list that every family has from the start.
func (p IndexProps) onlyInbox() bool {
	return !p.filtered() && p.Page.Next == "" && len(p.Page.Items) == 1 && p.Page.Items[0].Inbox
}

func (p IndexProps) kept() []string {
	q := p.Query
	return ui.Kept(q.Query, "type", q.Type, "target_person_id", q.PersonID, "occasion_id", q.OccasionID, "owner_id", q.OwnerID, "visibility", q.Visibility, "status", q.Status)
}

// chosen are the filters that are on.
func (p IndexProps) chosen(ctx context.Context) []ui.Chosen {
	var on []ui.Chosen
	add := func(label, key, value string) {
		if value != "" {
			on = append(on, ui.Chosen{Label: label, Without: ui.Without(paths.Lists.Index(), p.kept(), key, value)})
		}
	}
	q := p.Query
	add(lang.T(ctx, "Type: %s", ui.ListTypeName(ctx, domain.ListType(q.Type))), "type", q.Type)
	add(lang.T(ctx, "For %s", ui.NameIn(ctx, ui.Refs("", p.People), q.PersonID)), "target_person_id", q.PersonID)
	add(lang.T(ctx, "Occasion: %s", ui.NameIn(ctx, ui.Refs("", p.Occasions), q.OccasionID)), "occasion_id", q.OccasionID)
	add(lang.T(ctx, "Owner: %s", ui.NameIn(ctx, ui.Members("", p.Members), q.OwnerID)), "owner_id", q.OwnerID)
	add(lang.T(ctx, "Visibility: %s", ui.VisibilityName(ctx, domain.Visibility(q.Visibility))), "visibility", q.Visibility)
	add(lang.T(ctx, "With a gift at: %s", ui.StatusName(ctx, domain.Status(q.Status))), "status", q.Status)
	return on
}

func anyType(ctx context.Context) []ui.Option {
	return append([]ui.Option{{Label: lang.T(ctx, "Any type")}}, ui.ListTypes(ctx)...)
}

func anyVisibility(ctx context.Context) []ui.Option {
	return append([]ui.Option{{Label: lang.T(ctx, "Any visibility")}}, ui.Visibilities(ctx)...)
}

func anyStatus(ctx context.Context) []ui.Option {
	all := []ui.Option{{Label: lang.T(ctx, "Any status")}}
	for _, s := range domain.Statuses {
		all = append(all, ui.Option{Value: string(s), Label: ui.StatusName(ctx, s)})
	}
	return all
}

// FormProps is the form of a list as somebody left it; an empty ID is a new list.
type FormProps struct {
	ID        string
	Values    dto.ListInput
	Errors    apperr.Fields
	People    []dto.Ref
	Occasions []dto.Ref
}

func (p FormProps) title(ctx context.Context) string {
	if p.ID == "" {
		return lang.T(ctx, "New list")
	}
	return lang.T(ctx, "Edit %s", p.Values.Name)
}

func (p FormProps) action() string {
	if p.ID == "" {
		return paths.Lists.Index()
	}
	return paths.Lists.One(p.ID)
}

func fields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "name", Label: lang.T(ctx, "Name")},
		{Name: "type", Label: lang.T(ctx, "Type")},
		{Name: "target_person_id", Label: lang.T(ctx, "For")},
		{Name: "new_person", Label: lang.T(ctx, "Name of the new person")},
		{Name: "occasion_id", Label: lang.T(ctx, "Occasion")},
		{Name: "new_occasion", Label: lang.T(ctx, "Name of the new occasion")},
		{Name: "new_occasion_date", Label: lang.T(ctx, "Its date")},
		{Name: "visibility", Label: lang.T(ctx, "Who can see it")},
		{Name: "sure", Label: lang.T(ctx, "They may see it")},
		{Name: "notes", Label: lang.T(ctx, "Notes")},
	}
}
