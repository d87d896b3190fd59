package repository

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Accounts reads and writes families, users, memberships, sessions, invitations and reset links. It serves sign-in and
// commands, where there is no viewer yet: the one repository without a viewer's scope. What it does for somebody who
// is signed in takes the viewer, and stays within their family, or their account.
type Accounts struct {
	conn *gorm.DB
	now  func() time.Time
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

// Families returns the families with a name, or all of them for "".
func (r Accounts) Families(ctx context.Context, name string) ([]model.Family, error) {
	q := r.conn.WithContext(ctx).Order("created_at, id")
	if name != "" {
		q = q.Where("name = ?", name)
	}
	var rows []model.Family
	return rows, fault(q.Find(&rows).Error)
}

// Family returns the viewer's family.
func (r Accounts) Family(ctx context.Context, v domain.Viewer) (model.Family, error) {
	return take[model.Family](ctx, r.conn.Where("id = ?", v.FamilyID))
}

// LockFamily makes whoever changes the family or its members queue, until the transaction ends. SQLite has one writer
// anyway.
func (r Accounts) LockFamily(ctx context.Context, familyID string) error {
	_, err := take[model.Family](ctx, r.conn.Clauses(queue).Where("id = ?", familyID))
	return err
}

// queue locks a row against other changes; rows that point at it can still be written.
var queue = clause.Locking{Strength: "NO KEY UPDATE"}

// UpdateFamily writes the named columns of the family when it still has its version, and counts the version up; a
// family that changed meanwhile is a Conflict.
func (r Accounts) UpdateFamily(ctx context.Context, f *model.Family, columns ...string) error {
	held := f.Version
	f.Version++
	f.UpdatedAt = r.now()
	n, err := update(ctx, r.conn.Where("id = ? AND version = ?", f.ID, held), f, append(columns, "version", "updated_at")...)
	if err == nil && n == 0 {
		return stale()
	}
	return err
}

// HasBudgets reports what tells of budgets in the family: seen, whether there is one that the viewer may see, in the
// trash or not; own, whether the viewer's own person is on an occasion, so that there may be one for them.
func (r Accounts) HasBudgets(ctx context.Context, v domain.Viewer) (seen, own bool, err error) {
	var found struct{ Seen, Own bool }
	of := " FROM occasion_people WHERE occasion_people.family_id = @family AND occasion_people.person_id"
	mine := "EXISTS (SELECT 1" + of + " = @me AND occasion_people.occasion_id = occasions.id)"
	err = r.conn.WithContext(ctx).Raw(`SELECT
			EXISTS (SELECT 1 FROM occasions WHERE family_id = @family AND budget IS NOT NULL AND NOT `+mine+`)
			OR EXISTS (SELECT 1`+of+` <> @me AND budget IS NOT NULL) AS seen,
			EXISTS (SELECT 1`+of+` = @me) AS own`,
		map[string]any{"family": v.FamilyID, "me": person(v)}).Scan(&found).Error
	return found.Seen, found.Own, fault(err)
}

func (r Accounts) fresh() model.Base {
	now := r.now()
	return model.Base{ID: newID(), CreatedAt: now, UpdatedAt: now}
}
