package repository

import (
	"context"

	"kinlist/internal/domain"
)

// onItemsList joins items with what tells who sees them, and what they are.
const onItemsList = "list_items JOIN lists ON lists.id = list_items.list_id JOIN gifts ON gifts.id = list_items.gift_id"

// keptPlaces are the places of items that the viewer plans and, apart from them, of the wishes on their own lists. The
// target moves both, and learns of those alone that they see.
func keptPlaces(v domain.Viewer) []kept {
	place := kept{
		domain.EntityPlace, onItemsList, "list_items.id", since("'place', 'wish_place'"),
		"COALESCE(list_items.deleted_at, lists.deleted_at, gifts.deleted_at)", "gifts.title", plannedAnywhere(v),
	}
	wish := kept{
		domain.EntityWishPlace, onItemsList, "list_items.id", since("'wish_place'"), "gifts.deleted_at", "gifts.title",
		and(joinedItems(v), cond{"lists.target_person_id = ?", []any{person(v)}}),
	}
	return []kept{place, wish}
}

// since is the version of what has none of its own: it counts up with each later change, of some kinds, of the same
// thing, and down again with each that was taken back.
func since(kinds string) string {
	return sinceWhere("later.entity_type IN (" + kinds + ")")
}

func sinceWhere(sql string) string {
	return `undo_steps.version + (SELECT count(*) FROM undo_steps AS later WHERE later.entity_id = undo_steps.entity_id AND later.undone_at IS NULL
		AND ` + sql + ` AND later.created_at >= undo_steps.created_at AND later.id > undo_steps.id)`
}

// Neighbour is an item of a list as far as its place goes.
type Neighbour struct {
	ID   string
	Seen bool // by the viewer
}

// Standings returns the items of a list in one of its orders, hidden ones and those in the trash too: their places are
// kept, and who asks shows nothing of those that the viewer does not see.
func (r Items) Standings(ctx context.Context, v domain.Viewer, by Order, listID string) ([]Neighbour, error) {
	c := visibleItems(v)
	var rows []Neighbour
	err := r.onList(ctx, v, listID).Select("list_items.id, CASE WHEN "+c.sql+" THEN 1 ELSE 0 END AS seen", c.args...).
		Order(string(by) + ", id").Find(&rows).Error
	return rows, fault(err)
}
