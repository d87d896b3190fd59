package money

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strings"
)

// Totals adds amounts per currency and never mixes two. The zero value is empty
// and ready to use. A sum that would overflow stays at the largest amount.
type Totals struct{ sums []Amount }

// Add adds an amount.
func (t *Totals) Add(a Amount) { t.AddTimes(a, 1) }

// AddTimes adds an amount as often as its quantity says.
func (t *Totals) AddTimes(a Amount, quantity int) {
	a.Minor = times(a.Minor, int64(quantity))
	for i := range t.sums {
		if t.sums[i].Currency == a.Currency {
			t.sums[i].Minor = plus(t.sums[i].Minor, a.Minor)
			return
		}
	}
	t.sums = append(t.sums, a)
}

// Of is the sum in one currency.
func (t *Totals) Of(currency string) Amount {
	for _, sum := range t.sums {
		if sum.Currency == currency {
			return sum
		}
	}
	return Amount{Currency: currency}
}

// List gives the sums, the home currency first and the others by their code.
func (t *Totals) List(home string) []Amount {
	sums := slices.Clone(t.sums)
	slices.SortFunc(sums, func(a, b Amount) int {
		return cmp.Or(
			rank(a.Currency == home)-rank(b.Currency == home),
			strings.Compare(a.Currency, b.Currency),
		)
	})
	return sums
}

// Empty reports whether nothing was added.
func (t *Totals) Empty() bool { return len(t.sums) == 0 }

func rank(first bool) int {
	if first {
		return 0
	}
	return 1
}

// times multiplies and stays within an int64.
func times(a, b int64) int64 {
	high, low := bits.Mul64(magnitude(a), magnitude(b))
	negative := (a < 0) != (b < 0)
	if high != 0 || low > math.MaxInt64 {
		return limit(negative)
	}
	if negative {
		return -int64(low)
	}
	return int64(low)
}

// plus adds and stays within an int64.
func plus(a, b int64) int64 {
	sum := a + b
	if (a > 0) == (b > 0) && (sum > 0) != (a > 0) && a != 0 && b != 0 {
		return limit(a < 0)
	}
	return sum
}

func limit(negative bool) int64 {
	if negative {
		return math.MinInt64
	}
	return math.MaxInt64
}
