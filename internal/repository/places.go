package repository

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// PositionGap leaves room between two items of a list for others to be put there.
const PositionGap = 1024

// Order is one of the two orders that a list has.
type Order string

// The orders: the one of those who plan, and the one in which the target sees their wishes. Neither moves the other for
// its reader, so the target cannot tell what others put first.
const (
	PlanOrder Order = "position"
	WishOrder Order = "wish_position"
)

// Place is where an item stands in both orders of its list.
type Place struct{ Plan, Wish int64 }

// LastPlace returns the highest positions on a list, hidden items and all: a new item comes after every other.
func (r Items) LastPlace(ctx context.Context, v domain.Viewer, listID string) (Place, error) {
	var last Place
	err := r.conn.WithContext(ctx).Model(&model.ListItem{}).Where("list_id = ? AND family_id = ?", listID, v.FamilyID).
		Select("COALESCE(MAX(position), 0) AS plan, COALESCE(MAX(wish_position), 0) AS wish").Scan(&last).Error
	return last, fault(err)
}

// Lock holds items until the transaction ends, so that what is decided on them stays true, and returns them as they are
// then, seen by the viewer or not: who asks shows nothing of it before they have looked through a scope. Everybody locks
// in the order of ids, and items before people. SQLite has one writer anyway.
func (r Items) Lock(ctx context.Context, v domain.Viewer, ids ...string) ([]model.ListItem, error) {
	held := onlyIDs(ids)
	if len(held) == 0 {
		return nil, nil
	}
	return find[model.ListItem](ctx, r.conn.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).
		Where("id IN ? AND family_id = ?", held, v.FamilyID).Order("id"))
}

// HoldOf holds the gifts of items until the transaction ends, as Lock holds items. Everybody holds gifts before words.
func (r Gifts) HoldOf(ctx context.Context, v domain.Viewer, itemIDs []string) error {
	held := onlyIDs(itemIDs)
	if len(held) == 0 {
		return nil
	}
	_, err := find[model.Gift](ctx, r.conn.Select("gifts.id").Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).
		Where("family_id = ? AND id IN (SELECT gift_id FROM list_items WHERE id IN ?)", v.FamilyID, held).Order("id"))
	return err
}

// PutAfter puts an item behind another of its list in one of the list's orders; "" is before all others, hidden ones
// too. All others keep their places to each other. No version counts up: an order is not what somebody edits.
func (r Items) PutAfter(ctx context.Context, v domain.Viewer, by Order, item model.ListItem, after string) error {
	at, found, err := r.between(ctx, v, by, item, after)
	if err == nil && !found {
		if err = r.spread(ctx, v, by, item.ListID); err == nil {
			at, _, err = r.between(ctx, v, by, item, after)
		}
	}
	if err != nil {
		return err
	}
	return fault(r.onList(ctx, v, item.ListID).Where("id = ?", item.ID).Update(string(by), at).Error)
}

// ShowLast puts an item that its list's target sees from now on behind their other wishes: an older place among them
// would tell that it was there before.
func (r Items) ShowLast(ctx context.Context, v domain.Viewer, item model.ListItem) error {
	last, err := r.LastPlace(ctx, v, item.ListID)
	if err != nil {
		return err
	}
	return fault(r.onList(ctx, v, item.ListID).Where("id = ?", item.ID).Update(string(WishOrder), last.Wish+PositionGap).Error)
}

// between finds the middle of the gap behind an item; it is not found when the gap has closed.
func (r Items) between(ctx context.Context, v domain.Viewer, by Order, item model.ListItem, after string) (int64, bool, error) {
	var places []struct {
		ID string
		At int64
	}
	err := r.onList(ctx, v, item.ListID).Select("id, "+string(by)+" AS at").Where("id <> ?", item.ID).
		Order(string(by) + ", id").Find(&places).Error
	if err != nil || len(places) == 0 {
		return PositionGap, true, fault(err)
	}
	i := -1
	for n := range places {
		if places[n].ID == after {
			i = n
		}
	}
	low := places[max(i, 0)].At
	switch {
	case i < 0:
		return low - PositionGap, true, nil
	case i == len(places)-1:
		return low + PositionGap, true, nil
	}
	high := places[i+1].At
	return low + (high-low)/2, high-low > 1, nil
}

// spread gives the items of a list gaps again, in the order in which they stand.
func (r Items) spread(ctx context.Context, v domain.Viewer, by Order, listID string) error {
	var ids []string
	if err := r.onList(ctx, v, listID).Order("id").Pluck("id", &ids).Error; err != nil {
		return fault(err)
	}
	if _, err := r.Lock(ctx, v, ids...); err != nil {
		return err
	}
	column := string(by)
	return fault(r.conn.WithContext(ctx).Exec(`UPDATE list_items SET `+column+` = ranked.n * ? FROM (SELECT id,
		ROW_NUMBER() OVER (ORDER BY `+column+`, id) AS n FROM list_items WHERE list_id = ? AND family_id = ?) AS ranked
		WHERE list_items.id = ranked.id`, PositionGap, listID, v.FamilyID).Error)
}

// onList are all items of a list, hidden or in the trash too: only their places are read.
func (r Items) onList(ctx context.Context, v domain.Viewer, listID string) *gorm.DB {
	return r.conn.WithContext(ctx).Model(&model.ListItem{}).Where("list_id = ? AND family_id = ?", listID, v.FamilyID)
}
