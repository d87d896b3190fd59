package service

import (
	"context"
	"reflect"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// turn is one request that changes items: its transaction, who asks, and the batch that Undo takes back as a whole.
type turn struct {
	tx    *repository.Store
	v     domain.Viewer
	batch string
}

// inTurn runs fn as one turn of a viewer who may change things.
func (c core) inTurn(ctx context.Context, v domain.Viewer, fn func(turn) error) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return c.write(ctx, v, func(tx *repository.Store) error { return fn(turn{tx, v, batchOf(ctx, tx)}) })
}

// edit runs fn on an item that the viewer plans, in a turn of its own, and returns the item as it is then.
func (s *Items) edit(ctx context.Context, v domain.Viewer, id string, verb domain.Verb, fn func(turn, *repository.ItemRow) error) (dto.Item, error) {
	var out dto.Item
	err := s.inTurn(ctx, v, func(t turn) error {
		row, err := t.change(ctx, id, verb, fn)
		out = toItem(v, &row)
		return err
	})
	return out, err
}

// change runs fn on an item that the viewer plans, and records how the item was before. Nobody else changes the item
// meanwhile.
func (t turn) change(ctx context.Context, id string, verb domain.Verb, fn func(turn, *repository.ItemRow) error) (repository.ItemRow, error) {
	row, err := t.hold(ctx, id)
	if err != nil {
		return row, err
	}
	before := row.ListItem
	err = fn(t, &row)
	if apperr.CodeOf(err) == apperr.Conflict {
		return row, updatedBy(ctx, t.tx, t.v, id, err)
	}
	if err != nil {
		return row, err
	}
	return row, t.keep(ctx, verb, before, row)
}

// hold locks an item that the viewer plans and returns it as it is then.
func (t turn) hold(ctx context.Context, id string) (repository.ItemRow, error) {
	locked, err := t.tx.Items.Lock(ctx, t.v, id)
	if err != nil {
		return repository.ItemRow{}, err
	}
	row, err := t.tx.Items.Planned(ctx, t.v, id)
	if err == nil {
		row.ListItem = locked[0]
	}
	return row, err
}

// keep records how an item was before a change, as far as the change touched it.
func (t turn) keep(ctx context.Context, verb domain.Verb, before model.ListItem, row repository.ItemRow) error {
	p := past{To: became(verb, row)}
	for _, r := range restorables {
		probe := row.ListItem
		r.copy(&probe, before)
		if !reflect.DeepEqual(probe, row.ListItem) {
			p.Columns = append(p.Columns, r.column)
			r.copy(&p.Was, before)
		}
	}
	if len(p.Columns) == 0 {
		return nil
	}
	return t.keepPast(ctx, verb, row.ListItem, p)
}

func (t turn) keepPast(ctx context.Context, verb domain.Verb, item model.ListItem, p past) error {
	step := model.UndoStep{BatchID: t.batch, Verb: verb, EntityType: domain.EntityItem, EntityID: item.ID, Version: item.Version}
	return keepStep(ctx, t.tx, t.v, step, p)
}

// became is the word that Undo's sentence ends with.
func became(verb domain.Verb, row repository.ItemRow) string {
	switch verb { //nolint:exhaustive // the others have no such word
	case domain.VerbStatus:
		return string(row.Status)
	case domain.VerbAssigned:
		return nameOf(row.BuyerName)
	}
	return ""
}

// updatedBy says who changed an item while the viewer looked at an older version.
func updatedBy(ctx context.Context, tx *repository.Store, v domain.Viewer, itemID string, cause error) error {
	last, err := tx.Activities.LastOnItem(ctx, v, itemID)
	if err != nil || last.ActorName == nil {
		return cause
	}
	return apperr.New(apperr.Conflict, "Updated just now by %s. Nothing was changed: this is how it is now.", *last.ActorName).Because(cause)
}
