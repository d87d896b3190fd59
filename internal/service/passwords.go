package service

import (
	"cmp"
	"context"
	"time"
	"unicode/utf8"

	"kinlist/internal/apperr"
	"kinlist/internal/auth"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// ResetLife is how long a link to set a new password works.
const ResetLife = 24 * time.Hour

// ChangePassword gives the viewer another password when they know the one they have, and ends all their sessions but
// the one that asks.
func (s *Auth) ChangePassword(ctx context.Context, v domain.Viewer, session string, in dto.PasswordInput, from Client) error {
	f := apperr.Form{}
	checkPassword(f, in.New)
	if err := cmp.Or(f.Err(), apperr.OnlyChecked(ctx)); err != nil { // a check tries no password
		return err
	}
	user, refund, err := s.proven(ctx, v, "old", in.Old, from)
	if err != nil {
		return err
	}
	refund()
	hash, err := auth.Hash(ctx, in.New)
	if err != nil {
		return err
	}
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := stillHas(ctx, tx, user); err != nil {
			return err
		}
		return setPassword(ctx, tx, user.ID, hash, session)
	})
}

// proven returns the viewer's account when the password typed in a field is theirs. refund gives the attempt back.
func (s *Auth) proven(ctx context.Context, v domain.Viewer, field, password string, from Client) (model.User, func(), error) {
	refund, err := s.limit(from.Address, "password of "+v.UserID)
	if err != nil {
		return model.User{}, nil, err
	}
	user, err := s.store.Accounts.User(ctx, v.UserID)
	if err != nil {
		return user, nil, err
	}
	ok, err := auth.Matches(ctx, password, user.PasswordHash)
	if err == nil && !ok {
		err = apperr.Wrong(field, "This is not your password.")
	}
	return user, refund, err
}

// setPassword writes a password's hash and ends the sessions of the account but one; "" keeps none.
func setPassword(ctx context.Context, tx *repository.Store, userID, hash, keep string) error {
	if err := tx.Accounts.SetPassword(ctx, userID, hash); err != nil {
		return err
	}
	_, err := tx.Accounts.EndSessions(ctx, userID, keep)
	return err
}

// MakeResetLink lets a member of the family set a new password within a day; an earlier link becomes void. It opens all
// that the account is in, so its maker has to be an admin of every family that the account belongs to.
func (s *Auth) MakeResetLink(ctx context.Context, v domain.Viewer, userID string) (dto.ResetLink, error) {
	token, hash := auth.NewToken()
	out := dto.ResetLink{Token: token}
	err := s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := asAdmin(ctx, tx, v); err != nil {
			return err
		}
		member, err := tx.Accounts.Member(ctx, v, userID)
		if err != nil {
			return err
		}
		if err := mayReset(ctx, tx, v, userID); err != nil {
			return err
		}
		row := model.PasswordReset{TokenHash: hash, UserID: userID, CreatedBy: v.UserID, ExpiresAt: tx.Now().Add(ResetLife)}
		out.Name, out.ExpiresAt = member.Name, moment(ctx, v, row.ExpiresAt)
		return tx.Accounts.CreateReset(ctx, &row)
	})
	if err != nil {
		return dto.ResetLink{}, err
	}
	return out, nil
}

func mayReset(ctx context.Context, tx *repository.Store, v domain.Viewer, userID string) error {
	if userID == v.UserID {
		return apperr.New(apperr.Forbidden, "Change your own password with the one that you have.")
	}
	runs, err := tx.Accounts.Runs(ctx, v.UserID, userID)
	if err == nil && !runs {
		return apperr.New(apperr.Forbidden, "This account belongs to another family too, and a link would open that as well. "+
			"Whoever runs Kinlist can set its password.")
	}
	return err
}

// ResetOffer says whose password a link sets; NotFound for a link that does not work, whatever the reason.
func (s *Auth) ResetOffer(ctx context.Context, token string, from Client) (dto.ResetOffer, error) {
	row, refund, err := s.reset(ctx, token, from)
	if err != nil {
		return dto.ResetOffer{}, err
	}
	refund()
	return dto.ResetOffer{Name: row.UserName, Email: row.Email}, nil
}

// reset finds the link with a token. What is used, over, void or never was gets one answer.
func (s *Auth) reset(ctx context.Context, token string, from Client) (repository.ResetRow, func(), error) {
	refund, err := s.limitAddress(from.Address)
	if err != nil {
		return repository.ResetRow{}, nil, err
	}
	row, err := s.store.Accounts.Reset(ctx, auth.HashToken(token))
	return row, refund, brokenReset(err)
}

func brokenReset(err error) error {
	if apperr.CodeOf(err) != apperr.NotFound {
		return err
	}
	return apperr.New(apperr.NotFound, "This link does not work any more. Ask an admin of your family for a new one.").Because(err)
}

// ResetPassword sets the password of the account that a link is for, uses the link up, and ends all the account's
// sessions.
func (s *Auth) ResetPassword(ctx context.Context, token string, in dto.ResetInput, from Client) error {
	row, refund, err := s.reset(ctx, token, from)
	if err != nil {
		return err
	}
	refund()
	f := apperr.Form{}
	checkPassword(f, in.Password)
	if err := cmp.Or(f.Err(), apperr.OnlyChecked(ctx)); err != nil {
		return err
	}
	hash, err := auth.Hash(ctx, in.Password)
	if err != nil {
		return err
	}
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		if _, err := tx.Accounts.LockUser(ctx, row.UserID); err != nil {
			return err
		}
		if err := tx.Accounts.UseReset(ctx, row.ID); err != nil {
			return brokenReset(err)
		}
		return setPassword(ctx, tx, row.UserID, hash, "")
	})
}

func checkPassword(f apperr.Form, password string) {
	switch n := utf8.RuneCountInString(password); {
	case n < auth.MinPassword:
		f.Add("password", "Use at least %d characters.", auth.MinPassword)
	case n > auth.MaxPassword:
		f.Add("password", "Use at most %d characters.", auth.MaxPassword)
	}
}
