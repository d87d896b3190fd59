package service_test

import (
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/service"
)

// setting is one kind of setting that somebody changes.
type setting struct {
	name   string
	by     func(s *fixture.Stage) domain.Viewer
	do     func(t *testing.T, s *fixture.Stage, v domain.Viewer)
	look   func(t *testing.T, s *fixture.Stage, v domain.Viewer) any
	says   string
	others func(t *testing.T, s *fixture.Stage) // nil where nobody else changes it
}

func maria(s *fixture.Stage) domain.Viewer { return s.Maria }
func gast(s *fixture.Stage) domain.Viewer  { return s.Gast }

var settings = []setting{
	{
		"the family's", maria, func(t *testing.T, s *fixture.Stage, v domain.Viewer) {
			t.Helper()
			f, err := s.Services.Family.Get(t.Context(), v)
			ok(t, err)
			in := f.Form()
			in.Name, in.Locale, in.TimeZone, in.Paper = "Others", "en-GB", "Europe/London", "letter"
			ok(t, s.Services.Family.Update(t.Context(), v, in))
		}, func(t *testing.T, s *fixture.Stage, v domain.Viewer) any {
			t.Helper()
			f, err := s.Services.Family.Get(t.Context(), v)
			ok(t, err)
			return f
		}, "Changed the family’s settings.", func(t *testing.T, s *fixture.Stage) {
			t.Helper()
			ok(t, s.Services.Members.SetRole(t.Context(), s.Maria, s.Tom.UserID, dto.RoleInput{Role: "admin"}))
			tom := s.Tom
			tom.Role = domain.RoleAdmin
			f, err := s.Services.Family.Get(t.Context(), tom)
			ok(t, err)
			in := f.Form()
			in.Name = "Thirds"
			ok(t, s.Services.Family.Update(t.Context(), tom, in))
		},
	},
	{
		"a guest's profile", gast, func(t *testing.T, s *fixture.Stage, v domain.Viewer) {
			t.Helper()
			p, err := s.Services.Users.Profile(t.Context(), v)
			ok(t, err)
			in := p.Form()
			in.Name, in.AvatarURL = "Somebody", "https://pictures.example/1.jpg"
			ok(t, s.Services.Users.Update(t.Context(), v, in, service.Client{}))
		}, func(t *testing.T, s *fixture.Stage, v domain.Viewer) any {
			t.Helper()
			p, err := s.Services.Users.Profile(t.Context(), v)
			ok(t, err)
			return p
		}, "Changed your profile.", nil,
	},
	{
		"how a guest's pages look", gast, func(t *testing.T, s *fixture.Stage, v domain.Viewer) {
			t.Helper()
			ok(t, s.Services.Users.UpdateSettings(t.Context(), v, dto.SettingsInput{Theme: "dark", Accent: "ocean", Language: "de"}))
			ok(t, s.Services.Users.UpdateSettings(t.Context(), v, dto.SettingsInput{Theme: "dark", Accent: "ocean", Language: "de"}))
		}, seeSettings, "Changed how the pages look.", nil,
	},
	{
		"a guest's keys", gast, func(t *testing.T, s *fixture.Stage, v domain.Viewer) {
			t.Helper()
			ok(t, s.Services.Users.SetShortcuts(t.Context(), v, false))
		}, seeSettings, "Turned the keyboard shortcuts on or off.", nil,
	},
	{
		"a member's role", maria, func(t *testing.T, s *fixture.Stage, v domain.Viewer) {
			t.Helper()
			ok(t, s.Services.Members.SetRole(t.Context(), v, s.Tom.UserID, dto.RoleInput{Role: "guest"}))
		}, func(t *testing.T, s *fixture.Stage, _ domain.Viewer) any {
			t.Helper()
			return map[string]any{"role": roleOf(t, s, s.Tom.UserID)}
		},
		"Changed the role of Tom.", func(t *testing.T, s *fixture.Stage) {
			t.Helper()
			ok(t, s.Services.Members.SetRole(t.Context(), s.Maria, s.Lena.UserID, dto.RoleInput{Role: "admin"}))
			lena := s.Lena
			lena.Role = domain.RoleAdmin
			ok(t, s.Services.Members.SetRole(t.Context(), lena, s.Tom.UserID, dto.RoleInput{Role: "admin"}))
		},
	},
}

func seeSettings(t *testing.T, s *fixture.Stage, v domain.Viewer) any {
	t.Helper()
	all, err := s.Services.Users.Settings(t.Context(), v)
	ok(t, err)
	return all
}

