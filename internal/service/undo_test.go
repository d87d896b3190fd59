package service_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func (w wishlist) recent(v domain.Viewer) []dto.UndoBatch {
	w.t.Helper()
	batches, err := w.Services.Undo.Recent(w.t.Context(), v)
	ok(w.t, err)
	return batches
}

func TestTheLastHalfHourIsListedNewestFirstWithWhatCanBeTakenBack(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		w.moves(w.Tom, id, "shortlisted")
		w.Clock.T = w.Clock.T.Add(10 * time.Minute)
		w.moves(w.Tom, id, "buying")
		got := w.recent(w.Tom)
		if len(got) != 2 || !got[0].Undoable || got[0].Sentence != "Moved “Blocks” to buying." || got[1].Undoable ||
			!strings.Contains(got[1].Why, "changed since") {
			t.Fatalf("%+v", got)
		}
		if others := w.recent(w.Maria); slices.ContainsFunc(others, func(b dto.UndoBatch) bool { return strings.HasPrefix(b.Sentence, "Moved") }) {
			t.Errorf("Maria is offered what Tom did: %+v", others)
		}
		w.Clock.T = w.Clock.T.Add(25 * time.Minute)
		if got := w.recent(w.Tom); len(got) != 1 || got[0].Items[0].ID != id {
			t.Errorf("half an hour later: %+v", got)
		}
		w.Clock.T = w.Clock.T.Add(10 * time.Minute)
		_, err := w.Services.Undo.Last(t.Context(), w.Tom)
		refused(t, err, apperr.Conflict)
	})
}

func TestPricesNotesBuyerTrashAndArchiveAreTakenBackToo(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		ctx, items, undo := t.Context(), w.Services.Items, w.Services.Undo
		in := w.planned(w.Tom, id).Form()
		in.PlannedPrice, in.Notes, in.Quantity = "12,50", "blue", "3"
		_, err := items.Update(ctx, w.Tom, id, in)
		ok(t, err)
		_, err = undo.Last(ctx, w.Tom)
		ok(t, err)
		if it := w.planned(w.Tom, id); it.Planned != nil || it.Notes != "" || it.Quantity != 1 {
			t.Errorf("after the edit was undone: %+v", it)
		}
		_, err = items.Assign(ctx, w.Tom, id, dto.AssignInput{UserID: w.Tom.UserID})
		ok(t, err)
		_, err = undo.Last(ctx, w.Tom)
		ok(t, err)
		if it := w.planned(w.Tom, id); it.Buyer != nil {
			t.Errorf("after the assignment was undone: %+v", it.Buyer)
		}
		_, err = items.Delete(ctx, w.Tom, id)
		ok(t, err)
		if got := w.recent(w.Tom); !got[0].Undoable || got[0].Sentence != "Took “Blocks” off its list." {
			t.Errorf("in the trash: %+v", got[0])
		}
		res, err := undo.Last(ctx, w.Tom)
		if err != nil || len(res.Done) != 1 || len(res.Not) != 0 {
			t.Fatalf("%+v %v", res, err)
		}
		_, err = items.Archive(ctx, w.Tom, id)
		ok(t, err)
		_, err = items.Undo(ctx, w.Tom, id)
		ok(t, err)
		if got := w.titles(w.Tom, w.planned(w.Tom, id).ListID); len(got) != 1 {
			t.Errorf("on the list: %v", got)
		}
		page, err := items.Page(ctx, w.Maria, id)
		if err != nil || len(page.History) != 0 {
			t.Errorf("none of that was a step of the status: %+v %v", page.History, err)
		}
	})
}

