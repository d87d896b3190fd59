package repository

import (
	"context"

	"gorm.io/gorm"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// AssignmentRow is an item in somebody's hands.
type AssignmentRow struct {
	ItemRow
	GiftTitleKey string
	TargetName   *string
	OccasionName *string
	OccasionOn   calendar.Date
}

// AssignmentFilter narrows assignments; empty fields do not.
type AssignmentFilter struct {
	Status     domain.Status // "" is all but what was given or dropped
	OccasionID string
	PersonID   string
	Shop       string
	NoBuyer    bool // what is in hand without a buyer, instead of what the viewer buys
}

// withoutBuyer are the items in hand that nobody of the family buys, or no more.
const withoutBuyer = `(list_items.status IN ('buying', 'ordered', 'delivered', 'wrapped') AND NOT EXISTS (SELECT 1 FROM memberships
	WHERE memberships.user_id = list_items.buyer_id AND memberships.family_id = list_items.family_id))`

// noDay sorts what has no occasion behind all that has one.
const noDay = "9999-12-31"

var assignmentOrders = []order[AssignmentRow]{
	{name: "occasion", expr: "COALESCE(occasions.next_on, '" + noDay + "')", key: func(a AssignmentRow) any {
		if a.OccasionOn.IsZero() {
			return calendar.Date{Year: 9999, Month: 12, Day: 31}
		}
		return a.OccasionOn
	}},
	{name: "shop", expr: "gifts.source", key: func(a AssignmentRow) any { return a.GiftSource }},
	{name: "status", expr: statusStage, key: func(a AssignmentRow) any { return int64(a.Status.Stage()) }},
	{name: "title", expr: "gifts.title_key", key: func(a AssignmentRow) any { return a.GiftTitleKey }},
}

// statusStage is domain.Status.Stage in SQL.
const statusStage = `CASE list_items.status WHEN 'idea' THEN 0 WHEN 'shortlisted' THEN 1 WHEN 'buying' THEN 2 WHEN 'ordered' THEN 3
	WHEN 'delivered' THEN 4 WHEN 'wrapped' THEN 5 WHEN 'gifted' THEN 6 ELSE -1 END`

// Assignments returns one page of what the viewer buys, or of what nobody buys, over all lists. What is in hand stays so
// when its list is put away.
func (r Items) Assignments(ctx context.Context, v domain.Viewer, f AssignmentFilter, pq PageQuery) (Page[AssignmentRow], error) {
	q := assigned(r.handed(ctx, v), v, f)
	return page(ctx, q, "list_items", assignmentOrders, pq, func(a AssignmentRow) string { return a.ID })
}

// SumRow is an amount in minor units of a currency.
type SumRow struct {
	Currency string
	Cost     int64
}

// AssignmentSums returns what all assignments of a filter cost, by currency.
func (r Items) AssignmentSums(ctx context.Context, v domain.Viewer, f AssignmentFilter) ([]SumRow, error) {
	var rows []SumRow
	err := assigned(r.handed(ctx, v), v, f).
		Select(costCurrency + " AS currency, CAST(sum(list_items.quantity * " + unitCost + ") AS bigint) AS cost").
		Group(costCurrency).Find(&rows).Error
	return rows, fault(err)
}

// InHand returns the first of what the viewer buys and has not given yet, soonest occasion first; for admins what is in
// hand without a buyer too.
func (r Items) InHand(ctx context.Context, v domain.Viewer, n int) ([]AssignmentRow, error) {
	q := r.handed(ctx, v).Where("list_items.status NOT IN ('gifted', 'dropped')")
	if v.Admin() {
		q = q.Where("(list_items.buyer_id = ? OR "+withoutBuyer+")", v.UserID)
	} else {
		q = q.Where("list_items.buyer_id = ?", v.UserID)
	}
	var rows []AssignmentRow
	err := q.Order(assignmentOrders[0].expr + ", list_items.id").Limit(n).Find(&rows).Error
	return rows, fault(err)
}

// handed is a query over the items that the viewer plans with the names that assignments show.
func (r Items) handed(ctx context.Context, v domain.Viewer) *gorm.DB {
	return r.planned(ctx, v).Select(itemColumns + `, gifts.title_key AS gift_title_key, people.display_name AS target_name,
			occasions.name AS occasion_name, occasions.next_on AS occasion_on`).
		Joins("LEFT JOIN people ON people.id = lists.target_person_id AND people.deleted_at IS NULL").
		Joins("LEFT JOIN occasions ON occasions.id = lists.occasion_id AND occasions.deleted_at IS NULL").
		Where("list_items.archived_at IS NULL")
}

func assigned(q *gorm.DB, v domain.Viewer, f AssignmentFilter) *gorm.DB {
	if f.NoBuyer {
		q = q.Where(withoutBuyer)
	} else {
		q = q.Where("list_items.buyer_id = ?", v.UserID)
	}
	if f.Status != "" {
		q = q.Where("list_items.status = ?", f.Status)
	} else {
		q = q.Where("list_items.status NOT IN ('gifted', 'dropped')")
	}
	if f.OccasionID != "" {
		q = q.Where("lists.occasion_id = ?", idOrNobody(f.OccasionID))
	}
	if f.PersonID != "" {
		q = q.Where("lists.target_person_id = ?", idOrNobody(f.PersonID))
	}
	if f.Shop != "" {
		q = q.Where("gifts.source = ?", f.Shop)
	}
	return q
}
