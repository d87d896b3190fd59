package repository

import (
	"context"
	"slices"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// inHandOrGiven are the items that somebody plans in earnest: a target who takes such a wish back leaves it to them.
const inHandOrGiven = "(list_items.buyer_id IS NOT NULL OR list_items.status IN ('buying', 'ordered', 'delivered', 'wrapped', 'gifted'))"

// TrashWithItems puts a gift into the trash with the items that the viewer sees of it. What others have of it out of
// the viewer's sight goes on with a copy of the gift, and so does a wish of the viewer's own that somebody has in hand:
// it is withdrawn. So a gift is gone for the viewer, and comes back for them, whatever others plan.
func (r Gifts) TrashWithItems(ctx context.Context, v domain.Viewer, id string) error {
	gift, err := r.Get(ctx, v, id)
	if err != nil {
		return err
	}
	now := r.now()
	if err := r.trashWishes(ctx, v, id, now); err != nil {
		return err
	}
	items := visibleItems(v)
	err = r.conn.WithContext(ctx).Model(&model.ListItem{}).Where("list_items.gift_id = ?", id).Where(items.sql, items.args...).
		Updates(map[string]any{"deleted_at": now}).Error
	if err != nil {
		return fault(err)
	}
	if err := r.leaveCopy(ctx, v, gift); err != nil {
		return err
	}
	return r.mark(ctx, inFamily("gifts", v), id, map[string]any{"deleted_at": now})
}

// trashWishes takes a gift off the viewer's own lists. These wishes do not come back with the gift, in hand or not:
// that some do and some do not would tell.
func (r Gifts) trashWishes(ctx context.Context, v domain.Viewer, id string, now time.Time) error {
	items := visibleItems(v)
	own := r.conn.Model(&model.List{}).Select("id").Where("target_person_id = ?", person(v))
	wishes := r.conn.WithContext(ctx).Model(&model.ListItem{}).Where("list_items.gift_id = ? AND list_items.list_id IN (?)", id, own).
		Where(items.sql, items.args...)
	err := wishes.Session(&gorm.Session{}).Where(inHandOrGiven).
		Updates(map[string]any{"privacy": domain.PrivacyHidden, "withdrawn_at": now}).Error
	if err != nil {
		return fault(err)
	}
	return fault(wishes.Session(&gorm.Session{}).Updates(map[string]any{"deleted_at": now.Add(-time.Microsecond)}).Error)
}

// leaveCopy gives the items that are left of a gift a copy of it.
func (r Gifts) leaveCopy(ctx context.Context, v domain.Viewer, gift model.Gift) error {
	var rest []model.ListItem
	db := r.conn.WithContext(ctx)
	err := db.Where("gift_id = ? AND family_id = ? AND deleted_at IS NULL", gift.ID, v.FamilyID).Order("id").Find(&rest).Error
	if err != nil || len(rest) == 0 {
		return fault(err)
	}
	return r.copyFor(ctx, v, gift, rest)
}

// Part gives an item a copy of its gift, so that the gift itself can stand beside it.
func (r Gifts) Part(ctx context.Context, v domain.Viewer, item model.ListItem) error {
	gift, err := take[model.Gift](ctx, r.conn.Where("id = ? AND family_id = ?", item.GiftID, v.FamilyID))
	if err != nil {
		return err
	}
	return r.copyFor(ctx, v, gift, []model.ListItem{item})
}

// copyFor gives items of a gift a copy of it, with its tags and what was said about it, in the name of somebody who plans
// them.
func (r Gifts) copyFor(ctx context.Context, v domain.Viewer, gift model.Gift, items []model.ListItem) error {
	db := r.conn.WithContext(ctx)
	tags, err := r.TagIDs(ctx, gift.ID)
	if err != nil {
		return err
	}
	ids := make([]string, len(items))
	for i := range items {
		ids[i] = items[i].ID
	}
	original := gift.ID
	if gift.CreatedByID, err = r.planner(ctx, v, items); err != nil {
		return err
	}
	if err := r.Create(ctx, v, &gift); err != nil {
		return err
	}
	for _, tag := range tags {
		if err := db.Create(&model.GiftTag{GiftID: gift.ID, TagID: tag}).Error; err != nil {
			return fault(err)
		}
	}
	if err := r.copyComments(ctx, v, original, gift.ID); err != nil {
		return err
	}
	return fault(db.Model(&model.ListItem{}).Where("id IN ? AND family_id = ?", ids, v.FamilyID).
		Updates(map[string]any{"gift_id": gift.ID}).Error)
}

// copyComments says on a copy of a gift what was said on the gift, by the same people at the same times.
func (r Gifts) copyComments(ctx context.Context, v domain.Viewer, from, to string) error {
	said, err := find[model.Comment](ctx, r.conn.Where("gift_id = ? AND family_id = ? AND deleted_at IS NULL", from, v.FamilyID).Order("id"))
	if err != nil {
		return err
	}
	for _, c := range said {
		old := c.ID
		c.ID, c.GiftID = newID(), &to
		if err := insert(ctx, r.conn, &c); err != nil {
			return err
		}
		err := r.conn.WithContext(ctx).Exec("INSERT INTO comment_mentions (comment_id, user_id) SELECT ?, user_id FROM comment_mentions WHERE comment_id = ?",
			c.ID, old).Error
		if err != nil {
			return fault(err)
		}
	}
	return nil
}

// planner is somebody other than the viewer who has one of the items: who put it there, buys it, moved it, or has the
// list that it stands on. In the viewer's own name the copy would be in their sight.
func (r Gifts) planner(ctx context.Context, v domain.Viewer, items []model.ListItem) (string, error) {
	ids, lists := make([]string, len(items)), make([]string, len(items))
	for i, item := range items {
		ids[i], lists[i] = item.ID, item.ListID
		if item.AddedBy != v.UserID {
			return item.AddedBy, nil
		}
		if item.BuyerID != nil && *item.BuyerID != v.UserID {
			return *item.BuyerID, nil
		}
	}
	var movers, owners []string
	db := r.conn.WithContext(ctx)
	err := db.Model(&model.StatusChange{}).Where("item_id IN ? AND actor_id <> ?", ids, v.UserID).
		Order("id DESC").Limit(1).Pluck("actor_id", &movers).Error
	if err == nil {
		err = db.Model(&model.List{}).Where("id IN ? AND owner_id <> ?", lists, v.UserID).Order("id").Limit(1).Pluck("owner_id", &owners).Error
	}
	return slices.Concat(movers, owners, []string{v.UserID})[0], fault(err)
}

// RestoreWithItems brings a gift back from the archive or the trash, with the items that went into it at the same time.
func (r Gifts) RestoreWithItems(ctx context.Context, v domain.Viewer, id string) error {
	db := r.conn.WithContext(ctx)
	gone := r.conn.Model(&model.Gift{}).Select("deleted_at").Where("id = ? AND family_id = ?", id, v.FamilyID)
	err := db.Model(&model.ListItem{}).Where("gift_id = ? AND family_id = ? AND deleted_at = (?)", id, v.FamilyID, gone).
		Updates(map[string]any{"deleted_at": nil}).Error
	if err != nil {
		return fault(err)
	}
	return r.Restore(ctx, v, id)
}
