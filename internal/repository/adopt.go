package repository

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// itemChildren are the columns that point at an item, by their tables. Its texts are written anew instead.
var itemChildren = []struct{ table, column string }{
	{"status_changes", "item_id"},
	{"comments", "item_id"},
	{"activities", "item_id"},
	{"activities", "entity_id"},
	{"undo_steps", "entity_id"},
}

// Adopt makes a hidden item the wish of the target who adds the same gift, and returns its id: its wish side becomes
// theirs, its plan stays as it is. The row comes under a new id and with a new time, for both tell when it was made, and
// the target must not learn that something stood there before them.
func (r Items) Adopt(ctx context.Context, v domain.Viewer, held, wish model.ListItem) (string, error) {
	old := held.ID
	if err := r.mark(ctx, inFamily("list_items", v), old, map[string]any{"deleted_at": r.now()}); err != nil {
		return "", err // only now can another row have the gift on this list
	}
	held.ID, held.CreatedAt, held.ArchivedAt, held.WithdrawnAt = newID(), r.now(), nil, nil
	held.Privacy, held.AddedBy, held.Quantity, held.Priority = domain.PrivacyShared, v.UserID, wish.Quantity, wish.Priority
	held.WishNotes, held.WishVersion, held.WishUpdatedAt, held.WishPosition = wish.WishNotes, 1, r.now(), wish.WishPosition
	if err := insert(ctx, r.conn, &held); err != nil {
		return "", err
	}
	if err := r.found.learn(ctx, r.conn, v.FamilyID, held.ID, held); err != nil {
		return "", err
	}
	db := r.conn.WithContext(ctx)
	for _, child := range itemChildren {
		err := db.Table(child.table).Where(child.column+" = ? AND family_id = ?", old, v.FamilyID).Update(child.column, held.ID).Error
		if err != nil {
			return "", fault(err)
		}
	}
	return held.ID, fault(db.Where("id = ? AND family_id = ?", old, v.FamilyID).Delete(&model.ListItem{}).Error)
}
