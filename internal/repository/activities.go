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

// ActivityRow is a line of the feed with its actor's name and where its thing is now.
type ActivityRow struct {
	model.Activity
	ActorName  *string
	ItemListID *string // the list on which an item stands now; it may have stood on another when the line was written

	CommentPersonID   *string // what the comment of a line hangs on, one of five
	CommentOccasionID *string
	CommentListID     *string
	CommentGiftID     *string
	CommentItemID     *string
}

// ActivityFilter narrows the feed; empty fields do not.
type ActivityFilter struct {
	ActorID  string
	Entity   domain.Entity
	EntityID string // what was done to this thing and, when it is an item, said about it
	ListID   string // what was done on this list, as far as the viewer sees the list
}

// The time and the id of a line are its place in the feed. Its seq counts what the viewer does not see, too: a cursor
// with it would tell how much that is.
var feedOrders = []order[ActivityRow]{
	{name: "new", expr: "activities.created_at", desc: true, key: func(a ActivityRow) any { return a.CreatedAt }},
}

// Page returns one page of the feed, newest first.
func (r Activities) Page(ctx context.Context, v domain.Viewer, f ActivityFilter, pq PageQuery) (Page[ActivityRow], error) {
	c := visibleActivities(v)
	q := r.named(ctx).Where(c.sql, c.args...)
	if f.ActorID != "" {
		q = q.Where("activities.actor_id = ?", idOrNobody(f.ActorID))
	}
	if f.Entity != "" {
		q = q.Where("activities.entity_type = ?", f.Entity)
	}
	if f.EntityID != "" {
		id := idOrNobody(f.EntityID)
		q = q.Where("(activities.entity_id = ? OR activities.item_id = ?)", id, id)
	}
	if f.ListID != "" {
		q = q.Where("activities.list_id = ?", idOrNobody(f.ListID))
	}
	return page(ctx, q, "activities", feedOrders, pq, func(a ActivityRow) string { return a.ID })
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
	return r.conn.WithContext(ctx).Table("activities").
		Select(`activities.*, users.name AS actor_name, list_items.list_id AS item_list_id,
			comments.person_id AS comment_person_id, comments.occasion_id AS comment_occasion_id,
			comments.list_id AS comment_list_id, comments.gift_id AS comment_gift_id, comments.item_id AS comment_item_id`).
		Joins("LEFT JOIN users ON users.id = activities.actor_id").
		Joins("LEFT JOIN list_items ON list_items.id = activities.item_id").
		Joins("LEFT JOIN comments ON comments.id = activities.entity_id AND activities.entity_type = 'comment'")
}
