package repository

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Shopping returns all that the viewer buys, or what nobody buys, soonest occasion first.
func (r Items) Shopping(ctx context.Context, v domain.Viewer, f AssignmentFilter) ([]AssignmentRow, error) {
	var rows []AssignmentRow
	err := assigned(r.handed(ctx, v), v, f).
		Order(assignmentOrders[0].expr + ", gifts.title_key, list_items.id").Find(&rows).Error
	return rows, fault(err)
}

// OfOccasion returns the items that the viewer plans on the lists of an occasion, by the person that they are for.
func (r Items) OfOccasion(ctx context.Context, v domain.Viewer, occasionID string) ([]AssignmentRow, error) {
	var rows []AssignmentRow
	err := r.handed(ctx, v).Where("lists.occasion_id = ?", idOrNobody(occasionID)).
		Order("COALESCE(people.name_key, ''), lists.target_person_id, list_items.list_id, list_items.position, list_items.id").
		Find(&rows).Error
	return rows, fault(err)
}

// Measures returns the sizes of people and what to keep in mind of them.
func (r People) Measures(ctx context.Context, v domain.Viewer, ids []string) ([]model.Person, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	c := inFamily("people", v)
	return find[model.Person](ctx, r.conn.Select("people.id, people.sizes, people.constraints").
		Where("people.id IN ?", ids).Where(c.sql, c.args...))
}
