package service_test

import (
	"testing"

	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/lang"
)

func TestEveryGiftDayHasANameInEveryLanguage(t *testing.T) {
	t.Parallel()
	for _, country := range []string{"AT", "GB", "IT", "ES", "RU", "GR", "RO", "JP", "US", "SY"} {
		for _, g := range calendar.GiftDays(country, calendar.On(2026, 11, 1)) {
			if _, known := lang.German.Sentence(g.Name); !known {
				t.Errorf("%s: %q has no German name", country, g.Name)
			}
		}
	}
}

func TestBirthdaysAndGiftDaysAreNamedInTheLanguageOfWhoeverAddsThemAndKeepTheirName(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		german, english := lang.With(t.Context(), lang.German), lang.With(t.Context(), lang.English)
		id, err := s.Services.People.Create(german, s.Maria, dto.PersonInput{DisplayName: "Oma", BirthDay: "3", BirthMonth: "4"})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Services.Occasions.AddGiftDays(german, s.Maria, dto.GiftDaysInput{Keys: []string{"easter", "mothers_day"}}); err != nil {
			t.Fatal(err)
		}
		// Somebody who reads English saves the person, moves the day, and is offered the same gift days again.
		person, err := s.Services.People.Get(english, s.Maria, id)
		if err != nil {
			t.Fatal(err)
		}
		in := person.Form()
		in.BirthDay = "5"
		if err := s.Services.People.Update(english, s.Maria, id, in); err != nil {
			t.Fatal(err)
		}
		if n, err := s.Services.Occasions.AddGiftDays(english, s.Maria, dto.GiftDaysInput{Keys: []string{"easter", "mothers_day"}}); n != 0 || err != nil {
			t.Errorf("added again: %d, %v", n, err)
		}
		names := map[string]bool{}
		all, err := s.Services.Occasions.Names(t.Context(), s.Maria)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range all {
			names[o.Name] = true
		}
		for _, want := range []string{"Geburtstag von Oma", "Ostern", "Muttertag"} {
			if !names[want] {
				t.Errorf("%q is not among %v", want, names)
			}
		}
		person, _ = s.Services.People.Get(english, s.Maria, id)
		in = person.Form()
		in.DisplayName = "Grandma"
		if err := s.Services.People.Update(english, s.Maria, id, in); err != nil {
			t.Fatal(err)
		}
		all, _ = s.Services.Occasions.Names(t.Context(), s.Maria)
		for _, o := range all {
			if o.Name == "Grandma’s birthday" {
				return
			}
		}
		t.Errorf("after the new name: %v", all)
	})
}
