package service_test

import (
	"strings"
	"testing"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// undo takes back the viewer's last change.
func (w wishlist) undo(v domain.Viewer) {
	w.t.Helper()
	_, err := w.Services.Undo.Last(w.t.Context(), v)
	ok(w.t, err)
}

// planOf is a list with four gifts: A, B, C and D.
func planOf(t *testing.T, s *fixture.Stage) (list string, ids map[string]string) {
	t.Helper()
	list, ids = s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben}), map[string]string{}
	for _, name := range []string{"A", "B", "C", "D"} {
		ids[name] = s.Item(t, s.Maria, list, fixture.Gift(name, ""))
	}
	return list, ids
}

func TestAnOrderIsTakenBackStepByStepToWhereEachGiftStood(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		list, at := planOf(t, s)
		w.order(s.Tom, at["C"], "")
		w.order(s.Tom, at["B"], at["D"])
		w.order(s.Tom, at["B"], at["D"]) // where it stands already
		w.sees(s.Tom, list, "C", "A", "D", "B")
		all, err := s.Services.Undo.Recent(t.Context(), s.Tom)
		if err != nil || len(all) != 2 || all[0].Sentence != "Put “B” elsewhere on its list." || !all[0].Undoable {
			t.Fatalf("%+v %v", all, err)
		}
		w.undo(s.Tom)
		w.sees(s.Tom, list, "C", "A", "B", "D")
		w.undo(s.Tom)
		w.sees(s.Tom, list, "A", "B", "C", "D")
		if _, err := s.Services.Undo.Last(t.Context(), s.Tom); apperr.CodeOf(err) != apperr.Conflict {
			t.Errorf("nothing is left to take back: %v", err)
		}
	})
}

func TestAGiftThatSomebodyMovedAgainStaysWhereTheyPutIt(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		list, at := planOf(t, s)
		w.order(s.Tom, at["A"], at["C"])
		w.order(s.Maria, at["B"], at["D"]) // another gift is no matter
		w.order(s.Maria, at["A"], at["B"])
		w.sees(s.Tom, list, "C", "D", "B", "A")
		all, err := s.Services.Undo.Recent(t.Context(), s.Tom)
		if err != nil || len(all) != 1 || all[0].Undoable || all[0].Why == "" {
			t.Errorf("%+v %v", all, err)
		}
		_, err = s.Services.Undo.Last(t.Context(), s.Tom)
		refused(t, err, apperr.Conflict)
		w.sees(s.Tom, list, "C", "D", "B", "A")
		w.undo(s.Maria)
		w.undo(s.Tom)
		w.sees(s.Tom, list, "A", "C", "D", "B")
	})
}

func TestAGiftGoesBackBesideWhatIsLeftOfItsNeighbours(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		list, at := planOf(t, s)
		gone := func(name string) {
			_, err := s.Services.Items.Delete(t.Context(), s.Maria, at[name])
			ok(t, err)
		}
		w.order(s.Tom, at["B"], at["D"])
		gone("A")
		w.undo(s.Tom)
		w.sees(s.Tom, list, "B", "C", "D")
		w.order(s.Tom, at["C"], "")
		gone("B")
		gone("D")
		_, err := s.Services.Undo.Last(t.Context(), s.Tom)
		refused(t, err, apperr.Conflict)
		gone("C")
		_, err = s.Services.Undo.Last(t.Context(), s.Tom)
		if refused(t, err, apperr.Conflict); !strings.Contains(sentenceOf(err), "This is in the trash. Restore it first.") {
			t.Errorf("%v", err)
		}
	})
}

func TestATargetTakesTheirOrderBackAndTheHiddenStandsInThePlanAsItDid(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		w.Item(t, w.Tom, w.list, fixture.Gift("Secret", ""))
		hat := w.Item(t, w.Lena, w.list, fixture.Gift("Hat", ""))
		w.Item(t, w.Lena, w.list, fixture.Gift("Book", ""))
		w.order(w.Lena, hat, "")
		w.sees(w.Tom, w.list, "Hat", "Skates", "Secret", "Book")
		if all, err := w.Services.Undo.Recent(t.Context(), w.Tom); err != nil || len(all) != 1 {
			t.Errorf("another's order is offered: %+v %v", all, err)
		}
		w.undo(w.Lena)
		w.sees(w.Lena, w.list, "Skates", "Hat", "Book")
		w.sees(w.Tom, w.list, "Skates", "Secret", "Hat", "Book")
	})
}

// What others plan among the wishes neither stands in the way of the target's undo nor turns its outcome.
func TestWhatOthersSortMeanwhileDoesNotShowInTheTargetsUndo(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		secret := w.Item(t, w.Tom, w.list, fixture.Gift("Secret", ""))
		hat := w.Item(t, w.Lena, w.list, fixture.Gift("Hat", ""))
		book := w.Item(t, w.Lena, w.list, fixture.Gift("Book", ""))
		w.order(w.Lena, hat, book)
		w.order(w.Tom, hat, "")
		w.order(w.Tom, secret, book)
		other := w.List(t, w.Tom, dto.ListInput{Name: "Other"})
		_, err := w.Services.Items.Move(t.Context(), w.Tom, secret, dto.MoveInput{ListID: other, Sure: true})
		ok(t, err)
		w.Clock.T = w.Clock.T.Add(time.Second)
		all, err := w.Services.Undo.Recent(t.Context(), w.Lena)
		if err != nil || !all[0].Undoable {
			t.Errorf("%+v %v", all, err)
		}
		w.undo(w.Lena)
		w.sees(w.Lena, w.list, "Skates", "Hat", "Book")
		w.sees(w.Tom, w.list, "Hat", "Skates", "Book")
	})
}

func TestAWishThatIsPutWhereItsOwnerSeesItAlreadyIsNoChangeWhateverIsHiddenBetween(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		skates := w.Item(t, w.Lena, w.list, fixture.Gift("More skates", ""))
		w.Item(t, w.Tom, w.list, fixture.Gift("Secret", ""))
		hat := w.Item(t, w.Lena, w.list, fixture.Gift("Hat", ""))
		before, err := w.Services.Undo.Recent(t.Context(), w.Lena)
		ok(t, err)
		w.order(w.Lena, hat, skates)
		after, err := w.Services.Undo.Recent(t.Context(), w.Lena)
		if err != nil || len(after) != len(before) {
			t.Errorf("Lena saw the hat stand there before: %+v %v", after[0], err)
		}
	})
}