func TestUndoIsNoWayAroundTheMachineForWhatSomebodyElseHas(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		ctx := t.Context()
		w.moves(w.Tom, id, "buying")
		_, err := w.Services.Items.Assign(ctx, w.Tom, id, dto.AssignInput{UserID: w.Maria.UserID})
		ok(t, err)
		res, err := w.Services.Undo.Last(ctx, w.Tom)
		if err != nil || len(res.Done) != 0 || len(res.Not) != 1 || !strings.Contains(res.Not[0].Why, "Maria has this in hand") {
			t.Fatalf("%+v %v", res, err)
		}
		if got := w.recent(w.Tom)[0]; got.Undoable || !strings.Contains(got.Why, "Maria has this in hand") {
			t.Errorf("offered as %+v", got)
		}
		batch := w.recent(w.Tom)[0].ID
		_, others := w.Services.Undo.Take(ctx, w.Maria, batch)
		_, never := w.Services.Undo.Take(ctx, w.Maria, uuid.NewString())
		if sentenceOf(others) != sentenceOf(never) || apperr.CodeOf(others) != apperr.NotFound {
			t.Errorf("Maria takes back what Tom did: %v; what never was: %v", others, never)
		}
		_, err = w.Services.Undo.Last(ctx, w.Gast)
		refused(t, err, apperr.Conflict)
	})
}

func TestWhatIsTakenBackOnceStaysTakenBack(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		w.moves(w.Tom, id, "buying")
		batch := w.recent(w.Tom)[0].ID
		_, err := w.Services.Undo.Take(t.Context(), w.Tom, batch)
		ok(t, err)
		res, err := w.Services.Undo.Take(t.Context(), w.Tom, batch)
		if err != nil || len(res.Done) != 0 || len(res.Not) != 1 || !strings.Contains(res.Not[0].Why, "already") {
			t.Fatalf("%+v %v", res, err)
		}
		if it := w.planned(w.Tom, id); it.Status != domain.StatusIdea || it.Version != 3 {
			t.Errorf("%+v", it)
		}
	})
}

func TestAnUndoDoesNotReachAWishThatTheHiddenGiftHasBecome(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ctx := t.Context()
		inbox := w.List(t, w.Tom, dto.ListInput{Name: "Ideas"})
		from := w.Item(t, w.Tom, inbox, fixture.Gift("Skis", ""))
		known := w.planned(w.Lena, w.Item(t, w.Tom, w.List(t, w.Tom, dto.ListInput{Name: "More"}),
			dto.AddInput{ItemInput: dto.ItemInput{GiftID: w.planned(w.Tom, from).Gift.ID}})).Gift.ID
		moved, err := w.Services.Items.Move(ctx, w.Tom, from, dto.MoveInput{ListID: w.list})
		ok(t, err)
		if got := w.planned(w.Tom, moved.ItemID); got.Privacy != domain.PrivacyHidden || len(w.wishes()) != 1 {
			t.Fatalf("moved as %+v", got)
		}
		w.Item(t, w.Lena, w.list, dto.AddInput{ItemInput: dto.ItemInput{GiftID: known}})
		res, err := w.Services.Undo.Last(ctx, w.Tom)
		if err != nil || len(res.Done) != 0 || !strings.Contains(res.Not[0].Why, "wish") {
			t.Fatalf("%+v %v", res, err)
		}
		if len(w.wishes()) != 2 {
			t.Error("the wish went away with the undo")
		}
	})
}

// Every member sees every change of a moved item by its new list alone.
func TestNobodyLearnsOfTheHiddenListThatAnItemWasMovedFrom(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		id := w.Item(t, w.Tom, secret, fixture.Gift("Skis", ""))
		w.moves(w.Tom, id, "shortlisted")
		open := w.List(t, w.Tom, dto.ListInput{Name: "Open"})
		_, err := w.Services.Items.Move(t.Context(), w.Tom, id, dto.MoveInput{ListID: open, Sure: true})
		ok(t, err)
		d, err := w.Services.Dashboard.Show(t.Context(), w.Lena)
		ok(t, err)
		for _, a := range d.Activity {
			if a.EntityID == id && a.Verb != domain.VerbMoved || strings.Contains(a.From+a.To, "Secret") {
				t.Errorf("Lena reads %+v", a)
			}
		}
	})
}
