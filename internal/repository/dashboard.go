package repository

import (
	"context"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// StartRow is what the first page has to know of a family before all else, as far as the viewer may see.
type StartRow struct {
	People, Occasions, Lists bool // whether there are any; the Idea Inbox, made with the family, does not count
	Overdue                  bool // a repeating occasion has passed and waits to be moved on
	InboxID                  string
	InboxName                string
}

// Start returns what the first page has to know before all else.
func (r Lists) Start(ctx context.Context, v domain.Viewer, today calendar.Date) (StartRow, error) {
	people, occasions, lists := inFamily("people", v), inFamily("occasions", v), visibleLists(v)
	var row StartRow
	err := r.conn.WithContext(ctx).Raw(`SELECT lists.id AS inbox_id, lists.name AS inbox_name,
		EXISTS (SELECT 1 FROM people WHERE `+people.sql+`) AS people,
		EXISTS (SELECT 1 FROM occasions WHERE `+occasions.sql+`) AS occasions,
		EXISTS (SELECT 1 FROM lists WHERE lists.inbox = ? AND `+lists.sql+`) AS lists,
		EXISTS (SELECT 1 FROM occasions WHERE `+overdue+` AND `+occasions.sql+`) AS overdue
		FROM lists WHERE lists.inbox = ? AND `+lists.sql,
		concat(people.args, occasions.args, []any{false}, lists.args, []any{today}, occasions.args, []any{true}, lists.args)...).Take(&row).Error
	return row, fault(err)
}

// Primary returns the soonest occasion from today on with a list that the viewer sees.
func (r Occasions) Primary(ctx context.Context, v domain.Viewer, today calendar.Date) (model.Occasion, error) {
	c, lists := inFamily("occasions", v), visibleLists(v)
	return take[model.Occasion](ctx, r.conn.
		Where("occasions.next_on >= ? AND occasions.archived_at IS NULL", today).Where(c.sql, c.args...).
		Where("EXISTS (SELECT 1 FROM lists WHERE lists.occasion_id = occasions.id AND lists.archived_at IS NULL AND "+lists.sql+")", lists.args...).
		Order("occasions.next_on, occasions.id"))
}
