package service_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/internal/service"
)

const fresh = "a new password"

// alsoIn makes somebody a member of the family of another stage.
func alsoIn(t *testing.T, s, other *fixture.Stage, userID string, role domain.Role) domain.Viewer {
	t.Helper()
	ok(t, s.Store.InTx(t.Context(), func(tx *repository.Store) error {
		return tx.Accounts.CreateMembership(t.Context(), &model.Membership{UserID: userID, FamilyID: other.Home.ID, Role: role})
	}))
	v := other.Maria
	v.UserID, v.Role, v.PersonID = userID, role, ""
	return v
}

// everything is every text in the database.
func everything(t *testing.T, db *database.DB) string {
	t.Helper()
	tables, err := db.Read.Migrator().GetTables()
	ok(t, err)
	var all strings.Builder
	for _, table := range tables {
		var rows []map[string]any
		ok(t, db.Read.Table(table).Find(&rows).Error)
		fmt.Fprintln(&all, rows)
	}
	return all.String()
}

// Case 36.
func TestAResetLinkSetsThePasswordOfOneUserOnceAndEndsTheirSessions(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		auth, email := s.Services.Auth, s.SetPassword(t, s.Tom)
		token, session := enter(t, s, email)
		lenas, _ := enter(t, s, s.SetPassword(t, s.Lena))
		earlier, err := auth.MakeResetLink(ctx, s.Maria, s.Tom.UserID)
		ok(t, err)
		link, err := auth.MakeResetLink(ctx, s.Maria, s.Tom.UserID)
		if err != nil || link.Name != "Tom" || link.ExpiresAt != "24 Nov 2026, 16:00" {
			t.Fatalf("%+v %v", link, err)
		}
		if strings.Contains(everything(t, db), link.Token) {
			t.Error("the database holds the token itself")
		}
		offer, err := auth.ResetOffer(ctx, link.Token, home)
		if err != nil || offer != (dto.ResetOffer{Name: "Tom", Email: email}) {
			t.Errorf("%+v %v", offer, err)
		}
		refused(t, auth.ResetPassword(ctx, link.Token, dto.ResetInput{Password: "short"}, home), apperr.Invalid)
		ok(t, auth.ResetPassword(ctx, link.Token, dto.ResetInput{Password: fresh}, home))
		dead(t, s, token)
		_, err = auth.Session(ctx, lenas)
		ok(t, err)
		_, err = auth.SignIn(ctx, dto.LoginInput{Email: email, Password: fixture.Password}, home)
		refused(t, err, apperr.Unauthenticated)
		_, err = auth.SignIn(ctx, dto.LoginInput{Email: email, Password: fresh}, home)
		ok(t, err)

		old, err := auth.MakeResetLink(ctx, s.Maria, s.Lena.UserID)
		ok(t, err)
		s.Clock.T = s.Clock.T.Add(service.ResetLife)
		never := sentenceOf(auth.ResetPassword(ctx, "never", dto.ResetInput{Password: fresh}, home))
		for what, token := range map[string]string{"used": link.Token, "void": earlier.Token, "over": old.Token, "a session": session.ID, "": ""} {
			_, err := auth.ResetOffer(ctx, token, home)
			refused(t, err, apperr.NotFound)
			if got := sentenceOf(auth.ResetPassword(ctx, token, dto.ResetInput{Password: "short"}, home)); got != never || sentenceOf(err) != never {
				t.Errorf("%s: %s; of what never was: %s", what, got, never)
			}
		}
	})
}

// Case 36.
func TestOfSeveralWhoUseAResetLinkAtOnceOneWins(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		email := s.SetPassword(t, s.Tom)
		link, err := s.Services.Auth.MakeResetLink(ctx, s.Maria, s.Tom.UserID)
		ok(t, err)
		const rivals = 4
		errs := make([]error, rivals)
		var all sync.WaitGroup
		for i := range rivals {
			all.Go(func() {
				errs[i] = s.Services.Auth.ResetPassword(ctx, link.Token, dto.ResetInput{Password: fmt.Sprint("password ", i)}, home)
			})
		}
		all.Wait()
		won := 0
		for i, err := range errs {
			_, signIn := s.Services.Auth.SignIn(ctx, dto.LoginInput{Email: email, Password: fmt.Sprint("password ", i)}, home)
			if (err == nil) != (signIn == nil) {
				t.Errorf("rival %d: %v, but then %v", i, err, signIn)
			}
			if err == nil {
				won++
			} else {
				refused(t, err, apperr.NotFound)
			}
		}
		if won != 1 {
			t.Errorf("%d won", won)
		}
	})
}

