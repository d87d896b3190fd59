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

// ofList is a query over the tags of the gifts that stand on a list: what the viewer plans they see, tags and all.
func (r Tags) ofList(v domain.Viewer, listID string) *gorm.DB {
	c := plannedItems(v)
	return r.conn.Table("list_items").
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id AND gifts.deleted_at IS NULL").
		Joins("JOIN gift_tags ON gift_tags.gift_id = list_items.gift_id").
		Joins("JOIN tags ON tags.id = gift_tags.tag_id AND tags.deleted_at IS NULL").
		Where("list_items.list_id = ? AND list_items.archived_at IS NULL", listID).Where(c.sql, c.args...)
}
