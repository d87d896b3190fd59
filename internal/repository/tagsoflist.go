package repository

import (
	"context"

	"gorm.io/gorm"

	"kinlist/internal/domain"
)

// TagOnList is a tag that gifts of a list carry, and how many.
type TagOnList struct {
	ID    string
	Name  string
	Items int
}

// OfList returns the tags of the gifts on a list, as far as the viewer plans them, by name.
func (r Tags) OfList(ctx context.Context, v domain.Viewer, listID string) ([]TagOnList, error) {
	var rows []TagOnList
	err := r.ofList(v, listID).WithContext(ctx).Select("tags.id, tags.name, count(*) AS items").
		Group("tags.id, tags.name, tags.name_key").Order("tags.name_key, tags.id").Find(&rows).Error
	return rows, fault(err)
}

// OfItem returns the tags of a gift that stands on a list, as far as the viewer plans it, by name.
func (r Tags) OfItem(ctx context.Context, v domain.Viewer, listID, giftID string) ([]TagOnList, error) {
	var rows []TagOnList
	err := r.ofList(v, listID).WithContext(ctx).Where("list_items.gift_id = ?", giftID).Select("tags.id, tags.name").
		Order("tags.name_key, tags.id").Find(&rows).Error
	return rows, fault(err)
}

// GiftsOfList returns the gifts of a list that carry a tag, as far as the viewer plans them.
func (r Tags) GiftsOfList(ctx context.Context, v domain.Viewer, listID, tagID string) ([]string, error) {
	var ids []string
	err := r.ofList(v, listID).WithContext(ctx).Where("tags.id = ?", idOrNobody(tagID)).Pluck("list_items.gift_id", &ids).Error
	return ids, fault(err)
}

// OfItems returns the words on the gifts of items, as far as the viewer plans them, each once and on how many, by name.
func (r Tags) OfItems(ctx context.Context, v domain.Viewer, ids []string) ([]TagOnList, error) {
	if ids = onlyIDs(ids); len(ids) == 0 {
		return nil, nil
	}
	var rows []TagOnList
	err := r.ofPlanned(v).WithContext(ctx).Where("list_items.id IN ?", ids).
		Select("min(tags.name) AS name, count(DISTINCT list_items.id) AS items").Group("tags.name_key").Order("tags.name_key").Find(&rows).Error
	return rows, fault(err)
}

// ofList is a query over the tags of the gifts that stand on a list.
func (r Tags) ofList(v domain.Viewer, listID string) *gorm.DB {
	return r.ofPlanned(v).Where("list_items.list_id = ? AND list_items.archived_at IS NULL", listID)
}

// ofPlanned is a query over the tags of the gifts that the viewer plans: what they plan they see, tags and all.
func (r Tags) ofPlanned(v domain.Viewer) *gorm.DB {
	c := plannedItems(v)
	return r.conn.Table("list_items").
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id AND gifts.deleted_at IS NULL").
		Joins("JOIN gift_tags ON gift_tags.gift_id = list_items.gift_id").
		Joins("JOIN tags ON tags.id = gift_tags.tag_id AND tags.deleted_at IS NULL").
		Where(c.sql, c.args...)
}
