package service_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// Cases 31 and 34.
func TestTheProfileIsOnesOwnAndAnotherAddressTakesThePassword(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		svc, email := s.Services.Users, s.SetPassword(t, s.Tom)
		in := dto.ProfileInput{Name: " Thomas ", Email: strings.ToUpper(email), AvatarURL: "https://example.org/tom.png", Version: 1}
		ok(t, svc.Update(ctx, s.Tom, in, home)) // the same address, written otherwise
		profile, err := svc.Profile(ctx, s.Tom)
		want := dto.Profile{Name: "Thomas", Email: strings.ToUpper(email), AvatarURL: "https://example.org/tom.png", Version: 2}
		if err != nil || profile != want {
			t.Fatalf("%+v %v", profile, err)
		}
		for field, bad := range map[string]func(*dto.ProfileInput){
			"name":       func(in *dto.ProfileInput) { in.Name = " " },
			"email":      func(in *dto.ProfileInput) { in.Email = "tom" },
			"avatar_url": func(in *dto.ProfileInput) { in.AvatarURL = "javascript:alert(1)" },
			"password":   func(in *dto.ProfileInput) { in.Email, in.Password = "thomas@example.org", "a wrong one" },
		} {
			in := profile.Form()
			bad(&in)
			if f := apperr.FieldsOf(svc.Update(ctx, s.Tom, in, home)); len(f) != 1 || f[field] == "" {
				t.Errorf("%s: %v", field, f)
			}
		}
		in = profile.Form()
		in.Email, in.Password = "LENA@example.org", fixture.Password
		if f := apperr.FieldsOf(svc.Update(ctx, s.Tom, in, home)); f["email"] == "" {
			t.Errorf("an address that is taken: %v", f)
		}
		in.Email = "thomas@example.org"
		ok(t, svc.Update(ctx, s.Tom, in, home))
		refused(t, svc.Update(ctx, s.Tom, dto.ProfileInput{Name: "x", Email: "thomas@example.org", Version: 2}, home), apperr.Conflict)
		if _, session := enter(t, s, "Thomas@example.org"); session.UserName != "Thomas" {
			t.Errorf("%+v", session)
		}
	})
}

func TestSettingsAreKeptAndComeWithTheSession(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		svc := s.Services.Users
		token, _ := enter(t, s, s.SetPassword(t, s.Tom))
		for _, c := range []struct {
			set    dto.Settings
			stored string
		}{
			{dto.Settings{Theme: "dark", Accent: "off"}, "{dark off off }"},
			{dto.Settings{Theme: "light", Accent: "ocean", Shortcuts: true, Language: "de"}, "{light  ocean de}"},
			{dto.Settings{Theme: "system", Accent: "auto", Shortcuts: true}, "{   }"},
		} {
			ok(t, svc.UpdateSettings(ctx, s.Tom, dto.SettingsInput{Theme: c.set.Theme, Accent: c.set.Accent, Language: c.set.Language}))
			ok(t, svc.SetShortcuts(ctx, s.Tom, c.set.Shortcuts))
			got, err := svc.Settings(ctx, s.Tom)
			session, sessionErr := s.Services.Auth.Session(ctx, token)
			if err != nil || got != c.set || sessionErr != nil || fmt.Sprint(session.Settings) != c.stored {
				t.Errorf("%+v: %+v, with the session %v; %v %v", c.set, got, session.Settings, err, sessionErr)
			}
		}
		for _, bad := range []dto.SettingsInput{{Theme: "pink"}, {Accent: "pink"}, {Language: "tlh"}} {
			refused(t, svc.UpdateSettings(ctx, s.Tom, bad), apperr.Invalid)
		}
	})
}

func TestAnAccountInTwoFamiliesSwitchesAndSignsInToTheOneItUsedLast(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other, ctx := fixture.Family(t, db), fixture.FamilyAt(t, db, "elsewhere.example"), t.Context()
		later := func() { s.Clock.T = s.Clock.T.Add(time.Minute) }
		email := s.SetPassword(t, s.Tom)
		later()
		alsoIn(t, s, other, s.Tom.UserID, domain.RoleGuest)
		token, session := enter(t, s, email)
		if session.Viewer.FamilyID != s.Home.ID {
			t.Error("the first sign-in is not to the oldest family")
		}
		families, err := s.Services.Users.Families(ctx, session.Viewer)
		if err != nil || len(families) != 2 || families[0].Current == families[1].Current {
			t.Fatalf("%+v %v", families, err)
		}
		later()
		ok(t, s.Services.Users.SwitchFamily(ctx, session.Viewer, session.ID, other.Home.ID))
		now, err := s.Services.Auth.Session(ctx, token)
		if err != nil || now.Viewer.FamilyID != other.Home.ID || now.Viewer.Role != domain.RoleGuest || now.Viewer.PersonID != "" {
			t.Errorf("%+v %v", now.Viewer, err)
		}
		later()
		if _, again := enter(t, s, email); again.Viewer.FamilyID != other.Home.ID {
			t.Error("a sign-in is not to the family that was used last")
		}
		later()
		ok(t, s.Services.Users.SwitchFamily(ctx, now.Viewer, session.ID, s.Home.ID))
		if _, again := enter(t, s, email); again.Viewer.FamilyID != s.Home.ID {
			t.Error("a sign-in is not to the family that was switched to last")
		}
		ok(t, s.Services.Members.Remove(ctx, other.Maria, s.Tom.UserID))
		if _, again := enter(t, s, email); again.Viewer.FamilyID != s.Home.ID {
			t.Error("a sign-in is not to the family that is left")
		}
	})
}

func TestPagesOfAccountsTakeTheSameQueriesWhateverTheSize(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		email := s.SetPassword(t, s.Maria)
		n := dbtest.Statements(t, db)
		count := func() map[string]int64 {
			took := map[string]int64{}
			for name, ask := range map[string]func() error{
				"members":     func() error { _, err := s.Services.Members.Index(ctx, s.Maria); return err },
				"invitations": func() error { _, err := s.Services.Invitations.Index(ctx, s.Maria); return err },
				"sessions":    func() error { _, err := s.Services.Auth.Sessions(ctx, s.Maria, ""); return err },
				"families":    func() error { _, err := s.Services.Users.Families(ctx, s.Maria); return err },
				"family":      func() error { _, err := s.Services.Family.Get(ctx, s.Maria); return err },
				"profile":     func() error { _, err := s.Services.Users.Profile(ctx, s.Maria); return err },
			} {
				n.Store(0)
				ok(t, ask())
				took[name] = n.Load()
			}
			return took
		}
		few := count()
		for i := range 12 {
			s.Join(t, s.Home, fmt.Sprint("Cousin", i), domain.RoleMember)
			invite(t, s, dto.InvitationInput{})
			enter(t, s, email)
		}
		for name, many := range count() {
			if many != few[name] || many != 1 {
				t.Errorf("%s: %d queries, %d of few", name, many, few[name])
			}
		}
	})
}
