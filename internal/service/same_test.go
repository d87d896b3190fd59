package service_test

import (
	"errors"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// Case 18.
func TestOneGiftAndSeveralAreMovedByTheSameRulesWithTheSameMessages(t *testing.T) {
	t.Parallel()
	eachItem(t, func(t *testing.T, w wishlist, id string) {
		ctx, items := t.Context(), w.Services.Items
		for _, at := range domain.Statuses {
			if at != domain.StatusIdea {
				w.moves(w.Maria, id, string(at))
			}
			for _, to := range domain.Statuses {
				_, one := items.SetStatus(ctx, w.Tom, id, dto.StatusInput{Status: string(to)})
				if one == nil {
					_, err := items.Undo(ctx, w.Tom, id)
					ok(t, err)
				}
				many, err := items.Bulk(ctx, w.Tom, dto.BulkInput{ItemIDs: []string{id}, Action: "status", Value: string(to)})
				ok(t, err)
				if one == nil {
					if len(many.Done) != 1 {
						t.Errorf("%s → %s: alone it works, among several %+v", at, to, many.Not)
					}
					_, err = w.Services.Undo.Take(ctx, w.Tom, many.Batch)
					ok(t, err)
					continue
				}
				known, isKnown := errors.AsType[*apperr.Error](one)
				if len(many.Not) != 1 || !isKnown || many.Not[0].Why != known.Message {
					t.Errorf("%s → %s: alone %v, among several %+v", at, to, one, many.Not)
				}
			}
			if at == domain.StatusGifted {
				w.moves(w.Maria, id, "wrapped")
			}
		}
	})
}

// Case 3.
func TestWhatTheTargetIsShownStaysTheSameWhileOthersBuySortMoveAndTakeBack(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ctx, items := t.Context(), w.Services.Items
		w.Item(t, w.Lena, w.list, fixture.Gift("Hat", "10"))
		shown := func() []string {
			view := &world{Stage: w.Stage, t: t, target: "Lena", person: w.LenaPerson, ids: map[string]string{}}
			view.look([]string{w.list, w.wish})
			return view.transcript()
		}
		before := shown()
		for _, step := range []func() error{
			func() error {
				_, err := items.SetStatus(ctx, w.Tom, w.wish, dto.StatusInput{Status: "buying"})
				return err
			},
			func() error { _, err := items.TakeOver(ctx, w.Maria, w.wish); return err },
			func() error { _, err := items.Order(ctx, w.Tom, w.wish, ""); return err },
			func() error { _, err := w.Services.Undo.Last(ctx, w.Maria); return err },
			func() error {
				_, err := items.Bulk(ctx, w.Tom, dto.BulkInput{ItemIDs: []string{w.wish}, Action: "drop"})
				return err
			},
			func() error { _, err := w.Services.Undo.Last(ctx, w.Tom); return err },
		} {
			ok(t, step())
			compare(t, shown(), before)
		}
	})
}
