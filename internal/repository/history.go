package repository

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// ChangeRow is a step in an item's history with its actor's name.
type ChangeRow struct {
	model.StatusChange
	ActorName string
}

// AddChange records a step in the history of an item.
func (r Items) AddChange(ctx context.Context, v domain.Viewer, change *model.StatusChange) error {
	change.ID, change.FamilyID, change.ActorID, change.CreatedAt = newID(), v.FamilyID, v.UserID, r.now()
	return insert(ctx, r.conn, change)
}

// History returns the steps of an item that the viewer plans, newest first.
func (r Items) History(ctx context.Context, v domain.Viewer, itemID string) ([]ChangeRow, error) {
	c := plannedItems(v)
	var rows []ChangeRow
	err := r.conn.WithContext(ctx).Table("status_changes").Select("status_changes.*, users.name AS actor_name").
		Joins("JOIN list_items ON list_items.id = status_changes.item_id").
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN users ON users.id = status_changes.actor_id").
		Where("status_changes.item_id = ?", itemID).Where(c.sql, c.args...).
		Order("status_changes.id DESC").Limit(maxLimit).Find(&rows).Error
	return rows, fault(err)
}

// Tally is how many items there are at a status of a list in one currency, and what they cost. Sums are in minor
// units, times quantity, of the actual price, else the planned one, else the gift's.
type Tally struct {
	ListID     string
	PersonID   string // the list's target, "" without
	OccasionID string // "" without
	Status     domain.Status
	Currency   string
	Items      int
	Cost       int64
	Spent      int64 // the part with an actual price, or gifted
}

// TallyBy says which lists a tally is of.
type TallyBy string

// The ways to pick the lists of a tally.
const (
	TallyByList     TallyBy = "lists.id"
	TallyByPerson   TallyBy = "lists.target_person_id"
	TallyByOccasion TallyBy = "lists.occasion_id"
)

const (
	unitCost     = "COALESCE(list_items.actual_price, list_items.planned_price, gifts.price, 0)"
	costCurrency = `CASE WHEN list_items.actual_price IS NOT NULL OR list_items.planned_price IS NOT NULL
		THEN list_items.currency ELSE gifts.currency END`
)

// Tally counts and sums the items that the viewer plans on the picked lists. Nothing of the viewer's own lists is in it.
func (r Items) Tally(ctx context.Context, v domain.Viewer, by TallyBy, ids []string) ([]Tally, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	c := plannedItems(v)
	var rows []Tally
	err := r.conn.WithContext(ctx).Table("list_items").
		Select(`lists.id AS list_id, lists.target_person_id AS person_id, lists.occasion_id, list_items.status,
			`+costCurrency+` AS currency, count(*) AS items, CAST(sum(list_items.quantity * `+unitCost+`) AS bigint) AS cost,
			CAST(sum(CASE WHEN list_items.actual_price IS NOT NULL OR list_items.status = 'gifted'
				THEN list_items.quantity * `+unitCost+` ELSE 0 END) AS bigint) AS spent`).
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id AND gifts.deleted_at IS NULL").
		Where(string(by)+" IN ? AND list_items.archived_at IS NULL", ids).Where(c.sql, c.args...).
		Group("lists.id, lists.target_person_id, lists.occasion_id, list_items.status, 5").Find(&rows).Error
	return rows, fault(err)
}

// CountPlanned returns how many items the viewer plans on a list, the dropped and the archived ones too.
func (r Items) CountPlanned(ctx context.Context, v domain.Viewer, listID string) (int, error) {
	var n int64
	err := r.planned(ctx, v).Where("list_items.list_id = ?", listID).Count(&n).Error
	return int(n), fault(err)
}

// CountSeen returns how many items of a list the viewer sees.
func (r Items) CountSeen(ctx context.Context, v domain.Viewer, listID string) (int, error) {
	return r.countSeen(ctx, v, "list_items.list_id = ?", listID)
}

// CountOfGift returns as how many items that the viewer sees a gift stands.
func (r Items) CountOfGift(ctx context.Context, v domain.Viewer, giftID string) (int, error) {
	return r.countSeen(ctx, v, "list_items.gift_id = ?", giftID)
}

func (r Items) countSeen(ctx context.Context, v domain.Viewer, where, id string) (int, error) {
	c := visibleItems(v)
	var n int64
	err := r.conn.WithContext(ctx).Table("list_items").Where(where, idOrNobody(id)).Where(c.sql, c.args...).Count(&n).Error
	return int(n), fault(err)
}

// WishCounts returns how many visible items each of the viewer's own lists has.
func (r Items) WishCounts(ctx context.Context, v domain.Viewer, listIDs []string) (map[string]int, error) {
	counts := map[string]int{}
	if len(listIDs) == 0 || v.PersonID == "" {
		return counts, nil
	}
	var rows []struct {
		ListID string
		N      int
	}
	err := r.wishes(ctx, v).Select("list_items.list_id, count(*) AS n").
		Where("list_items.list_id IN ? AND list_items.archived_at IS NULL", listIDs).
		Group("list_items.list_id").Find(&rows).Error
	for _, row := range rows {
		counts[row.ListID] = row.N
	}
	return counts, fault(err)
}
