package service

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// Recent returns what the viewer did in the last half hour, newest first, and what of it can be taken back. What was
// done to items that the viewer plans no more, and to things that they see no more, is not there.
func (s *Undo) Recent(ctx context.Context, v domain.Viewer) ([]dto.UndoBatch, error) {
	since := s.store.Now().Add(-undoWindow)
	items, err := s.store.Undo.Since(ctx, v, since, undoLimit)
	if err != nil {
		return nil, err
	}
	things, err := s.store.Undo.ThingsSince(ctx, v, since, undoLimit)
	l := recent{at: map[string]int{}}
	for len(items)+len(things) > 0 {
		if len(things) == 0 || len(items) > 0 && items[0].ID > things[0].ID {
			l.item(ctx, v, &items[0])
			items = items[1:]
		} else {
			l.thing(ctx, v, things[0])
			things = things[1:]
		}
	}
	for i := range l.batches {
		if l.batches[i].Undoable {
			l.batches[i].Why = ""
		}
	}
	return l.batches, err
}

// recent collects changes, newest first, by what was done at once.
type recent struct {
	batches []dto.UndoBatch
	at      map[string]int
}

func (l *recent) batch(ctx context.Context, v domain.Viewer, step model.UndoStep, sentence string) *dto.UndoBatch {
	n, known := l.at[step.BatchID]
	if !known {
		n = len(l.batches)
		l.at[step.BatchID] = n
		l.batches = append(l.batches, dto.UndoBatch{ID: step.BatchID, At: moment(ctx, v, step.CreatedAt), Sentence: sentence})
	}
	return &l.batches[n]
}

func (l *recent) item(ctx context.Context, v domain.Viewer, row *repository.UndoRow) {
	b := l.batch(ctx, v, row.UndoStep, didOne(ctx, row))
	b.Items = append(b.Items, dto.Ref{ID: row.EntityID, Name: row.Title})
	if why := whyNot(v, row); why == nil {
		b.Undoable = true
	} else {
		b.Why = failure(ctx, why)
	}
	if len(b.Items) > 1 {
		b.Sentence = didMany(ctx, row, len(b.Items))
	}
}

func (l *recent) thing(ctx context.Context, v domain.Viewer, row repository.ThingRow) {
	b := l.batch(ctx, v, row.UndoStep, didThing(ctx, row))
	if why := whyNotThing(row); why == nil {
		b.Undoable = true
	} else {
		b.Why = failure(ctx, why)
	}
	if len(b.Items) == 0 || row.EntityType != domain.EntityGift { // a gift that came with its item is not told twice
		b.Things = append(b.Things, changedThing(ctx, row))
	}
	if n := len(b.Things); n > 1 && len(b.Items) == 0 && row.Verb == domain.VerbUpdated && row.EntityType == domain.EntityGift {
		b.Sentence = lang.N(ctx, n, "Changed %d gift.", "Changed %d gifts.")
	}
}
