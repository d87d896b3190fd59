package repository

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// People reads and writes the people that a family gives to.
type People struct {
	base[model.Person, *model.Person]
}

// PeopleFilter narrows the index of people.
type PeopleFilter struct {
	Text         string // as typed
	Relationship domain.Relationship
	Tags         []string // ids; with any of them that the viewer sees
	Archived     Archived
}

var peopleOrders = []order[model.Person]{
	{name: "name", expr: "people.name_key", key: func(p model.Person) any { return p.NameKey }},
	{name: "updated", expr: "people.updated_at", desc: true, key: func(p model.Person) any { return p.UpdatedAt }},
	{name: "new", expr: "people.created_at", desc: true, key: func(p model.Person) any { return p.CreatedAt }},
}

// Page returns one page of the people.
func (r People) Page(ctx context.Context, v domain.Viewer, f PeopleFilter, pq PageQuery) (Page[model.Person], error) {
	q := r.search(r.kept(v, f.Archived), v, f.Text)
	if f.Relationship != "" {
		q = q.Where("people.relationship = ?", f.Relationship)
	}
	if len(f.Tags) > 0 {
		tags := tagged("person_tags", v)
		q = q.Where("people.id IN (SELECT person_tags.person_id FROM "+tags.sql+" AND person_tags.tag_id IN ?)", append(tags.args, idsOrNobody(f.Tags))...)
	}
	return page(ctx, q, "people", peopleOrders, pq, func(p model.Person) string { return p.ID })
}

// PersonRow is a person with the id of their picture.
type PersonRow struct {
	model.Person
	Picture *string
}

// Portrayed returns a person with their picture.
func (r People) Portrayed(ctx context.Context, v domain.Viewer, id string) (PersonRow, error) {
	c := inFamily("people", v)
	var row PersonRow
	err := r.conn.WithContext(ctx).Model(&model.Person{}).Select("people.*, "+personPicture+" AS picture").
		Where(c.sql, c.args...).Where("people.id = ?", idOrNobody(id)).Take(&row).Error
	return row, fault(err)
}

// Names returns all people that are not archived, by name: what pickers offer.
func (r People) Names(ctx context.Context, v domain.Viewer) ([]model.Person, error) {
	var rows []model.Person
	err := r.live(v, false).WithContext(ctx).Select("people.id, people.display_name").Order("people.name_key, people.id").
		Find(&rows).Error
	return rows, fault(err)
}

// UpcomingRow is the next occasion of a person.
type UpcomingRow struct {
	PersonID string
	ID       string
	Name     string
	NextOn   calendar.Date
}

// Upcoming returns the occasions on or after from of each of the people, soonest first.
func (r People) Upcoming(ctx context.Context, v domain.Viewer, personIDs []string, from calendar.Date) ([]UpcomingRow, error) {
	if len(personIDs) == 0 {
		return nil, nil
	}
	c := inFamily("occasions", v)
	var rows []UpcomingRow
	err := r.conn.WithContext(ctx).Table("occasion_people").
		Select("occasion_people.person_id, occasions.id, occasions.name, occasions.next_on").
		Joins("JOIN occasions ON occasions.id = occasion_people.occasion_id").
		Where("occasion_people.person_id IN ? AND occasions.next_on >= ? AND occasions.archived_at IS NULL", personIDs, from).
		Where(c.sql, c.args...).Order("occasions.next_on, occasions.id").Find(&rows).Error
	return rows, fault(err)
}

// TagIDs returns the tags of a person; which of them the viewer sees, Tags.ByIDs decides.
func (r People) TagIDs(ctx context.Context, personID string) ([]string, error) {
	var ids []string
	err := r.conn.WithContext(ctx).Model(&model.PersonTag{}).Where("person_id = ?", personID).Pluck("tag_id", &ids).Error
	return ids, fault(err)
}

// OnPerson returns the tags of a person that the viewer sees.
func (r Tags) OnPerson(ctx context.Context, v domain.Viewer, personID string) ([]model.Tag, error) {
	c := and(inFamily("tags", v), tagRule(v))
	return find[model.Tag](ctx, r.conn.Where("tags.id IN (SELECT person_tags.tag_id FROM person_tags WHERE person_tags.person_id = ?)", personID).
		Where(c.sql, c.args...))
}

// Lock holds a person until the transaction ends: of those who take something in hand for them, one goes after the other.
func (r People) Lock(ctx context.Context, v domain.Viewer, id string) error {
	return r.lock(ctx, v, r.conn.Where("id = ?", id))
}

// LockTargets holds the people that the items are for, in the order in which everybody locks them.
func (r People) LockTargets(ctx context.Context, v domain.Viewer, itemIDs []string) error {
	targets := r.conn.Table("list_items").Select("lists.target_person_id").
		Joins("JOIN lists ON lists.id = list_items.list_id").Where("list_items.id IN ?", append(onlyIDs(itemIDs), nobody))
	return r.lock(ctx, v, r.conn.Where("id IN (?)", targets))
}

func (r People) lock(ctx context.Context, v domain.Viewer, which *gorm.DB) error {
	var locked []string
	return fault(which.WithContext(ctx).Model(&model.Person{}).Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).
		Where("family_id = ?", v.FamilyID).Order("id").Pluck("id", &locked).Error)
}
