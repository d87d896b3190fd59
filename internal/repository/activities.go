package repository

import (
	"context"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Activities reads and writes the feed. A row is written in the transaction that it tells of: it is the outbox that
// live streams read from.
type Activities struct {
	conn *gorm.DB
	now  func() time.Time
}

// ActivityRow is a line of the feed with its actor's name.
type ActivityRow struct {
	model.Activity
	ActorName *string
}

// Add records what the viewer did.
func (r Activities) Add(ctx context.Context, v domain.Viewer, row *model.Activity) error {
	row.ID, row.FamilyID, row.ActorID, row.CreatedAt = newID(), v.FamilyID, &v.UserID, r.now()
	return insert(ctx, r.conn, row)
}

// Recent returns the last n lines that the viewer may see, newest first.
func (r Activities) Recent(ctx context.Context, v domain.Viewer, n int) ([]ActivityRow, error) {
	c := visibleActivities(v)
	var rows []ActivityRow
	err := r.named(ctx).Where(c.sql, c.args...).Order("activities.seq DESC").Limit(n).Find(&rows).Error
	return rows, fault(err)
}

// LastOnItem returns who did the last thing to an item that the viewer plans.
func (r Activities) LastOnItem(ctx context.Context, v domain.Viewer, itemID string) (ActivityRow, error) {
	c := visibleActivities(v)
	var row ActivityRow
	err := r.named(ctx).Where("activities.entity_type = 'list_item' AND activities.item_id = ?", itemID).Where(c.sql, c.args...).
		Order("activities.seq DESC").Take(&row).Error
	return row, fault(err)
}

func (r Activities) named(ctx context.Context) *gorm.DB {
	return r.conn.WithContext(ctx).Table("activities").Select("activities.*, users.name AS actor_name").
		Joins("LEFT JOIN users ON users.id = activities.actor_id")
}
