package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
)

// again does with a thing what puts it back, by the services of the thing.
type again struct {
	core
	v   domain.Viewer
	row repository.ThingRow
	was was
}

// marked is a service whose things are archived, deleted and restored.
type marked interface {
	Archive(ctx context.Context, v domain.Viewer, id string) error
	Delete(ctx context.Context, v domain.Viewer, id string, sure bool) error
	Restore(ctx context.Context, v domain.Viewer, id string) error
}

func (a again) service() marked {
	switch a.row.EntityType { //nolint:exhaustive // the others have none
	case domain.EntityPerson:
		return &People{a.core}
	case domain.EntityOccasion:
		return &Occasions{a.core}
	case domain.EntityList:
		return &Lists{a.core}
	case domain.EntityGift:
		return &Gifts{core: a.core}
	case domain.EntityTag:
		return &Tags{a.core}
	case domain.EntityComment:
		return talked{&Comments{a.core}}
	case domain.EntityWish:
		return wished{&Items{core: a.core}}
	}
	return nil
}

func (a again) take(ctx context.Context) error {
	s, id := a.service(), a.row.EntityID
	switch a.row.Verb { //nolint:exhaustive // the others change what the form shows
	case domain.VerbCreated:
		if a.was.Started {
			_, err := (&Occasions{a.core}).UndoNext(ctx, a.v, id)
			return err
		}
		return s.Delete(ctx, a.v, id, true)
	case domain.VerbArchived, domain.VerbDeleted:
		if err := s.Restore(ctx, a.v, id); err != nil || !a.was.Archived {
			return err
		}
		return s.Archive(ctx, a.v, id)
	case domain.VerbRestored:
		if a.was.Archived {
			if err := s.Archive(ctx, a.v, id); err != nil || !a.was.Trashed {
				return err
			}
		}
		return s.Delete(ctx, a.v, id, true)
	case domain.VerbMerged:
		return (&Tags{a.core}).part(ctx, a.v, a.was)
	case domain.VerbResolved, domain.VerbReopened:
		return (&Comments{a.core}).turnBack(ctx, a.v, id, a.row.Verb)
	}
	return a.save(ctx)
}

// save saves the form as it was, on the version that the change made.
func (a again) save(ctx context.Context) error {
	id, version := a.row.EntityID, a.row.Version
	switch was := a.was; {
	case was.Person != nil:
		was.Person.Version = version
		return (&People{a.core}).Update(ctx, a.v, id, *was.Person)
	case was.Occasion != nil:
		was.Occasion.Version = version
		return (&Occasions{a.core}).updateBack(ctx, a.v, id, *was.Occasion)
	case was.List != nil:
		was.List.Version = version
		return (&Lists{a.core}).Update(ctx, a.v, id, *was.List)
	case was.Gift != nil:
		was.Gift.Version = version
		return (&Gifts{core: a.core}).Update(ctx, a.v, id, *was.Gift)
	case was.Tag != nil:
		was.Tag.Version = version
		return (&Tags{a.core}).Update(ctx, a.v, id, *was.Tag)
	case was.Comment != nil:
		was.Comment.Version = version
		_, err := (&Comments{a.core}).Edit(ctx, a.v, id, *was.Comment)
		return err
	case was.Wish != nil:
		was.Wish.Version = version
		return (&Items{core: a.core}).UpdateWish(ctx, a.v, id, *was.Wish)
	}
	return a.saveOther(ctx)
}

// talked are comments as marked things; they are not archived.
type talked struct{ *Comments }

func (t talked) Archive(context.Context, domain.Viewer, string) error { return apperr.Missing() }

func (t talked) Delete(ctx context.Context, v domain.Viewer, id string, _ bool) error {
	_, err := t.Comments.Delete(ctx, v, id)
	return err
}

func (t talked) Restore(ctx context.Context, v domain.Viewer, id string) error {
	_, err := t.Comments.Restore(ctx, v, id)
	return err
}

// wished are the viewer's own wishes as marked things; what was taken off a list does not come back.
type wished struct{ *Items }

func (w wished) Archive(context.Context, domain.Viewer, string) error { return apperr.Missing() }

func (w wished) Restore(context.Context, domain.Viewer, string) error { return apperr.Missing() }

func (w wished) Delete(ctx context.Context, v domain.Viewer, id string, _ bool) error {
	return w.DeleteWish(ctx, v, id)
}

// updateBack saves an occasion as it was. Where somebody else gave one of the people another budget since, it does not:
// of that no version tells, or it would tell those whose budget it is.
func (s *Occasions) updateBack(ctx context.Context, v domain.Viewer, id string, in dto.OccasionInput) error {
	people, err := s.store.Occasions.People(ctx, v, id)
	if err != nil {
		return err
	}
	for _, p := range people {
		saved, known := in.Shown[p.PersonID]
		if touched := known && saved != in.Budgets[p.PersonID]; !touched || v.Is(p.PersonID) {
			continue
		}
		if now := dto.InputOf(moneyOrNil(v, p.Budget, v.Currency)); now != saved {
			return changedSince()
		}
	}
	return s.Update(ctx, v, id, in)
}

// part takes two tags that were merged apart again.
func (s *Tags) part(ctx context.Context, v domain.Viewer, was was) error {
	m := was.Merged
	if err := s.store.Tags.Lock(ctx, v); err != nil {
		return err
	}
	if err := s.store.Tags.Part(ctx, *m); err != nil {
		return err
	}
	if err := s.store.Tags.Restore(ctx, v, m.From); err != nil { // beside another of its name, as it was
		return err
	}
	if was.Archived {
		if err := s.store.Tags.Archive(ctx, v, m.From); err != nil {
			return err
		}
	}
	row, err := s.store.Tags.Get(ctx, v, m.From)
	if err != nil {
		return err
	}
	return record(ctx, s.store, v, onTag(domain.VerbRestored, row), payload{Title: row.Name})
}

// turnBack opens a comment that the viewer resolved, or resolves one that they opened, while it is as they left it.
func (s *Comments) turnBack(ctx context.Context, v domain.Viewer, id string, verb domain.Verb) error {
	row, err := s.store.Comments.Get(ctx, v, id)
	switch {
	case err != nil:
		return err
	case verb == domain.VerbResolved && idOf(row.ResolvedBy) == v.UserID:
		_, err = s.Reopen(ctx, v, id)
	case verb == domain.VerbReopened && row.ResolvedAt == nil:
		_, err = s.Resolve(ctx, v, id)
	default:
		return changedSince()
	}
	return err
}
