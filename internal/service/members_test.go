package service_test

import (
	"context"
	"sync"
	"testing"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func roleOf(t *testing.T, s *fixture.Stage, userID string) domain.Role {
	t.Helper()
	members, err := s.Services.Members.Index(t.Context(), s.Maria)
	ok(t, err)
	for _, m := range members {
		if m.UserID == userID {
			return m.Role
		}
	}
	return ""
}

func admins(t *testing.T, s *fixture.Stage) int {
	t.Helper()
	members, err := s.Services.Members.Index(t.Context(), s.Maria)
	ok(t, err)
	n := 0
	for _, m := range members {
		if m.Role == domain.RoleAdmin {
			n++
		}
	}
	return n
}

// Case 39.
func TestTheLastAdminCannotLeaveBeRemovedOrDemoted(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		svc := s.Services.Members
		for _, err := range []error{
			svc.Leave(ctx, s.Maria), svc.Remove(ctx, s.Maria, s.Maria.UserID),
			svc.SetRole(ctx, s.Maria, s.Maria.UserID, dto.RoleInput{Role: "member"}),
			svc.SetRole(ctx, s.Maria, s.Maria.UserID, dto.RoleInput{Role: "guest"}),
			svc.Remove(ctx, s.Tom, s.Maria.UserID), svc.SetRole(ctx, s.Tom, s.Maria.UserID, dto.RoleInput{Role: "guest"}),
			svc.SetRole(ctx, s.Tom, s.Tom.UserID, dto.RoleInput{Role: "admin"}), svc.Remove(ctx, s.Gast, s.Tom.UserID),
		} {
			refused(t, err, apperr.Forbidden)
		}
		if admins(t, s) != 1 {
			t.Error("the family has no admin any more, or two")
		}
		refused(t, svc.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: ""}), apperr.Invalid)
		refused(t, svc.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: "owner"}), apperr.Invalid)
		ok(t, svc.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: "admin"}))
		ok(t, svc.Leave(ctx, s.Maria))
		if got := admins(t, s); got != 1 {
			t.Errorf("%d admins", got)
		}
		refused(t, svc.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: "guest"}), apperr.Forbidden) // she is gone
	})
}

// Case 39. Each round two admins press at once; what they press differs.
func TestTwoAdminsWhoTakeEachOthersRoleAwayAtOnceLeaveOneAdmin(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		svc := s.Services.Members
		demote := func(v domain.Viewer, userID string) error {
			return svc.SetRole(ctx, v, userID, dto.RoleInput{Role: "member"})
		}
		maria, tom := s.Maria, s.Tom
		tom.Role = domain.RoleAdmin
		for round := range 8 {
			for _, v := range []domain.Viewer{maria, tom} { // the one who still is an admin makes both so
				_ = svc.SetRole(ctx, v, maria.UserID, dto.RoleInput{Role: "admin"})
				_ = svc.SetRole(ctx, v, tom.UserID, dto.RoleInput{Role: "admin"})
			}
			if n := admins(t, s); n != 2 {
				t.Fatalf("round %d begins with %d admins", round, n)
			}
			presses := []func() error{
				func() error { return demote(maria, tom.UserID) },
				func() error { return demote(tom, maria.UserID) },
			}
			if round%2 == 1 {
				presses = []func() error{
					func() error { return demote(maria, maria.UserID) },
					func() error { return demote(tom, tom.UserID) },
				}
			}
			errs := make([]error, 2)
			var all sync.WaitGroup
			for i, press := range presses {
				all.Go(func() { errs[i] = press() })
			}
			all.Wait()
			if n := admins(t, s); n != 1 || (errs[0] == nil) == (errs[1] == nil) {
				t.Fatalf("round %d: %d admins, %v", round, n, errs)
			}
		}
	})
}

