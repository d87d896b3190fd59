package service_test

import (
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/service"
)

func TestPagesWearTheNextOccasionOrWhatOneChose(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		token, _ := enter(t, s, s.SetPassword(t, s.Lena))
		wears := func(want service.Look) {
			t.Helper()
			if now, err := s.Services.Auth.Session(ctx, token); err != nil || now.Look != want {
				t.Errorf("%+v, want %+v; %v", now.Look, want, err)
			}
		}
		occasion := func(in dto.OccasionInput) string {
			t.Helper()
			id, err := s.Services.Occasions.Create(ctx, s.Maria, in)
			ok(t, err)
			return id
		}
		wears(service.Look{Season: "christmas"}) // in 32 days
		s.Person(t, dto.PersonInput{DisplayName: "Oma", BirthDay: "1", BirthMonth: "12"})
		wears(service.Look{Season: "birthday"})
		dinner := occasion(dto.OccasionInput{Name: "Dinner", Type: "other", Date: "2026-11-24", Recurrence: "none"})
		wears(service.Look{Season: "plain"})
		ok(t, s.Services.Occasions.Archive(ctx, s.Maria, dinner))
		for chosen, want := range map[string]service.Look{
			"off": {Season: "plain"}, "easter": {Season: "easter"}, "ocean": {Season: "plain", Accent: "ocean"}, "auto": {Season: "birthday"},
		} {
			ok(t, s.Services.Users.UpdateSettings(ctx, s.Lena, dto.SettingsInput{Accent: chosen}))
			wears(want)
		}
		ok(t, s.Services.Users.UpdateSettings(ctx, s.Lena, dto.SettingsInput{Accent: "auto"}))
		occasion(dto.OccasionInput{Name: "Easter", Type: "holiday", Date: "2027-03-28", Recurrence: "easter"})
		s.Clock.T = s.Clock.T.AddDate(0, 2, -20)
		token, _ = enter(t, s, "Lena@example.org")
		wears(service.Look{Season: "plain"}) // Easter is far off
		s.Clock.T = s.Clock.T.AddDate(0, 1, 15)
		token, _ = enter(t, s, "Lena@example.org")
		wears(service.Look{Season: "easter"})
	})
}
