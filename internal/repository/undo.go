package repository

import (
	"context"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Undo reads and writes what the viewer can take back: their own changes, nobody else's.
type Undo struct {
	conn  *gorm.DB
	now   func() time.Time
	batch string // of the transaction
	off   bool
}

// Batch is the id that the steps of one transaction share.
func (r Undo) Batch() string { return r.batch }

// Add records how a thing was before the viewer changed it. What takes a change back records nothing.
func (r Undo) Add(ctx context.Context, v domain.Viewer, step *model.UndoStep) error {
	if r.off {
		return nil
	}
	step.ID, step.FamilyID, step.ActorID, step.CreatedAt = newID(), v.FamilyID, v.UserID, r.now()
	return insert(ctx, r.conn, step)
}

// LastOn returns the viewer's change that made a version of an item, NotFound when it was somebody else's.
func (r Undo) LastOn(ctx context.Context, v domain.Viewer, itemID string, version int64) (model.UndoStep, error) {
	return take[model.UndoStep](ctx, r.own(ctx, v).Where("entity_type = ? AND entity_id = ? AND version = ? AND undone_at IS NULL",
		domain.EntityItem, itemID, version))
}

// OfBatch returns the viewer's changes of items in one request, of items that they plan still, in the order in which they
// were made.
func (r Undo) OfBatch(ctx context.Context, v domain.Viewer, batchID string) ([]model.UndoStep, error) {
	return find[model.UndoStep](ctx, r.planned(ctx, v).Where("batch_id = ?", idOrNobody(batchID)).Order("id"))
}

// LastBatch returns the batch of the viewer's last change since a time that was not taken back, of a thing that they see
// still, "" when there is none.
func (r Undo) LastBatch(ctx context.Context, v domain.Viewer, since time.Time) (string, error) {
	var batches []string
	err := r.seen(ctx, v).Where("created_at >= ? AND undone_at IS NULL", since).Order("id DESC").Limit(1).
		Pluck("batch_id", &batches).Error
	if len(batches) == 0 {
		return "", fault(err)
	}
	return batches[0], fault(err)
}

// Done marks a step as taken back.
func (r Undo) Done(ctx context.Context, v domain.Viewer, stepID string) error {
	return fault(r.own(ctx, v).Where("id = ?", stepID).Update("undone_at", r.now()).Error)
}

func (r Undo) own(ctx context.Context, v domain.Viewer) *gorm.DB {
	return r.conn.WithContext(ctx).Model(&model.UndoStep{}).Where("undo_steps.actor_id = ? AND undo_steps.family_id = ?", v.UserID, v.FamilyID)
}

// planned are the viewer's changes of items that they plan still: what they planned before they became the target of its
// list is as if it never was.
func (r Undo) planned(ctx context.Context, v domain.Viewer) *gorm.DB {
	c := plannedStep(v)
	return r.own(ctx, v).Where("undo_steps.entity_type = ?", domain.EntityItem).Where(c.sql, c.args...)
}

func plannedStep(v domain.Viewer) cond {
	c := plannedAnywhere(v)
	return cond{"EXISTS (SELECT 1 FROM list_items JOIN lists ON lists.id = list_items.list_id WHERE list_items.id = undo_steps.entity_id AND " + c.sql + ")", c.args}
}

// UndoRow is one of the viewer's changes with the item as it is now.
type UndoRow struct {
	model.UndoStep
	Title       string
	Status      domain.Status
	BuyerID     *string
	BuyerName   *string
	ItemVersion int64
}

// Since returns the viewer's changes since a time of items that they plan still, newest first.
func (r Undo) Since(ctx context.Context, v domain.Viewer, since time.Time, limit int) ([]UndoRow, error) {
	c := plannedAnywhere(v)
	var rows []UndoRow
	err := r.conn.WithContext(ctx).Table("undo_steps").
		Select(`undo_steps.*, gifts.title, list_items.status, list_items.buyer_id, users.name AS buyer_name,
			list_items.version AS item_version`).
		Joins("JOIN list_items ON list_items.id = undo_steps.entity_id").
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id").
		Joins("LEFT JOIN users ON users.id = list_items.buyer_id").
		Where("undo_steps.actor_id = ? AND undo_steps.family_id = ? AND undo_steps.created_at >= ?", v.UserID, v.FamilyID, since).
		Where("undo_steps.entity_type = ?", domain.EntityItem).
		Where(c.sql, c.args...).Order("undo_steps.id DESC").Limit(limit).Find(&rows).Error
	return rows, fault(err)
}

// PastRow is an item wherever it is, in the trash too, and whether its list and its gift are there.
type PastRow struct {
	ItemRow
	ListGone *time.Time
	GiftGone *time.Time
}

// Anywhere returns one item that the viewer plans, in the trash or not.
func (r Items) Anywhere(ctx context.Context, v domain.Viewer, id string) (PastRow, error) {
	c := plannedAnywhere(v)
	var row PastRow
	err := r.conn.WithContext(ctx).Table("list_items").
		Select(itemColumns+", list_items.deleted_at, lists.deleted_at AS list_gone, gifts.deleted_at AS gift_gone").
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id").
		Joins("LEFT JOIN users ON users.id = list_items.buyer_id").
		Joins("LEFT JOIN people AS targets ON targets.id = lists.target_person_id").
		Where("list_items.id = ?", idOrNobody(id)).Where(c.sql, c.args...).Take(&row).Error
	return row, fault(err)
}

// Rewind writes the named columns of an item that the viewer plans, in the trash or not, when it still has its version,
// and counts the version up.
func (r Items) Rewind(ctx context.Context, v domain.Viewer, row *model.ListItem, columns ...string) error {
	c := plannedAnywhere(v)
	held := row.Version
	row.Version++
	row.UpdatedAt = r.now()
	q := r.conn.Where("list_items.id = ? AND list_items.version = ?", row.ID, held).
		Where("EXISTS (SELECT 1 FROM lists WHERE lists.id = list_items.list_id AND "+c.sql+")", c.args...)
	n, err := update(ctx, q, row, append(columns, "version", "updated_at")...)
	if err == nil && n == 0 {
		row.Version = held
		return stale()
	}
	return fault(err)
}
