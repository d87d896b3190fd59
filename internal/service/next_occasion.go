package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Next returns what StartNext would make of an occasion. It makes nothing.
func (s *Occasions) Next(ctx context.Context, v domain.Viewer, id string) (dto.NextOccasion, error) {
	var out dto.NextOccasion
	if err := policy.Change(v); err != nil {
		return out, err
	}
	old, err := s.store.Occasions.Get(ctx, v, id)
	if err != nil {
		return out, err
	}
	out.ID, out.Name, out.Stays = old.ID, old.Name, old.Name
	next, err := s.store.Occasions.After(ctx, v, id)
	switch {
	case apperr.CodeOf(err) == apperr.NotFound:
		day, err := s.dayOf(ctx, s.store, v, old)
		if err != nil {
			return out, err
		}
		next, out.Stays = nextYears(old, day, s.today(v)), nameOfYear(old, day)
		old.Date = day
	case err != nil:
		return out, err
	case next.DeletedAt == nil:
		out.Started = &dto.Ref{ID: next.ID, Name: next.Name}
	}
	out.Next, out.On = next.Name, next.NextOn
	people, err := s.store.Occasions.People(ctx, v, id)
	if err != nil {
		return out, err
	}
	for _, p := range people {
		out.People = append(out.People, p.DisplayName)
	}
	from, err := s.store.Lists.OfOccasion(ctx, v, id, false)
	if err != nil {
		return out, err
	}
	have, err := s.store.Lists.OfOccasion(ctx, v, firstOf(next.ID, unmade), true)
	for _, l := range lacking(shells(from, old, next), have) {
		out.Lists = append(out.Lists, l.Name)
	}
	return out, err
}

// unmade is an id that no occasion has.
const unmade = "00000000-0000-0000-0000-000000000000"

// UndoNext takes the start of an occasion back, as long as no gift that the viewer sees stands on its lists, and returns
// the id of the one that it was started from. That one comes again as it did before.
func (s *Occasions) UndoNext(ctx context.Context, v domain.Viewer, id string) (string, error) {
	if err := policy.Change(v); err != nil {
		return "", err
	}
	back := ""
	err := s.write(ctx, v, func(tx *repository.Store) error {
		next, err := tx.Occasions.Held(ctx, v, id)
		if err != nil {
			return err
		}
		if next.FollowsID == nil {
			return apperr.Missing()
		}
		old, err := tx.Occasions.Held(ctx, v, *next.FollowsID)
		if err != nil {
			return err
		}
		back = old.ID
		if err := dropShells(ctx, tx, v, id); err != nil {
			return err
		}
		as := next
		next.FollowsID, next.PersonID = nil, nil
		if err := tx.Occasions.Update(ctx, v, &next, "follows_id", "person_id"); err != nil {
			return err
		}
		if err := record(ctx, tx, v, onOccasion(domain.VerbDeleted, next), payload{Title: next.Name}); err != nil {
			return err
		}
		if err := tx.Occasions.Trash(ctx, v, id); err != nil {
			return err
		}
		s.again(v, &old, as)
		if err := tx.Occasions.Update(ctx, v, &old, "name", "name_key", "date", "next_on", "recurrence", "person_id"); err != nil {
			return err
		}
		return record(ctx, tx, v, onOccasion(domain.VerbUpdated, old), payload{Title: old.Name})
	})
	return back, err
}

// again lets old come as it did before next carried it on.
func (s *Occasions) again(v domain.Viewer, old *model.Occasion, next model.Occasion) {
	if next.PersonID != nil || !yearInName.MatchString(next.Name) {
		old.Name = next.Name
	}
	if next.PersonID != nil || next.Date.Day != next.NextOn.Day { // the day of birth, or 29 February
		old.Date = next.Date
	}
	old.NameKey, old.PersonID, old.Recurrence = text.Key(old.Name), next.PersonID, next.Recurrence
	if old.Recurrence != calendar.Once {
		old.NextOn = calendar.Next(old.Date, old.Recurrence, s.today(v))
	}
}

// dropShells puts the lists of an occasion into the trash, unless there are gifts on them.
func dropShells(ctx context.Context, tx *repository.Store, v domain.Viewer, occasionID string) error {
	lists, err := tx.Lists.OfOccasion(ctx, v, occasionID, true)
	if err != nil {
		return err
	}
	for _, l := range lists {
		n, err := countItems(ctx, tx, v, l)
		if err != nil {
			return err
		}
		if n > 0 {
			return apperr.New(apperr.Conflict, "There are gifts on “%s” already, so the start is not taken back.", l.Name)
		}
	}
	for _, l := range lists {
		if err := record(ctx, tx, v, onList(domain.VerbDeleted, l), payload{Title: l.Name}); err != nil {
			return err
		}
		if err := trashList(ctx, tx, v, l); err != nil {
			return err
		}
	}
	return nil
}
