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
	"kinlist/internal/service"
)

// invite makes an invitation as Maria.
func invite(t *testing.T, s *fixture.Stage, in dto.InvitationInput) dto.InvitationLink {
	t.Helper()
	link, err := s.Services.Invitations.Create(t.Context(), s.Maria, in)
	ok(t, err)
	return link
}

func accepts(t *testing.T, s *fixture.Stage, token, email, password string) (string, error) {
	t.Helper()
	return s.Services.Invitations.Accept(t.Context(), token, dto.AcceptInput{Name: "Nora", Email: email, Password: password}, home)
}

// users counts the accounts there are.
func users(t *testing.T, db *database.DB) int64 {
	t.Helper()
	var n int64
	ok(t, db.Read.Table("users").Count(&n).Error)
	return n
}

// Case 35.
func TestAnInvitationLetsOnePersonInWithItsFamilyAndRole(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other, ctx := fixture.Family(t, db), fixture.FamilyAt(t, db, "elsewhere.example"), t.Context()
		svc := s.Services.Invitations
		link := invite(t, s, dto.InvitationInput{Role: "guest"})
		if strings.Contains(everything(t, db), link.Token) {
			t.Error("the database holds the token itself")
		}
		offer, err := svc.Offer(ctx, link.Token, home)
		if err != nil || offer != (dto.InvitationOffer{Family: "Berg", Role: domain.RoleGuest}) {
			t.Errorf("%+v %v", offer, err)
		}
		token, err := accepts(t, s, link.Token, "Nora@example.org", fresh)
		ok(t, err)
		session, err := s.Services.Auth.Session(ctx, token)
		if err != nil || session.Viewer.FamilyID != s.Home.ID || session.Viewer.Role != domain.RoleGuest || session.UserName != "Nora" {
			t.Errorf("%+v %v", session, err)
		}
		members, err := s.Services.Members.Index(ctx, other.Maria)
		if err != nil || len(members) != 4 {
			t.Errorf("another family has %d members, %v", len(members), err)
		}

		if member := invite(t, s, dto.InvitationInput{}); member.ExpiresAt != "30 Nov 2026, 16:00" {
			t.Errorf("%+v", member)
		}
		revoked, over := invite(t, s, dto.InvitationInput{}), invite(t, s, dto.InvitationInput{})
		ok(t, svc.Revoke(ctx, s.Maria, revoked.ID))
		s.Clock.T = s.Clock.T.Add(service.InvitationLife)
		_, never := svc.Offer(ctx, "never", home)
		for what, token := range map[string]string{"used": link.Token, "revoked": revoked.Token, "over": over.Token, "": ""} {
			_, err := svc.Offer(ctx, token, home)
			_, accept := accepts(t, s, token, "late@example.org", fresh)
			join := svc.Join(ctx, other.Tom, uuid.NewString(), token, home)
			for _, got := range []error{err, accept, join} {
				if apperr.CodeOf(got) != apperr.NotFound || sentenceOf(got) != sentenceOf(never) {
					t.Errorf("%s: %v; of what never was: %v", what, got, never)
				}
			}
		}
		if n := users(t, db); n != 9 {
			t.Errorf("%d accounts", n)
		}
	})
}

func TestOnlyAdminsInviteAndTheyListAndRevokeWhatIsOpen(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other, ctx := fixture.Family(t, db), fixture.FamilyAt(t, db, "elsewhere.example"), t.Context()
		svc := s.Services.Invitations
		for _, v := range []domain.Viewer{s.Tom, s.Gast} {
			_, err := svc.Create(ctx, v, dto.InvitationInput{})
			refused(t, err, apperr.Forbidden)
			_, err = svc.Index(ctx, v)
			refused(t, err, apperr.Forbidden)
		}
		for _, in := range []dto.InvitationInput{{Role: "owner"}, {Email: "no address"}} {
			_, err := svc.Create(ctx, s.Maria, in)
			refused(t, err, apperr.Invalid)
		}
		first := invite(t, s, dto.InvitationInput{Email: "oma@example.org"})
		s.Clock.T = s.Clock.T.Add(1e9)
		second := invite(t, s, dto.InvitationInput{Role: "admin"})
		all, err := svc.Index(ctx, s.Maria)
		if err != nil || len(all) != 2 || all[0].ID != second.ID || all[0].Role != domain.RoleAdmin ||
			all[1].Email != "oma@example.org" || all[1].Role != domain.RoleMember || all[1].InvitedBy != "Maria" {
			t.Fatalf("%+v %v", all, err)
		}
		refused(t, svc.Revoke(ctx, s.Tom, first.ID), apperr.Forbidden)
		refused(t, svc.Revoke(ctx, other.Maria, first.ID), apperr.NotFound)
		ok(t, svc.Revoke(ctx, s.Maria, first.ID))
		refused(t, svc.Revoke(ctx, s.Maria, first.ID), apperr.NotFound)
		_, err = accepts(t, s, second.Token, "nora@example.org", fresh)
		ok(t, err)
		if all, err = svc.Index(ctx, s.Maria); err != nil || len(all) != 0 {
			t.Errorf("%+v %v", all, err)
		}
	})
}

