package service

import (
	"cmp"
	"context"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/auth"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/money"
	"kinlist/internal/repository"
)

// Auth lets people in: the first-run set-up, sign-in, sessions, passwords.
type Auth struct {
	core
	code      string
	zone      string // of a new family
	byAccount *auth.Limiter
	byAddress *auth.Limiter
}

func newAuth(c core, cfg Config) *Auth {
	return &Auth{
		core: c, code: auth.SetupCode(cfg.Secret), zone: firstOf(cfg.Zone, "UTC"),
		byAccount: auth.NewLimiter(8, time.Minute, c.now),
		byAddress: auth.NewLimiter(30, 20*time.Second, c.now),
	}
}

// Client is where a sign-in comes from.
type Client struct {
	Address   string
	UserAgent string
}

// SetupOpen reports whether nobody has an account yet.
func (s *Auth) SetupOpen(ctx context.Context) (bool, error) { return s.store.Accounts.Empty(ctx) }

// SetupCode is the code that the log shows on the first run.
func (s *Auth) SetupCode() string { return s.code }

// Setup makes the first family and its admin, and signs them in. local is whether the request comes from this very
// machine; any other has to bring the code from the log. It returns the session's token.
func (s *Auth) Setup(ctx context.Context, in dto.SetupInput, locale string, local bool, from Client) (string, error) {
	check := apperr.OnlyChecked(ctx)
	if !local && check == nil { // a code can be guessed
		if _, err := s.limit(from.Address, "setup"); err != nil {
			return "", err
		}
	}
	f := apperr.Form{}
	family := model.Family{
		Name:     required(f, "family_name", in.FamilyName, "Enter the family's name.", maxName),
		Currency: in.Currency, Locale: locale, TimeZone: s.zone,
	}
	if !money.Valid(in.Currency) {
		f.Add("currency", "Choose a currency of the list.")
	}
	if !local && check == nil && !auth.SameCode(in.Code, s.code) {
		f.Add("code", "Enter the one-time code from Kinlist's log.")
	}
	user := userFrom(f, in.Name, in.Email, in.Password)
	if err := cmp.Or(f.Err(), check); err != nil { // a check takes no hash
		return "", err
	}
	hash, err := auth.Hash(ctx, in.Password)
	if err != nil {
		return "", err
	}
	user.PasswordHash = hash
	var token string
	err = s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := tx.Accounts.LockSetup(ctx); err != nil {
			return err
		}
		empty, err := tx.Accounts.Empty(ctx)
		if err != nil {
			return err
		}
		if !empty {
			return apperr.New(apperr.Conflict, "Kinlist is set up already. Sign in.")
		}
		if err := found(ctx, tx, &family, &user); err != nil {
			return err
		}
		token, err = s.open(ctx, tx, user.ID, family.ID, from)
		return err
	})
	return token, err
}

// found makes a family with its admin and its Idea Inbox.
func found(ctx context.Context, tx *repository.Store, family *model.Family, admin *model.User) error {
	if err := tx.Accounts.CreateFamily(ctx, family); err != nil {
		return err
	}
	if err := tx.Accounts.CreateUser(ctx, admin); err != nil {
		return err
	}
	if err := tx.Accounts.CreateMembership(ctx, &model.Membership{UserID: admin.ID, FamilyID: family.ID, Role: domain.RoleAdmin}); err != nil {
		return err
	}
	inbox := model.List{
		Name: "Idea Inbox", NameKey: "idea inbox", Type: domain.ListIdea, OwnerID: admin.ID,
		Visibility: domain.VisibleToFamily, Inbox: true,
	}
	return tx.Lists.Create(ctx, domain.Viewer{UserID: admin.ID, FamilyID: family.ID, Role: domain.RoleAdmin}, &inbox)
}

// SignIn checks an address and a password and returns a new session's token. An unknown address and a wrong password
// get one answer, after one time.
func (s *Auth) SignIn(ctx context.Context, in dto.LoginInput, from Client) (string, error) {
	key := EmailKey(in.Email)
	refund, err := s.limit(from.Address, key)
	if err != nil {
		return "", err
	}
	user, err := s.store.Accounts.UserByEmail(ctx, key)
	if err != nil && apperr.CodeOf(err) != apperr.NotFound {
		return "", err
	}
	ok, err := auth.Matches(ctx, in.Password, user.PasswordHash)
	if err != nil {
		return "", err
	}
	if !ok {
		return "", apperr.New(apperr.Unauthenticated, "This e-mail address and password do not belong together.")
	}
	refund()
	return s.enter(ctx, user, from)
}

// enter opens a session for an account whose password was right just now, in the family that it used last. A password
// that was changed meanwhile opens nothing.
func (s *Auth) enter(ctx context.Context, user model.User, from Client) (string, error) {
	var token string
	err := s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := stillHas(ctx, tx, user); err != nil {
			return err
		}
		membership, err := tx.Accounts.LastFamily(ctx, user.ID)
		if apperr.CodeOf(err) == apperr.NotFound {
			return apperr.New(apperr.Forbidden, "Your account is not in a family any more. Ask an admin to invite you.")
		}
		if err != nil {
			return err
		}
		token, err = s.open(ctx, tx, user.ID, membership.FamilyID, from)
		return err
	})
	return token, err
}

// stillHas makes sure that an account has the password that was checked before the transaction, and lets others who
// change it wait: a session that opens while they do is ended by them.
func stillHas(ctx context.Context, tx *repository.Store, user model.User) error {
	now, err := tx.Accounts.LockUser(ctx, user.ID)
	if err == nil && now.PasswordHash != user.PasswordHash {
		return apperr.New(apperr.Unauthenticated, "This password was changed just now. Sign in with the new one.")
	}
	return err
}
