package service

import (
	"context"
	"errors"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// maxBulk is how many items one request changes at most.
const maxBulk = 200

// Bulk does one thing to several items, by the same rules as to one. Those that it cannot be done to are named with the
// reason, and stay; the others are done, and one undo takes them back. An id that the viewer does not see is answered as
// one that never existed.
func (s *Items) Bulk(ctx context.Context, v domain.Viewer, in dto.BulkInput) (dto.BulkResult, error) {
	var out dto.BulkResult
	ids, err := bulkIDs(in)
	if err != nil {
		return out, err
	}
	trail := TrailOf(ctx)
	if trail == nil {
		ctx, trail = WithTrail(ctx)
	}
	err = s.inTurn(ctx, v, func(t turn) error {
		out = dto.BulkResult{}
		if err := t.holdAll(ctx, in.Action, ids); err != nil {
			return err
		}
		in, made, err := withList(ctx, t, in)
		if err != nil {
			return err
		}
		do, err := s.bulkAction(ctx, t, ids, in)
		if err != nil {
			return err
		}
		if err := t.each(ctx, ids, do, &out); err != nil {
			return err
		}
		if made && len(out.Done) == 0 {
			return errIdle
		}
		return nil
	})
	if errors.Is(err, errIdle) {
		err = nil
	}
	if len(out.Done) > 0 {
		out.Batch = trail.Batch()
	}
	return out, err
}

// holdAll lets nobody else change what is going to be changed. Tags are the gifts', whose items stay as they are.
func (t turn) holdAll(ctx context.Context, action string, ids []string) error {
	if action == "tags" {
		return t.tx.Gifts.HoldOf(ctx, t.v, ids)
	}
	if _, err := t.tx.Items.Lock(ctx, t.v, ids...); err != nil {
		return err
	}
	return t.tx.People.LockTargets(ctx, t.v, ids)
}

// errIdle takes back a new list that nothing could be put on.
var errIdle = errors.New("nothing was done")

// withList makes the new list that gifts are to go on, if there is to be one.
func withList(ctx context.Context, t turn, in dto.BulkInput) (dto.BulkInput, bool, error) {
	if in.Action != "move" && in.Action != "copy" {
		return in, false, nil
	}
	id, err := freshList(ctx, t.tx, t.v, in.FreshList)
	in.Value = firstOf(id, in.Value)
	return in, id != "", err
}

// bulkIDs are the ids of a request, each once.
func bulkIDs(in dto.BulkInput) ([]string, error) {
	var ids []string
	for _, id := range in.ItemIDs {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	switch {
	case len(ids) == 0:
		return nil, apperr.Wrong("item_ids", "Choose at least one gift.")
	case len(ids) > maxBulk:
		return nil, apperr.Wrong("item_ids", "Choose at most 200 gifts at once.")
	}
	return ids, nil
}

// bulkDo does one thing to one item and returns its title, also when it refuses.
type bulkDo func(ctx context.Context, t turn, id string) (string, error)

// bulkAction is what a request asks for.
func (s *Items) bulkAction(ctx context.Context, t turn, ids []string, in dto.BulkInput) (bulkDo, error) {
	switch in.Action {
	case "tags":
		return bulkTags(in)
	case "price":
		return bulkPrice(ctx, t, ids, in.Value)
	case "status", "drop":
		to := dto.StatusInput{Status: in.Value, Sure: in.Sure}
		if in.Action == "drop" {
			to.Status = string(domain.StatusDropped)
		}
		if one, err := policy.Step(domain.StatusBuying, to.Status); err != nil || !domain.Known(one, domain.Statuses) {
			return nil, apperr.Wrong("value", "Choose one of the statuses.")
		}
		return planning(domain.VerbStatus, func(ctx context.Context, t turn, row *repository.ItemRow) error {
			return s.setStatus(ctx, t, row, to)
		}), nil
	case "assign":
		return planning(domain.VerbAssigned, func(ctx context.Context, t turn, row *repository.ItemRow) error {
			return s.assign(ctx, t, row, dto.AssignInput{UserID: in.Value, Sure: in.Sure})
		}), nil
	case "move", "copy":
		return func(ctx context.Context, t turn, id string) (string, error) {
			moved, err := s.move(ctx, t, id, dto.MoveInput{ListID: in.Value, Copy: in.Action == "copy", Sure: in.Sure})
			return moved.Title, err
		}, nil
	case "archive":
		return planning(domain.VerbArchived, putAway(domain.VerbArchived)), nil
	case "delete":
		return planning(domain.VerbDeleted, putAway(domain.VerbDeleted)), nil
	}
	return nil, apperr.Wrong("action", "Choose what to do.")
}

// planning is a change of an item that the viewer plans.
func planning(verb domain.Verb, fn func(context.Context, turn, *repository.ItemRow) error) bulkDo {
	return func(ctx context.Context, t turn, id string) (string, error) {
		row, err := t.change(ctx, id, verb, func(t turn, row *repository.ItemRow) error { return fn(ctx, t, row) })
		return row.GiftTitle, err
	}
}

// each does it to all items. When any of them would be shown to whom it is hidden from, that is asked first.
func (t turn) each(ctx context.Context, ids []string, do bulkDo, out *dto.BulkResult) error {
	var shown []shows
	for _, id := range ids {
		err := t.one(ctx, id, do, out)
		if s, is := errors.AsType[shows](err); is {
			shown = append(shown, s)
		} else if err != nil {
			return err
		}
	}
	if len(shown) > 0 {
		return askShown(shown)
	}
	return nil
}

// one does it to one item: all of it, or nothing with the reason.
func (t turn) one(ctx context.Context, id string, do bulkDo, out *dto.BulkResult) error {
	title := ""
	err := t.tx.Try(ctx, func(tx *repository.Store) error {
		var err error
		title, err = do(ctx, turn{tx, t.v, t.batch}, id)
		return err
	})
	switch {
	case err == nil:
		out.Done = append(out.Done, dto.Ref{ID: id, Name: title})
	case apperr.CodeOf(err) == apperr.Internal, apperr.CodeOf(err) == apperr.Unavailable:
		return err
	default:
		out.Not = append(out.Not, dto.NotDone{ID: id, Title: title, Why: failure(ctx, err)})
	}
	return nil
}