func eachSetting(t *testing.T, promise func(t *testing.T, s *fixture.Stage, c setting, v domain.Viewer)) {
	t.Helper()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		for i, c := range settings {
			t.Run(c.name, func(t *testing.T) {
				s := fixture.FamilyAt(t, db, string(rune('a'+i))+".example")
				promise(t, s, c, c.by(s))
			})
		}
	})
}

func TestEachSettingIsTakenBackToHowItWas(t *testing.T) {
	t.Parallel()
	eachSetting(t, func(t *testing.T, s *fixture.Stage, c setting, v domain.Viewer) {
		before := versionless(t, c.look(t, s, v))
		c.do(t, s, v)
		if versionless(t, c.look(t, s, v)) == before {
			t.Fatalf("nothing changed: %s", before)
		}
		all, err := s.Services.Undo.Recent(t.Context(), v)
		if err != nil || all[0].Sentence != c.says || !all[0].Undoable || len(all) > 1 && all[1].Sentence == c.says {
			t.Fatalf("%+v %v", all, err)
		}
		_, err = s.Services.Undo.Last(t.Context(), v)
		ok(t, err)
		if after := versionless(t, c.look(t, s, v)); after != before {
			t.Errorf("before %s\nafter  %s", before, after)
		}
		if _, err := s.Services.Undo.Take(t.Context(), s.Tom, all[0].ID); apperr.CodeOf(err) != apperr.NotFound {
			t.Errorf("somebody else: %v", err)
		}
	})
}

func TestASettingThatSomebodyElseChangedSinceStaysAsTheyLeftIt(t *testing.T) {
	t.Parallel()
	eachSetting(t, func(t *testing.T, s *fixture.Stage, c setting, v domain.Viewer) {
		if c.others == nil {
			return
		}
		c.do(t, s, v)
		all, err := s.Services.Undo.Recent(t.Context(), v)
		ok(t, err)
		c.others(t, s)
		theirs := versionless(t, c.look(t, s, v))
		_, err = s.Services.Undo.Take(t.Context(), v, all[0].ID)
		if apperr.CodeOf(err) != apperr.Conflict || !strings.Contains(sentenceOf(err), "changed this since") {
			t.Errorf("%v", err)
		}
		if now := versionless(t, c.look(t, s, v)); now != theirs {
			t.Errorf("theirs %s\nnow    %s", theirs, now)
		}
	})
}

func TestTheEMailAddressStaysWhenAProfileIsTakenBack(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx, users := t.Context(), s.Services.Users
		p, err := users.Profile(ctx, s.Tom)
		ok(t, err)
		s.SetPassword(t, s.Tom)
		in := p.Form()
		in.Name, in.Email, in.Password = "Thomas", "thomas@other.example", fixture.Password
		ok(t, users.Update(ctx, s.Tom, in, service.Client{Address: "192.0.2.1"}))
		_, err = s.Services.Undo.Last(ctx, s.Tom)
		ok(t, err)
		now, err := users.Profile(ctx, s.Tom)
		if err != nil || now.Name != p.Name || now.Email != "thomas@other.example" {
			t.Errorf("%+v %v", now, err)
		}
		in = now.Form()
		in.Email, in.Password = p.Email, fixture.Password
		ok(t, users.Update(ctx, s.Tom, in, service.Client{Address: "192.0.2.1"}))
		if _, err := s.Services.Undo.Last(ctx, s.Tom); apperr.CodeOf(err) != apperr.Conflict {
			t.Errorf("an address was taken back: %v", err)
		}
	})
}

// Undo is no way around being an admin, nor around there being one.
func TestWhoIsNoAdminAnyMoreTakesNoSettingOfTheFamilyBack(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx, members := t.Context(), s.Services.Members
		ok(t, members.SetRole(ctx, s.Maria, s.Tom.UserID, dto.RoleInput{Role: "admin"}))
		all, err := s.Services.Undo.Recent(ctx, s.Maria)
		ok(t, err)
		ok(t, members.SetRole(ctx, s.Maria, s.Maria.UserID, dto.RoleInput{Role: "member"}))
		_, err = s.Services.Undo.Take(ctx, s.Maria, all[0].ID) // with the role that she had when she asked
		refused(t, err, apperr.Forbidden)
		now := s.Maria
		now.Role = domain.RoleMember
		_, err = s.Services.Undo.Take(ctx, now, all[0].ID)
		refused(t, err, apperr.NotFound)
		if all, err = s.Services.Undo.Recent(ctx, now); err != nil || strings.Contains(all[0].Sentence, "role") {
			t.Errorf("%+v %v", all, err)
		}
	})
}
