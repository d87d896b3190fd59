package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Occasions lie between these years; anything else is a slip of the finger.
const (
	firstYear = 1850
	lastYear  = 2200
)

// fillOccasion puts a checked form into the row and returns the people in its scope. before are those of the stored
// row: the viewer does not see the budget for themselves, so the form cannot take it away.
func fillOccasion(v domain.Viewer, today calendar.Date, row *model.Occasion, in dto.OccasionInput, before []repository.ScopeRow) ([]model.OccasionPerson, error) {
	if err := policy.Change(v); err != nil {
		return nil, err
	}
	f := apperr.Form{}
	held := *row
	if row.PersonID == nil {
		row.Name = required(f, "name", in.Name, "Enter a name.", maxName)
		row.NameKey = text.Key(row.Name)
		row.Type = choice(f, "type", in.Type, domain.OccasionTypes)
		row.Recurrence = choice(f, "recurrence", in.Recurrence, calendar.Recurrences)
		row.Date = date(f, v, "date", in.Date, today, calendar.Upcoming)
		if row.Date != held.Date || row.Recurrence != held.Recurrence { // else the next day stays, which may be next year's
			row.NextOn = calendar.Next(row.Date, row.Recurrence, today)
		}
	}
	row.Notes = notes(f, "notes", in.Notes)
	if row.PersonID != nil && !slices.Contains(in.PersonIDs, *row.PersonID) {
		in.PersonIDs = append(slices.Clone(in.PersonIDs), *row.PersonID)
	}
	scope := scopeOf(f, v, in, before)
	if !ownAlone(v, scope) {
		row.Budget = priceIn(f, v, "budget", in.Budget, v.Currency)
	}
	return scope, f.Err()
}

// date reads a day as people of the family's locale type it; without a year it lies on the given side of today.
func date(f apperr.Form, v domain.Viewer, field, typed string, today calendar.Date, side calendar.Side) calendar.Date {
	if blank(typed) {
		f.Add(field, "Enter a date.")
		return calendar.Date{}
	}
	d, err := calendar.ReadTyped(text.Line(typed), v.Locale, today, side)
	if err != nil || d.Year < firstYear || d.Year > lastYear {
		f.Add(field, "Write the date like 24 Dec 2026, 24.12. or 2026-12-24.")
	}
	return d
}

// pastDate reads a day that has been.
func pastDate(f apperr.Form, v domain.Viewer, field, typed string, today calendar.Date) calendar.Date {
	d := date(f, v, field, typed, today, calendar.Past)
	if d.After(today) {
		f.Add(field, "This day is still to come: %s.", d)
	}
	return d
}

// checkPeople makes sure that everybody in the scope is a person of the family.
func checkPeople(ctx context.Context, tx *repository.Store, v domain.Viewer, scope []model.OccasionPerson) error {
	ids := make([]string, len(scope))
	for i, p := range scope {
		ids[i] = p.PersonID
	}
	rows, err := tx.People.ByIDs(ctx, v, ids)
	if err == nil && len(rows) != len(ids) {
		err = apperr.Wrong("person_ids", "Choose people of the family.")
	}
	return err
}
