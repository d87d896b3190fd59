package service_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func (w wishlist) move(v domain.Viewer, id, list string, isCopy bool) (dto.Moved, error) {
	w.t.Helper()
	return w.Services.Items.Move(w.t.Context(), v, id, dto.MoveInput{ListID: list, Copy: isCopy})
}

// Case 17.
func TestAMoveKeepsWhatIsPlannedAndACopyOnlyTheGift(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		in := w.planned(w.Tom, id).Form()
		in.Quantity, in.Priority, in.PlannedPrice, in.ActualPrice, in.Notes = "3", "must", "12,50", "11,99", "blue"
		_, err := w.Services.Items.Update(t.Context(), w.Tom, id, in)
		ok(t, err)
		w.moves(w.Tom, id, "ordered")
		other := w.List(t, w.Maria, dto.ListInput{Name: "Ben’s birthday", TargetPersonID: w.Ben})
		third := w.List(t, w.Maria, dto.ListInput{Name: "Third", TargetPersonID: w.Ben})

		moved, err := w.move(w.Tom, id, other, false)
		ok(t, err)
		it := w.planned(w.Maria, id)
		if moved.ItemID != id || moved.List.Name != "Ben’s birthday" || it.ListID != other || it.Status != domain.StatusOrdered ||
			it.Buyer.Name != "Tom" || it.Actual.Minor != 1199 || it.Notes != "blue" || it.Quantity != 3 {
			t.Errorf("moved as %+v", it)
		}
		if page, err := w.Services.Items.Page(t.Context(), w.Maria, id); err != nil || len(page.History) != 1 {
			t.Errorf("history %+v %v", page.History, err)
		}
		copied, err := w.move(w.Tom, id, third, true)
		ok(t, err)
		it = w.planned(w.Maria, copied.ItemID)
		if it.Status != domain.StatusIdea || it.Buyer != nil || it.Actual != nil || it.Notes != "" || it.Quantity != 3 ||
			it.Priority != domain.PriorityMust || it.Planned.Minor != 1250 {
			t.Errorf("copied as %+v", it)
		}
		for _, isCopy := range []bool{true, false} {
			_, err = w.move(w.Tom, id, third, isCopy)
			refused(t, err, apperr.Conflict)
			if !strings.Contains(err.Error(), "“Blocks” is on this list already.") {
				t.Error(err)
			}
		}
		if w.planned(w.Tom, id).ListID != other || w.planned(w.Tom, copied.ItemID).Status != domain.StatusIdea {
			t.Error("something was lost")
		}
		_, err = w.move(w.Tom, id, other, false)
		refused(t, err, apperr.Conflict)
		_, err = w.Services.Undo.Last(t.Context(), w.Tom) // the copy
		ok(t, err)
		_, err = w.Services.Items.Page(t.Context(), w.Tom, copied.ItemID)
		refused(t, err, apperr.NotFound)
		_, err = w.Services.Items.Undo(t.Context(), w.Tom, id)
		ok(t, err)
		if it := w.planned(w.Tom, id); it.ListID == other || it.Status != domain.StatusOrdered {
			t.Errorf("back as %+v", it)
		}
	})
}

func TestWhatAnotherHasInHandAndAWishAreNotMovedAway(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		ben := w.List(t, w.Maria, dto.ListInput{Name: "Ben", TargetPersonID: w.Ben})
		id := w.Item(t, w.Maria, ben, fixture.Gift("Blocks", "10"))
		w.moves(w.Maria, id, "buying")
		_, err := w.move(w.Tom, id, open, false)
		refused(t, err, apperr.Forbidden)
		_, err = w.move(w.Tom, w.wish, open, false)
		refused(t, err, apperr.Forbidden)
		_, err = w.move(w.Tom, w.wish, open, true)
		ok(t, err)
		_, err = w.move(w.Gast, id, open, true)
		refused(t, err, apperr.Forbidden)

		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		for _, isCopy := range []bool{true, false} {
			_, hidden := w.move(w.Lena, w.wish, secret, isCopy)
			_, never := w.move(w.Lena, w.wish, uuid.NewString(), isCopy)
			if sentenceOf(hidden) != sentenceOf(never) || apperr.CodeOf(hidden) != apperr.NotFound {
				t.Errorf("to a hidden list: %v; to none: %v", hidden, never)
			}
		}
	})
}