// Case 35.
func TestOfSeveralWhoAcceptAnInvitationAtOnceOneGetsInAndTheOthersLeaveNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		link := invite(t, s, dto.InvitationInput{})
		const rivals = 6
		codes := make([]apperr.Code, rivals)
		var all sync.WaitGroup
		for i := range rivals {
			all.Go(func() {
				_, err := accepts(t, s, link.Token, fmt.Sprintf("nora%d@example.org", i), fresh)
				codes[i] = apperr.CodeOf(err)
			})
		}
		all.Wait()
		count := map[apperr.Code]int{}
		for _, c := range codes {
			count[c]++
		}
		if count[""] != 1 || count[apperr.NotFound] != rivals-1 {
			t.Errorf("answers: %v", count)
		}
		if n := users(t, db); n != 5 {
			t.Errorf("%d accounts: a half one is left", n)
		}
	})
}

// Case 35.
func TestAnAcceptanceThatFailsLeavesNoAccountAndTheInvitationOpen(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		tom := s.SetPassword(t, s.Tom)
		named := invite(t, s, dto.InvitationInput{Email: "Oma@Example.org"})
		open := invite(t, s, dto.InvitationInput{})
		for _, c := range []struct {
			token, email, password string
			code                   apperr.Code
		}{
			{named.Token, "nora@example.org", fresh, apperr.Invalid}, // it names another
			{open.Token, "nora@example.org", "short", apperr.Invalid},
			{open.Token, "no address", fresh, apperr.Invalid},
			{open.Token, tom, "a wrong one", apperr.Invalid},
			{open.Token, tom, fixture.Password, apperr.Conflict}, // he is a member
		} {
			_, err := accepts(t, s, c.token, c.email, c.password)
			if apperr.CodeOf(err) != c.code || strings.Contains(strings.ToLower(fmt.Sprint(err)), "oma") {
				t.Errorf("%s: %v", c.email, err)
			}
		}
		if n := users(t, db); n != 4 {
			t.Errorf("%d accounts", n)
		}
		_, err := accepts(t, s, named.Token, "oma@example.ORG", fresh)
		ok(t, err)
		_, err = accepts(t, s, open.Token, "nora@example.org", fresh)
		ok(t, err)
	})
}

func TestWhoHasAnAccountJoinsASecondFamilyWithIt(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other, ctx := fixture.Family(t, db), fixture.FamilyAt(t, db, "elsewhere.example"), t.Context()
		svc := s.Services.Invitations
		tom, lena := other.SetPassword(t, other.Tom), other.SetPassword(t, other.Lena)

		token, err := accepts(t, s, invite(t, s, dto.InvitationInput{}).Token, strings.ToUpper(tom), fixture.Password)
		ok(t, err)
		session, err := s.Services.Auth.Session(ctx, token)
		if err != nil || session.Viewer.UserID != other.Tom.UserID || session.Viewer.FamilyID != s.Home.ID {
			t.Errorf("%+v %v", session, err)
		}
		token, session = enter(t, s, lena)
		named := invite(t, s, dto.InvitationInput{Email: "oma@example.org"})
		refused(t, svc.Join(ctx, session.Viewer, session.ID, named.Token, home), apperr.Forbidden)
		link := invite(t, s, dto.InvitationInput{Role: "guest"})
		refused(t, svc.Join(ctx, s.Tom, session.ID, link.Token, home), apperr.Conflict) // a member already
		ok(t, svc.Join(ctx, session.Viewer, session.ID, link.Token, home))
		session, err = s.Services.Auth.Session(ctx, token)
		if err != nil || session.Viewer.FamilyID != s.Home.ID || session.Viewer.Role != domain.RoleGuest {
			t.Errorf("%+v %v", session, err)
		}
		if n := users(t, db); n != 8 {
			t.Errorf("%d accounts", n)
		}
	})
}
