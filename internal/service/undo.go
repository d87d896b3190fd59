package service

import (
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Undo takes back what the viewer did: each change while nobody changed the thing since. A wish that its target took off
// their list does not come back: that some do and others do not would tell.
type Undo struct{ core }

// undoWindow is how long a change is offered to be taken back, undoLimit how many are.
const (
	undoWindow = 30 * time.Minute
	undoLimit  = 1000
)

// whyNot is what stands against taking a change back, as far as the item itself tells.
func whyNot(v domain.Viewer, row *repository.UndoRow) error {
	switch {
	case row.UndoneAt != nil:
		return takenBack()
	case row.ItemVersion != row.Version:
		return changedSince()
	}
	p, err := pastOf(row.UndoStep)
	if err != nil {
		return err
	}
	item := policy.Item{Status: row.Status, BuyerID: idOf(row.BuyerID), BuyerName: nameOf(row.BuyerName)}
	return notHandedOver(v, item, p)
}

func takenBack() error { return apperr.New(apperr.Conflict, "This was taken back already.") }

func tooLate() error {
	return apperr.New(apperr.Conflict, "This was more than 30 minutes ago, and stays as it is.")
}

func changedSince() error {
	return apperr.New(apperr.Conflict, "This was changed since, and stays as it is.")
}

// Last takes back what the viewer did last, within the last half hour.
func (s *Undo) Last(ctx context.Context, v domain.Viewer) (dto.UndoResult, error) {
	batch, err := s.store.Undo.LastBatch(ctx, v, s.store.Now().Add(-undoWindow))
	if err == nil && batch == "" {
		err = apperr.New(apperr.Conflict, "There is nothing of the last half hour to take back.")
	}
	if err != nil {
		return dto.UndoResult{}, err
	}
	return s.Take(ctx, v, batch)
}

// Take takes back one request of the viewer's of the last half hour: all that nobody changed since and that the viewer
// may change still. It says of each item whether that was so; where nothing at all could be taken back of other things,
// the error says why.
func (s *Undo) Take(ctx context.Context, v domain.Viewer, batchID string) (dto.UndoResult, error) {
	var out dto.UndoResult
	err := s.write(ctx, v, func(tx *repository.Store) error {
		out = dto.UndoResult{}
		t := turn{tx.WithoutUndo(), v, batchID}
		steps, err := tx.Undo.OfBatch(ctx, v, batchID)
		if err != nil {
			return err
		}
		things, err := tx.Undo.ThingsOfBatch(ctx, v, batchID)
		switch {
		case err != nil:
			return err
		case len(steps)+len(things) == 0:
			return apperr.Missing()
		}
		if err := s.takeItems(ctx, t, steps, &out); err != nil {
			return err
		}
		return s.takeThings(ctx, t, things, &out)
	})
	return out, err
}

// takeItems takes back what was done to items.
func (s *Undo) takeItems(ctx context.Context, t turn, steps []model.UndoStep, out *dto.UndoResult) error {
	if len(steps) == 0 {
		return nil
	}
	if err := policy.Change(t.v); err != nil {
		return err
	}
	if err := t.lockSteps(ctx, steps); err != nil {
		return err
	}
	for i := range steps {
		if err := s.takeOne(ctx, t, steps[i], out); err != nil {
			return err
		}
	}
	return nil
}

// lockSteps locks the items of all steps at once, in the order in which everybody locks.
func (t turn) lockSteps(ctx context.Context, steps []model.UndoStep) error {
	ids := make([]string, len(steps))
	for i := range steps {
		ids[i] = steps[i].EntityID
	}
	_, err := t.tx.Items.Lock(ctx, t.v, ids...)
	return err
}

// takeOne takes one step back, or says why not.
func (s *Undo) takeOne(ctx context.Context, t turn, step model.UndoStep, out *dto.UndoResult) error {
	var row repository.ItemRow
	err := t.tx.Try(ctx, func(tx *repository.Store) error {
		var err error
		row, err = s.takeBack(ctx, turn{tx, t.v, t.batch}, step)
		return err
	})
	switch {
	case err == nil:
		out.Done = append(out.Done, dto.Ref{ID: row.ID, Name: row.GiftTitle})
	case apperr.CodeOf(err) == apperr.Internal:
		return err
	default:
		out.Not = append(out.Not, dto.NotDone{ID: step.EntityID, Title: row.GiftTitle, Why: failure(ctx, err)})
	}
	return nil
}

// takeBack puts an item back to how it was before a step.
func (s *Undo) takeBack(ctx context.Context, t turn, step model.UndoStep) (repository.ItemRow, error) {
	locked, err := t.tx.Items.Lock(ctx, t.v, step.EntityID)
	if err != nil {
		return repository.ItemRow{}, err
	}
	there, err := t.tx.Items.Anywhere(ctx, t.v, step.EntityID)
	if err != nil {
		return repository.ItemRow{}, err
	}
	there.ListItem = locked[0]
	p, err := pastOf(step)
	if err != nil {
		return there.ItemRow, err
	}
	if err := s.mayTakeBack(ctx, t, step, &there, p); err != nil {
		return there.ItemRow, err
	}
	before := there.ListItem
	if err := s.rewind(ctx, t, &there.ItemRow, p); err != nil {
		return there.ItemRow, err
	}
	if err := undone(ctx, t, &there.ItemRow, before, p); err != nil {
		return there.ItemRow, err
	}
	return there.ItemRow, t.tx.Undo.Done(ctx, t.v, step.ID)
}

// rewind writes the item as it was.
func (s *Undo) rewind(ctx context.Context, t turn, row *repository.ItemRow, p past) error {
	if p.touches(made) {
		now := t.tx.Now()
		row.DeletedAt = &now
		return t.tx.Items.Rewind(ctx, t.v, &row.ListItem, "deleted_at")
	}
	columns := p.restore(&row.ListItem)
	if p.touches("quantity", "priority") {
		row.WishVersion++
		columns = append(columns, "wish_version")
	}
	if err := t.tx.Items.Rewind(ctx, t.v, &row.ListItem, columns...); err != nil {
		return err
	}
	return nameBuyer(ctx, t.tx, t.v, row)
}

// undone writes the history and the feed of what was taken back.
func undone(ctx context.Context, t turn, row *repository.ItemRow, before model.ListItem, p past) error {
	said := payload{Title: row.GiftTitle}
	if p.touches("status", "gifted_on") {
		if err := addChange(ctx, t.tx, t.v, row, before, true); err != nil {
			return err
		}
		said.From, said.To = string(before.Status), string(row.Status)
	}
	return record(ctx, t.tx, t.v, onItem(domain.VerbUndone, row.ListItem), said)
}

// failure is what an expected failure says to people; where it is about fields of a form, what it says of the first.
func failure(ctx context.Context, err error) string {
	err = apperr.In(ctx, err)
	fields := apperr.FieldsOf(err)
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		return fields[name]
	}
	if known, ok := errors.AsType[*apperr.Error](err); ok {
		return known.Message
	}
	return ""
}
