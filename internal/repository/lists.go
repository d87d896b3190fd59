package repository

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Lists reads and writes lists.
type Lists struct {
	base[model.List, *model.List]
}

// ListRow is a list with the names that it shows.
type ListRow struct {
	model.List
	OwnerName    string
	TargetName   *string
	TargetUserID *string // the target's account
	OccasionName *string
	OccasionOn   calendar.Date
}

// ListFilter narrows a listing of lists; empty fields do not.
type ListFilter struct {
	Text       string // as typed
	Type       domain.ListType
	PersonID   string
	OccasionID string
	OwnerID    string
	Visibility domain.Visibility
	Status     domain.Status // of a gift that the viewer plans there
	Archived   Archived
}

// noOccasion is the day of lists without an occasion: after all others.
const noOccasion = "9999-12-31"

// occasionOfList is the day of a list's occasion.
const occasionOfList = `COALESCE((SELECT occasions.next_on FROM occasions WHERE occasions.id = lists.occasion_id
	AND occasions.deleted_at IS NULL), '` + noOccasion + `')`

func listOccasion(l ListRow) any {
	if l.OccasionOn.IsZero() {
		return calendar.On(9999, time.December, 31)
	}
	return l.OccasionOn
}

var listOrders = []order[ListRow]{
	{name: "new", expr: "lists.created_at", desc: true, key: func(l ListRow) any { return l.CreatedAt }},
	{name: "updated", expr: "lists.updated_at", desc: true, key: func(l ListRow) any { return l.UpdatedAt }},
	{name: "occasion", expr: occasionOfList, key: listOccasion},
	{name: "name", expr: "lists.name_key", key: func(l ListRow) any { return l.NameKey }},
}

// Page returns one page of the lists.
func (r Lists) Page(ctx context.Context, v domain.Viewer, f ListFilter, pq PageQuery) (Page[ListRow], error) {
	q := r.search(r.kept(v, f.Archived), v, f.Text)
	if f.OwnerID != "" {
		q = q.Where("lists.owner_id = ?", idOrNobody(f.OwnerID))
	}
	if f.Visibility != "" {
		q = q.Where("lists.visibility = ?", f.Visibility)
	}
	if f.Type != "" {
		q = q.Where("lists.type = ?", f.Type)
	}
	if f.PersonID != "" {
		q = q.Where("lists.target_person_id = ?", idOrNobody(f.PersonID))
	}
	if f.OccasionID != "" {
		q = q.Where("lists.occasion_id = ?", idOrNobody(f.OccasionID))
	}
	if f.Status != "" {
		c := and(inFamily("list_items", v), notTarget(v)) // the list itself is one that the viewer sees
		q = q.Where("EXISTS (SELECT 1 FROM list_items WHERE list_items.list_id = lists.id AND list_items.archived_at IS NULL AND list_items.status = ? AND "+c.sql+")",
			append([]any{f.Status}, c.args...)...)
	}
	return shaped(ctx, q, named, "lists", listOrders, pq, func(l ListRow) string { return l.ID })
}

// Named returns a list with its names.
func (r Lists) Named(ctx context.Context, v domain.Viewer, id string) (ListRow, error) {
	c := visibleLists(v)
	var row ListRow
	err := named(r.conn.Model(&model.List{}).Where(c.sql, c.args...)).WithContext(ctx).
		Where("lists.id = ?", idOrNobody(id)).Take(&row).Error
	return row, fault(err)
}

// Inbox returns the family's Idea Inbox.
func (r Lists) Inbox(ctx context.Context, v domain.Viewer) (model.List, error) {
	c := visibleLists(v)
	return take[model.List](ctx, r.conn.Where("lists.inbox = ?", true).Where(c.sql, c.args...))
}

// mostChoices is how many lists a form offers.
const mostChoices = 500

