package repository_test

import (
	"slices"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/repository"
)

// change is one page in how many between which rows come and go.
const change = 10

func TestTenThousandRowsArePagedOnceEachInOrderWhileOthersComeAndGo(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		s.Fill(t, fixture.Crowd{People: 10_000, Occasions: 10_000, Lists: 10_000, Gifts: 10_000})
		for _, l := range listings(t.Context(), s) {
			for _, sort := range l.sorts {
				t.Run(l.name+" by "+sort, func(t *testing.T) { pageThere(t, s, l, sort) })
			}
		}
	})
}

// pageThere reads the whole listing forward and then back. In between rows go, the one that the cursor stands on among
// them, and others come. What is there from the first to the last is seen once each way, in one order.
func pageThere(t *testing.T, s *fixture.Stage, l listing, sort string) {
	gone := map[string]bool{}
	walk := func(cursor string, back bool) (seen []string, end string) {
		for n := 0; n == 0 || cursor != ""; n++ {
			ids, next, prev, err := l.page(repository.PageQuery{Sort: sort, Limit: 200, Cursor: cursor})
			if err != nil {
				t.Fatal(err)
			}
			end = prev
			cursor = next
			if back {
				slices.Reverse(ids)
				cursor = prev
			}
			seen = append(seen, ids...)
			if n%change == 1 && len(ids) > 0 {
				last := ids[len(ids)-1]
				gone[last] = true
				inTx(t, s, func(tx *repository.Store) error {
					if err := l.trash(tx, last); err != nil {
						return err
					}
					return l.add(tx, n)
				})
			}
		}
		return seen, end
	}
	forward, end := walk("", false)
	backward, _ := walk(end, true)
	slices.Reverse(backward)
	if len(forward) < 3_000 { // of the gifts, those that the viewer made
		t.Fatalf("%d rows forward", len(forward))
	}
	there := map[string]bool{}
	for _, id := range forward {
		if there[id] {
			t.Fatalf("%s was shown twice", id)
		}
		there[id] = true
	}
	// The last page is where the way back starts; rows that came on the way are not on both ways.
	known := func(ids []string) []string {
		return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return gone[id] || !there[id] })
	}
	back, all := known(backward), known(forward)
	if !slices.Equal(back, all[:min(len(back), len(all))]) || len(all)-len(back) > 200 {
		t.Errorf("%d rows forward, %d back, in another order or with gaps", len(all), len(back))
	}
}
