package service_test

import (
	"testing"
	"time"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestAPersonComesBackFromTheTrashWithTheListsThatWentAlong(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		s.Clock.Tick = time.Millisecond // as real time goes on within a transaction
		kept := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben})
		s.Item(t, s.Maria, kept, fixture.Gift("Blocks", "10"))
		earlier := s.List(t, s.Maria, dto.ListInput{Name: "Thrown away before", TargetPersonID: s.Ben})
		for _, step := range []func() error{
			func() error { return s.Services.Lists.Delete(ctx, s.Maria, earlier, true) },
			func() error { return s.Services.People.Delete(ctx, s.Maria, s.Ben, true) },
			func() error { return s.Services.People.Restore(ctx, s.Maria, s.Ben) },
		} {
			if err := step(); err != nil {
				t.Fatal(err)
			}
		}
		if plan, err := s.Services.Items.Plan(ctx, s.Maria, kept); err != nil || len(plan.Groups) != 1 {
			t.Errorf("the list that went along: %+v %v", plan, err)
		}
		if _, err := s.Services.Lists.Get(ctx, s.Maria, earlier); err == nil {
			t.Error("a list that was deleted before came back too")
		}
	})
}

func TestTakingSomebodyWithABudgetOffAnOccasionSaysSoAndLosesNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		in := dto.OccasionInput{
			Name: "Christmas", Type: "christmas", Date: "2026-12-25", Recurrence: "yearly", Version: 1,
			PersonIDs: []string{s.LenaPerson, s.Ben}, Budgets: map[string]string{s.Ben: "77"},
		}
		update := func() error { return s.Services.Occasions.Update(ctx, s.Maria, s.Christmas, in) }
		if err := update(); err != nil {
			t.Fatal(err)
		}
		in.PersonIDs = []string{s.LenaPerson}
		for _, budgets := range []map[string]string{nil, {s.Ben: "77"}} {
			in.Budgets = budgets
			if err := update(); err == nil {
				t.Errorf("budgets %v: nobody was asked", budgets)
			}
		}
		o, err := s.Services.Occasions.Get(ctx, s.Maria, s.Christmas)
		if err != nil || len(o.People) != 2 || o.People[0].Budget == nil || o.People[0].Budget.Minor != 7700 {
			t.Errorf("after being asked: %+v %v", o.People, err)
		}
		in.Budgets = map[string]string{s.Ben: ""}
		if err := update(); err != nil {
			t.Errorf("with the budget emptied too: %v", err)
		}
	})
}

func TestAWishOnAListThatWasClosedLeavesNoCopyInSightWhenItsGiftIsDeleted(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		list := s.List(t, s.Tom, dto.ListInput{Name: "Wishes", Type: "gift", TargetPersonID: s.LenaPerson, Visibility: "family"})
		item := s.Item(t, s.Lena, list, fixture.Gift("Kite", "9"))
		standing, err := s.Store.Items.Standing(ctx, s.Lena, item)
		if err != nil {
			t.Fatal(err)
		}
		closed := dto.ListInput{Name: "Wishes", Type: "gift", TargetPersonID: s.LenaPerson, Visibility: "owner", Version: 1}
		if err := s.Services.Lists.Update(ctx, s.Tom, list, closed); err != nil {
			t.Fatal(err)
		}
		if err := s.Services.Gifts.Delete(ctx, s.Lena, standing.GiftID, true); err != nil {
			t.Fatal(err)
		}
		page, err := s.Services.Gifts.Index(ctx, s.Lena, dto.GiftQuery{})
		if err != nil || len(page.Items) != 0 {
			t.Errorf("what Lena threw away is there as a copy for a list that she does not see: %+v %v", page.Items, err)
		}
		if plan, err := s.Services.Items.Plan(ctx, s.Tom, list); err != nil || len(plan.Groups) != 1 {
			t.Errorf("what Tom plans with: %+v %v", plan.Groups, err)
		}
	})
}
