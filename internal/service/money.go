package service

import (
	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/money"
	"kinlist/internal/repository"
)

// maxPrice is the largest amount that a column holds, in minor units.
const maxPrice = 10_000_000_000_000

func moneyOf(v domain.Viewer, a money.Amount) dto.Money {
	return dto.Money{Minor: a.Minor, Currency: a.Currency, Text: money.Format(a, v.Locale), Input: money.Input(a, v.Locale)}
}

// moneyOrNil is an amount of a column that may be NULL.
func moneyOrNil(v domain.Viewer, minor *int64, currency string) *dto.Money {
	if minor == nil {
		return nil
	}
	m := moneyOf(v, money.Amount{Minor: *minor, Currency: currency})
	return &m
}

// price reads an amount as the viewer typed it, in the currency that the text names or else the given one. Nothing
// typed is no price.
func price(f apperr.Form, v domain.Viewer, field, typed, currency string) *money.Amount {
	if blank(typed) {
		return nil
	}
	a, err := money.Parse(typed, v.Locale, currency)
	switch {
	case err != nil:
		f.Say(field, sentenceOf(err))
		return nil
	case a.Minor > maxPrice:
		f.Add(field, "This amount is too large.")
		return nil
	}
	return &a
}

// priceIn is price for a field whose currency is settled.
func priceIn(f apperr.Form, v domain.Viewer, field, typed, currency string) *int64 {
	a := price(f, v, field, typed, currency)
	if a == nil {
		return nil
	}
	if a.Currency != currency {
		f.Add(field, "Write this amount in %s.", currency)
		return nil
	}
	return &a.Minor
}

// sums adds tallies into planned, committed and spent, per currency. What is dropped counts nowhere.
func sums(v domain.Viewer, tallies []repository.Tally) dto.Sums {
	planned, committed, spent := totals(tallies)
	return dto.Sums{Planned: written(v, planned), Committed: written(v, committed), Spent: written(v, spent)}
}

func totals(tallies []repository.Tally) (planned, committed, spent money.Totals) {
	for _, t := range tallies {
		if t.Status == domain.StatusDropped || t.Currency == "" {
			continue
		}
		switch {
		case t.Status.Committed():
			committed.Add(money.Amount{Minor: t.Cost, Currency: t.Currency})
		default:
			planned.Add(money.Amount{Minor: t.Cost, Currency: t.Currency})
		}
		spent.Add(money.Amount{Minor: t.Spent, Currency: t.Currency})
	}
	return planned, committed, spent
}

// written lists the sums that are not zero.
func written(v domain.Viewer, t money.Totals) []dto.Money {
	var all []dto.Money
	for _, a := range t.List(v.Currency) {
		if a.Minor != 0 {
			all = append(all, moneyOf(v, a))
		}
	}
	return all
}

// counts adds tallies into numbers by status, in the order of the path, the zero ones left out.
func counts(tallies []repository.Tally) []dto.StatusCount {
	byStatus := map[domain.Status]int{}
	for _, t := range tallies {
		byStatus[t.Status] += t.Items
	}
	var all []dto.StatusCount
	for _, s := range domain.Statuses {
		if n := byStatus[s]; n > 0 {
			all = append(all, dto.StatusCount{Status: s, Count: n})
		}
	}
	return all
}

// live counts the items of tallies that are not dropped.
func live(tallies []repository.Tally) int {
	n := 0
	for _, t := range tallies {
		if t.Status != domain.StatusDropped {
			n += t.Items
		}
	}
	return n
}

// coverage counts the items of tallies: those in hand or given, and all but the dropped.
func coverage(tallies []repository.Tally) dto.Coverage {
	c := dto.Coverage{Total: live(tallies)}
	for _, t := range tallies {
		if t.Status.Committed() {
			c.Chosen += t.Items
		}
	}
	return c
}

// pick keeps the tallies that match.
func pick(tallies []repository.Tally, match func(repository.Tally) bool) []repository.Tally {
	var some []repository.Tally
	for _, t := range tallies {
		if match(t) {
			some = append(some, t)
		}
	}
	return some
}
