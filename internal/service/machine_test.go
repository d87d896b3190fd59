package service_test

import (
	"strings"
	"sync"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func eachItem(t *testing.T, test func(t *testing.T, w wishlist, id string)) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})
		test(t, wishlist{Stage: s, t: t}, s.Item(t, s.Maria, list, fixture.Gift("Blocks", "10")))
	})
}

// Case 12.
func TestAMisclickIsUndoneByWhoMadeItAndTheHistoryKeepsBoth(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		w.moves(w.Tom, id, "buying")
		w.moves(w.Tom, id, "gifted")
		it, err := w.Services.Items.Undo(t.Context(), w.Tom, id)
		ok(t, err)
		if it.Status != domain.StatusBuying || !it.Mine || !it.GiftedOn.IsZero() {
			t.Fatalf("undone to %+v", it)
		}
		page, err := w.Services.Items.Page(t.Context(), w.Maria, id)
		if err != nil || len(page.History) != 3 || page.History[0].To != domain.StatusBuying {
			t.Fatalf("history %+v %v", page.History, err)
		}
		_, err = w.Services.Items.Undo(t.Context(), w.Tom, id)
		refused(t, err, apperr.Conflict)
	})
}

func TestUndoGivesBuyerAndDayBack(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		w.moves(w.Tom, id, "buying")
		w.moves(w.Tom, id, "gifted")
		on := w.planned(w.Tom, id).GiftedOn
		w.moves(w.Tom, id, "wrapped")
		it, err := w.Services.Items.Undo(t.Context(), w.Tom, id)
		if err != nil || it.Status != domain.StatusGifted || it.GiftedOn != on || on.IsZero() || !it.Mine {
			t.Fatalf("%+v %v", it, err)
		}
	})
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		w.moves(w.Tom, id, "buying")
		w.moves(w.Tom, id, "idea")
		if it := w.planned(w.Tom, id); it.Buyer != nil {
			t.Fatalf("an idea again, and still %+v’s", it.Buyer)
		}
		it, err := w.Services.Items.Undo(t.Context(), w.Tom, id)
		if err != nil || it.Status != domain.StatusBuying || !it.Mine {
			t.Fatalf("%+v %v", it, err)
		}
	})
}

func TestNobodyUndoesWhatSomebodyElseDidOrTouchedSince(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		w.moves(w.Tom, id, "shortlisted")
		_, err := w.Services.Items.Undo(t.Context(), w.Maria, id)
		refused(t, err, apperr.Conflict)
		_, err = w.Services.Items.Assign(t.Context(), w.Maria, id, dto.AssignInput{UserID: w.Maria.UserID})
		ok(t, err)
		_, err = w.Services.Items.Undo(t.Context(), w.Tom, id)
		refused(t, err, apperr.Conflict)
		if it := w.planned(w.Tom, id); it.Status != domain.StatusShortlisted || it.Buyer.Name != "Maria" {
			t.Fatalf("%+v", it)
		}
	})
}

func TestWhatSomebodyHasInHandIsTakenOverAndNotTakenAway(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		ctx, items := t.Context(), w.Services.Items
		w.moves(w.Lena, id, "buying")
		_, err := items.SetStatus(ctx, w.Tom, id, dto.StatusInput{Status: "idea"})
		refused(t, err, apperr.Forbidden)
		if !strings.Contains(err.Error(), "Lena has this in hand") {
			t.Fatal(err)
		}
		_, err = items.Assign(ctx, w.Tom, id, dto.AssignInput{UserID: w.Tom.UserID})
		refused(t, err, apperr.Forbidden)
		_, err = items.Delete(ctx, w.Tom, id)
		refused(t, err, apperr.Forbidden)
		it, err := items.TakeOver(ctx, w.Tom, id)
		if err != nil || !it.Mine || it.Status != domain.StatusBuying {
			t.Fatalf("%+v %v", it, err)
		}
		_, err = items.TakeOver(ctx, w.Tom, id)
		refused(t, err, apperr.Invalid)
		_, err = items.Assign(ctx, w.Maria, id, dto.AssignInput{UserID: w.Gast.UserID})
		refused(t, err, apperr.Invalid)
		w.moves(w.Maria, id, "ordered") // an admin
	})
}

