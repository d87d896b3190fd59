package repository

import (
	"context"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Occasions reads and writes the days on which a family gives.
type Occasions struct {
	base[model.Occasion, *model.Occasion]
}

// OccasionFilter narrows the index of occasions.
type OccasionFilter struct {
	Text     string        // folded; anywhere in the name
	Archived bool          // the archived ones too
	From     calendar.Date // only on or after this day; zero is no bound
	Before   calendar.Date // only before this day; zero is no bound
}

var occasionOrders = []order[OccasionRow]{
	{name: "date", expr: "occasions.next_on", key: func(o OccasionRow) any { return o.NextOn }},
	{name: "-date", expr: "occasions.next_on", desc: true, key: func(o OccasionRow) any { return o.NextOn }},
	{name: "name", expr: "occasions.name_key", key: func(o OccasionRow) any { return o.NameKey }},
}

// OccasionRow is an occasion in the index.
type OccasionRow struct {
	model.Occasion
	People int
}

// Page returns one page of the occasions.
func (r Occasions) Page(ctx context.Context, v domain.Viewer, f OccasionFilter, pq PageQuery) (Page[OccasionRow], error) {
	q := r.live(v, f.Archived).Select("occasions.*, (SELECT count(*) FROM occasion_people JOIN people ON people.id = occasion_people.person_id AND people.deleted_at IS NULL WHERE occasion_people.occasion_id = occasions.id) AS people")
	if f.Text != "" {
		q = q.Where("occasions.name_key LIKE ? ESCAPE '\\'", contains(f.Text))
	}
	if !f.From.IsZero() {
		q = q.Where("occasions.next_on >= ?", f.From)
	}
	if !f.Before.IsZero() {
		q = q.Where("occasions.next_on < ?", f.Before)
	}
	return page(ctx, q, "occasions", occasionOrders, pq, func(o OccasionRow) string { return o.ID })
}

// Names returns all occasions that are not archived, soonest first: what pickers offer.
func (r Occasions) Names(ctx context.Context, v domain.Viewer) ([]model.Occasion, error) {
	var rows []model.Occasion
	err := r.live(v, false).WithContext(ctx).Select("occasions.id, occasions.name, occasions.next_on").
		Order("occasions.next_on, occasions.id").Find(&rows).Error
	return rows, fault(err)
}

// Rules returns when each occasion of the family comes, the archived ones too.
func (r Occasions) Rules(ctx context.Context, v domain.Viewer) ([]model.Occasion, error) {
	var rows []model.Occasion
	err := r.live(v, true).WithContext(ctx).
		Select("occasions.id, occasions.name_key, occasions.type, occasions.date, occasions.recurrence, occasions.person_id").
		Order("occasions.id").Find(&rows).Error
	return rows, fault(err)
}

// overdue is what a repeating occasion is once its next day has passed.
const overdue = "occasions.next_on < ? AND occasions.recurrence <> 'none'"

// Overdue returns the repeating occasions whose next day is before today: they have a later one.
func (r Occasions) Overdue(ctx context.Context, v domain.Viewer, today calendar.Date) ([]model.Occasion, error) {
	c := inFamily("occasions", v)
	return find[model.Occasion](ctx, r.conn.Where(overdue, today).
		Where(c.sql, c.args...))
}

// SetNext writes the next day of a repeating occasion. Nobody edited it, so its version stays.
func (r Occasions) SetNext(ctx context.Context, v domain.Viewer, id string, next calendar.Date) error {
	c := inFamily("occasions", v)
	return fault(r.conn.WithContext(ctx).Model(&model.Occasion{}).Where("occasions.id = ?", id).Where(c.sql, c.args...).
		Update("next_on", next).Error)
}

// BirthdayOf returns the occasion that follows a person's birthdate, NotFound when there is none.
func (r Occasions) BirthdayOf(ctx context.Context, v domain.Viewer, personID string) (model.Occasion, error) {
	c := inFamily("occasions", v)
	return take[model.Occasion](ctx, r.conn.Where("occasions.person_id = ?", personID).Where(c.sql, c.args...))
}

// TrashedBirthday returns the occasion of a person's birthday that went into the trash last, NotFound without one.
func (r Occasions) TrashedBirthday(ctx context.Context, v domain.Viewer, personID string) (model.Occasion, error) {
	return take[model.Occasion](ctx, r.conn.
		Where("occasions.person_id = ? AND occasions.family_id = ? AND occasions.deleted_at IS NOT NULL", personID, v.FamilyID).
		Order("occasions.deleted_at DESC"))
}
