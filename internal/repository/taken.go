package repository

import (
	"context"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// TakenRow is a gift that somebody has in hand, or gave lately.
type TakenRow struct {
	ItemID     string
	GiftID     string
	Canonical  string // of the gift's link; "" without
	Status     domain.Status
	BuyerID    *string
	BuyerName  *string
	ListID     string
	ListName   string
	OccasionID *string
}

// TakenFor returns what is in hand for a person, and what was given to them since a day, on all lists that the viewer
// plans but one.
func (r Items) TakenFor(ctx context.Context, v domain.Viewer, personID, exceptList string, since calendar.Date) ([]TakenRow, error) {
	c := plannedItems(v)
	var rows []TakenRow
	err := r.conn.WithContext(ctx).Table("list_items").
		Select(`list_items.id AS item_id, list_items.gift_id, gifts.canonical_url AS canonical, list_items.status,
			list_items.buyer_id, users.name AS buyer_name, lists.id AS list_id, lists.name AS list_name, lists.occasion_id`).
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id AND gifts.deleted_at IS NULL").
		Joins("LEFT JOIN users ON users.id = list_items.buyer_id").
		Where("lists.target_person_id = ? AND lists.id <> ?", personID, exceptList).Where(c.sql, c.args...).
		Where(`(list_items.status IN ('buying', 'ordered', 'delivered', 'wrapped')
			OR list_items.status = 'gifted' AND list_items.gifted_on >= ?)`, since).
		Order("list_items.id").Find(&rows).Error
	return rows, fault(err)
}
