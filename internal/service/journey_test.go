package service_test

import (
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestAGiftGoesFromIdeaToWrappedAndItsFirstMoverIsItsBuyer(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		id := s.Item(t, s.Maria, list, fixture.Gift("Wooden blocks", "24,90"))
		version := int64(1)
		for _, to := range []domain.Status{domain.StatusBuying, domain.StatusOrdered, domain.StatusWrapped} {
			item, err := s.Services.Items.SetStatus(t.Context(), s.Tom, id, dto.StatusInput{Status: string(to), Version: version})
			if err != nil {
				t.Fatal(err)
			}
			if item.Status != to || item.Buyer == nil || item.Buyer.Name != "Tom" || item.Version != version+1 {
				t.Fatalf("after %s: %+v", to, item)
			}
			version = item.Version
		}
		plan, err := s.Services.Items.Plan(t.Context(), s.Maria, list)
		if err != nil {
			t.Fatal(err)
		}
		if len(plan.Groups) != 1 || plan.Groups[0].Status != domain.StatusWrapped || plan.Summary.Sums.Committed[0].Minor != 2490 {
			t.Fatalf("plan: %+v", plan)
		}
		page, err := s.Services.Items.Page(t.Context(), s.Maria, id)
		if err != nil || len(page.History) != 3 || page.History[2].Actor != "Tom" {
			t.Fatalf("history: %+v %v", page.History, err)
		}
	})
}

func TestAStaleStatusChangeChangesNothingAndNamesWhoWasFirst(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben})
		id := s.Item(t, s.Maria, list, fixture.Gift("Blocks", ""))
		_, err := s.Services.Items.SetStatus(t.Context(), s.Tom, id, dto.StatusInput{Status: "shortlisted", Version: 1})
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Services.Items.SetStatus(t.Context(), s.Maria, id, dto.StatusInput{Status: "buying", Version: 1})
		if apperr.CodeOf(err) != apperr.Conflict || !strings.Contains(err.Error(), "Updated just now by Tom") {
			t.Fatalf("got %v", err)
		}
		page, err := s.Services.Items.Page(t.Context(), s.Maria, id)
		if err != nil || page.Item.Status != domain.StatusShortlisted || page.Item.Buyer != nil || len(page.History) != 1 {
			t.Fatalf("after: %+v %v", page, err)
		}
	})
}

func TestDashboardTellsOfTheNextOccasion(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		id := s.Item(t, s.Maria, list, fixture.Gift("Blocks", "10"))
		if _, err := s.Services.Items.SetStatus(t.Context(), s.Tom, id, dto.StatusInput{Status: "buying"}); err != nil {
			t.Fatal(err)
		}
		d, err := s.Services.Dashboard.Show(t.Context(), s.Tom)
		if err != nil {
			t.Fatal(err)
		}
		if d.Primary == nil || d.Primary.Days != 32 || d.Covered != 1 || d.Total != 2 || d.Needing[0].Person.Name != "Lena" ||
			len(d.Assignments) != 1 || !d.Start.Done() || len(d.Activity) == 0 {
			t.Fatalf("%+v", d)
		}
	})
}
