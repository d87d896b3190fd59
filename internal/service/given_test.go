package service_test

import (
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// Case 27.
func TestAGiftRecordedAfterwardsKeepsTheDayThatWasTyped(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		give := func(day string) (dto.Item, error) {
			id := s.Item(t, s.Maria, list, fixture.Gift("Blocks "+day, "5"))
			return s.Services.Items.SetStatus(t.Context(), s.Maria, id, dto.StatusInput{Status: "gifted", GiftedOn: day})
		}
		for typed, want := range map[string]string{"": "2026-11-23", "2024-12-25": "2024-12-25", "2026-11-23": "2026-11-23"} {
			if it, err := give(typed); err != nil || it.GiftedOn.String() != want {
				t.Errorf("%q was given on %s: %v", typed, it.GiftedOn, err)
			}
		}
		for _, typed := range []string{"2026-11-24", "2025-02-29", "yesterday", "0001-01-01"} {
			if _, err := give(typed); apperr.FieldsOf(err)["gifted_on"] == "" {
				t.Errorf("%q: %v", typed, err)
			}
		}
		id := s.Item(t, s.Maria, list, fixture.Gift("Ball", "5"))
		it, err := s.Services.Items.SetStatus(t.Context(), s.Maria, id, dto.StatusInput{Status: "ordered", GiftedOn: "2024-12-25"})
		if err != nil || !it.GiftedOn.IsZero() {
			t.Errorf("an ordered gift is given on %s: %v", it.GiftedOn, err)
		}
	})
}