// Case 17, for the target: in both worlds the answers are the same.
func TestATargetWhoMovesTheirWishesNoticesNothingAndNobodyLosesAPlan(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		with := movedWishes(t, db, "with.example", true)
		without := movedWishes(t, db, "without.example", false)
		compare(t, with, without)
	})
}

// movedWishes plays what Lena does to her wishes, with and without what Tom plans, and returns what she was told.
func movedWishes(t *testing.T, db *database.DB, host string, plans bool) []string {
	s := fixture.FamilyAt(t, db, host)
	world := &world{Stage: s, t: t, target: "Lena", person: s.LenaPerson, ids: map[string]string{}}
	w := wishlist{Stage: s, t: t}
	list := func(name, visibility string) string {
		id := s.List(t, s.Lena, dto.ListInput{Name: name, TargetPersonID: s.LenaPerson, Visibility: visibility})
		world.named(name, id)
		return id
	}
	first, second, private := list("first", "family"), list("second", "family"), list("private", "owner")
	ben := s.List(t, s.Maria, dto.ListInput{Name: "ben", TargetPersonID: s.Ben})
	world.named("ben", ben)
	var wishes []string
	for i := range 4 {
		wishes = append(wishes, s.Item(t, s.Lena, first, fixture.Gift(fmt.Sprint("wish-", i), "10")))
		world.named(fmt.Sprint("wish-", i), wishes[i])
	}
	hidden := ""
	if plans {
		for _, wish := range wishes {
			w.moves(s.Tom, wish, "ordered")
		}
		var err error
		hidden, err = s.Services.Items.Add(t.Context(), s.Maria, second, dto.AddInput{ItemInput: dto.ItemInput{GiftID: w.planned(s.Tom, wishes[0]).Gift.ID}})
		ok(t, err)
		_, err = s.Services.Items.SetStatus(t.Context(), s.Maria, hidden, dto.StatusInput{Status: "wrapped", Sure: true})
		ok(t, err)
	}
	for i, to := range []string{second, private, ben} {
		moved, err := w.move(s.Lena, wishes[i], to, false)
		world.named(fmt.Sprint("moved-", i), moved.ItemID)
		world.sees(fmt.Sprint("move ", i), moved, err)
	}
	moved, err := w.move(s.Lena, wishes[3], second, true)
	world.sees("copy", moved, err)
	world.look([]string{"first", "second", "private", "ben", "wish-0", "wish-1", "wish-2", "wish-3", "moved-1", "moved-2"})
	if plans {
		if it := w.planned(s.Tom, wishes[0]); it.ListID != second || it.Status != domain.StatusOrdered || !it.Mine || it.Withdrawn {
			t.Errorf("moved along: %+v", it)
		}
		for _, id := range wishes[1:3] {
			if it := w.planned(s.Tom, id); it.Status != domain.StatusOrdered || !it.Withdrawn {
				t.Errorf("left behind: %+v", it)
			}
		}
		if it := w.planned(s.Maria, hidden); it.Status != domain.StatusWrapped || it.Gift.Title != "wish-0" || it.Privacy != domain.PrivacyHidden {
			t.Errorf("what stood there hidden: %+v", it)
		}
	}
	return world.transcript()
}

func TestWhatIsMovedOntoOnesOwnListMeetsWhatStandsThereHidden(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		idea := w.Item(t, w.Maria, open, fixture.Gift("Skis", ""))
		copied, err := w.move(w.Tom, idea, w.list, true)
		ok(t, err)
		w.moves(w.Tom, copied.ItemID, "buying")
		moved, err := w.move(w.Lena, idea, w.list, false)
		ok(t, err)
		if moved.ItemID == copied.ItemID || len(w.wishes()) != 2 || !w.wishes()[1].Mine {
			t.Errorf("Lena has %+v", w.wishes())
		}
		if it := w.planned(w.Tom, moved.ItemID); it.Status != domain.StatusBuying || !it.Wish {
			t.Errorf("Tom has %+v", it)
		}
		if got := w.titles(w.Maria, open); len(got) != 0 {
			t.Errorf("left behind: %v", got)
		}
	})
}
