package service_test

import (
	"fmt"
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
			{"200", "75,50", "37,75 %", dto.LevelNone},
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

// Case 24.
func TestABudgetsMeterFollowsWhatIsCommittedAndTheBudgetItself(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		other := s.List(t, s.Tom, dto.ListInput{Name: "Ben too", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		budget := func(total string) {
			in := occasionForm(t, s, s.Maria, s.Christmas)
			in.Budget = total
			ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in))
		}
		buy := func(list, title, price, quantity string) string {
			in := fixture.Gift(title, price)
			in.Quantity = quantity
			id := s.Item(t, s.Maria, list, in)
			w.moves(s.Maria, id, "buying")
			return id
		}
		expect := func(what, percent string, level dto.Level, committed int64) {
			t.Helper()
			m := occasionPage(t, s, s.Maria, s.Christmas).Meter
			d, err := s.Services.Dashboard.Show(t.Context(), s.Maria)
			ok(t, err)
			if m == nil || m.Percent != percent || m.Level != level || m.Committed.Minor != committed || *d.Meter != *m {
				t.Errorf("%s: %+v, on the first page %+v", what, m, d.Meter)
			}
		}
		if m := occasionPage(t, s, s.Maria, s.Christmas).Meter; m != nil {
			t.Errorf("no budget, no bar: %+v", m)
		}
		budget("200")
		expect("nothing yet", "0 %", dto.LevelNone, 0)
		first := buy(list, "Ball", "25", "2")
		expect("0 → 50, times quantity", "25 %", dto.LevelNone, 5000)
		buy(list, "Kite", "25,50", "1")
		expect("75.50", "37,75 %", dto.LevelNone, 7550)
		blocks := buy(list, "Blocks", "74,50", "1")
		expect("150", "75 %", dto.LevelApproaching, 15000)
		gift := w.planned(s.Maria, blocks).Gift.ID
		again, err := s.Services.Items.Add(t.Context(), s.Tom, other, dto.AddInput{ItemInput: dto.ItemInput{GiftID: gift}})
		ok(t, err)
		expect("the same gift on a second list is only an idea there", "75 %", dto.LevelApproaching, 15000)
		w.moves(s.Tom, again, "dropped")
		expect("dropped counts nowhere", "75 %", dto.LevelApproaching, 15000)
		buy(list, "Drum", "30", "1")
		expect("180", "90 %", dto.LevelNear, 18000)
		in := fixture.Gift("From Japan", "3000")
		in.Currency = "JPY"
		yen := s.Item(t, s.Maria, list, in)
		w.moves(s.Maria, yen, "buying")
		expect("another currency is not mixed in", "90 %", dto.LevelNear, 18000)
		buy(list, "Top", "30", "1")
		expect("210", "105 %", dto.LevelExceeded, 21000)
		budget("250")
		expect("raised to 250", "84 %", dto.LevelApproaching, 21000)
		w.moves(s.Maria, first, "gifted")
		expect("given stays committed", "84 %", dto.LevelApproaching, 21000)
		budget("0")
		expect("zero is over at once", "", dto.LevelExceeded, 21000)
		for _, typed := range []string{"-1", "abc", "1 USD"} {
			in := occasionForm(t, s, s.Maria, s.Christmas)
			in.Budget, in.Budgets[s.Ben] = typed, typed
			f := apperr.FieldsOf(s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in))
			if f["budget"] == "" || f["person_budget_"+s.Ben] == "" {
				t.Errorf("%q: %v", typed, f)
			}
		}
	})
}

// Case 13.
func TestSumsKeepTheDecimalsOfTheirCurrencyAndStayApart(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		for _, test := range []struct{ currency, price string }{{"EUR", "12,50"}, {"JPY", "1200"}, {"KWD", "1,234"}} {
			in := fixture.Gift("in "+test.currency, test.price)
			in.Currency, in.Quantity = test.currency, "3"
			w.moves(s.Maria, s.Item(t, s.Maria, list, in), "ordered")
		}
		plan, err := s.Services.Items.Plan(t.Context(), s.Maria, list)
		ok(t, err)
		page := occasionPage(t, s, s.Maria, s.Christmas)
		for _, sums := range []dto.Sums{plan.Summary.Sums, page.Sums, page.Lists[0].Plan.Sums} {
			got := ""
			for _, m := range sums.Committed {
				got += fmt.Sprintf("%s %d %s; ", m.Currency, m.Minor, m.Input)
			}
			if got != "EUR 3750 37,50; JPY 3600 3600; KWD 3702 3,702; " {
				t.Errorf("%s", got)
			}
		}
	})
}
