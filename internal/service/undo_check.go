package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// mayTakeBack decides whether a step can be taken back: the item is as the step left it, it is the viewer's to change,
// and where it goes back to it has a place. Undo is no way around the machine, nor around a wish.
func (s *Undo) mayTakeBack(ctx context.Context, t turn, step model.UndoStep, there *repository.PastRow, p past) error {
	row := &there.ItemRow
	switch {
	case step.UndoneAt != nil:
		return takenBack()
	case step.CreatedAt.Before(t.tx.Now().Add(-undoWindow)):
		return tooLate()
	case row.Version != step.Version:
		return changedSince()
	case there.ListGone != nil:
		return apperr.New(apperr.Conflict, "Its list is in the trash. Restore the list first.")
	case there.GiftGone != nil:
		return apperr.New(apperr.Conflict, "The gift is in the trash. Restore the gift first.")
	case row.DeletedAt != nil && !p.touches("deleted_at"):
		return apperr.New(apperr.Conflict, "This is in the trash. Restore it first.")
	case isWish(row) && row.WithdrawnAt == nil && p.touches(seenByTarget...):
		return apperr.New(apperr.Conflict, "This is a wish of the person it is for by now, who would notice.")
	}
	if err := notHandedOver(t.v, machineItem(row), p); err != nil {
		return err
	}
	if err := hasPlace(ctx, t, row, p); err != nil {
		return err
	}
	return s.buyerStands(ctx, t, row, p)
}

// notHandedOver refuses to take from somebody what the change put into their hands. A change that left the buyer as they
// were was the viewer's to make, and is theirs to take back.
func notHandedOver(v domain.Viewer, item policy.Item, p past) error {
	if !p.touches("buyer_id") {
		return nil
	}
	return policy.Assign(v, item)
}

// hasPlace refuses to put an item back on a list that the viewer plans no more, or where the gift stands again.
func hasPlace(ctx context.Context, t turn, row *repository.ItemRow, p past) error {
	if !p.touches("list_id", "deleted_at") {
		return nil
	}
	listID := row.ListID
	if p.touches("list_id") {
		listID = p.Was.ListID
	}
	list, err := t.tx.Lists.Get(ctx, t.v, listID)
	if apperr.CodeOf(err) == apperr.NotFound || err == nil && t.v.Is(idOf(list.TargetPersonID)) {
		return apperr.New(apperr.Conflict, "The list it stood on is gone, or no longer shared with you.")
	}
	if err != nil {
		return err
	}
	held, err := t.tx.Items.OnList(ctx, t.v, listID, row.GiftID)
	switch {
	case apperr.CodeOf(err) == apperr.NotFound:
		return nil
	case err == nil && held.ID != row.ID:
		return apperr.New(apperr.Conflict, "This gift is on that list again already.")
	}
	return err
}

// buyerStands refuses to give an item back to a buyer who cannot see its list any more, and to take it in hand again
// when somebody buys the same elsewhere by now.
func (s *Undo) buyerStands(ctx context.Context, t turn, row *repository.ItemRow, p past) error {
	was := row.ListItem
	p.restore(&was)
	if was.Status.Committed() && !row.Status.Committed() {
		if err := s.untaken(ctx, t, row, false); err != nil {
			return err
		}
	}
	if was.BuyerID == nil || idOf(was.BuyerID) == idOf(row.BuyerID) {
		return nil
	}
	name, err := buyerName(ctx, t, was.ListID, *was.BuyerID)
	if err == nil && name == "" {
		return apperr.New(apperr.Conflict, "Whoever had this in hand cannot see its list any more.")
	}
	return err
}

// buyerName is the name of a member who sees a list and may buy from it, "" for anybody else.
func buyerName(ctx context.Context, t turn, listID, userID string) (string, error) {
	list, err := t.tx.Lists.Get(ctx, t.v, listID)
	if err != nil {
		return "", err
	}
	seers, err := t.tx.Lists.Seers(ctx, t.v, list)
	for _, m := range seers {
		if m.UserID == userID {
			return m.Name, err
		}
	}
	return "", err
}

// didOne says what a change did, in a sentence.
func didOne(ctx context.Context, row *repository.UndoRow) string {
	p, _ := pastOf(row.UndoStep) // a sentence without its last word is still one
	switch row.Verb {
	case domain.VerbStatus:
		return lang.T(ctx, "Moved “%s” to %s.", row.Title, policy.Word(domain.Status(p.To)))
	case domain.VerbAssigned:
		if p.To == "" {
			return lang.T(ctx, "Nobody buys “%s”.", row.Title)
		}
		return lang.T(ctx, "%s buys “%s”.", p.To, row.Title)
	case domain.VerbTakenOver:
		return lang.T(ctx, "Took over “%s”.", row.Title)
	case domain.VerbCreated:
		return lang.T(ctx, "Put “%s” on a list.", row.Title)
	case domain.VerbRestored:
		return lang.T(ctx, "Restored “%s”.", row.Title)
	case domain.VerbMoved:
		return lang.T(ctx, "Moved “%s” to another list.", row.Title)
	case domain.VerbCopied:
		return lang.T(ctx, "Copied “%s” to another list.", row.Title)
	case domain.VerbArchived:
		return lang.T(ctx, "Archived “%s”.", row.Title)
	case domain.VerbDeleted:
		return lang.T(ctx, "Took “%s” off its list.", row.Title)
	default:
		return lang.T(ctx, "Changed “%s”.", row.Title)
	}
}

// didMany says what a request did to several items.
func didMany(ctx context.Context, row *repository.UndoRow, n int) string {
	p, _ := pastOf(row.UndoStep)
	switch row.Verb {
	case domain.VerbStatus:
		return lang.N(ctx, n, "Moved %d gift to %s.", "Moved %d gifts to %s.", policy.Word(domain.Status(p.To)))
	case domain.VerbAssigned:
		if p.To == "" {
			return lang.N(ctx, n, "Nobody buys %d gift.", "Nobody buys %d gifts.")
		}
		return lang.N(ctx, n, "%[2]s buys %[1]d gift.", "%[2]s buys %[1]d gifts.", p.To)
	case domain.VerbCreated:
		return lang.N(ctx, n, "Put %d gift on a list.", "Put %d gifts on lists.")
	case domain.VerbMoved:
		return lang.N(ctx, n, "Moved %d gift to another list.", "Moved %d gifts to another list.")
	case domain.VerbCopied:
		return lang.N(ctx, n, "Copied %d gift to another list.", "Copied %d gifts to another list.")
	case domain.VerbArchived:
		return lang.N(ctx, n, "Archived %d gift.", "Archived %d gifts.")
	case domain.VerbDeleted:
		return lang.N(ctx, n, "Took %d gift off their list.", "Took %d gifts off their list.")
	default:
		return lang.N(ctx, n, "Changed %d gift.", "Changed %d gifts.")
	}
}
