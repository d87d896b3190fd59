package repository

import (
	"context"

	"kinlist/internal/model"
)

// CreateUser inserts a user; a second one with the same address is a Conflict.
func (r Accounts) CreateUser(ctx context.Context, u *model.User) error {
	u.Base, u.Version = r.fresh(), 1
	return insert(ctx, r.conn, u)
}

// User returns an account, NotFound when there is none.
func (r Accounts) User(ctx context.Context, id string) (model.User, error) {
	return take[model.User](ctx, r.conn.Where("id = ?", id))
}

// UserByEmail returns the user with a folded address, NotFound when there is none.
func (r Accounts) UserByEmail(ctx context.Context, key string) (model.User, error) {
	return take[model.User](ctx, r.conn.Where("email_key = ?", key))
}

// LockUser returns an account as it is now, and makes others who change its password or open a session for it queue
// until the transaction ends.
func (r Accounts) LockUser(ctx context.Context, id string) (model.User, error) {
	return take[model.User](ctx, r.conn.Clauses(queue).Where("id = ?", id))
}

// UpdateUser writes the named columns of an account when it still has its version, and counts the version up; one that
// changed meanwhile is a Conflict, and so is an address that another account has (Taken).
func (r Accounts) UpdateUser(ctx context.Context, u *model.User, columns ...string) error {
	held := u.Version
	u.Version++
	u.UpdatedAt = r.now()
	n, err := update(ctx, r.conn.Where("id = ? AND version = ?", u.ID, held), u, append(columns, "version", "updated_at")...)
	if err == nil && n == 0 {
		return stale()
	}
	return err
}

// SetSettings writes what a user chose for themselves. It counts no version up: an open profile form stays good.
func (r Accounts) SetSettings(ctx context.Context, userID string, settings model.UserSettings) error {
	_, err := update(ctx, r.conn.Where("id = ?", userID), &model.User{Settings: settings}, "settings")
	return err
}

// SetPassword gives a user another password hash. Reset links that are open for them become void.
func (r Accounts) SetPassword(ctx context.Context, userID, hash string) error {
	err := r.conn.WithContext(ctx).Model(&model.User{}).Where("id = ?", userID).
		Updates(map[string]any{"password_hash": hash, "updated_at": r.now()}).Error
	if err != nil {
		return fault(err)
	}
	return r.DropResets(ctx, userID)
}
