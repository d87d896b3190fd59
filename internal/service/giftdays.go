package service

import (
	"context"
	"slices"

	"golang.org/x/text/language"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// GiftDays returns the days on which families of the country usually give, soonest first: an offer, of which
// AddGiftDays takes what the family chooses. The country is the one of the family's locale.
func (s *Occasions) GiftDays(ctx context.Context, v domain.Viewer) ([]dto.GiftDay, error) {
	held, err := s.store.Occasions.Rules(ctx, v)
	if err != nil {
		return nil, err
	}
	usual := calendar.GiftDays(country(v.Locale), s.today(v))
	days := make([]dto.GiftDay, len(usual))
	for i, g := range usual {
		days[i] = dto.GiftDay{
			Key: g.Key, Name: lang.T(ctx, g.Name), Type: giftDayType(g), On: g.On, Days: s.today(v).DaysUntil(g.On), Recurrence: g.Recurrence,
			There: slices.ContainsFunc(held, func(o model.Occasion) bool { return isGiftDay(ctx, o, g) }),
		}
	}
	return days, nil
}

// AddGiftDays adds the chosen of the days that GiftDays offers, by their keys, and returns how many were new: what is
// there already is left as it is.
func (s *Occasions) AddGiftDays(ctx context.Context, v domain.Viewer, in dto.GiftDaysInput) (int, error) {
	if err := policy.Change(v); err != nil {
		return 0, err
	}
	chosen := calendar.GiftDays(country(v.Locale), s.today(v))
	chosen = slices.DeleteFunc(chosen, func(g calendar.GiftDay) bool { return !slices.Contains(in.Keys, g.Key) })
	if len(chosen) == 0 {
		return 0, apperr.Wrong("keys", "Choose at least one of these days.")
	}
	added := 0
	err := s.write(ctx, v, func(tx *repository.Store) error {
		added = 0
		if err := tx.Occasions.HoldFamily(ctx, v); err != nil {
			return err
		}
		held, err := tx.Occasions.Rules(ctx, v)
		if err != nil {
			return err
		}
		for _, g := range chosen {
			if slices.ContainsFunc(held, func(o model.Occasion) bool { return isGiftDay(ctx, o, g) }) {
				continue
			}
			if err := addGiftDay(ctx, tx, v, g); err != nil {
				return err
			}
			added++
		}
		return nil
	})
	return added, err
}

func addGiftDay(ctx context.Context, tx *repository.Store, v domain.Viewer, g calendar.GiftDay) error {
	name := lang.T(ctx, g.Name)
	row := model.Occasion{
		Name: name, NameKey: text.Key(name), Type: giftDayType(g), Date: g.On, Recurrence: g.Recurrence, NextOn: g.On,
	}
	if err := tx.Occasions.Create(ctx, v, &row); err != nil {
		return err
	}
	if err := keepNew(ctx, tx, v, domain.EntityOccasion, row.ID); err != nil {
		return err
	}
	return record(ctx, tx, v, onOccasion(domain.VerbCreated, row), payload{Title: row.Name})
}

// isGiftDay reports whether an occasion is the gift day: it has its name, or it is of its kind and falls on its next
// date. A birthday on Christmas Eve is not Christmas.
func isGiftDay(ctx context.Context, o model.Occasion, g calendar.GiftDay) bool {
	sameDay := calendar.Next(o.Date, o.Recurrence, g.On) == g.On && o.Type == giftDayType(g)
	sameName := isCalled(ctx, o.NameKey, g) && o.PersonID == nil && (o.Recurrence != calendar.Once || !o.Date.Before(g.On))
	return sameDay || sameName
}

func giftDayType(g calendar.GiftDay) domain.OccasionType {
	if g.Key == "christmas" || g.Key == "orthodox_christmas" {
		return domain.OccasionChristmas
	}
	return domain.OccasionHoliday
}

// country is the ISO 3166 code of a locale's country; of a language alone it is the likeliest.
func country(locale string) string {
	region, _ := language.Make(locale).Region()
	return region.String()
}
