package service

import (
	"context"
	"encoding/json"
	"reflect"

	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// A Trail is what one request of a person's changed, so that its answer can offer to take it back.
type Trail struct{ batch string }

// Batch is what Undo takes back, "" for nothing.
func (t *Trail) Batch() string {
	if t == nil {
		return ""
	}
	return t.batch
}

type trailKey struct{}

// WithTrail lets all that is changed under a context be one batch of Undo, which the trail then knows.
func WithTrail(ctx context.Context) (context.Context, *Trail) {
	t := &Trail{}
	return context.WithValue(ctx, trailKey{}, t), t
}

// TrailOf is the trail of a context, nil for none.
func TrailOf(ctx context.Context) *Trail {
	t, _ := ctx.Value(trailKey{}).(*Trail)
	return t
}

// batchOf is the batch that a change in a transaction belongs to.
func batchOf(ctx context.Context, tx *repository.Store) string {
	if batch := TrailOf(ctx).Batch(); batch != "" {
		return batch
	}
	return tx.Undo.Batch()
}

// keepStep records a change, so that the viewer can take it back.
func keepStep(ctx context.Context, tx *repository.Store, v domain.Viewer, step model.UndoStep, before any) error {
	raw, err := json.Marshal(before)
	if err != nil {
		return err
	}
	step.Before = string(raw)
	if err := tx.Undo.Add(ctx, v, &step); err != nil {
		return err
	}
	if t := TrailOf(ctx); t != nil && step.ID != "" {
		t.batch = step.BatchID
	}
	return nil
}

// keepThing records a change of a thing that has a version after it.
func keepThing(ctx context.Context, tx *repository.Store, v domain.Viewer, verb domain.Verb, kind domain.Entity, id string, version int64, before was) error {
	before.Locale = v.Locale
	step := model.UndoStep{BatchID: batchOf(ctx, tx), Verb: verb, EntityType: kind, EntityID: id, Version: version}
	return keepStep(ctx, tx, v, step, before)
}

// keepSave records that the form of a thing was saved. One that shows the same as before was saved in vain.
func keepSave(ctx context.Context, tx *repository.Store, v domain.Viewer, kind domain.Entity, id string, version int64, before, now was) error {
	now.Version = before.Version
	if reflect.DeepEqual(before, now) {
		return errNothingToDo
	}
	return keepThing(ctx, tx, v, domain.VerbUpdated, kind, id, version, before)
}

// keepNew records that a thing was made.
func keepNew(ctx context.Context, tx *repository.Store, v domain.Viewer, kind domain.Entity, id string) error {
	return keepThing(ctx, tx, v, domain.VerbCreated, kind, id, 1, was{})
}

// keepMark records that a thing was archived or put into the trash, each of which makes one version. What is archived
// already stays so.
func keepMark(ctx context.Context, tx *repository.Store, v domain.Viewer, verb domain.Verb, kind domain.Entity, m model.Editable) error {
	if verb == domain.VerbArchived && m.ArchivedAt != nil {
		return nil
	}
	return keepThing(ctx, tx, v, verb, kind, m.ID, m.Version+1, stateOf(m))
}

// keepRestored records that a thing came back from the archive or the trash. What was there already did not.
func keepRestored(ctx context.Context, tx *repository.Store, v domain.Viewer, kind domain.Entity, m model.Editable, before was) error {
	if !before.Archived && !before.Trashed {
		return nil
	}
	return keepThing(ctx, tx, v, domain.VerbRestored, kind, m.ID, m.Version, before)
}
