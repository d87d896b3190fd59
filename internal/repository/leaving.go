package repository

import (
	"context"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// What somebody leaves behind who leaves a family or its plans. None of it is read for a viewer: it is set right
// whoever may see it, and nobody is told how much it was.

// Release takes a member's name off everything of the viewer's family that is not given yet. Statuses stay: what is in
// hand is then without a buyer.
func (r Items) Release(ctx context.Context, v domain.Viewer, userID string) error {
	return fault(r.conn.WithContext(ctx).Model(&model.ListItem{}).
		Where("family_id = ? AND buyer_id = ? AND status <> 'gifted'", v.FamilyID, userID).
		Updates(map[string]any{"buyer_id": nil, "updated_at": r.now(), "version": gorm.Expr("version + 1")}).Error)
}

// Unlink parts an account from the person that it is in the viewer's family, and returns that person, nil for none.
func (r People) Unlink(ctx context.Context, v domain.Viewer, userID string) (*string, error) {
	of := func() *gorm.DB {
		return r.conn.WithContext(ctx).Model(&model.Person{}).Where("family_id = ? AND user_id = ?", v.FamilyID, userID)
	}
	var ids []string
	err := of().Order("CASE WHEN deleted_at IS NULL THEN 0 ELSE 1 END, id DESC").Limit(1).Pluck("id", &ids).Error
	if err != nil || len(ids) == 0 {
		return nil, fault(err)
	}
	err = of().Updates(map[string]any{"user_id": nil, "updated_at": r.now(), "version": gorm.Expr("version + 1")}).Error
	return &ids[0], fault(err)
}

// Relink makes an account that comes back to the viewer's family the person again that it was when it left, unless
// that person has another account by now: what is hidden from them stays so.
func (r People) Relink(ctx context.Context, v domain.Viewer, userID string) error {
	var ids []string
	err := r.conn.WithContext(ctx).Model(&model.Activity{}).
		Where("family_id = ? AND entity_type = 'family' AND entity_id = ? AND person_id IS NOT NULL", v.FamilyID, userID).
		Order("seq DESC").Limit(1).Pluck("person_id", &ids).Error
	if err != nil || len(ids) == 0 {
		return fault(err)
	}
	return fault(r.conn.WithContext(ctx).Model(&model.Person{}).
		Where("id = ? AND family_id = ? AND user_id IS NULL", ids[0], v.FamilyID).
		Updates(map[string]any{"user_id": userID, "updated_at": r.now(), "version": gorm.Expr("version + 1")}).Error)
}

// DropVouched makes the invitations to the viewer's family void that a member made, and their reset links.
func (r Accounts) DropVouched(ctx context.Context, v domain.Viewer, userID string) error {
	err := r.conn.WithContext(ctx).Where("family_id = ? AND invited_by_id = ? AND used_at IS NULL", v.FamilyID, userID).
		Delete(&model.Invitation{}).Error
	if err != nil {
		return fault(err)
	}
	return fault(r.conn.WithContext(ctx).Where("created_by_id = ?", userID).Delete(&model.PasswordReset{}).Error)
}
