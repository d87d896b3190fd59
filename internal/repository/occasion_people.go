package repository

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// ScopeRow is a person in the scope of an occasion.
type ScopeRow struct {
	PersonID    string
	DisplayName string
	Budget      *int64
	ListID      *string // a visible list for them on the occasion, the newest
}

// People returns who is in the scope of an occasion, by name.
func (r Occasions) People(ctx context.Context, v domain.Viewer, occasionID string) ([]ScopeRow, error) {
	c, lists := inFamily("people", v), visibleLists(v)
	var rows []ScopeRow
	err := r.conn.WithContext(ctx).Table("occasion_people").
		Select(`occasion_people.person_id, people.display_name, occasion_people.budget,
			(SELECT lists.id FROM lists WHERE lists.occasion_id = occasion_people.occasion_id AND lists.archived_at IS NULL
				AND lists.target_person_id = occasion_people.person_id AND `+lists.sql+` ORDER BY lists.id DESC LIMIT 1) AS list_id`, lists.args...).
		Joins("JOIN people ON people.id = occasion_people.person_id").
		Where("occasion_people.occasion_id = ?", occasionID).Where(c.sql, c.args...).
		Order("people.name_key, people.id").Find(&rows).Error
	return rows, fault(err)
}

// SetPeople makes rows the scope of an occasion: who is not among them leaves it. Who is in the trash stays, with
// their budget, until they come back.
func (r Occasions) SetPeople(ctx context.Context, v domain.Viewer, occasionID string, rows []model.OccasionPerson) error {
	keep := []string{nobody}
	for i := range rows {
		rows[i].OccasionID, rows[i].FamilyID = occasionID, v.FamilyID
		keep = append(keep, rows[i].PersonID)
	}
	err := r.conn.WithContext(ctx).Where("occasion_id = ? AND family_id = ? AND person_id NOT IN ?", occasionID, v.FamilyID, keep).
		Where("person_id IN (SELECT people.id FROM people WHERE people.deleted_at IS NULL)").
		Delete(&model.OccasionPerson{}).Error
	if err != nil || len(rows) == 0 {
		return fault(err)
	}
	return fault(r.conn.WithContext(ctx).Clauses(clause.OnConflict{
		Columns:   []clause.Column{{Name: "occasion_id"}, {Name: "person_id"}},
		DoUpdates: clause.AssignmentColumns([]string{"budget"}),
	}).Create(&rows).Error)
}

// HoldBudget keeps the budget of somebody who takes themselves off an occasion.
func (r Occasions) HoldBudget(ctx context.Context, v domain.Viewer, row model.HeldBudget) error {
	row.FamilyID = v.FamilyID
	return insert(ctx, r.conn, &row, clause.OnConflict{
		Columns:   []clause.Column{{Name: "occasion_id"}, {Name: "person_id"}},
		DoUpdates: clause.AssignmentColumns([]string{"budget"}),
	})
}

// HeldBudgets returns what is kept for those of the people who are not in the scope of the occasion. It only serves to
// put them on again, and its answer is shown to nobody.
func (r Occasions) HeldBudgets(ctx context.Context, v domain.Viewer, occasionID string, personIDs []string) ([]model.HeldBudget, error) {
	return find[model.HeldBudget](ctx, r.held(v, occasionID, personIDs))
}

// DropHeld forgets what is kept for the people.
func (r Occasions) DropHeld(ctx context.Context, v domain.Viewer, occasionID string, personIDs []string) error {
	return fault(r.held(v, occasionID, personIDs).WithContext(ctx).Delete(&model.HeldBudget{}).Error)
}

func (r Occasions) held(v domain.Viewer, occasionID string, personIDs []string) *gorm.DB {
	return r.conn.Where("occasion_id = ? AND family_id = ? AND person_id IN ?", occasionID, v.FamilyID, personIDs)
}
