package service

import (
	"cmp"
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/auth"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// Accept uses an invitation up: it makes an account or, with the address and the password of one that exists, lets that
// one in. It returns the token of a session in the family. When anything fails, nothing has happened.
func (s *Invitations) Accept(ctx context.Context, token string, in dto.AcceptInput, from Client) (string, error) {
	invitation, refund, err := s.find(ctx, token, from)
	if err != nil {
		return "", err
	}
	refund()
	f := apperr.Form{}
	checkInvited(f, invitation, in.Email)
	if apperr.OnlyChecked(ctx) != nil { // a check tries no password, and does not tell whether there is an account
		userFrom(f, firstOf(in.Name, "An account has one"), in.Email, in.Password)
	}
	if err := cmp.Or(f.Err(), apperr.OnlyChecked(ctx)); err != nil {
		return "", err
	}
	user, err := s.account(ctx, in, from)
	if err != nil {
		return "", err
	}
	var session string
	err = s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := use(ctx, tx, invitation, &user); err != nil {
			return err
		}
		session, err = s.auth.open(ctx, tx, user.ID, invitation.FamilyID, from)
		return err
	})
	return session, err
}

// account is whose account an invitation lets in: one that exists, when the password is its own, or else a new one that
// is not stored yet. Either takes one hash.
func (s *Invitations) account(ctx context.Context, in dto.AcceptInput, from Client) (model.User, error) {
	refund, err := s.auth.limit(from.Address, EmailKey(in.Email))
	if err != nil {
		return model.User{}, err
	}
	user, err := s.store.Accounts.UserByEmail(ctx, EmailKey(in.Email))
	if apperr.CodeOf(err) == apperr.NotFound {
		refund()
		return newAccount(ctx, in)
	}
	if err != nil {
		return user, err
	}
	ok, err := auth.Matches(ctx, in.Password, user.PasswordHash)
	if err == nil && !ok {
		err = hasAccount()
	}
	if err == nil {
		refund()
	}
	return user, err
}

func newAccount(ctx context.Context, in dto.AcceptInput) (model.User, error) {
	f := apperr.Form{}
	user := userFrom(f, in.Name, in.Email, in.Password)
	if err := f.Err(); err != nil {
		return user, err
	}
	var err error
	user.PasswordHash, err = auth.Hash(ctx, in.Password)
	return user, err
}

// Join uses an invitation up for the viewer's own account, and turns the session that asks to the new family.
func (s *Invitations) Join(ctx context.Context, v domain.Viewer, session, token string, from Client) error {
	invitation, refund, err := s.find(ctx, token, from)
	if err != nil {
		return err
	}
	refund()
	user, err := s.store.Accounts.User(ctx, v.UserID)
	if err != nil {
		return err
	}
	f := apperr.Form{}
	checkInvited(f, invitation, user.Email)
	if len(f) > 0 {
		return apperr.Saying(apperr.Forbidden, f["email"])
	}
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := use(ctx, tx, invitation, &user); err != nil {
			return err
		}
		return tx.Accounts.SwitchSession(ctx, v, session, invitation.FamilyID)
	})
}

// checkInvited refuses an address that an invitation does not name. It does not say which one that is.
func checkInvited(f apperr.Form, invitation repository.InvitationRow, email string) {
	if invitation.Email != "" && EmailKey(invitation.Email) != EmailKey(email) {
		f.Add("email", "This invitation is for another e-mail address.")
	}
}

// use marks the invitation as used and lets the account in, which it makes first when it is new.
func use(ctx context.Context, tx *repository.Store, invitation repository.InvitationRow, user *model.User) error {
	if err := tx.Accounts.UseInvitation(ctx, invitation.ID); err != nil {
		return brokenInvitation(err)
	}
	if user.ID != "" {
		if err := stillHas(ctx, tx, *user); err != nil {
			return err
		}
		return admit(ctx, tx, invitation.FamilyID, invitation.FamilyName, *user, invitation.Role)
	}
	err := tx.Accounts.CreateUser(ctx, user)
	if repository.Taken(err) {
		return hasAccount()
	}
	if err != nil {
		return err
	}
	return admit(ctx, tx, invitation.FamilyID, invitation.FamilyName, *user, invitation.Role)
}

// admit makes an account a member of a family, tells the others, and makes it the person again that it was if it had
// left: nobody sees their own surprises by leaving and coming back.
func admit(ctx context.Context, tx *repository.Store, familyID, familyName string, user model.User, role domain.Role) error {
	err := tx.Accounts.CreateMembership(ctx, &model.Membership{UserID: user.ID, FamilyID: familyID, Role: role})
	if repository.Taken(err) {
		return apperr.New(apperr.Conflict, "This e-mail address belongs to a member of the family already.").Because(err)
	}
	if err != nil {
		return err
	}
	v := domain.Viewer{UserID: user.ID, FamilyID: familyID, Role: role}
	if err := tx.People.Relink(ctx, v, user.ID); err != nil {
		return err
	}
	return record(ctx, tx, v, onMember(domain.VerbJoined, user.ID, nil), payload{Title: familyName, To: string(role)})
}

// hasAccount asks whoever joins with the address of an account for its password.
func hasAccount() error {
	return apperr.Wrong("password", "This e-mail address has an account already. Enter its password.")
}