func TestTheTargetCannotBeTheBuyer(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		_, err := w.Services.Items.Assign(t.Context(), w.Tom, w.wish, dto.AssignInput{UserID: w.Lena.UserID})
		refused(t, err, apperr.Invalid)
		plan, err := w.Services.Items.Plan(t.Context(), w.Tom, w.list)
		ok(t, err)
		for _, m := range plan.Members {
			if m.Name == "Lena" || m.Name == "Gast" {
				t.Errorf("%s is offered as a buyer", m.Name)
			}
		}
	})
}

func TestGiftedOnIsTheOccasionsDayWhenItHasComeAndTodayOtherwise(t *testing.T) {
	t.Parallel()
	// The stage's today is 23 November 2026.
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		for name, test := range map[string]struct{ date, recurrence, want string }{
			"no occasion":                    {"", "", "2026-11-23"},
			"past, once":                     {"2026-10-01", "none", "2026-10-01"},
			"today":                          {"2026-11-23", "none", "2026-11-23"},
			"to come":                        {"2026-12-24", "none", "2026-11-23"},
			"yearly, two days ago":           {"2020-11-21", "yearly", "2026-11-21"},
			"yearly, a month before the day": {"2020-12-24", "yearly", "2026-11-23"},
			"yearly, today":                  {"2020-11-23", "yearly", "2026-11-23"},
		} {
			in := dto.ListInput{Name: name, TargetPersonID: s.Ben}
			if test.date != "" {
				id, err := s.Services.Occasions.Create(t.Context(), s.Maria, dto.OccasionInput{Name: name, Date: test.date, Recurrence: test.recurrence})
				ok(t, err)
				in.OccasionID = id
			}
			id := s.Item(t, s.Maria, s.List(t, s.Maria, in), fixture.Gift("Blocks", "10"))
			w.moves(s.Tom, id, "gifted")
			if on := w.planned(s.Tom, id).GiftedOn; on.String() != test.want {
				t.Errorf("%s: gifted on %s, want %s", name, on, test.want)
			}
			w.moves(s.Tom, id, "wrapped")
			if on := w.planned(s.Tom, id).GiftedOn; !on.IsZero() {
				t.Errorf("%s: wrapped again, and gifted on %s", name, on)
			}
		}
	})
}

// Case 11.
func TestOfTwentyWhoPressBuyingAtOnceOneWinsAndNineteenAreToldWho(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		var crowd []domain.Viewer
		for i := range 20 {
			crowd = append(crowd, w.Join(t, w.Home, "Buyer-"+string(rune('A'+i)), domain.RoleMember))
		}
		errs := make([]error, len(crowd))
		var all sync.WaitGroup
		for i, v := range crowd {
			all.Go(func() {
				_, errs[i] = w.Services.Items.SetStatus(t.Context(), v, id, dto.StatusInput{Status: "buying", Version: int64(i % 2)})
			})
		}
		all.Wait()
		winner := w.planned(w.Maria, id).Buyer.Name
		won := 0
		for i, err := range errs {
			switch {
			case err == nil:
				won++
			case apperr.CodeOf(err) != apperr.Conflict && apperr.CodeOf(err) != apperr.Forbidden, !strings.Contains(err.Error(), winner):
				t.Errorf("buyer %d is told %v, not that %s was first", i, err, winner)
			}
		}
		if won != 1 {
			t.Errorf("%d won", won)
		}
		if page, err := w.Services.Items.Page(t.Context(), w.Maria, id); err != nil || len(page.History) != 1 {
			t.Errorf("history %+v %v", page.History, err)
		}
	})
}