// Choices returns the lists that a form offers: those not archived, the Idea Inbox first, then by name. The list that the
// form is asked for is among them whatever it is, when the viewer sees it.
func (r Lists) Choices(ctx context.Context, v domain.Viewer, asked string) ([]ListRow, error) {
	c := visibleLists(v)
	offered := named(r.conn.Model(&model.List{}).Where(c.sql, c.args...)).
		Where("lists.archived_at IS NULL OR lists.id = ?", idOrNobody(asked)).
		Order(clause.OrderBy{Expression: clause.Expr{
			SQL: "CASE WHEN lists.id = ? THEN 0 ELSE 1 END, lists.inbox DESC, lists.name_key, lists.id", Vars: []any{idOrNobody(asked)},
		}}).
		Limit(mostChoices)
	var rows []ListRow
	err := r.conn.WithContext(ctx).Table("(?) AS lists", offered).Order("inbox DESC, name_key, id").Find(&rows).Error
	return rows, fault(err)
}

// Seers returns the members who see a list and may buy from it: no guests, and never the list's target.
func (r Lists) Seers(ctx context.Context, v domain.Viewer, list model.List) ([]MemberRow, error) {
	q := members(r.conn, v.FamilyID).Where("memberships.role <> 'guest'")
	if list.Visibility == domain.VisibleToOwner {
		q = q.Where("users.id = ?", list.OwnerID)
	}
	if list.TargetPersonID != nil {
		q = q.Where("users.id NOT IN (SELECT people.user_id FROM people WHERE people.id = ? AND people.user_id IS NOT NULL)", *list.TargetPersonID)
	}
	var rows []MemberRow
	err := q.WithContext(ctx).Find(&rows).Error
	return rows, fault(err)
}

// named adds the names of owner, target and occasion to a query over lists.
func named(q *gorm.DB) *gorm.DB {
	return q.Select(`lists.*, users.name AS owner_name, people.display_name AS target_name, people.user_id AS target_user_id,
			occasions.name AS occasion_name, occasions.next_on AS occasion_on`).
		Joins("JOIN users ON users.id = lists.owner_id").
		Joins("LEFT JOIN people ON people.id = lists.target_person_id AND people.deleted_at IS NULL").
		Joins("LEFT JOIN occasions ON occasions.id = lists.occasion_id AND occasions.deleted_at IS NULL")
}

// TrashFor puts every list for a person into the trash, seen by the viewer or not: without its person a list would
// be hidden from nobody.
func (r Lists) TrashFor(ctx context.Context, v domain.Viewer, personID string) error {
	return fault(r.conn.WithContext(ctx).Model(&model.List{}).
		Where("target_person_id = ? AND family_id = ? AND deleted_at IS NULL", personID, v.FamilyID).
		Update("deleted_at", r.now()).Error)
}

// RestoreFor brings the lists back that went into the trash together with a person, or later.
func (r Lists) RestoreFor(ctx context.Context, v domain.Viewer, personID string) error {
	gone := r.conn.Model(&model.Person{}).Select("deleted_at").Where("id = ? AND family_id = ?", personID, v.FamilyID)
	return fault(r.conn.WithContext(ctx).Model(&model.List{}).
		Where("target_person_id = ? AND family_id = ? AND deleted_at >= (?)", personID, v.FamilyID, gone).
		Update("deleted_at", nil).Error)
}

// Withdraw hides a list from its target for good, and gives it to another owner.
func (r Lists) Withdraw(ctx context.Context, v domain.Viewer, id, owner string) error {
	return r.mark(ctx, r.scope(v), id, map[string]any{"visibility": domain.HiddenFromTarget, "owner_id": owner})
}

// Lock holds a list until the transaction ends, so that its order is changed by one at a time.
func (r Lists) Lock(ctx context.Context, v domain.Viewer, id string) error {
	var locked []string
	q := r.conn.WithContext(ctx).Model(&model.List{}).Clauses(clause.Locking{Strength: "NO KEY UPDATE"})
	return fault(q.Where("id = ? AND family_id = ?", id, v.FamilyID).Pluck("id", &locked).Error)
}
