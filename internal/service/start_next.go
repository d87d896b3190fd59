package service

import (
	"context"
	"regexp"
	"strconv"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// StartNext starts next year's occasion from this one and returns its id. The new one takes over all but the items: how
// it comes again, people with their budgets, the person whose birthday it is, and an empty list for each list that the
// viewer sees. This one stays as the day of its year, with its lists. Asked again, by whomever, it only adds what is
// missing.
func (s *Occasions) StartNext(ctx context.Context, v domain.Viewer, id string) (string, error) {
	if err := policy.Change(v); err != nil {
		return "", err
	}
	if err := advance(ctx, s.store, v, s.today(v)); err != nil {
		return "", err
	}
	next := ""
	err := s.write(ctx, v, func(tx *repository.Store) error {
		old, err := tx.Occasions.Held(ctx, v, id)
		if err != nil {
			return err
		}
		row, started, err := successor(ctx, tx, v, old)
		if err != nil {
			return err
		}
		if !started {
			if old, row, err = s.carryOn(ctx, tx, v, old); err != nil {
				return err
			}
		}
		next = row.ID
		if err := copyPeople(ctx, tx, v, old, row, started); err != nil {
			return err
		}
		return copyLists(ctx, tx, v, old, row)
	})
	return next, err
}

// successor is the occasion that was started from old, brought back where it went into the trash; false before that.
func successor(ctx context.Context, tx *repository.Store, v domain.Viewer, old model.Occasion) (model.Occasion, bool, error) {
	row, err := tx.Occasions.After(ctx, v, old.ID)
	if apperr.CodeOf(err) == apperr.NotFound {
		return row, false, nil
	}
	if err == nil && row.DeletedAt != nil {
		if err := tx.Occasions.Restore(ctx, v, row.ID); err != nil {
			return row, false, err
		}
		row, err = tx.Occasions.Get(ctx, v, row.ID)
	}
	return row, true, err
}

// carryOn makes old the one day of its year, and a new occasion out of what it was.
func (s *Occasions) carryOn(ctx context.Context, tx *repository.Store, v domain.Viewer, old model.Occasion) (past, next model.Occasion, err error) {
	day, err := s.dayOf(ctx, tx, v, old)
	if err != nil {
		return past, next, err
	}
	past, next = old, nextYears(old, day, s.today(v))
	past.Date, past.NextOn, past.Recurrence, past.PersonID = day, day, calendar.Once, nil
	past.Name = nameOfYear(old, day)
	past.NameKey = text.Key(past.Name)
	if err := tx.Occasions.Update(ctx, v, &past, "name", "name_key", "date", "next_on", "recurrence", "person_id"); err != nil {
		return past, next, err
	}
	if err := record(ctx, tx, v, onOccasion(domain.VerbUpdated, past), payload{Title: past.Name}); err != nil {
		return past, next, err
	}
	if err := tx.Occasions.Create(ctx, v, &next); err != nil {
		return past, next, err
	}
	if err := keepThing(ctx, tx, v, domain.VerbCreated, domain.EntityOccasion, next.ID, next.Version, was{Started: true}); err != nil {
		return past, next, err
	}
	return past, next, record(ctx, tx, v, onOccasion(domain.VerbCreated, next), payload{Title: next.Name})
}

// nameOfYear is what an occasion is called as the day of its year.
func nameOfYear(o model.Occasion, day calendar.Date) string {
	if o.PersonID != nil || !yearInName.MatchString(o.Name) {
		return o.Name + " " + strconv.Itoa(day.Year)
	}
	return o.Name
}

// dayOf is the day that an occasion is about now: the nearest, and none that belongs to the one before it.
func (s *Occasions) dayOf(ctx context.Context, tx *repository.Store, v domain.Viewer, o model.Occasion) (calendar.Date, error) {
	day := calendar.Around(o.Date, o.Recurrence, s.today(v))
	if o.FollowsID == nil {
		return day, nil
	}
	before, err := tx.Occasions.Get(ctx, v, *o.FollowsID)
	if apperr.CodeOf(err) == apperr.NotFound {
		return day, nil
	}
	if err == nil && !day.After(before.NextOn) {
		day = o.NextOn
	}
	return day, err
}

// nextYears is what follows an occasion after its day of this year, and is not over yet.
func nextYears(old model.Occasion, day, today calendar.Date) model.Occasion {
	from := day.AddDays(1)
	if from.Before(today) {
		from = today
	}
	next := model.Occasion{
		Type: old.Type, Recurrence: old.Recurrence, Budget: old.Budget, Notes: old.Notes, PersonID: old.PersonID, FollowsID: &old.ID,
	}
	if old.Recurrence == calendar.Once {
		next.NextOn = calendar.Next(day, calendar.Yearly, from)
	} else {
		next.NextOn = calendar.Next(old.Date, old.Recurrence, from)
	}
	next.Date = next.NextOn
	if leapDay := old.Recurrence == calendar.Yearly && next.NextOn.Day != old.Date.Day; leapDay || old.PersonID != nil {
		next.Date = old.Date // 29 February, or the day of birth, is not forgotten
	}
	next.Name = old.Name
	if old.PersonID == nil {
		next.Name = countUp(old.Name, yearsOn(day, next.Date))
	}
	next.NameKey = text.Key(next.Name)
	return next
}

// copyPeople puts the people of old on next. To an occasion that was there already it only adds, and says so.
func copyPeople(ctx context.Context, tx *repository.Store, v domain.Viewer, old, next model.Occasion, started bool) error {
	added, err := tx.Occasions.CopyPeople(ctx, v, old.ID, next.ID)
	if err != nil || !started || added == 0 {
		return err
	}
	if err := tx.Occasions.Update(ctx, v, &next); err != nil {
		return err
	}
	return record(ctx, tx, v, onOccasion(domain.VerbUpdated, next), payload{Title: next.Name})
}

var yearInName = regexp.MustCompile(`\b(?:19|20|21)\d\d\b`)

// countUp is a name with the year in it moved on; a name without one stays.
func countUp(name string, years int) string {
	at := yearInName.FindStringIndex(name)
	if at == nil {
		return name
	}
	year, err := strconv.Atoi(name[at[0]:at[1]])
	if err != nil {
		return name // four digits always are a number
	}
	return name[:at[0]] + strconv.Itoa(year+years) + name[at[1]:]
}

// yearsOn is how many years names count up from a day to the next, one at least: Hanukkah may come twice in a year.
func yearsOn(day, next calendar.Date) int { return max(1, next.Year-day.Year) }
