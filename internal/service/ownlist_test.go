package service_test

import (
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func wishList(t *testing.T, s *fixture.Stage) (list, wish string) {
	t.Helper()
	list = s.List(t, s.Lena, dto.ListInput{Name: "Lena’s wishes", Type: "wishlist", TargetPersonID: s.LenaPerson})
	return list, s.Item(t, s.Lena, list, fixture.Gift("Skates", "80"))
}

func TestATargetWhoDeletesTheirListLeavesThePlanToThoseWhoBuyFromIt(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		free, _ := wishList(t, s)
		held, wish := wishList(t, s)
		if _, err := s.Services.Items.SetStatus(ctx, s.Tom, wish, dto.StatusInput{Status: "buying"}); err != nil {
			t.Fatal(err)
		}
		for name, id := range map[string]string{"free": free, "held": held} {
			if err := s.Services.Lists.Delete(ctx, s.Lena, id, true); err != nil {
				t.Fatal(name, err)
			}
			if _, err := s.Services.Lists.Get(ctx, s.Lena, id); apperr.CodeOf(err) != apperr.NotFound {
				t.Errorf("%s: Lena still finds it: %v", name, err)
			}
			if err := s.Services.Lists.Restore(ctx, s.Lena, id); apperr.CodeOf(err) != apperr.NotFound {
				t.Errorf("%s: Lena brings it back: %v", name, err)
			}
		}
		plan, err := s.Services.Items.Plan(ctx, s.Tom, held)
		if err != nil || len(plan.Groups) != 1 || !plan.List.MayEdit {
			t.Errorf("Tom’s plan: %+v %v", plan, err)
		}
		if _, err := s.Services.Items.Plan(ctx, s.Tom, free); apperr.CodeOf(err) != apperr.NotFound {
			t.Errorf("the list that nobody bought from: %v", err)
		}
	})
}

func TestAWishStaysWhereItsTargetSeesItWhateverOthersPlan(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		list, wish := wishList(t, s)
		if _, err := s.Services.Items.Delete(ctx, s.Tom, wish); apperr.CodeOf(err) != apperr.Forbidden {
			t.Errorf("deleting it: %v", err)
		}
		if _, err := s.Services.Items.Archive(ctx, s.Tom, wish); apperr.CodeOf(err) != apperr.Forbidden {
			t.Errorf("archiving it: %v", err)
		}
		item, err := s.Services.Items.Update(ctx, s.Tom, wish, dto.ItemInput{Privacy: string(domain.PrivacyHidden), Quantity: "1"})
		if err != nil || item.Privacy != domain.PrivacyShared {
			t.Errorf("hiding it: %s %v", item.Privacy, err)
		}
		if _, err := s.Services.Items.SetStatus(ctx, s.Tom, wish, dto.StatusInput{Status: "dropped"}); err != nil {
			t.Error(err)
		}
		if mine, err := s.Services.Items.Wishes(ctx, s.Lena, list); err != nil || len(mine.Wishes) != 1 {
			t.Errorf("Lena’s wishes: %+v %v", mine, err)
		}
		in := dto.ListInput{Name: "Lena’s wishes", Type: "wishlist", TargetPersonID: s.LenaPerson, Visibility: "owner", Version: 1}
		if err := s.Services.Lists.Update(ctx, s.Lena, list, in); apperr.FieldsOf(err)["visibility"] == "" {
			t.Errorf("taking it from those who plan: %v", err)
		}
	})
}
