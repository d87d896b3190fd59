package repository

import (
	"context"
	"time"

	"kinlist/internal/model"
)

// ResetRow is a reset link that works, with the account that it is for.
type ResetRow struct {
	model.PasswordReset
	UserName string
	Email    string
}

// CreateReset inserts a reset link; an earlier one for the same user becomes void.
func (r Accounts) CreateReset(ctx context.Context, row *model.PasswordReset) error {
	if err := r.DropResets(ctx, row.UserID); err != nil {
		return err
	}
	row.Base = r.fresh()
	return insert(ctx, r.conn, row)
}

// DropResets makes the reset links of a user void.
func (r Accounts) DropResets(ctx context.Context, userID string) error {
	return fault(r.conn.WithContext(ctx).Where("user_id = ?", userID).Delete(&model.PasswordReset{}).Error)
}

// beyond and notRun, with an id after each, find the families of one user in which another is no admin.
const beyond = `SELECT 1 FROM memberships AS theirs WHERE theirs.user_id = `

const notRun = ` AND NOT EXISTS (SELECT 1 FROM memberships AS mine WHERE mine.family_id = theirs.family_id
	AND mine.role = 'admin' AND mine.user_id = `

// Runs reports whether one user is an admin in every family that another belongs to.
func (r Accounts) Runs(ctx context.Context, adminID, userID string) (bool, error) {
	var runs bool
	err := r.conn.WithContext(ctx).Raw("SELECT NOT EXISTS ("+beyond+"?"+notRun+"?))", userID, adminID).Scan(&runs).Error
	return runs, fault(err)
}

// workingReset are the reset links that still open an account: not used, not over, and made by somebody who is, now,
// an admin in every family of the account. Whoever joins another family after a link was made is safe from it.
func workingReset(now time.Time) cond {
	return cond{`password_resets.used_at IS NULL AND password_resets.expires_at > ?
		AND EXISTS (SELECT 1 FROM memberships WHERE memberships.user_id = password_resets.user_id)
		AND NOT EXISTS (` + beyond + "password_resets.user_id" + notRun + "password_resets.created_by_id))", []any{now}}
}

// Reset returns the reset link with a token's hash, NotFound when it does not work.
func (r Accounts) Reset(ctx context.Context, tokenHash string) (ResetRow, error) {
	c := workingReset(r.now())
	var row ResetRow
	err := r.conn.WithContext(ctx).Table("password_resets").Select("password_resets.*, users.name AS user_name, users.email").
		Joins("JOIN users ON users.id = password_resets.user_id").
		Where("password_resets.token_hash = ?", tokenHash).Where(c.sql, c.args...).Take(&row).Error
	return row, fault(err)
}

// UseReset marks a reset link as used, NotFound when it does not work any more. Of two at once one goes through.
func (r Accounts) UseReset(ctx context.Context, id string) error {
	c := workingReset(r.now())
	return oneRow(r.conn.WithContext(ctx).Model(&model.PasswordReset{}).Where("id = ?", id).Where(c.sql, c.args...).
		Updates(map[string]any{"used_at": r.now(), "updated_at": r.now()}))
}
