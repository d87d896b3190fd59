package repository

import (
	"context"

	"gorm.io/gorm"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// MemberRow is a user of a family.
type MemberRow struct {
	UserID string
	Name   string
	Role   domain.Role
}

// RosterRow is a member with their address and the person that they are.
type RosterRow struct {
	MemberRow
	Email      string
	PersonID   *string
	PersonName *string
}

// FamilyRow is a family of an account, with its role there.
type FamilyRow struct {
	ID   string
	Name string
	Role domain.Role
}

// CreateMembership makes a user a member of a family; twice is a Conflict.
func (r Accounts) CreateMembership(ctx context.Context, m *model.Membership) error {
	m.Base = r.fresh()
	return insert(ctx, r.conn, m)
}

// Members returns the members of the viewer's family, by name.
func (r Accounts) Members(ctx context.Context, v domain.Viewer) ([]MemberRow, error) {
	var rows []MemberRow
	err := members(r.conn, v.FamilyID).WithContext(ctx).Find(&rows).Error
	return rows, fault(err)
}

// Roster returns the members of the viewer's family with the people that they are, by name.
func (r Accounts) Roster(ctx context.Context, v domain.Viewer) ([]RosterRow, error) {
	c := inFamily("people", v)
	var rows []RosterRow
	err := members(r.conn, v.FamilyID).WithContext(ctx).
		Select("users.id AS user_id, users.name, users.email, memberships.role, people.id AS person_id, people.display_name AS person_name").
		Joins("LEFT JOIN people ON people.user_id = users.id AND "+c.sql, c.args...).Find(&rows).Error
	return rows, fault(err)
}

// members is a query over the members of a family, by name.
func members(conn *gorm.DB, familyID string) *gorm.DB {
	return conn.Table("memberships").Select("users.id AS user_id, users.name, memberships.role").
		Joins("JOIN users ON users.id = memberships.user_id").
		Where("memberships.family_id = ?", familyID).Order("users.name, users.id")
}

// Member returns a member of the viewer's family, NotFound for anybody else.
func (r Accounts) Member(ctx context.Context, v domain.Viewer, userID string) (MemberRow, error) {
	var row MemberRow
	if !isID(userID) {
		return row, apperr.Missing()
	}
	err := members(r.conn, v.FamilyID).WithContext(ctx).Where("users.id = ?", userID).Take(&row).Error
	return row, fault(err)
}

// Admins returns how many admins the viewer's family has.
func (r Accounts) Admins(ctx context.Context, v domain.Viewer) (int, error) {
	var n int64
	err := r.conn.WithContext(ctx).Model(&model.Membership{}).Where("family_id = ? AND role = 'admin'", v.FamilyID).Count(&n).Error
	return int(n), fault(err)
}

// SetRole gives a member of the viewer's family another role.
func (r Accounts) SetRole(ctx context.Context, v domain.Viewer, userID string, role domain.Role) error {
	return oneRow(r.conn.WithContext(ctx).Model(&model.Membership{}).Where("user_id = ? AND family_id = ?", userID, v.FamilyID).
		Updates(map[string]any{"role": role, "updated_at": r.now()}))
}

// RemoveMember ends a membership in the viewer's family; the sessions in it end with it.
func (r Accounts) RemoveMember(ctx context.Context, v domain.Viewer, userID string) error {
	return oneRow(r.conn.WithContext(ctx).Where("user_id = ? AND family_id = ?", userID, v.FamilyID).Delete(&model.Membership{}))
}

// FamiliesOf returns the families that an account belongs to, by name.
func (r Accounts) FamiliesOf(ctx context.Context, userID string) ([]FamilyRow, error) {
	var rows []FamilyRow
	err := r.conn.WithContext(ctx).Table("memberships").Select("families.id, families.name, memberships.role").
		Joins("JOIN families ON families.id = memberships.family_id").Where("memberships.user_id = ?", userID).
		Order("families.name, families.id").Find(&rows).Error
	return rows, fault(err)
}

// LastFamily returns the membership that a user signs in to: that of the session they used last, or else the oldest.
func (r Accounts) LastFamily(ctx context.Context, userID string) (model.Membership, error) {
	used := r.conn.Model(&model.Session{}).Select("family_id, max(last_seen_at) AS at").Where("user_id = ?", userID).Group("family_id")
	return take[model.Membership](ctx, r.conn.Model(&model.Membership{}).Select("memberships.*").
		Joins("LEFT JOIN (?) AS used ON used.family_id = memberships.family_id", used).
		Where("memberships.user_id = ?", userID).
		Order("CASE WHEN used.at IS NULL THEN 1 ELSE 0 END, used.at DESC, memberships.created_at, memberships.id"))
}

// oneRow is NotFound when a statement changed nothing.
func oneRow(res *gorm.DB) error {
	if res.Error == nil && res.RowsAffected == 0 {
		return apperr.Missing()
	}
	return fault(res.Error)
}
