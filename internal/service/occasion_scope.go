package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// scopeOf are the people of the form with their budgets. A birthday's own person and the viewer's own budget stay, and
// so does a budget that the form shows as it was: somebody may have set it meanwhile.
func scopeOf(f apperr.Form, v domain.Viewer, in dto.OccasionInput, before []repository.ScopeRow) []model.OccasionPerson {
	var scope []model.OccasionPerson
	for _, id := range in.PersonIDs {
		if inScope(scope, id) {
			continue
		}
		p := model.OccasionPerson{PersonID: id}
		if v.Is(id) || untouched(in, id) {
			p.Budget = budgetOf(before, id)
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

// untouched reports whether a person's budget was left as the form showed it.
func untouched(in dto.OccasionInput, personID string) bool {
	shown, known := in.Shown[personID]
	return known && text.Line(shown) == text.Line(in.Budgets[personID])
}

// keepBudget refuses to drop somebody's budget in passing: whoever takes them off the occasion empties it too.
func keepBudget(f apperr.Form, v domain.Viewer, in dto.OccasionInput, was repository.ScopeRow) {
	typed, given := in.Budgets[was.PersonID]
	emptied := given && blank(typed) && !untouched(in, was.PersonID)
	if was.Budget == nil || v.Is(was.PersonID) || slices.Contains(in.PersonIDs, was.PersonID) || emptied {
		return
	}
	f.Add("person_budget_"+was.PersonID, "%s has a budget of %s here. Empty it too, or leave %s on the occasion.",
		was.DisplayName, moneyOrNil(v, was.Budget, v.Currency).Text, was.DisplayName)
}

func inScope(scope []model.OccasionPerson, personID string) bool {
	return slices.ContainsFunc(scope, func(p model.OccasionPerson) bool { return p.PersonID == personID })
}

func budgetOf(rows []repository.ScopeRow, personID string) *int64 {
	for _, r := range rows {
		if r.PersonID == personID {
			return r.Budget
		}
	}
	return nil
}

// ownAlone reports whether an occasion is for the viewer and nobody else: what it may cost is then not theirs to see.
func ownAlone(v domain.Viewer, scope []model.OccasionPerson) bool {
	return len(scope) == 1 && v.Is(scope[0].PersonID)
}

// setPeople makes scope the people of an occasion, and loses no budget that the viewer does not see. What the occasion
// may cost while it is the viewer's alone is what it may cost for them; so it becomes their budget once others join. What
// others set for the viewer is held while they take themselves off, and comes back with them, whoever puts them on.
func setPeople(ctx context.Context, tx *repository.Store, v domain.Viewer, was model.Occasion, before []repository.ScopeRow, scope []model.OccasionPerson) error {
	own := budgetOf(before, v.PersonID)
	if alone := len(before) == 1 && v.Is(before[0].PersonID); alone && !ownAlone(v, scope) && own == nil {
		own = was.Budget
	}
	var joined []string
	for i, p := range scope {
		if v.Is(p.PersonID) {
			scope[i].Budget = own
		}
		if !slices.ContainsFunc(before, func(r repository.ScopeRow) bool { return r.PersonID == p.PersonID }) {
			joined = append(joined, p.PersonID)
		}
	}
	if err := bringBack(ctx, tx, v, was.ID, scope, joined); err != nil {
		return err
	}
	if own != nil && !inScope(scope, v.PersonID) {
		err := tx.Occasions.HoldBudget(ctx, v, model.HeldBudget{OccasionID: was.ID, PersonID: v.PersonID, Budget: *own})
		if err != nil {
			return err
		}
	}
	return tx.Occasions.SetPeople(ctx, v, was.ID, scope)
}

// bringBack gives those who join an occasion the budget that was held for them, unless the form sets another.
func bringBack(ctx context.Context, tx *repository.Store, v domain.Viewer, occasionID string, scope []model.OccasionPerson, joined []string) error {
	if len(joined) == 0 {
		return nil
	}
	held, err := tx.Occasions.HeldBudgets(ctx, v, occasionID, joined)
	if err != nil {
		return err
	}
	for _, h := range held {
		for i, p := range scope {
			if p.PersonID == h.PersonID && p.Budget == nil {
				scope[i].Budget = &h.Budget
			}
		}
	}
	return tx.Occasions.DropHeld(ctx, v, occasionID, joined)
}