// Case 15.
func TestWhoLeavesGivesUpWhatIsInHandAndTheirPersonAndIsSignedOut(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other, ctx := fixture.Family(t, db), fixture.FamilyAt(t, db, "elsewhere.example"), t.Context()
		there := alsoIn(t, s, other, s.Tom.UserID, domain.RoleMember)
		email := s.SetPassword(t, s.Tom)
		token, session := enter(t, s, email)
		elsewhere, second := enter(t, s, email)
		ok(t, s.Services.Users.SwitchFamily(ctx, second.Viewer, second.ID, there.FamilyID))
		tomPerson := s.Person(t, dto.PersonInput{DisplayName: "Tom", UserID: s.Tom.UserID})
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})
		items := map[string]domain.Status{}
		for _, to := range []domain.Status{domain.StatusShortlisted, domain.StatusBuying, domain.StatusWrapped, domain.StatusGifted} {
			id := s.Item(t, s.Tom, list, fixture.Gift("Gift "+string(to), "10"))
			_, err := s.Services.Items.Assign(ctx, s.Tom, id, dto.AssignInput{UserID: s.Tom.UserID})
			ok(t, err)
			_, err = s.Services.Items.SetStatus(ctx, s.Tom, id, dto.StatusInput{Status: string(to)})
			ok(t, err)
			items[id] = to
		}
		before := map[string]dto.ItemPage{}
		for id := range items {
			page, err := s.Services.Items.Page(ctx, s.Maria, id)
			ok(t, err)
			before[id] = page
		}
		ok(t, s.Services.Members.Leave(ctx, session.Viewer))
		for id, status := range items {
			page, err := s.Services.Items.Page(ctx, s.Maria, id)
			ok(t, err)
			if page.Item.Status != status || (page.Item.Buyer != nil) != (status == domain.StatusGifted) || len(page.History) != len(before[id].History) {
				t.Errorf("what was %s: %+v", status, page.Item)
			}
			_, err = s.Services.Items.Update(ctx, s.Maria, id, before[id].Item.Form())
			if (apperr.CodeOf(err) == apperr.Conflict) != (status != domain.StatusGifted) {
				t.Errorf("what was %s, on the version of before: %v", status, err)
			}
		}
		person, err := s.Services.People.Get(ctx, s.Maria, tomPerson)
		if err != nil || person.Account != nil {
			t.Errorf("%+v %v", person, err)
		}
		dead(t, s, token)
		still, err := s.Services.Auth.Session(ctx, elsewhere)
		if err != nil || still.Viewer.FamilyID != other.Home.ID {
			t.Errorf("%+v %v", still, err)
		}
	})
}

func TestWhoComesBackIsTheirPersonAgainAndSeesNoSurpriseOfTheirOwn(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		secret := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		email := s.SetPassword(t, s.Lena)
		ok(t, s.Services.Members.Leave(ctx, s.Lena))
		_, err := s.Services.Auth.SignIn(ctx, dto.LoginInput{Email: email, Password: fixture.Password}, home)
		refused(t, err, apperr.Forbidden)
		link, err := s.Services.Invitations.Create(ctx, s.Maria, dto.InvitationInput{})
		ok(t, err)
		_, err = accepts(t, s, link.Token, email, fixture.Password)
		ok(t, err)
		_, session := enter(t, s, email)
		if session.Viewer.PersonID != s.LenaPerson {
			t.Errorf("she is the person %q", session.Viewer.PersonID)
		}
		_, err = s.Services.Lists.Get(ctx, session.Viewer, secret)
		refused(t, err, apperr.NotFound)

		// Somebody else who is linked to the person has nothing shown either.
		ok(t, s.Services.Members.Remove(ctx, s.Maria, s.Lena.UserID))
		person, err := s.Services.People.Get(ctx, s.Maria, s.LenaPerson)
		ok(t, err)
		in := person.Form()
		in.UserID = s.Tom.UserID
		ok(t, s.Services.People.Update(ctx, s.Maria, s.LenaPerson, in))
		tom := s.Tom
		tom.PersonID = s.LenaPerson
		_, err = s.Services.Lists.Get(ctx, tom, secret)
		refused(t, err, apperr.NotFound)
	})
}

func TestWhoBecomesAGuestHasNothingInHandAnyMore(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})
		item := s.Item(t, s.Tom, list, fixture.Gift("Blocks", "10"))
		_, err := s.Services.Items.SetStatus(ctx, s.Tom, item, dto.StatusInput{Status: "buying"})
		ok(t, err)
		ok(t, s.Services.Members.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: "guest"}))
		page, err := s.Services.Items.Page(ctx, s.Maria, item)
		if err != nil || page.Item.Buyer != nil || page.Item.Status != domain.StatusBuying || roleOf(t, s, s.Tom.UserID) != domain.RoleGuest {
			t.Errorf("%+v %v", page.Item, err)
		}
	})
}

