package service

import (
	"context"
	"encoding/json"
	"net/mail"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/auth"
	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// NewUser is an account that the command line makes.
type NewUser struct {
	Name, Email, Password string
	Role                  domain.Role
	Family                string // its name; "" is the only one there is
}

// AddUser makes an account in a family, and the family too when an admin names a new one. An account that exists keeps
// its password and joins. It serves the command line, whose caller owns the database.
func (s *Auth) AddUser(ctx context.Context, in NewUser) error {
	f := apperr.Form{}
	user := userFrom(f, in.Name, in.Email, in.Password)
	if !domain.Known(in.Role, domain.Roles) {
		f.Add("role", "The role is admin, member or guest.")
	}
	if err := f.Err(); err != nil {
		return err
	}
	hash, err := auth.Hash(ctx, in.Password)
	if err != nil {
		return err
	}
	user.PasswordHash = hash
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		families, err := tx.Accounts.Families(ctx, in.Family)
		switch {
		case err != nil:
			return err
		case len(families) == 1:
			return join(ctx, tx, families[0], &user, in.Role)
		case len(families) > 1:
			return apperr.New(apperr.Invalid, "There are %d families: name the one you mean with --family.", len(families))
		case in.Family == "":
			return apperr.New(apperr.NotFound, "There is no family yet: name the new one with --family.")
		case in.Role != domain.RoleAdmin:
			return apperr.New(apperr.NotFound, "There is no family %q. The first user of a new family is its admin: add --role admin.", in.Family)
		}
		return found(ctx, tx, &model.Family{Name: in.Family, Currency: "EUR", Locale: "en", TimeZone: s.zone}, &user)
	})
}

// join makes a new account a member of a family; an account that is there already joins as it is.
func join(ctx context.Context, tx *repository.Store, family model.Family, user *model.User, role domain.Role) error {
	known, err := tx.Accounts.UserByEmail(ctx, user.EmailKey)
	user.ID = known.ID
	if apperr.CodeOf(err) == apperr.NotFound {
		err = tx.Accounts.CreateUser(ctx, user)
	}
	if err != nil {
		return err
	}
	return admit(ctx, tx, family.ID, family.Name, *user, role)
}

// SetPassword gives an account another password and ends its sessions. It serves the command line.
func (s *Auth) SetPassword(ctx context.Context, email, password string) error {
	f := apperr.Form{}
	checkPassword(f, password)
	if err := f.Err(); err != nil {
		return err
	}
	hash, err := auth.Hash(ctx, password)
	if err != nil {
		return err
	}
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		user, err := tx.Accounts.UserByEmail(ctx, EmailKey(email))
		if apperr.CodeOf(err) == apperr.NotFound {
			return apperr.New(apperr.NotFound, "There is no account with the e-mail address %s.", email)
		}
		if err != nil {
			return err
		}
		return setPassword(ctx, tx, user.ID, hash, "")
	})
}

// settingsOf reads a user's settings; what cannot be read is the default.
func settingsOf(raw string) model.UserSettings {
	var s model.UserSettings
	if err := json.Unmarshal([]byte(raw), &s); err != nil {
		return model.UserSettings{}
	}
	return s
}

// userFrom checks what makes an account.
func userFrom(f apperr.Form, name, email, password string) model.User {
	user := model.User{Name: required(f, "name", name, "Enter a name.", maxName), Email: address(f, email), EmailKey: EmailKey(email)}
	checkPassword(f, password)
	return user
}

// address checks an e-mail address.
func address(f apperr.Form, typed string) string {
	email := text.Line(typed)
	if a, err := mail.ParseAddress(email); err != nil || a.Address != email || len(email) > 254 {
		f.Add("email", "Enter an e-mail address like name@example.org.")
	}
	return email
}

// EmailKey is an address as it is compared: without regard to case.
func EmailKey(email string) string { return strings.ToLower(text.Line(email)) }
