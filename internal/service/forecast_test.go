package service_test

import (
	"reflect"
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// budgeted gives Christmas and its two people budgets.
func budgeted(t *testing.T, s *fixture.Stage, total, ben, lena string) {
	t.Helper()
	form := occasionForm(t, s, s.Maria, s.Christmas)
	form.Budget, form.Budgets[s.Ben], form.Budgets[s.LenaPerson] = total, ben, lena
	ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, form))
}

// read is an amount as it is read, where no-break spaces are spaces.
func read(m dto.Money) string { return strings.ReplaceAll(m.Text, "\u00a0", " ") }

func TestAForecastCountsWhatIsCommittedAndTheGiftThatIsBeingAdded(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		budgeted(t, s, "1000", "200", "")
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		s.Item(t, s.Maria, list, fixture.Gift("An idea only", "70"))
		wishlist{Stage: s, t: t}.moves(s.Maria, s.Item(t, s.Maria, list, fixture.Gift("Blocks", "100")), "buying")
		add := func(price, currency, quantity, planned string) dto.AddInput {
			return dto.AddInput{
				GiftInput: dto.GiftInput{Price: price, Currency: currency}, ItemInput: dto.ItemInput{Quantity: quantity, PlannedPrice: planned},
			}
		}
		for _, test := range []struct {
			in               dto.AddInput
			comes, percent   string
			level            dto.Level
			priced           bool
			foreign, because string
		}{
			{add("110", "EUR", "", ""), "210,00 €", "105 %", dto.LevelExceeded, true, "", "the gift’s price"},
			{add("20", "EUR", "2", ""), "140,00 €", "70 %", dto.LevelNone, true, "", "the quantity"},
			{add("500", "EUR", "1", "50"), "150,00 €", "75 %", dto.LevelApproaching, true, "", "the planned price before the gift’s"},
			{add("80", "", "1", ""), "180,00 €", "90 %", dto.LevelNear, true, "", "the home currency where none is chosen"},
			{add("", "EUR", "", ""), "100,00 €", "50 %", dto.LevelNone, false, "", "as it stands"},
			{add("dear", "EUR", "", ""), "100,00 €", "50 %", dto.LevelNone, false, "", "what is no price"},
			{add("110", "EUR", "many", ""), "100,00 €", "50 %", dto.LevelNone, false, "", "what is no number"},
			{add("110", "USD", "", ""), "100,00 €", "50 %", dto.LevelNone, false, "USD", "another currency is never mixed in"},
		} {
			f, err := s.Services.Items.Forecast(t.Context(), s.Tom, list, test.in)
			ok(t, err)
			if len(f.Budgets) != 2 || f.Budgets[0].Of != "Ben" || f.Budgets[1].Of != "Christmas" {
				t.Fatalf("%s: %+v", test.because, f)
			}
			b := f.Budgets[0]
			if read(b.Comes) != test.comes || strings.ReplaceAll(b.Percent, "\u00a0", " ") != test.percent || b.Level != test.level || f.Priced != test.priced || f.Foreign != test.foreign {
				t.Errorf("%s: %+v", test.because, f)
			}
			if f.Budgets[1].Comes != b.Comes || f.Budgets[1].Budget.Minor != 100_000 {
				t.Errorf("%s, for all: %+v", test.because, f.Budgets[1])
			}
		}
	})
}

func TestAForecastOfAChangedItemPutsItsNewPriceInPlaceOfTheOldOne(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		budgeted(t, s, "", "200", "")
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		w.moves(s.Maria, s.Item(t, s.Maria, list, fixture.Gift("Blocks", "100")), "buying")
		id := s.Item(t, s.Maria, list, fixture.Gift("Kite", "50"))
		comes := func(in dto.ItemInput) string {
			t.Helper()
			f, err := s.Services.Items.ForecastOf(t.Context(), s.Maria, id, in)
			ok(t, err)
			return read(f.Budgets[0].Comes)
		}
		if got := comes(dto.ItemInput{}); got != "150,00 €" {
			t.Errorf("as it is: %s", got)
		}
		if got := comes(dto.ItemInput{PlannedPrice: "60", Quantity: "2"}); got != "220,00 €" {
			t.Errorf("two at 60: %s", got)
		}
		w.moves(s.Maria, id, "ordered")
		if got := comes(dto.ItemInput{PlannedPrice: "60"}); got != "160,00 €" {
			t.Errorf("in place of the 50 that it is ordered for: %s", got)
		}
	})
}

// Lena learns nothing of what is planned for her, by whatever list she asks.
func TestAForecastCountsNothingThatIsHiddenAndSaysNothingOfOnesOwn(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		budgeted(t, s, "500", "200", "300")
		wishes := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas})
		ben := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		secret := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas, Visibility: "hidden_from_target"})
		alone := s.List(t, s.Tom, dto.ListInput{Name: "Tom’s own thoughts", TargetPersonID: s.Ben, OccasionID: s.Christmas, Visibility: "owner"})
		asked := func(v domain.Viewer, list string) dto.Forecast {
			t.Helper()
			f, err := s.Services.Items.Forecast(t.Context(), v, list, fixture.Gift("Sled", "10"))
			ok(t, err)
			return f
		}
		lena, maria := asked(s.Lena, ben), asked(s.Maria, ben)
		for list, gift := range map[string]dto.AddInput{secret: fixture.Gift("Pony", "400"), wishes: fixture.Gift("Helmet", "40"), alone: fixture.Gift("Drums", "50")} {
			wishlist{Stage: s, t: t}.moves(s.Tom, s.Item(t, s.Tom, list, gift), "ordered")
		}
		if again := asked(s.Lena, ben); !reflect.DeepEqual(again, lena) {
			t.Errorf("Lena gets %+v, before it was %+v", again, lena)
		}
		if own := asked(s.Lena, wishes); len(own.Budgets) > 0 || own.Priced {
			t.Errorf("of her own wishes: %+v", own)
		}
		if _, err := s.Services.Items.Forecast(t.Context(), s.Lena, secret, fixture.Gift("Sled", "10")); apperr.CodeOf(err) != apperr.NotFound {
			t.Errorf("of a list that she does not see: %v", err)
		}
		if _, err := s.Services.Items.Forecast(t.Context(), s.Gast, ben, fixture.Gift("Sled", "10")); apperr.CodeOf(err) != apperr.Forbidden {
			t.Errorf("a guest: %v", err)
		}
		now := asked(s.Maria, ben)
		if now.Budgets[0].Comes != maria.Budgets[0].Comes || read(now.Budgets[1].Comes) != "450,00 €" {
			t.Errorf("Maria sees what is for Lena, but not Tom’s own list: %+v", now)
		}
	})
}
