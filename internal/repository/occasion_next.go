package repository

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// After returns the occasion that was started from another, NotFound without one. One in the trash counts too, so that
// it can come back; a live one goes first.
func (r Occasions) After(ctx context.Context, v domain.Viewer, id string) (model.Occasion, error) {
	return take[model.Occasion](ctx, r.conn.Where("occasions.follows_id = ? AND occasions.family_id = ?", id, v.FamilyID).
		Order("CASE WHEN occasions.deleted_at IS NULL THEN 0 ELSE 1 END, occasions.id"))
}

// CopyPeople puts everybody of one occasion on another who is not on it yet, with their budgets, and returns how many
// that were. Row by row in the database: the viewer need not see a budget for it to be copied, nor the person, who may
// be in the trash.
func (r Occasions) CopyPeople(ctx context.Context, v domain.Viewer, from, to string) (int, error) {
	db := r.conn.WithContext(ctx)
	res := db.Exec(`INSERT INTO occasion_people (occasion_id, person_id, family_id, budget)
		SELECT nexts.id, was.person_id, was.family_id, COALESCE(held.budget, was.budget)
		FROM occasion_people AS was
		JOIN occasions AS nexts ON nexts.id = ? AND nexts.family_id = was.family_id
		LEFT JOIN held_budgets AS held ON held.occasion_id = nexts.id AND held.person_id = was.person_id
		WHERE was.occasion_id = ? AND was.family_id = ?
		ON CONFLICT (occasion_id, person_id) DO NOTHING`, to, from, v.FamilyID)
	if res.Error != nil {
		return 0, fault(res.Error)
	}
	err := db.Exec(`DELETE FROM held_budgets WHERE occasion_id = ? AND family_id = ?
		AND person_id IN (SELECT person_id FROM occasion_people WHERE occasion_id = ?)`, to, v.FamilyID, to).Error
	if err != nil {
		return 0, fault(err)
	}
	err = db.Exec(`INSERT INTO held_budgets (occasion_id, person_id, family_id, budget)
		SELECT nexts.id, held.person_id, held.family_id, held.budget
		FROM held_budgets AS held
		JOIN occasions AS nexts ON nexts.id = ? AND nexts.family_id = held.family_id
		WHERE held.occasion_id = ? AND held.family_id = ?
			AND held.person_id NOT IN (SELECT person_id FROM occasion_people WHERE occasion_id = nexts.id)
		ON CONFLICT (occasion_id, person_id) DO NOTHING`, to, from, v.FamilyID).Error
	return int(res.RowsAffected), fault(err)
}

// OfOccasion returns the lists of an occasion, oldest first, with the archived ones or without.
func (r Lists) OfOccasion(ctx context.Context, v domain.Viewer, occasionID string, archived bool) ([]model.List, error) {
	return find[model.List](ctx, r.live(v, archived).Where("lists.occasion_id = ?", occasionID).Order("lists.id"))
}
