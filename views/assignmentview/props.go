// Package assignmentview is what the viewer buys, over all lists.
package assignmentview

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/itemview"
	"kinlist/views/ui"
)

// Props is one page of assignments, and what it was asked for.
type Props struct {
	Assignments dto.Assignments
	Query       dto.AssignmentQuery
	Occasions   []dto.Ref // to filter by
	Admin       bool      // may look after what nobody buys
	Guest       bool      // buys nothing
	News        itemview.News
}

// At is the address that asks for the same.
func (p Props) At() string {
	return paths.With(paths.Assignments(), append(p.kept(), "cursor", p.Query.Cursor)...)
}

// Events is where the page is told what others change on it.
func (p Props) Events() string {
	return paths.EventsOf(append(p.kept(), "page", "assignments", "cursor", p.Query.Cursor)...)
}

func (p Props) kept() []string {
	q := p.Query
	return ui.Kept(q.Query, "status", q.Status, "occasion_id", q.OccasionID, "person_id", q.PersonID, "store", q.Store, "buyer", q.Buyer)
}

func (p Props) filtered() bool { return ui.Filtered(p.kept()) || p.Query.Cursor != "" }

// by is the address with one filter more.
func (p Props) by(key, value string) string {
	return ui.Including(paths.Assignments(), p.kept(), key, value)
}

// chosen are the filters that are on.
func (p Props) chosen(ctx context.Context) []ui.Chosen {
	var on []ui.Chosen
	add := func(label, key, value string) {
		if value != "" {
			on = append(on, ui.Chosen{Label: label, Without: ui.Without(paths.Assignments(), p.kept(), key, value)})
		}
	}
	q := p.Query
	add(lang.T(ctx, "Status: %s", ui.StatusName(ctx, domain.Status(q.Status))), "status", q.Status)
	add(lang.T(ctx, "Occasion: %s", ui.NameIn(ctx, ui.Refs("", p.Occasions), q.OccasionID)), "occasion_id", q.OccasionID)
	add(lang.T(ctx, "For %s", p.person(ctx)), "person_id", q.PersonID)
	add(lang.T(ctx, "Shop: %s", q.Store), "store", q.Store)
	add(lang.T(ctx, "Without buyer"), "buyer", q.Buyer)
	return on
}

// person is the name of the person that the filter asks for, as far as the page knows it.
func (p Props) person(ctx context.Context) string {
	for _, a := range p.Assignments.Items {
		if a.Target != nil && a.Target.ID == p.Query.PersonID {
			return a.Target.Name
		}
	}
	return lang.T(ctx, "somebody")
}

func statuses(ctx context.Context) []ui.Option {
	return append([]ui.Option{{Label: lang.T(ctx, "All that is open")}}, ui.Words(ctx, domain.Statuses, ui.StatusName)...)
}

func sorts(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Value: "", Label: lang.T(ctx, "Occasion")},
		{Value: "shop", Label: lang.T(ctx, "Shop")},
		{Value: "status", Label: lang.T(ctx, "Status")},
		{Value: "title", Label: lang.T(ctx, "Title")},
	}
}

// group is assignments under one heading, "" for none.
type group struct {
	id, title string
	path      string // nothing but this, "" where no filter says it
	items     []dto.Assignment
}

// groups puts assignments under what they are sorted by.
func (p Props) groups(ctx context.Context) []group {
	var all []group
	for _, a := range p.Assignments.Items {
		id, title := p.heading(ctx, a)
		if n := len(all); n == 0 || all[n-1].id != id {
			all = append(all, group{id: id, title: title, path: p.only(a)})
		}
		last := &all[len(all)-1]
		last.items = append(last.items, a)
	}
	return all
}

// only is the page with nothing but what stands under the same heading.
func (p Props) only(a dto.Assignment) string {
	switch {
	case p.Query.Sort == "shop" && a.Source != "":
		return p.by("store", a.Source)
	case p.Query.Sort == "status":
		return p.by("status", string(a.Status))
	case p.Query.Sort == "" && a.Occasion != nil:
		return p.by("occasion_id", a.Occasion.ID)
	}
	return ""
}

// heading is what an assignment stands under.
func (p Props) heading(ctx context.Context, a dto.Assignment) (id, title string) {
	switch p.Query.Sort {
	case "shop":
		if a.Source == "" {
			return "no-shop", lang.T(ctx, "No shop noted")
		}
		return a.Source, a.Source
	case "status":
		return string(a.Status), ui.StatusName(ctx, a.Status)
	case "title":
		return "", ""
	}
	if a.Occasion == nil {
		return "no-occasion", lang.T(ctx, "Without occasion")
	}
	if a.On.IsZero() {
		return a.Occasion.ID, a.Occasion.Name
	}
	return a.Occasion.ID, lang.T(ctx, "%s, %s", a.Occasion.Name, ui.Date(ctx, a.On))
}

// counted says how many there are on the page, and what all of the filter cost.
func (p Props) counted(ctx context.Context) string {
	n := len(p.Assignments.Items)
	if p.Assignments.Next != "" || p.Assignments.Prev != "" {
		return lang.N(ctx, n, "%d gift of several pages", "%d gifts of several pages")
	}
	return lang.N(ctx, n, "%d gift", "%d gifts")
}

// item is what the status menu needs of an assignment.
func item(a dto.Assignment) dto.Item {
	return dto.Item{ID: a.ItemID, Status: a.Status, Moves: a.Moves, Version: a.Version, Gift: dto.ItemGift{Title: a.Title}}
}
