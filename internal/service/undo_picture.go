package service

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// pictureWas is the picture that something had, and what the change put in its place.
type pictureWas struct {
	Held     *model.Picture `json:",omitempty"` // nil for none; its files stay as long as this is kept
	Made     string         `json:",omitempty"` // the id of the new one, "" for none
	Unlinked bool           `json:",omitempty"` // the change took the link away too,
	Link     string         `json:",omitempty"` // which was this,
	Version  int64          `json:",omitempty"` // of this version of the thing
}

// keepPicture records which picture something had. One that was fetched where there was none goes with its link.
func keepPicture(ctx context.Context, tx *repository.Store, v domain.Viewer, of portrayed, before pictureWas) error {
	if before.Held == nil && !before.Unlinked {
		return nil
	}
	kind, id := of.entity()
	return keepThing(ctx, tx, v, domain.VerbUpdated, kind, id, 1, was{Picture: &before})
}

// portray names what the picture of a change is of.
func portray(kind domain.Entity, id string) portrayed {
	if kind == domain.EntityPersonPicture {
		return ofPerson(id)
	}
	return ofGift(id)
}

// pictureBack gives something the picture and the link that it had, while it has what the change gave it. The change
// before that one, of the thing itself, can be taken back next.
func (a again) pictureBack(ctx context.Context, was pictureWas) error {
	tx, of := a.store, portray(a.row.EntityType, a.row.EntityID)
	link, held, err := of.load(ctx, tx, a.v)
	if err != nil {
		return err
	}
	made := ""
	if held != nil {
		made = held.ID
	}
	if made != was.Made || was.Unlinked && link != "" {
		return changedSince()
	}
	if held != nil {
		if err := tx.Pictures.Delete(ctx, a.v, held.ID); err != nil {
			return err
		}
	}
	if was.Held != nil {
		if err := tx.Pictures.Restore(ctx, a.v, was.Held); err != nil {
			return err
		}
	}
	if !was.Unlinked {
		return nil
	}
	version, err := of.relink(ctx, tx, a.v, was.Link)
	if err != nil {
		return err
	}
	step := model.UndoStep{EntityType: whole[a.row.EntityType], EntityID: a.row.EntityID}
	return tx.Undo.Rebase(ctx, a.v, step, was.Version, version)
}

// keptFiles are the keys of the files that can be taken back still.
func (s *Purge) keptFiles(ctx context.Context) (map[string]bool, error) {
	steps, err := s.store.Purge.PictureSteps(ctx)
	kept := map[string]bool{}
	for _, step := range steps {
		before, err := wasOf(step)
		if err != nil {
			return nil, err
		}
		if before.Picture != nil && before.Picture.Held != nil {
			kept[before.Picture.Held.FileKey] = true
		}
	}
	return kept, err
}
