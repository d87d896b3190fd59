package service_test

import (
	"fmt"
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

// eachTwins is a stage with the same gift on two lists for Ben, and the same link as another gift on a third.
func eachTwins(t *testing.T, test func(t *testing.T, w wishlist, a, b, link string)) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		in := fixture.Gift("Blocks", "10")
		in.Link = "https://shop.example/blocks?utm_source=x"
		var ids []string
		for i := range 3 {
			list := s.List(t, s.Maria, dto.ListInput{Name: fmt.Sprint("Ben ", i), TargetPersonID: s.Ben, OccasionID: s.Christmas})
			if i == 1 {
				ids = append(ids, s.Item(t, s.Maria, list, dto.AddInput{ItemInput: dto.ItemInput{GiftID: w.planned(s.Maria, ids[0]).Gift.ID}}))
				continue
			}
			in.Title = fmt.Sprint("Blocks ", i)
			ids = append(ids, s.Item(t, s.Maria, list, in))
		}
		test(t, w, ids[0], ids[1], ids[2])
	})
}

// Case 14.
func TestAGiftOnTwoListsForOnePersonShowsThatItIsBoughtAndMovingItOnAsksFirst(t *testing.T) {
	t.Parallel()
	eachTwins(t, func(t *testing.T, w wishlist, a, b, link string) {
		ctx := t.Context()
		w.moves(w.Tom, a, "buying")
		for _, id := range []string{b, link} {
			it := w.planned(w.Maria, id)
			if it.Elsewhere == nil || it.Elsewhere.Sentence != "Tom is buying this (Ben 0)" || it.Elsewhere.Status != domain.StatusBuying {
				t.Errorf("%s: %+v", it.Gift.Title, it.Elsewhere)
			}
			plan, err := w.Services.Items.Plan(ctx, w.Maria, it.ListID)
			if err != nil || plan.Groups[0].Items[0].Elsewhere == nil {
				t.Errorf("on the list: %+v %v", plan.Groups, err)
			}
			for _, to := range []string{"buying", "wrapped", "gifted"} {
				_, err = w.Services.Items.SetStatus(ctx, w.Maria, id, dto.StatusInput{Status: to})
				refused(t, err, apperr.Unconfirmed)
				if !strings.Contains(err.Error(), "Tom is buying this (Ben 0).") {
					t.Error(err)
				}
			}
			w.moves(w.Maria, id, "shortlisted")
		}
		res, err := w.Services.Items.Bulk(ctx, w.Maria, dto.BulkInput{ItemIDs: []string{b, link}, Action: "status", Value: "buying"})
		if err != nil || len(res.Not) != 2 || !strings.Contains(res.Not[0].Why, "Tom is buying this (Ben 0)") {
			t.Errorf("bulk: %+v %v", res, err)
		}
		_, err = w.Services.Items.SetStatus(ctx, w.Maria, b, dto.StatusInput{Status: "buying", Sure: true})
		ok(t, err)
		w.moves(w.Maria, b, "ordered") // asked once
		if it := w.planned(w.Tom, a); it.Elsewhere == nil || it.Elsewhere.Buyer != "Maria" {
			t.Errorf("the first one shows %+v", it.Elsewhere)
		}
	})
}

func TestWhatWasGivenForTheSameOccasionSpeaksAgainstBuyingItAgainAndNothingElseDoes(t *testing.T) {
	t.Parallel()
	eachTwins(t, func(t *testing.T, w wishlist, a, b, link string) {
		w.moves(w.Tom, a, "buying")
		w.moves(w.Tom, a, "gifted")
		if it := w.planned(w.Maria, b); it.Elsewhere == nil || it.Elsewhere.Sentence != "Tom gave this already (Ben 0)" {
			t.Errorf("%+v", it.Elsewhere)
		}
		other := w.List(t, w.Maria, dto.ListInput{Name: "No occasion", TargetPersonID: w.Ben})
		moved, err := w.move(w.Maria, b, other, false)
		ok(t, err)
		lena := w.List(t, w.Maria, dto.ListInput{Name: "For Lena", TargetPersonID: w.LenaPerson})
		copied, err := w.move(w.Maria, link, lena, true)
		ok(t, err)
		for _, id := range []string{moved.ItemID, copied.ItemID} {
			if it := w.planned(w.Maria, id); it.Elsewhere != nil {
				t.Errorf("%s: %+v", it.ListID, it.Elsewhere)
			}
		}
		w.moves(w.Maria, moved.ItemID, "buying")
		w.moves(w.Maria, moved.ItemID, "dropped")
		w.moves(w.Maria, copied.ItemID, "ordered")
	})
}

func TestOnlyThoseWhoSeeBothListsAreToldThatTheGiftIsBought(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		private := s.List(t, s.Tom, dto.ListInput{Name: "Private", TargetPersonID: s.Ben, Visibility: "owner"})
		open := s.List(t, s.Tom, dto.ListInput{Name: "Open", TargetPersonID: s.Ben})
		a := s.Item(t, s.Tom, private, fixture.Gift("Blocks", ""))
		b := s.Item(t, s.Tom, open, dto.AddInput{ItemInput: dto.ItemInput{GiftID: w.planned(s.Tom, a).Gift.ID}})
		w.moves(s.Tom, a, "buying")
		if w.planned(s.Tom, b).Elsewhere == nil || w.planned(s.Maria, b).Elsewhere != nil {
			t.Error("who sees both is told, and nobody else")
		}
		w.moves(s.Maria, b, "buying")
	})
}

func TestOfTwoWhoBuyTheTwinsAtTheSameInstantOneIsAsked(t *testing.T) {
	t.Parallel()
	eachTwins(t, func(t *testing.T, w wishlist, a, b, link string) {
		errs := make([]error, 3)
		var all sync.WaitGroup
		for i, v := range []domain.Viewer{w.Tom, w.Maria, w.Lena} {
			all.Go(func() {
				_, errs[i] = w.Services.Items.SetStatus(t.Context(), v, []string{a, b, link}[i], dto.StatusInput{Status: "buying"})
			})
		}
		all.Wait()
		won := 0
		for _, err := range errs {
			switch {
			case err == nil:
				won++
			case apperr.CodeOf(err) != apperr.Unconfirmed:
				t.Error(err)
			}
		}
		if won != 1 {
			t.Errorf("%d won: %v", won, errs)
		}
	})
}

func TestAnUndoDoesNotTakeInHandWhatSomebodyBuysElsewhereByNow(t *testing.T) {
	t.Parallel()
	eachTwins(t, func(t *testing.T, w wishlist, a, b, _ string) {
		w.moves(w.Tom, a, "buying")
		w.moves(w.Tom, a, "idea")
		w.moves(w.Maria, b, "buying")
		res, err := w.Services.Undo.Last(t.Context(), w.Tom)
		if err != nil || len(res.Not) != 1 || !strings.Contains(res.Not[0].Why, "Maria is buying this") {
			t.Errorf("%+v %v", res, err)
		}
	})
}
