package service

import (
	"context"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// unknownYear stands for a birth year that nobody knows: a leap year, so that 29 February stays what it is.
const unknownYear = 2000

// birthdayDate is the day a person was born, in unknownYear when the year is not known. The person has a birthday.
func birthdayDate(p model.Person) calendar.Date {
	year := unknownYear
	if p.BirthYear != nil {
		year = *p.BirthYear
	}
	return calendar.On(year, time.Month(*p.BirthMonth), *p.BirthDay)
}

// followBirthday keeps a person's birthday occasion in line with their name and birthdate: made, moved, renamed, or
// gone with the date.
func followBirthday(ctx context.Context, tx *repository.Store, v domain.Viewer, today calendar.Date, p model.Person) error {
	if p.BirthDay == nil || p.ArchivedAt != nil {
		return dropBirthday(ctx, tx, v, p.ID)
	}
	row, err := birthdayOf(ctx, tx, v, p.ID)
	missing := apperr.CodeOf(err) == apperr.NotFound
	if err != nil && !missing {
		return err
	}
	before := row
	row.Name = birthdayName(ctx, row.Name, p.DisplayName)
	row.NameKey = text.Key(row.Name)
	row.Date = birthdayDate(p)
	if missing || before.Date != row.Date {
		from, err := notBefore(ctx, tx, v, today, row)
		if err != nil {
			return err
		}
		row.NextOn = calendar.Next(row.Date, calendar.Yearly, from)
	}
	if missing {
		row.Type, row.Recurrence, row.PersonID = domain.OccasionBirthday, calendar.Yearly, &p.ID
		if err := tx.Occasions.Create(ctx, v, &row); err != nil {
			return err
		}
		return tx.Occasions.SetPeople(ctx, v, row.ID, []model.OccasionPerson{{PersonID: p.ID}})
	}
	if before.Name == row.Name && before.Date == row.Date {
		return nil
	}
	return tx.Occasions.Update(ctx, v, &row, "name", "name_key", "date", "next_on")
}

// notBefore is the first day on which a birthday may come: today, or next year when this year's is an occasion of its own.
func notBefore(ctx context.Context, tx *repository.Store, v domain.Viewer, today calendar.Date, row model.Occasion) (calendar.Date, error) {
	if row.FollowsID == nil {
		return today, nil
	}
	before, err := tx.Occasions.Get(ctx, v, *row.FollowsID)
	if apperr.CodeOf(err) == apperr.NotFound {
		return today, nil
	}
	if next := calendar.On(before.NextOn.Year+1, time.January, 1); err == nil && today.Before(next) {
		return next, nil
	}
	return today, err
}

// birthdayOf is the birthday occasion of a person. One in the trash comes back, with its lists and budgets.
func birthdayOf(ctx context.Context, tx *repository.Store, v domain.Viewer, personID string) (model.Occasion, error) {
	row, err := tx.Occasions.BirthdayOf(ctx, v, personID)
	if apperr.CodeOf(err) != apperr.NotFound {
		return row, err
	}
	gone, err := tx.Occasions.TrashedBirthday(ctx, v, personID)
	if err != nil {
		return row, err
	}
	if err := tx.Occasions.Restore(ctx, v, gone.ID); err != nil {
		return row, err
	}
	return tx.Occasions.Get(ctx, v, gone.ID)
}

// dropBirthday puts a person's birthday occasion into the trash, if there is one.
func dropBirthday(ctx context.Context, tx *repository.Store, v domain.Viewer, personID string) error {
	row, err := tx.Occasions.BirthdayOf(ctx, v, personID)
	if apperr.CodeOf(err) == apperr.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	return tx.Occasions.Trash(ctx, v, row.ID)
}
