package service

import (
	"math/big"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/money"
	"kinlist/internal/repository"
)

// Warnings begin at these shares of the budget, in permille.
const (
	approachingFrom = 750
	nearFrom        = 900
	exceededFrom    = 1000
)

// meter compares what tallies commit with a budget in the home currency; nil is no budget, and so no meter. Other
// currencies are left to the sums: they are never mixed in.
func meter(v domain.Viewer, budget *int64, tallies []repository.Tally) *dto.Meter {
	if budget == nil {
		return nil
	}
	planned, committed, spent := totals(tallies)
	m := &dto.Meter{
		Budget:    moneyOf(v, money.Amount{Minor: *budget, Currency: v.Currency}),
		Planned:   moneyOf(v, planned.Of(v.Currency)),
		Committed: moneyOf(v, committed.Of(v.Currency)),
		Spent:     moneyOf(v, spent.Of(v.Currency)),
	}
	m.Permille, m.Percent = share(m.Committed.Minor, *budget)
	if m.Percent != "" {
		m.Percent = money.Percent(m.Percent, v.Locale)
	}
	m.Level = level(m.Committed.Minor, *budget)
	return m
}

// share is part of whole in permille, for a bar, and as percent with up to two decimals. Of a budget of
// zero there is no percentage: the bar is full as soon as anything is committed.
func share(part, whole int64) (permille int, percent string) {
	if whole == 0 {
		if part > 0 {
			return exceededFrom, ""
		}
		return 0, ""
	}
	exact := big.NewRat(part, whole)
	p, _ := new(big.Rat).Mul(exact, big.NewRat(1000, 1)).Float64()
	text := new(big.Rat).Mul(exact, big.NewRat(100, 1)).FloatString(2)
	return int(p), trimZeros(text)
}

// trimZeros turns "25.00" into "25" and "37.50" into "37.5".
func trimZeros(decimal string) string {
	return strings.TrimSuffix(strings.TrimRight(decimal, "0"), ".")
}

// level is how close committed is to a budget; a budget of zero is exceeded by anything at all.
func level(committed, budget int64) dto.Level {
	switch {
	case budget == 0 && committed == 0:
		return dto.LevelNone
	case committed >= budget:
		return dto.LevelExceeded
	case atLeast(committed, budget, nearFrom):
		return dto.LevelNear
	case atLeast(committed, budget, approachingFrom):
		return dto.LevelApproaching
	}
	return dto.LevelNone
}

// atLeast reports whether part is at least permille of whole; amounts are bounded far below an overflow.
func atLeast(part, whole, permille int64) bool { return part*1000 >= whole*permille }
