package repository

import (
	"context"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// InvitationRow is an open invitation with the names that go with it.
type InvitationRow struct {
	model.Invitation
	FamilyName  string
	InviterName string
}

// CreateInvitation inserts an invitation to the viewer's family, and clears away those that are over.
func (r Accounts) CreateInvitation(ctx context.Context, v domain.Viewer, row *model.Invitation) error {
	err := r.conn.WithContext(ctx).Where("family_id = ? AND expires_at <= ?", v.FamilyID, r.now()).Delete(&model.Invitation{}).Error
	if err != nil {
		return fault(err)
	}
	row.Base, row.FamilyID, row.InvitedBy = r.fresh(), v.FamilyID, v.UserID
	return insert(ctx, r.conn, row)
}

// openInvitation are the invitations that still let somebody in.
func openInvitation(now time.Time) cond {
	return cond{"invitations.used_at IS NULL AND invitations.expires_at > ?", []any{now}}
}

// Invitations returns the open invitations to the viewer's family, the newest first.
func (r Accounts) Invitations(ctx context.Context, v domain.Viewer) ([]InvitationRow, error) {
	c := openInvitation(r.now())
	var rows []InvitationRow
	err := r.conn.WithContext(ctx).Table("invitations").Select("invitations.*, users.name AS inviter_name").
		Joins("JOIN users ON users.id = invitations.invited_by_id").
		Where("invitations.family_id = ?", v.FamilyID).Where(c.sql, c.args...).
		Order("invitations.created_at DESC, invitations.id DESC").Limit(maxLimit).Find(&rows).Error
	return rows, fault(err)
}

// Invitation returns the open invitation with a token's hash and its family's name, NotFound for any other.
func (r Accounts) Invitation(ctx context.Context, tokenHash string) (InvitationRow, error) {
	c := openInvitation(r.now())
	var row InvitationRow
	err := r.conn.WithContext(ctx).Table("invitations").Select("invitations.*, families.name AS family_name").
		Joins("JOIN families ON families.id = invitations.family_id").
		Where("invitations.token_hash = ?", tokenHash).Where(c.sql, c.args...).Take(&row).Error
	return row, fault(err)
}

// UseInvitation marks an invitation as used, NotFound when it is not open any more. Of two at once one goes through.
func (r Accounts) UseInvitation(ctx context.Context, id string) error {
	c := openInvitation(r.now())
	return oneRow(r.conn.WithContext(ctx).Model(&model.Invitation{}).Where("id = ?", id).Where(c.sql, c.args...).
		Updates(map[string]any{"used_at": r.now(), "updated_at": r.now()}))
}

// RevokeInvitation deletes an open invitation to the viewer's family, NotFound for any other.
func (r Accounts) RevokeInvitation(ctx context.Context, v domain.Viewer, id string) error {
	if !isID(id) {
		return apperr.Missing()
	}
	c := openInvitation(r.now())
	return oneRow(r.conn.WithContext(ctx).Where("id = ? AND family_id = ?", id, v.FamilyID).Where(c.sql, c.args...).Delete(&model.Invitation{}))
}