func TestMembersAreListedWithTheirPeopleAndAddressesAreForAdmins(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		fixture.FamilyAt(t, db, "elsewhere.example")
		for _, v := range []domain.Viewer{s.Maria, s.Tom, s.Gast} {
			members, err := s.Services.Members.Index(ctx, v)
			if err != nil || len(members) != 4 {
				t.Fatalf("%+v %v", members, err)
			}
			for _, m := range members {
				if (m.Person != nil) != (m.UserID == s.Lena.UserID) || m.You != (m.UserID == v.UserID) || (m.Email != "") != (v.Admin() || m.You) {
					t.Errorf("%s sees %+v", v.Role, m)
				}
			}
		}
	})
}

func TestTheFeedTellsMembersWhoComesAndGoesAndGuestsNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		_, err := accepts(t, s, invite(t, s, dto.InvitationInput{}).Token, "nora@example.org", fresh)
		ok(t, err)
		ok(t, s.Services.Members.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: "admin"}))
		ok(t, s.Services.Members.Remove(ctx, s.Maria, s.Gast.UserID))
		ok(t, s.Services.Members.Leave(ctx, s.Lena))
		want := []dto.Activity{
			{Actor: "Lena", Verb: domain.VerbLeft, Title: "Berg"},
			{Actor: "Maria", Verb: domain.VerbRemoved, Title: "Gast"},
			{Actor: "Maria", Verb: domain.VerbRole, Title: "Tom", From: "member", To: "admin"},
			{Actor: "Nora", Verb: domain.VerbJoined, Title: "Berg", To: "member"},
		}
		dash, err := s.Services.Dashboard.Show(ctx, s.Tom)
		ok(t, err)
		for i, w := range want {
			if a := dash.Activity[i]; a.Actor != w.Actor || a.Verb != w.Verb || a.Title != w.Title || a.From != w.From || a.To != w.To {
				t.Errorf("line %d: %+v", i, a)
			}
		}
		guest := s.Join(t, s.Home, "Oma", domain.RoleGuest)
		if dash, err = s.Services.Dashboard.Show(ctx, guest); err != nil {
			t.Fatal(err)
		}
		for _, a := range dash.Activity {
			if a.Entity == domain.EntityFamily {
				t.Errorf("a guest reads %+v", a)
			}
		}
	})
}

// Case 38.
func TestAnAdminOfAnotherFamilyAsksForAccountsInVain(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other := fixture.Family(t, db), fixture.FamilyAt(t, db, "elsewhere.example")
		_, session := enter(t, s, s.SetPassword(t, s.Tom))
		_, own := enter(t, s, other.SetPassword(t, other.Maria))
		link := invite(t, s, dto.InvitationInput{})
		verbs := func(user, session, invitation, family string) map[string]func(context.Context) error {
			svc, v := s.Services, other.Maria
			return map[string]func(context.Context) error{
				"role":       func(c context.Context) error { return svc.Members.SetRole(c, v, user, dto.RoleInput{Role: "guest"}) },
				"remove":     func(c context.Context) error { return svc.Members.Remove(c, v, user) },
				"reset link": func(c context.Context) error { _, err := svc.Auth.MakeResetLink(c, v, user); return err },
				"revoke":     func(c context.Context) error { return svc.Invitations.Revoke(c, v, invitation) },
				"session":    func(c context.Context) error { return svc.Auth.EndSession(c, v, session) },
				"switch":     func(c context.Context) error { return svc.Users.SwitchFamily(c, v, own.ID, family) },
				"switch it":  func(c context.Context) error { return svc.Users.SwitchFamily(c, v, session, v.FamilyID) },
			}
		}
		none := uuid.NewString()
		never := verbs(none, none, none, none)
		refusedAlike(t, verbs(s.Tom.UserID, session.ID, link.ID, s.Home.ID), never)
		refusedAlike(t, verbs("junk", "junk", "junk", "junk"), never)
		if admins(t, s) != 1 || roleOf(t, s, s.Tom.UserID) != domain.RoleMember {
			t.Error("something was changed")
		}
	})
}
