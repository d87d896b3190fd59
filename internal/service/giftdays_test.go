package service_test

import (
	"slices"
	"sync"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestTheGiftDaysOfTheFamilysCountryAreOfferedAndAddedOnce(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		offered := func(key string) dto.GiftDay {
			t.Helper()
			days, err := s.Services.Occasions.GiftDays(t.Context(), s.Tom)
			ok(t, err)
			i := slices.IndexFunc(days, func(g dto.GiftDay) bool { return g.Key == key })
			if i < 0 {
				t.Fatalf("%s is not offered: %+v", key, days)
			}
			return days[i]
		}
		if g := offered("christmas"); !g.There || g.On.String() != "2026-12-24" || g.Type != domain.OccasionChristmas {
			t.Errorf("the family has Christmas, on the 25th: %+v", g)
		}
		if g := offered("fathers_day"); g.There || g.On.String() != "2027-05-06" || g.Days != 164 || g.Recurrence != "easter" {
			t.Errorf("Ascension is Father’s Day in Germany: %+v", g)
		}
		keys := []string{"fathers_day", "saint_nicholas", "hanukkah", "christmas", "no_such_day"}
		for i, want := range []int{3, 0} {
			if n, err := s.Services.Occasions.AddGiftDays(t.Context(), s.Tom, dto.GiftDaysInput{Keys: keys}); err != nil || n != want {
				t.Errorf("turn %d: %d added, %v", i, n, err)
			}
		}
		index, err := s.Services.Occasions.Index(t.Context(), s.Tom, dto.OccasionQuery{Query: dto.Query{}})
		ok(t, err)
		if len(index.Items) != 4 || !offered("hanukkah").There {
			t.Errorf("%+v", index.Items)
		}
		_, err = s.Services.Occasions.AddGiftDays(t.Context(), s.Tom, dto.GiftDaysInput{Keys: []string{"no_such_day"}})
		if apperr.FieldsOf(err)["keys"] == "" {
			t.Errorf("none: %v", err)
		}
		_, err = s.Services.Occasions.AddGiftDays(t.Context(), s.Gast, dto.GiftDaysInput{Keys: keys})
		refused(t, err, apperr.Forbidden)
		english := s.Tom
		english.Locale = "en"
		days, err := s.Services.Occasions.GiftDays(t.Context(), english)
		if i := slices.IndexFunc(days, func(g dto.GiftDay) bool { return g.Key == "christmas" }); err != nil || days[i].On.Day != 25 {
			t.Errorf("a language alone has its likeliest country: %+v %v", days, err)
		}
	})
}

func TestABirthdayOnChristmasEveIsNotChristmas(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ok(t, s.Services.Occasions.Archive(t.Context(), s.Maria, s.Christmas))
		there := func() bool {
			days, err := s.Services.Occasions.GiftDays(t.Context(), s.Maria)
			ok(t, err)
			return days[slices.IndexFunc(days, func(g dto.GiftDay) bool { return g.Key == "christmas" })].There
		}
		if !there() {
			t.Error("an archived Christmas is offered anew")
		}
		ok(t, s.Services.Occasions.Delete(t.Context(), s.Maria, s.Christmas, true))
		s.Person(t, dto.PersonInput{DisplayName: "Christmas", BirthDay: "24", BirthMonth: "12"})
		if there() {
			t.Error("a birthday is taken for Christmas")
		}
		_, err := s.Services.Occasions.Create(t.Context(), s.Maria, dto.OccasionInput{Name: "Heiligabend", Type: "christmas", Date: "2020-12-24", Recurrence: "yearly"})
		ok(t, err)
		if !there() {
			t.Error("Christmas by another name is offered anew")
		}
	})
}

func TestGiftDaysAddedByTwoAtTheSameInstantAreThereOnce(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		var wait sync.WaitGroup
		for _, v := range []domain.Viewer{s.Maria, s.Tom, s.Lena, s.Maria} {
			wait.Go(func() {
				_, err := s.Services.Occasions.AddGiftDays(t.Context(), v, dto.GiftDaysInput{Keys: []string{"easter", "hanukkah"}})
				if err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		index, err := s.Services.Occasions.Index(t.Context(), s.Maria, dto.OccasionQuery{Query: dto.Query{}})
		ok(t, err)
		if len(index.Items) != 3 {
			t.Errorf("%+v", index.Items)
		}
	})
}
