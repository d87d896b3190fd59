package service_test

import (
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// Case 24.
func TestBudgetMetersCompareWhatIsCommitted(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		id := s.Item(t, s.Maria, list, fixture.Gift("Blocks", "0"))
		w.moves(s.Maria, id, "buying")
		for _, test := range []struct {
			budget, price, percent string
			level                  dto.Level
		}{
			{"200", "", "0 %", dto.LevelNone},
			{"200", "75,50", "37.75 %", dto.LevelNone},
			{"200", "50", "25 %", dto.LevelNone},
			{"200", "149,99", "75 %", dto.LevelNone},
			{"200", "150", "75 %", dto.LevelApproaching},
			{"200", "180", "90 %", dto.LevelNear},
			{"200", "200", "100 %", dto.LevelExceeded},
			{"200", "210", "105 %", dto.LevelExceeded},
			{"250", "210", "84 %", dto.LevelApproaching},
			{"0", "", "", dto.LevelNone},
			{"0", "0,01", "", dto.LevelExceeded},
		} {
			it := w.planned(s.Maria, id).Form()
			it.ActualPrice = test.price
			_, err := s.Services.Items.Update(t.Context(), s.Maria, id, it)
			ok(t, err)
			o, err := s.Services.Occasions.Get(t.Context(), s.Maria, s.Christmas)
			ok(t, err)
			form := o.Form()
			form.Budget, form.Budgets[s.Ben] = "1000", test.budget
			ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, form))
			page, err := s.Services.Occasions.Page(t.Context(), s.Maria, s.Christmas)
			ok(t, err)
			m := page.Occasion.People[0].Meter
			if m.Percent != test.percent || m.Level != test.level || page.Meter.Budget.Minor != 100_000 {
				t.Errorf("%s of %s: %q %s", test.price, test.budget, m.Percent, m.Level)
			}
			if page.Occasion.People[1].Meter != nil {
				t.Error("a meter without a budget")
			}
		}
	})
}

func TestANegativeBudgetIsRefused(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		_, err := s.Services.Occasions.Create(t.Context(), s.Maria, dto.OccasionInput{Name: "x", Date: "2027-01-01", Budget: "-1"})
		if apperr.FieldsOf(err)["budget"] == "" {
			t.Fatalf("got %v", err)
		}
	})
}

// Case 13, and what counts where.
func TestListsAndOccasionsAgreeOnWhatIsPlannedCommittedAndSpent(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		add := func(status, title, gift, currency, planned, actual, quantity string) {
			id := s.Item(t, s.Maria, list, dto.AddInput{
				GiftInput: dto.GiftInput{Title: title, Price: gift, Currency: currency},
				ItemInput: dto.ItemInput{PlannedPrice: planned, ActualPrice: actual, Quantity: quantity},
			})
			if status != "idea" {
				w.moves(s.Maria, id, status)
			}
		}
		expect := func(what string, planned, committed, spent int64) {
			t.Helper()
			plan, err := s.Services.Items.Plan(t.Context(), s.Maria, list)
			ok(t, err)
			page, err := s.Services.Occasions.Page(t.Context(), s.Maria, s.Christmas)
			ok(t, err)
			for _, sums := range []dto.Sums{plan.Summary.Sums, page.Sums, page.Lists[0].Plan.Sums} {
				if euros(sums.Planned) != planned || euros(sums.Committed) != committed || euros(sums.Spent) != spent {
					t.Errorf("%s: %+v", what, sums)
				}
			}
		}
		add("idea", "three", "20", "", "12,50", "", "3")
		expect("planned, times quantity", 3750, 0, 0)
		add("idea", "paid already", "", "", "12,50", "11,99", "3")
		expect("an idea that is paid is spent", 3750+3597, 0, 3597)
		add("ordered", "the gift’s price", "5", "", "", "", "2")
		expect("committed", 7347, 1000, 3597)
		add("gifted", "given", "7", "", "", "", "")
		expect("gifted stays in spent", 7347, 1700, 4297)
		add("dropped", "not now", "100", "", "90", "80", "")
		expect("dropped counts nowhere", 7347, 1700, 4297)
		add("buying", "from Japan", "3000", "JPY", "", "", "")
		expect("other currencies are not mixed in", 7347, 1700, 4297)
		plan, err := s.Services.Items.Plan(t.Context(), s.Maria, list)
		ok(t, err)
		if c := plan.Summary.Sums.Committed; len(c) != 2 || c[1].Currency != "JPY" || c[1].Minor != 3000 {
			t.Errorf("two sums: %+v", c)
		}
	})
}

func euros(all []dto.Money) int64 {
	for _, m := range all {
		if m.Currency == "EUR" {
			return m.Minor
		}
	}
	return 0
}
