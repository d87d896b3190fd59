package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/money"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Forecast says what the budgets of a list's occasion come to if the gift of a form that adds it is bought: beside what
// is committed, as the meters count it. What is typed wrong counts as no price: the form itself says what is wrong. Of
// the viewer's own list it says nothing, like the meters.
func (s *Items) Forecast(ctx context.Context, v domain.Viewer, listID string, in dto.AddInput) (dto.Forecast, error) {
	list, err := s.foreseen(ctx, v, listID)
	if err != nil {
		return dto.Forecast{}, err
	}
	gift := model.Gift{Currency: firstOf(in.Currency, v.Currency)}
	if in.GiftID == "" {
		if a := price(apperr.Form{}, v, "price", in.Price, gift.Currency); a != nil {
			gift.Price, gift.Currency = &a.Minor, a.Currency
		}
	} else if gift, err = s.store.Gifts.Get(ctx, v, in.GiftID); err != nil {
		return dto.Forecast{}, err
	}
	row := repository.ItemRow{GiftPrice: gift.Price, GiftCurrency: gift.Currency}
	row.Currency = firstOf(gift.Currency, v.Currency)
	return s.forecast(ctx, v, list, nil, typedCost(v, list.List, row, in.ItemInput))
}

// ForecastOf is Forecast for the form of an item that is there: what it has committed makes room for what is typed.
func (s *Items) ForecastOf(ctx context.Context, v domain.Viewer, id string, in dto.ItemInput) (dto.Forecast, error) {
	row, err := s.store.Items.Planned(ctx, v, id)
	if err != nil {
		return dto.Forecast{}, err
	}
	list, err := s.foreseen(ctx, v, row.ListID)
	if err != nil {
		return dto.Forecast{}, err
	}
	var was *dto.Money
	if row.Status.Committed() {
		was = cost(v, &row)
	}
	return s.forecast(ctx, v, list, was, typedCost(v, list.List, row, in))
}

// Form returns an item for its form, and what the budgets come to with it as it is.
func (s *Items) Form(ctx context.Context, v domain.Viewer, id string) (dto.ItemForm, error) {
	row, err := s.store.Items.Planned(ctx, v, id)
	if err != nil {
		return dto.ItemForm{}, err
	}
	list, err := s.foreseen(ctx, v, row.ListID)
	if err != nil {
		return dto.ItemForm{}, err
	}
	out := dto.ItemForm{Item: toItem(v, &row), List: toList(v, list)}
	if row.Status.Committed() { // it counts already
		out.Forecast, err = s.forecast(ctx, v, list, nil, nil)
	} else {
		out.Forecast, err = s.forecast(ctx, v, list, nil, cost(v, &row))
	}
	return out, err
}

// foreseen is a list to which the viewer may add.
func (s *Items) foreseen(ctx context.Context, v domain.Viewer, listID string) (repository.ListRow, error) {
	if err := policy.Change(v); err != nil {
		return repository.ListRow{}, err
	}
	return s.store.Lists.Named(ctx, v, listID)
}

// typedCost is what an item counts with as it is typed, nil where that is nothing yet.
func typedCost(v domain.Viewer, list model.List, row repository.ItemRow, in dto.ItemInput) *dto.Money {
	if fillItem(v, list, &row.ListItem, in) != nil {
		return nil
	}
	return cost(v, &row)
}

// forecast compares with each budget what is committed of it, as far as the viewer sees, with one price for another.
func (s *Items) forecast(ctx context.Context, v domain.Viewer, list repository.ListRow, was, is *dto.Money) (dto.Forecast, error) {
	out := dto.Forecast{Home: v.Currency}
	if list.OccasionID == nil || list.OccasionName == nil || v.Is(idOf(list.TargetPersonID)) {
		return out, nil
	}
	o, err := (&Occasions{s.core}).Get(ctx, v, *list.OccasionID)
	if err != nil {
		return out, err
	}
	tallies, err := s.store.Items.Tally(ctx, v, repository.TallyByOccasion, []string{o.ID})
	if err != nil {
		return out, err
	}
	more := homeMinor(v, is) - homeMinor(v, was)
	for _, p := range o.People {
		if p.PersonID == idOf(list.TargetPersonID) && p.Budget != nil {
			theirs := pick(tallies, func(t repository.Tally) bool { return t.PersonID == p.PersonID })
			out.Budgets = append(out.Budgets, soFar(v, p.Name, *p.Budget, theirs, more))
		}
	}
	if o.Budget != nil {
		out.Budgets = append(out.Budgets, soFar(v, o.Name, *o.Budget, tallies, more))
	}
	out.Priced = is != nil && is.Currency == v.Currency
	if is != nil && is.Currency != v.Currency && len(out.Budgets) > 0 {
		out.Foreign = is.Currency
	}
	return out, nil
}

// soFar is a budget with what tallies commit of it, and more. The warnings begin where those of the meters do.
func soFar(v domain.Viewer, of string, budget dto.Money, tallies []repository.Tally, more int64) dto.BudgetSoFar {
	all := meter(v, &budget.Minor, tallies).Committed.Minor + more
	b := dto.BudgetSoFar{
		Of: of, Budget: budget, Comes: moneyOf(v, money.Amount{Minor: all, Currency: v.Currency}), Level: level(all, budget.Minor),
	}
	if _, b.Percent = share(all, budget.Minor); b.Percent != "" {
		b.Percent = money.Percent(b.Percent, v.Locale)
	}
	return b
}

// homeMinor is an amount as far as budgets count it: in the home currency.
func homeMinor(v domain.Viewer, m *dto.Money) int64 {
	if m == nil || m.Currency != v.Currency {
		return 0
	}
	return m.Minor
}