func TestAResetLinkNeverOpensAFamilyThatItsMakerDoesNotRun(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other, ctx := fixture.Family(t, db), fixture.FamilyAt(t, db, "elsewhere.example"), t.Context()
		auth := s.Services.Auth
		refusal := func(v domain.Viewer, userID string) error {
			_, err := auth.MakeResetLink(ctx, v, userID)
			return err
		}
		refused(t, refusal(s.Tom, s.Lena.UserID), apperr.Forbidden)
		refused(t, refusal(s.Gast, s.Lena.UserID), apperr.Forbidden)
		refused(t, refusal(s.Maria, s.Maria.UserID), apperr.Forbidden)
		refused(t, refusal(s.Maria, other.Tom.UserID), apperr.NotFound)

		link, err := auth.MakeResetLink(ctx, s.Maria, s.Tom.UserID)
		ok(t, err)
		alsoIn(t, s, other, s.Tom.UserID, domain.RoleGuest)
		refused(t, auth.ResetPassword(ctx, link.Token, dto.ResetInput{Password: fresh}, home), apperr.NotFound)
		for _, admin := range []domain.Viewer{s.Maria, other.Maria} {
			refused(t, refusal(admin, s.Tom.UserID), apperr.Forbidden)
		}
		alsoIn(t, s, other, s.Maria.UserID, domain.RoleAdmin) // Maria runs both now
		ok(t, auth.ResetPassword(ctx, link.Token, dto.ResetInput{Password: fresh}, home))

		link, err = auth.MakeResetLink(ctx, s.Maria, s.Tom.UserID)
		ok(t, err)
		ok(t, s.Services.Members.SetRole(ctx, other.Maria, s.Maria.UserID, dto.RoleInput{Role: "member"}))
		_, err = auth.ResetOffer(ctx, link.Token, home)
		refused(t, err, apperr.NotFound)
	})
}

func TestWhoIsNoAdminAnyMoreLosesTheLinksTheyMade(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		ok(t, s.Services.Members.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: "admin"}))
		tom := s.Tom
		tom.Role = domain.RoleAdmin
		link, err := s.Services.Auth.MakeResetLink(ctx, tom, s.Lena.UserID)
		ok(t, err)
		invitation, err := s.Services.Invitations.Create(ctx, tom, dto.InvitationInput{Role: "admin"})
		ok(t, err)
		ok(t, s.Services.Members.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: "member"}))
		ok(t, s.Services.Members.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: "admin"}))
		_, err = s.Services.Auth.ResetOffer(ctx, link.Token, home)
		refused(t, err, apperr.NotFound)
		_, err = s.Services.Invitations.Offer(ctx, invitation.Token, home)
		refused(t, err, apperr.NotFound)
	})
}

func TestChangingOnesPasswordTakesTheOldOneAndEndsTheOtherSessions(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		auth, email := s.Services.Auth, s.SetPassword(t, s.Tom)
		token, session := enter(t, s, email)
		phone, _ := enter(t, s, email)
		link, err := auth.MakeResetLink(ctx, s.Maria, s.Tom.UserID)
		ok(t, err)
		for _, in := range []dto.PasswordInput{{Old: "a wrong one", New: fresh}, {New: fresh}, {Old: fixture.Password, New: "short"}} {
			refused(t, auth.ChangePassword(ctx, s.Tom, session.ID, in, home), apperr.Invalid)
		}
		for _, token := range []string{token, phone} {
			_, err := auth.Session(ctx, token)
			ok(t, err)
		}
		ok(t, auth.ChangePassword(ctx, s.Tom, session.ID, dto.PasswordInput{Old: fixture.Password, New: fresh}, home))
		dead(t, s, phone)
		_, err = auth.Session(ctx, token)
		ok(t, err)
		_, err = auth.SignIn(ctx, dto.LoginInput{Email: email, Password: fresh}, home)
		ok(t, err)
		_, err = auth.ResetOffer(ctx, link.Token, home)
		refused(t, err, apperr.NotFound)
	})
}

func TestGuessesAtPasswordsAndTokensAreLimited(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		auth := s.Services.Auth
		s.SetPassword(t, s.Tom)
		limited := func(tries int, what string, try func(i int) error) {
			t.Helper()
			for i := range tries {
				if err := try(i); apperr.CodeOf(err) == apperr.RateLimited || err == nil {
					t.Fatalf("%s, try %d: %v", what, i, err)
				}
			}
			if err := try(tries); apperr.CodeOf(err) != apperr.RateLimited {
				t.Fatalf("%s: %v after %d tries", what, err, tries)
			}
		}
		at := func(address string) service.Client { return service.Client{Address: address} }
		limited(8, "change of password", func(i int) error {
			return auth.ChangePassword(ctx, s.Tom, "", dto.PasswordInput{Old: "a wrong one", New: fresh}, at(fmt.Sprint("192.0.2.", i)))
		})
		limited(30, "reset link", func(int) error {
			_, err := auth.ResetOffer(ctx, uuid.NewString(), at("198.51.100.1"))
			return err
		})
		limited(30, "invitation", func(int) error {
			_, err := s.Services.Invitations.Offer(ctx, uuid.NewString(), at("198.51.100.2"))
			return err
		})
		s.SetPassword(t, s.Lena)
		invitation, err := s.Services.Invitations.Create(ctx, s.Maria, dto.InvitationInput{})
		ok(t, err)
		limited(8, "password at an invitation", func(i int) error {
			in := dto.AcceptInput{Email: "lena@example.org", Password: "a wrong one"}
			_, err := s.Services.Invitations.Accept(ctx, invitation.Token, in, at(fmt.Sprint("203.0.113.", i)))
			return err
		})
	})
}
