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

// twenty is a list for Ben with twenty ideas.
func twenty(t *testing.T, w wishlist) (list string, ids []string) {
	t.Helper()
	list = w.List(t, w.Maria, dto.ListInput{Name: "Ben", TargetPersonID: w.Ben})
	for i := range 20 {
		ids = append(ids, w.Item(t, w.Maria, list, fixture.Gift(fmt.Sprintf("g%02d", i), "10")))
	}
	return list, ids
}

// Case 16.
func TestOfTwentyGiftsThreeAreNotMineToMoveAndOneUndoTakesTheOthersBack(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := wishlist{Stage: fixture.Family(t, db), t: t}
		ctx := t.Context()
		_, ids := twenty(t, w)
		for _, id := range ids[4:7] {
			w.moves(w.Maria, id, "ordered")
		}
		res, err := w.Services.Items.Bulk(ctx, w.Tom, dto.BulkInput{ItemIDs: append(ids, ids[0]), Action: "status", Value: "buying"})
		ok(t, err)
		if len(res.Done) != 17 || len(res.Not) != 3 {
			t.Fatalf("%d done, %d not", len(res.Done), len(res.Not))
		}
		for i, not := range res.Not {
			if not.Title != fmt.Sprintf("g%02d", 4+i) || !strings.Contains(not.Why, "Maria has this in hand") {
				t.Errorf("%+v", not)
			}
		}
		recent := w.recent(w.Tom)
		if len(recent) != 1 || recent[0].ID != res.Batch || recent[0].Sentence != "Moved 17 gifts to buying." {
			t.Fatalf("%+v", recent)
		}
		w.moves(w.Tom, ids[0], "wrapped")
		_, err = w.Services.Items.Undo(ctx, w.Tom, ids[0])
		ok(t, err)
		back, err := w.Services.Undo.Take(ctx, w.Tom, res.Batch)
		ok(t, err)
		if len(back.Done) != 16 || len(back.Not) != 1 || back.Not[0].Title != "g00" || !strings.Contains(back.Not[0].Why, "changed since") {
			t.Errorf("%d back, not %+v", len(back.Done), back.Not)
		}
		for i, id := range ids[1:] {
			it := w.planned(w.Maria, id)
			if want := map[bool]domain.Status{true: domain.StatusOrdered, false: domain.StatusIdea}[i >= 3 && i < 6]; it.Status != want {
				t.Errorf("%s is %s", it.Gift.Title, it.Status)
			}
		}
	})
}

func TestEveryBulkActionIsDoneAndTakenBackAsOne(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := wishlist{Stage: fixture.Family(t, db), t: t}
		ctx := t.Context()
		list, ids := twenty(t, w)
		other := w.List(t, w.Maria, dto.ListInput{Name: "Other", TargetPersonID: w.Ben})
		before := w.titles(w.Maria, list)
		for _, in := range []dto.BulkInput{
			{Action: "status", Value: "delivered"},
			{Action: "assign", Value: w.Tom.UserID},
			{Action: "move", Value: other},
			{Action: "copy", Value: other},
			{Action: "drop"},
			{Action: "archive"},
			{Action: "delete"},
		} {
			in.ItemIDs = ids
			res, err := w.Services.Items.Bulk(ctx, w.Tom, in)
			if err != nil || len(res.Done) != 20 {
				t.Fatalf("%s: %d done, %+v %v", in.Action, len(res.Done), res.Not, err)
			}
			back, err := w.Services.Undo.Take(ctx, w.Tom, res.Batch)
			if err != nil || len(back.Done) != 20 {
				t.Fatalf("%s: %d back, %+v %v", in.Action, len(back.Done), back.Not, err)
			}
			w.sees(w.Maria, list, before...)
			w.sees(w.Maria, other)
			for _, id := range ids[:3] {
				if it := w.planned(w.Maria, id); it.Status != domain.StatusIdea || it.Buyer != nil {
					t.Errorf("%s: back as %+v", in.Action, it)
				}
			}
		}
	})
}

func TestABulkActionNamesWhatItCannotDoAndTellsNothingOfWhatIsHidden(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ctx, bulk := t.Context(), w.Services.Items.Bulk
		hidden := w.Item(t, w.Tom, w.list, fixture.Gift("Secret", ""))
		never := uuid.NewString()
		for _, in := range []dto.BulkInput{
			{Action: "status", Value: "buying"},
			{Action: "assign", Value: w.Tom.UserID},
			{Action: "drop"},
			{Action: "archive"},
			{Action: "delete"},
			{Action: "move", Value: w.list},
			{Action: "copy", Value: w.list},
		} {
			in.ItemIDs = []string{hidden, never, "junk"}
			res, err := bulk(ctx, w.Lena, in)
			ok(t, err)
			if len(res.Done) != 0 || len(res.Not) != 3 {
				t.Fatalf("%s: %+v", in.Action, res)
			}
			for _, not := range res.Not {
				if not.Title != "" || not.Why != apperr.Missing().Message {
					t.Errorf("%s: %+v", in.Action, not)
				}
			}
		}
		for _, in := range []dto.BulkInput{
			{Action: "status", Value: "lost", ItemIDs: []string{w.wish}},
			{Action: "eat", ItemIDs: []string{w.wish}},
			{Action: "drop"},
			{Action: "drop", ItemIDs: make201()},
		} {
			_, err := bulk(ctx, w.Tom, in)
			refused(t, err, apperr.Invalid)
		}
		_, err := bulk(ctx, w.Gast, dto.BulkInput{Action: "drop", ItemIDs: []string{w.wish}})
		refused(t, err, apperr.Forbidden)
		res, err := bulk(ctx, w.Tom, dto.BulkInput{Action: "delete", ItemIDs: []string{w.wish, hidden}})
		if err != nil || len(res.Done) != 1 || len(res.Not) != 1 || res.Not[0].Title != "Skates" || !strings.Contains(res.Not[0].Why, "notice") {
			t.Errorf("%+v %v", res, err)
		}
	})
}

func make201() []string {
	ids := make([]string, 201)
	for i := range ids {
		ids[i] = uuid.NewString()
	}
	return ids
}
