package repository

import (
	"context"

	"gorm.io/gorm"

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
	Text     string // as typed
	Type     domain.OccasionType
	PersonID string // in its scope
	Archived Archived
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
	q := r.search(r.kept(v, f.Archived), v, f.Text)
	if f.Type != "" {
		q = q.Where("occasions.type = ?", f.Type)
	}
	if f.PersonID != "" {
		people := inFamily("people", v)
		q = q.Where("occasions.id IN (SELECT occasion_people.occasion_id FROM occasion_people JOIN people ON people.id = occasion_people.person_id "+
			"WHERE people.id = ? AND "+people.sql+")", append([]any{idOrNobody(f.PersonID)}, people.args...)...)
	}
	if !f.From.IsZero() {
		q = q.Where("occasions.next_on >= ?", f.From)
	}
	if !f.Before.IsZero() {
		q = q.Where("occasions.next_on < ?", f.Before)
	}
	return shaped(ctx, q, withPeople, "occasions", occasionOrders, pq, func(o OccasionRow) string { return o.ID })
}

// withPeople adds how many people are in the scope to a query over occasions.
func withPeople(q *gorm.DB) *gorm.DB {
	return q.Select(`occasions.*, (SELECT count(*) FROM occasion_people JOIN people ON people.id = occasion_people.person_id
		AND people.deleted_at IS NULL WHERE occasion_people.occasion_id = occasions.id) AS people`)
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
