package service

import (
	"context"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/auth"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// SessionLife is how long a session lasts after it was last used.
const SessionLife = 30 * 24 * time.Hour

// touchEvery is how often using a session moves its end: not every page is a write.
const touchEvery = time.Hour

// Session is a signed-in browser and who looks through it.
type Session struct {
	ID         string
	Viewer     domain.Viewer
	UserName   string
	FamilyName string
	Settings   model.UserSettings
	Look       Look
	Families   int     // how many the user belongs to
	Other      dto.Ref // one of those that they do not look at; empty for none
}

// open starts a session and returns its token. It clears away the sessions that have ended by themselves.
func (s *Auth) open(ctx context.Context, tx *repository.Store, userID, familyID string, from Client) (string, error) {
	if err := tx.Accounts.DropExpired(ctx); err != nil {
		return "", err
	}
	token, hash := auth.NewToken()
	err := tx.Accounts.CreateSession(ctx, &model.Session{
		TokenHash: hash, UserID: userID, FamilyID: familyID,
		UserAgent: clip(text.Line(from.UserAgent), maxShort), Address: from.Address, ExpiresAt: tx.Now().Add(SessionLife),
	})
	return token, err
}

// Session returns the live session of a token, Unauthenticated when there is none.
func (s *Auth) Session(ctx context.Context, token string) (Session, error) {
	row, err := s.store.Accounts.Session(ctx, auth.HashToken(token))
	if apperr.CodeOf(err) == apperr.NotFound {
		return Session{}, apperr.New(apperr.Unauthenticated, "Please sign in.").Because(err)
	}
	if err != nil {
		return Session{}, err
	}
	if s.now().Sub(row.LastSeenAt) > touchEvery && apperr.OnlyChecked(ctx) == nil {
		err := s.store.InTx(ctx, func(tx *repository.Store) error {
			return tx.Accounts.TouchSession(ctx, row.ID, tx.Now().Add(SessionLife))
		})
		if err != nil {
			return Session{}, err
		}
	}
	settings, other := settingsOf(row.Settings), dto.Ref{}
	if ref := refOf(row.OtherID, row.OtherName); ref != nil {
		other = *ref
	}
	return Session{
		ID: row.ID, UserName: row.UserName, FamilyName: row.FamilyName, Settings: settings,
		Look: lookOf(settings.Accent, idOf(row.Nearest)), Families: row.Families, Other: other,
		Viewer: domain.Viewer{
			UserID: row.UserID, FamilyID: row.FamilyID, Role: row.Role, PersonID: idOf(row.PersonID),
			Locale: row.Locale, Currency: row.Currency, TimeZone: row.TimeZone, Paper: paperOf(row.Paper, row.Locale),
		},
	}, nil
}

// SignOut ends the session of a token.
func (s *Auth) SignOut(ctx context.Context, token string) error {
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		return tx.Accounts.DeleteSession(ctx, auth.HashToken(token))
	})
}

// Sessions lists where the viewer is signed in, in all their families, the last used first. current is the id of the
// session that asks.
func (s *Auth) Sessions(ctx context.Context, v domain.Viewer, current string) ([]dto.Session, error) {
	rows, err := s.store.Accounts.Sessions(ctx, v)
	all := make([]dto.Session, len(rows))
	for i, row := range rows {
		all[i] = dto.Session{
			ID: row.ID, Device: device(ctx, row.UserAgent), Address: row.Address, Family: row.FamilyName,
			CreatedAt: moment(ctx, v, row.CreatedAt), LastSeenAt: moment(ctx, v, row.LastSeenAt), Current: row.ID == current,
		}
	}
	return all, err
}

// EndSession signs the viewer out of one browser, at once; NotFound for a session that is not theirs.
func (s *Auth) EndSession(ctx context.Context, v domain.Viewer, id string) error {
	return s.store.InTx(ctx, func(tx *repository.Store) error { return tx.Accounts.EndSession(ctx, v, id) })
}

// EndOtherSessions signs the viewer out of every browser but the one that asks, at once, and returns how many it was.
func (s *Auth) EndOtherSessions(ctx context.Context, v domain.Viewer, current string) (int, error) {
	ended := 0
	err := s.store.InTx(ctx, func(tx *repository.Store) error {
		var err error
		ended, err = tx.Accounts.EndSessions(ctx, v.UserID, current)
		return err
	})
	return ended, err
}
