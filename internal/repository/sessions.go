package repository

import (
	"context"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

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
	Paper      domain.Paper
	PersonID   *string
	Families   int     // how many the user belongs to
	OtherID    *string // one of those that they do not look at
	OtherName  *string
	Nearest    *string // kind and recurrence of the family's next occasion, parted by a blank
}

// nearWindow is how far off an occasion may be to colour the pages.
const nearWindow = 60

// The families that a session's user belongs to beside the one that they look at.
const otherFamilies = `FROM memberships AS others JOIN families AS other ON other.id = others.family_id
	WHERE others.user_id = sessions.user_id AND others.family_id <> sessions.family_id ORDER BY other.name, other.id LIMIT 1`

// nearest is the next occasion of the family: all members see every one of them. A day counts till its end, wherever the
// family lives.
const nearest = `(SELECT occasions.type || ' ' || occasions.recurrence FROM occasions WHERE occasions.family_id = sessions.family_id
	AND occasions.deleted_at IS NULL AND occasions.archived_at IS NULL AND occasions.next_on BETWEEN ? AND ?
	ORDER BY occasions.next_on, occasions.id LIMIT 1) AS nearest`

// CreateSession inserts a session.
func (r Accounts) CreateSession(ctx context.Context, s *model.Session) error {
	s.ID, s.CreatedAt = newID(), r.now()
	s.LastSeenAt = s.CreatedAt
	return insert(ctx, r.conn, s)
}

// Session returns the live session with a token's hash and all that its viewer is made of, in one query.
func (r Accounts) Session(ctx context.Context, tokenHash string) (SessionRow, error) {
	var row SessionRow
	today := calendar.Today(r.now(), "UTC")
	err := r.conn.WithContext(ctx).Table("sessions").
		Select(`sessions.*, users.name AS user_name, users.settings, memberships.role, families.name AS family_name,
			families.locale, families.currency, families.time_zone, families.paper, people.id AS person_id,
			(SELECT COUNT(*) FROM memberships AS all_of WHERE all_of.user_id = sessions.user_id) AS families,
			(SELECT other.id `+otherFamilies+`) AS other_id, (SELECT other.name `+otherFamilies+`) AS other_name, `+nearest,
			today.AddDays(-1), today.AddDays(nearWindow)).
		Joins("JOIN users ON users.id = sessions.user_id").
		Joins("JOIN memberships ON memberships.user_id = sessions.user_id AND memberships.family_id = sessions.family_id").
		Joins("JOIN families ON families.id = sessions.family_id").
		Joins("LEFT JOIN people ON people.family_id = sessions.family_id AND people.user_id = sessions.user_id AND people.deleted_at IS NULL").
		Where("sessions.token_hash = ? AND sessions.expires_at > ?", tokenHash, r.now()).Take(&row).Error
	return row, fault(err)
}

// Sessions returns the viewer's own live sessions in all their families, the last used first.
func (r Accounts) Sessions(ctx context.Context, v domain.Viewer) ([]SessionRow, error) {
	var rows []SessionRow
	err := r.conn.WithContext(ctx).Table("sessions").Select("sessions.*, families.name AS family_name").
		Joins("JOIN families ON families.id = sessions.family_id").
		Where("sessions.user_id = ? AND sessions.expires_at > ?", v.UserID, r.now()).
		Order("sessions.last_seen_at DESC, sessions.id DESC").Limit(maxLimit).Find(&rows).Error
	return rows, fault(err)
}

// TouchSession notes that a session was used and moves its end.
func (r Accounts) TouchSession(ctx context.Context, id string, expires time.Time) error {
	return fault(r.conn.WithContext(ctx).Model(&model.Session{}).Where("id = ?", id).
		Updates(map[string]any{"last_seen_at": r.now(), "expires_at": expires}).Error)
}

// SwitchSession makes one of the viewer's own sessions look at another family of theirs.
func (r Accounts) SwitchSession(ctx context.Context, v domain.Viewer, id, familyID string) error {
	if !isID(id) {
		return apperr.Missing()
	}
	res := r.conn.WithContext(ctx).Model(&model.Session{}).Where("id = ? AND user_id = ?", id, v.UserID).
		Updates(map[string]any{"family_id": familyID, "last_seen_at": r.now()})
	return oneRow(res)
}

// DeleteSession ends the session with a token's hash.
func (r Accounts) DeleteSession(ctx context.Context, tokenHash string) error {
	return fault(r.conn.WithContext(ctx).Where("token_hash = ?", tokenHash).Delete(&model.Session{}).Error)
}

// EndSession ends one of the viewer's own sessions, NotFound when it is not theirs.
func (r Accounts) EndSession(ctx context.Context, v domain.Viewer, id string) error {
	if !isID(id) {
		return apperr.Missing()
	}
	return oneRow(r.conn.WithContext(ctx).Where("id = ? AND user_id = ?", id, v.UserID).Delete(&model.Session{}))
}

// EndSessions ends all sessions of a user but one; "" keeps none. It returns how many it ended.
func (r Accounts) EndSessions(ctx context.Context, userID, keep string) (int, error) {
	if !isID(keep) {
		keep = nobody
	}
	res := r.conn.WithContext(ctx).Where("user_id = ? AND id <> ?", userID, keep).Delete(&model.Session{})
	return int(res.RowsAffected), fault(res.Error)
}

// DropExpired deletes the sessions that have ended by themselves.
func (r Accounts) DropExpired(ctx context.Context) error {
	return fault(r.conn.WithContext(ctx).Where("expires_at <= ?", r.now()).Delete(&model.Session{}).Error)
}
