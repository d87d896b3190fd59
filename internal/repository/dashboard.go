package repository

import (
	"context"

	"gorm.io/gorm"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// StartRow says what a family has already, as far as the viewer may see.
type StartRow struct {
	People, Occasions, Lists bool
}

// Start returns what the family has already; the Idea Inbox, made with it, does not count.
func (r Lists) Start(ctx context.Context, v domain.Viewer) (StartRow, error) {
	people, occasions, lists := inFamily("people", v), inFamily("occasions", v), visibleLists(v)
	var row StartRow
	err := r.conn.WithContext(ctx).Raw(`SELECT
		EXISTS (SELECT 1 FROM people WHERE `+people.sql+`) AS people,
		EXISTS (SELECT 1 FROM occasions WHERE `+occasions.sql+`) AS occasions,
		EXISTS (SELECT 1 FROM lists WHERE lists.inbox = ? AND `+lists.sql+`) AS lists`,
		concat(people.args, occasions.args, []any{false}, lists.args)...).Scan(&row).Error
	return row, fault(err)
}

// Primary returns the soonest occasion from today on with a list that the viewer sees.
func (r Occasions) Primary(ctx context.Context, v domain.Viewer, today calendar.Date) (model.Occasion, error) {
	c, lists := inFamily("occasions", v), visibleLists(v)
	row, err := gorm.G[model.Occasion](r.conn).
		Where("occasions.next_on >= ? AND occasions.archived_at IS NULL", today).Where(c.sql, c.args...).
		Where("EXISTS (SELECT 1 FROM lists WHERE lists.occasion_id = occasions.id AND lists.archived_at IS NULL AND "+lists.sql+")", lists.args...).
		Order("occasions.next_on, occasions.id").Take(ctx)
	return row, fault(err)
}

// OfOccasion returns a visible list for each target of an occasion, by the target's id.
func (r Lists) OfOccasion(ctx context.Context, v domain.Viewer, occasionID string) (map[string]string, error) {
	var rows []model.List
	err := r.live(v, false).WithContext(ctx).Select("lists.id, lists.target_person_id").
		Where("lists.occasion_id = ? AND lists.target_person_id IS NOT NULL", occasionID).Order("lists.id DESC").Find(&rows).Error
	byTarget := map[string]string{}
	for _, l := range rows {
		byTarget[*l.TargetPersonID] = l.ID
	}
	return byTarget, fault(err)
}
