package repository

import (
	"context"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Accounts reads and writes families, users, memberships and sessions. It serves sign-in and commands, where there
// is no viewer yet: the one repository without a viewer's scope. Only Members takes a viewer, like all others.
type Accounts struct {
	conn *gorm.DB
	now  func() time.Time
}

// MemberRow is a user of a family.
type MemberRow struct {
	UserID string
	Name   string
	Role   domain.Role
}

// SessionRow is a session with all that a viewer is made of.
type SessionRow struct {
	model.Session
	UserName   string
	Settings   string // JSON of model.UserSettings
	Role       domain.Role
	FamilyName string
	Locale     string
	Currency   string
	TimeZone   string
	PersonID   *string
}

// Empty reports whether nobody has an account yet: then the first-run set-up is open.
func (r Accounts) Empty(ctx context.Context) (bool, error) {
	var ids []string
	err := r.conn.WithContext(ctx).Model(&model.User{}).Limit(1).Pluck("id", &ids).Error
	return len(ids) == 0, fault(err)
}

// setupLock is the key of the advisory lock that set-ups queue for.
const setupLock = 0x6b696e6c697374 // "kinlist"

// LockSetup lets one set-up at a time go on, until its transaction ends. SQLite has one writer anyway.
func (r Accounts) LockSetup(ctx context.Context) error {
	if r.conn.Name() != "postgres" {
		return nil
	}
	return fault(r.conn.WithContext(ctx).Exec("SELECT pg_advisory_xact_lock(?)", setupLock).Error)
}

// CreateFamily inserts a family.
func (r Accounts) CreateFamily(ctx context.Context, f *model.Family) error {
	f.Base, f.Version = r.fresh(), 1
	return insert(ctx, r.conn, f)
}

// CreateUser inserts a user; a second one with the same address is a Conflict.
func (r Accounts) CreateUser(ctx context.Context, u *model.User) error {
	u.Base, u.Version = r.fresh(), 1
	return insert(ctx, r.conn, u)
}

// CreateMembership makes a user a member of a family; twice is a Conflict.
func (r Accounts) CreateMembership(ctx context.Context, m *model.Membership) error {
	m.Base = r.fresh()
	return insert(ctx, r.conn, m)
}

// SetPassword gives a user another password hash.
func (r Accounts) SetPassword(ctx context.Context, userID, hash string) error {
	return fault(r.conn.WithContext(ctx).Model(&model.User{}).Where("id = ?", userID).
		Updates(map[string]any{"password_hash": hash, "updated_at": r.now()}).Error)
}

// UserByEmail returns the user with a folded address, NotFound when there is none.
func (r Accounts) UserByEmail(ctx context.Context, key string) (model.User, error) {
	return take[model.User](ctx, r.conn.Where("email_key = ?", key))
}

// Families returns the families with a name, or all of them for "".
func (r Accounts) Families(ctx context.Context, name string) ([]model.Family, error) {
	q := r.conn.WithContext(ctx).Order("created_at, id")
	if name != "" {
		q = q.Where("name = ?", name)
	}
	var rows []model.Family
	return rows, fault(q.Find(&rows).Error)
}

// FirstFamily returns the membership that a user signs in to: the oldest one.
func (r Accounts) FirstFamily(ctx context.Context, userID string) (model.Membership, error) {
	return take[model.Membership](ctx, r.conn.Where("user_id = ?", userID).Order("created_at, id"))
}

// Members returns the members of the viewer's family, by name.
func (r Accounts) Members(ctx context.Context, v domain.Viewer) ([]MemberRow, error) {
	var rows []MemberRow
	err := members(r.conn, v.FamilyID).WithContext(ctx).Find(&rows).Error
	return rows, fault(err)
}

// CreateSession inserts a session.
func (r Accounts) CreateSession(ctx context.Context, s *model.Session) error {
	s.ID, s.CreatedAt = newID(), r.now()
	s.LastSeenAt = s.CreatedAt
	return insert(ctx, r.conn, s)
}

// Session returns the live session with a token's hash and all that its viewer is made of, in one query.
func (r Accounts) Session(ctx context.Context, tokenHash string) (SessionRow, error) {
	var row SessionRow
	err := r.conn.WithContext(ctx).Table("sessions").
		Select(`sessions.*, users.name AS user_name, users.settings, memberships.role, families.name AS family_name,
			families.locale, families.currency, families.time_zone, people.id AS person_id`).
		Joins("JOIN users ON users.id = sessions.user_id").
		Joins("JOIN memberships ON memberships.user_id = sessions.user_id AND memberships.family_id = sessions.family_id").
		Joins("JOIN families ON families.id = sessions.family_id").
		Joins("LEFT JOIN people ON people.family_id = sessions.family_id AND people.user_id = sessions.user_id AND people.deleted_at IS NULL").
		Where("sessions.token_hash = ? AND sessions.expires_at > ?", tokenHash, r.now()).Take(&row).Error
	return row, fault(err)
}

// TouchSession notes that a session was used and moves its end.
func (r Accounts) TouchSession(ctx context.Context, id string, expires time.Time) error {
	return fault(r.conn.WithContext(ctx).Model(&model.Session{}).Where("id = ?", id).
		Updates(map[string]any{"last_seen_at": r.now(), "expires_at": expires}).Error)
}

// DeleteSession ends a session.
func (r Accounts) DeleteSession(ctx context.Context, tokenHash string) error {
	return fault(r.conn.WithContext(ctx).Where("token_hash = ?", tokenHash).Delete(&model.Session{}).Error)
}

func (r Accounts) fresh() model.Base {
	now := r.now()
	return model.Base{ID: newID(), CreatedAt: now, UpdatedAt: now}
}

// members is a query over the members of a family, by name.
func members(conn *gorm.DB, familyID string) *gorm.DB {
	return conn.Table("memberships").Select("users.id AS user_id, users.name, memberships.role").
		Joins("JOIN users ON users.id = memberships.user_id").
		Where("memberships.family_id = ?", familyID).Order("users.name, users.id")
}

// DropExpired deletes the sessions that have ended by themselves.
func (r Accounts) DropExpired(ctx context.Context) error {
	return fault(r.conn.WithContext(ctx).Where("expires_at <= ?", r.now()).Delete(&model.Session{}).Error)
}

// EndSessions ends all sessions of a user.
func (r Accounts) EndSessions(ctx context.Context, userID string) error {
	return fault(r.conn.WithContext(ctx).Where("user_id = ?", userID).Delete(&model.Session{}).Error)
}
