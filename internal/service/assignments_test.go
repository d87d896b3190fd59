package service_test

import (
	"fmt"
	"slices"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func assignedTitles(t *testing.T, w wishlist, v domain.Viewer, q dto.AssignmentQuery) []string {
	t.Helper()
	var all []string
	for {
		page, err := w.Services.Items.Assignments(t.Context(), v, q)
		ok(t, err)
		for _, a := range page.Items {
			all = append(all, a.Title)
		}
		if q.Cursor = page.Next; q.Cursor == "" {
			return all
		}
	}
}

func TestAssignmentsAreSortedFilteredPagedAndSummed(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := wishlist{Stage: fixture.Family(t, db), t: t}
		xmas := w.List(t, w.Maria, dto.ListInput{Name: "Xmas", TargetPersonID: w.Ben, OccasionID: w.Christmas})
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		wishes := w.List(t, w.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: w.LenaPerson})
		for i, g := range []struct{ list, shop, price, status string }{
			{open, "zoo.example", "10", "buying"},
			{xmas, "abc.example", "USD 5", "wrapped"},
			{xmas, "mid.example", "2,50", "ordered"},
			{wishes, "abc.example", "", "buying"},
			{xmas, "", "99", "gifted"},
		} {
			in := fixture.Gift(fmt.Sprint("g", i), g.price)
			in.Source = g.shop
			id := w.Item(t, w.Tom, g.list, in)
			w.moves(w.Tom, id, "delivered")
			w.moves(w.Tom, id, g.status)
		}
		for sort, want := range map[string][]string{
			"":         {"g1", "g2", "g0", "g3"},
			"occasion": {"g1", "g2", "g0", "g3"},
			"shop":     {"g1", "g3", "g2", "g0"},
			"status":   {"g0", "g3", "g2", "g1"},
			"title":    {"g0", "g1", "g2", "g3"},
		} {
			for _, limit := range []int{0, 1} {
				got := assignedTitles(t, w, w.Tom, dto.AssignmentQuery{Query: dto.Query{Sort: sort, Limit: limit}})
				if !slices.Equal(got, want) {
					t.Errorf("by %q, %d at once: %v, want %v", sort, limit, got, want)
				}
			}
		}
		for name, c := range map[string]struct {
			q    dto.AssignmentQuery
			want []string
		}{
			"status":   {dto.AssignmentQuery{Status: "gifted"}, []string{"g4"}},
			"occasion": {dto.AssignmentQuery{OccasionID: w.Christmas}, []string{"g1", "g2"}},
			"shop":     {dto.AssignmentQuery{Store: "abc.example"}, []string{"g1", "g3"}},
			"person":   {dto.AssignmentQuery{PersonID: w.LenaPerson}, []string{"g3"}},
			"junk":     {dto.AssignmentQuery{PersonID: "junk"}, nil},
		} {
			if got := assignedTitles(t, w, w.Tom, c.q); !slices.Equal(got, c.want) {
				t.Errorf("%s: %v, want %v", name, got, c.want)
			}
		}
		page, err := w.Services.Items.Assignments(t.Context(), w.Tom, dto.AssignmentQuery{Query: dto.Query{Limit: 1}})
		ok(t, err)
		if len(page.Sums) != 2 || page.Sums[0].Minor != 1250 || page.Sums[1].Minor != 500 {
			t.Errorf("sums %+v", page.Sums)
		}
		if got := assignedTitles(t, w, w.Maria, dto.AssignmentQuery{}); got != nil {
			t.Errorf("Maria has %v", got)
		}
		_, err = w.Services.Items.Assignments(t.Context(), w.Tom, dto.AssignmentQuery{Query: dto.Query{Cursor: "junk"}})
		refused(t, err, apperr.InvalidCursor)
	})
}

// Case 15.
func TestWhatABuyerWhoLeftHadInHandIsShownToTheAdminsAndKeepsItsStatus(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := wishlist{Stage: fixture.Family(t, db), t: t}
		id := w.Item(t, w.Maria, w.List(t, w.Maria, dto.ListInput{Name: "Ben", TargetPersonID: w.Ben}), fixture.Gift("Blocks", "10"))
		w.moves(w.Tom, id, "ordered")
		if got := assignedTitles(t, w, w.Maria, dto.AssignmentQuery{Buyer: "none"}); got != nil {
			t.Errorf("while Tom has it: %v", got)
		}
		ok(t, db.Write.Exec("DELETE FROM memberships WHERE user_id = ?", w.Tom.UserID).Error)
		d, err := w.Services.Dashboard.Show(t.Context(), w.Maria)
		if err != nil || len(d.Assignments) != 1 || !d.Assignments[0].NoBuyer || d.Assignments[0].Status != domain.StatusOrdered {
			t.Errorf("the dashboard: %+v %v", d.Assignments, err)
		}
		if got := assignedTitles(t, w, w.Maria, dto.AssignmentQuery{Buyer: "none"}); len(got) != 1 {
			t.Errorf("without buyer: %v", got)
		}
		_, err = w.Services.Items.Assignments(t.Context(), w.Lena, dto.AssignmentQuery{Buyer: "none"})
		refused(t, err, apperr.Forbidden)
		d, err = w.Services.Dashboard.Show(t.Context(), w.Lena)
		if err != nil || len(d.Assignments) != 0 {
			t.Errorf("Lena is no admin: %+v %v", d.Assignments, err)
		}
		_, err = w.Services.Items.TakeOver(t.Context(), w.Maria, id)
		ok(t, err)
		if d, err = w.Services.Dashboard.Show(t.Context(), w.Maria); err != nil || d.Assignments[0].NoBuyer {
			t.Errorf("taken over: %+v %v", d.Assignments, err)
		}
	})
}
