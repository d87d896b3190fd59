package repository

import (
	"context"
	"time"
)

// Expired is a kind of row that has no trash and is of no use after a time.
type Expired string

// The kinds of rows that expire.
const (
	ExpiredUndoSteps   Expired = "undo_steps"
	ExpiredSessions    Expired = "sessions"
	ExpiredInvitations Expired = "invitations"
	ExpiredResets      Expired = "password_resets"
)

// undoLife is how long a change can be taken back.
const undoLife = 24 * time.Hour

// expiry is which rows of a kind are of no use any more: changes that are too old to be taken back, sessions that have
// ended, links that were used or ran out before the given time.
func (r Purge) expiry(kind Expired, before time.Time) cond {
	switch kind {
	case ExpiredUndoSteps:
		return cond{"created_at <= ?", []any{r.now().Add(-undoLife)}}
	case ExpiredSessions:
		return cond{"expires_at <= ?", []any{r.now()}}
	case ExpiredInvitations, ExpiredResets:
	}
	return cond{"(expires_at <= ? OR (used_at IS NOT NULL AND used_at <= ?))", []any{before, before}}
}

// CountExpired returns how many rows DeleteExpired would delete in all.
func (r Purge) CountExpired(ctx context.Context, kind Expired, before time.Time) (int64, error) {
	return r.count(ctx, string(kind), r.expiry(kind, before))
}

// DeleteExpired deletes at most limit rows that are of no use any more, and returns how many it deleted.
func (r Purge) DeleteExpired(ctx context.Context, kind Expired, before time.Time, limit int) (int64, error) {
	c, table := r.expiry(kind, before), string(kind)
	return r.delete(ctx, table, "id IN (SELECT id FROM "+table+" WHERE "+c.sql+" LIMIT ?)", append(c.args, limit)...)
}
