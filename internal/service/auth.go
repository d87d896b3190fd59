package service

import (
	"context"
	"net/mail"
	"strings"
	"time"
	"unicode/utf8"

	"kinlist/internal/apperr"
	"kinlist/internal/auth"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/money"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// SessionLife is how long a session lasts after it was last used.
const SessionLife = 30 * 24 * time.Hour

// touchEvery is how often using a session moves its end: not every page is a write.
const touchEvery = time.Hour

// Auth lets people in: the first-run set-up, sign-in, sessions.
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

// Session is a signed-in browser and who looks through it.
type Session struct {
	ID         string
	Viewer     domain.Viewer
	UserName   string
	FamilyName string
	Settings   model.UserSettings
}

// SetupOpen reports whether nobody has an account yet.
func (s *Auth) SetupOpen(ctx context.Context) (bool, error) { return s.store.Accounts.Empty(ctx) }

// SetupCode is the code that the log shows on the first run.
func (s *Auth) SetupCode() string { return s.code }

// Setup makes the first family and its admin, and signs them in. local is whether the request comes from this very
// machine; any other has to bring the code from the log. It returns the session's token.
func (s *Auth) Setup(ctx context.Context, in dto.SetupInput, locale string, local bool, from Client) (string, error) {
	if !local { // a code can be guessed
		if _, err := s.limit(from.Address, "setup"); err != nil {
			return "", err
		}
	}
	f := apperr.Fields{}
	family := model.Family{
		Name:     required(f, "family_name", in.FamilyName, "Enter the family's name.", maxName),
		Currency: in.Currency, Locale: locale, TimeZone: s.zone,
	}
	if !money.Valid(in.Currency) {
		f.Add("currency", "Choose a currency of the list.")
	}
	if !local && !auth.SameCode(in.Code, s.code) {
		f.Add("code", "Enter the one-time code from Kinlist's log.")
	}
	user := userFrom(f, in.Name, in.Email, in.Password)
	if err := f.Err(); err != nil {
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
	membership, err := s.store.Accounts.FirstFamily(ctx, user.ID)
	if apperr.CodeOf(err) == apperr.NotFound {
		return "", apperr.New(apperr.Forbidden, "Your account is not in a family any more. Ask an admin to invite you.")
	}
	if err != nil {
		return "", err
	}
	var token string
	err = s.store.InTx(ctx, func(tx *repository.Store) error {
		token, err = s.open(ctx, tx, user.ID, membership.FamilyID, from)
		return err
	})
	return token, err
}

// limit counts an attempt against the address and the account; refund gives it back.
func (s *Auth) limit(address, account string) (refund func(), err error) {
	waitAddress, refundAddress := s.byAddress.Take(address)
	waitAccount, refundAccount := s.byAccount.Take(account)
	if wait := max(waitAddress, waitAccount); wait > 0 {
		limited := apperr.New(apperr.RateLimited, "Too many attempts. Try again in %s.", plural(int(wait/time.Second)+1, "second"))
		limited.RetryAfter = wait
		return nil, limited
	}
	return func() { refundAddress(); refundAccount() }, nil
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
	if s.now().Sub(row.LastSeenAt) > touchEvery {
		err := s.store.InTx(ctx, func(tx *repository.Store) error {
			return tx.Accounts.TouchSession(ctx, row.ID, tx.Now().Add(SessionLife))
		})
		if err != nil {
			return Session{}, err
		}
	}
	return Session{
		ID: row.ID, UserName: row.UserName, FamilyName: row.FamilyName, Settings: settingsOf(row.Settings),
		Viewer: domain.Viewer{
			UserID: row.UserID, FamilyID: row.FamilyID, Role: row.Role, PersonID: idOf(row.PersonID),
			Locale: row.Locale, Currency: row.Currency, TimeZone: row.TimeZone,
		},
	}, nil
}

// SignOut ends the session of a token.
func (s *Auth) SignOut(ctx context.Context, token string) error {
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		return tx.Accounts.DeleteSession(ctx, auth.HashToken(token))
	})
}

// userFrom checks what makes an account.
func userFrom(f apperr.Fields, name, email, password string) model.User {
	user := model.User{Name: required(f, "name", name, "Enter a name.", maxName), Email: text.Line(email), EmailKey: EmailKey(email)}
	if a, err := mail.ParseAddress(user.Email); err != nil || a.Address != user.Email || len(user.Email) > 254 {
		f.Add("email", "Enter an e-mail address like name@example.org.")
	}
	checkPassword(f, password)
	return user
}

func checkPassword(f apperr.Fields, password string) {
	switch n := utf8.RuneCountInString(password); {
	case n < auth.MinPassword:
		f.Add("password", "Use at least %d characters.", auth.MinPassword)
	case n > auth.MaxPassword:
		f.Add("password", "Use at most %d characters.", auth.MaxPassword)
	}
}

// EmailKey is an address as it is compared: without regard to case.
func EmailKey(email string) string { return strings.ToLower(text.Line(email)) }
