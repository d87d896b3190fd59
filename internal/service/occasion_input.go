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
	f := apperr.Fields{}
	if row.PersonID == nil {
		row.Name = required(f, "name", in.Name, "Enter a name.", maxName)
		row.NameKey = text.Key(row.Name)
		row.Type = choice(f, "type", in.Type, domain.OccasionTypes)
		row.Recurrence = choice(f, "recurrence", in.Recurrence, calendar.Recurrences)
		row.Date = date(f, "date", in.Date)
		row.NextOn = calendar.Next(row.Date, row.Recurrence, today)
	}
	row.Notes = notes(f, "notes", in.Notes)
	if row.PersonID != nil && !slices.Contains(in.PersonIDs, *row.PersonID) {
		in.PersonIDs = append(slices.Clone(in.PersonIDs), *row.PersonID)
	}
	scope := scopeOf(f, v, in, before)
	if ownAlone := len(scope) == 1 && v.Is(scope[0].PersonID); !ownAlone {
		row.Budget = priceIn(f, v, "budget", in.Budget, v.Currency)
	}
	return scope, f.Err()
}

// scopeOf are the people of the form with their budgets. A birthday's own person and the viewer's own budget stay.
func scopeOf(f apperr.Fields, v domain.Viewer, in dto.OccasionInput, before []repository.ScopeRow) []model.OccasionPerson {
	var scope []model.OccasionPerson
	for _, id := range in.PersonIDs {
		if slices.ContainsFunc(scope, func(p model.OccasionPerson) bool { return p.PersonID == id }) {
			continue
		}
		p := model.OccasionPerson{PersonID: id}
		if v.Is(id) {
			p.Budget = heldBudget(before, id)
		} else {
			p.Budget = priceIn(f, v, "person_budget_"+id, in.Budgets[id], v.Currency)
		}
		scope = append(scope, p)
	}
	for _, r := range before {
		keepBudget(f, v, in, r)
	}
	return scope
}

// keepBudget refuses to drop somebody's budget in passing: whoever takes them off the occasion empties it too.
func keepBudget(f apperr.Fields, v domain.Viewer, in dto.OccasionInput, was repository.ScopeRow) {
	typed, given := in.Budgets[was.PersonID]
	if was.Budget == nil || v.Is(was.PersonID) || slices.Contains(in.PersonIDs, was.PersonID) || given && blank(typed) {
		return
	}
	f.Add("person_budget_"+was.PersonID, "%s has a budget of %s here. Empty it too, or leave %s on the occasion.",
		was.DisplayName, moneyOrNil(v, was.Budget, v.Currency).Text, was.DisplayName)
}

func heldBudget(rows []repository.ScopeRow, personID string) *int64 {
	for _, r := range rows {
		if r.PersonID == personID {
			return r.Budget
		}
	}
	return nil
}

// date reads a day as date inputs send it.
func date(f apperr.Fields, field, typed string) calendar.Date {
	if blank(typed) {
		f.Add(field, "Enter a date.")
		return calendar.Date{}
	}
	d, err := calendar.Parse(text.Line(typed))
	if err != nil || d.Year < firstYear || d.Year > lastYear {
		f.Add(field, "Write the date like 2026-12-24.")
	}
	return d
}

// pastDate reads a day that has been.
func pastDate(f apperr.Fields, field, typed string, today calendar.Date) calendar.Date {
	d := date(f, field, typed)
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
		err = apperr.Fields{"person_ids": "Choose people of the family."}.Err()
	}
	return err
}
