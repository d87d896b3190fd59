// Package money reads, writes and adds prices. An amount is a whole number of
// minor units in one ISO 4217 currency; nothing here ever uses a float.
package money

import (
	"math"
	"strconv"
	"strings"
)

// Amount is a price: minor units (cents for EUR, yen for JPY) and the currency.
// An empty Currency means that the currency is not known; such an amount has
// two decimals.
type Amount struct {
	Minor    int64
	Currency string
}

// Decimal writes an amount as machines do: "12.50", with the currency's number
// of decimals, a dot, and no grouping.
func Decimal(a Amount) string {
	whole, fraction := digitsOf(a)
	if a.Minor < 0 {
		whole = "-" + whole
	}
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// FromDecimal reads what Decimal writes and what structured data holds:
// "12.5", "1299", "0.499". Decimals beyond the currency's own are rounded.
// Anything else (signs, grouping, a comma) is refused.
func FromDecimal(text, currency string) (Amount, bool) {
	whole, fraction, dotted := strings.Cut(text, ".")
	if whole == "" || !isDigits(whole) || dotted && !isDigits(fraction) {
		return Amount{}, false
	}
	minor, ok := toMinor(whole, fraction, Digits(currency))
	return Amount{Minor: minor, Currency: currency}, ok
}

// digitsOf splits the absolute value of an amount around its decimal sign.
func digitsOf(a Amount) (whole, fraction string) {
	digits := Digits(a.Currency)
	text := strconv.FormatUint(magnitude(a.Minor), 10)
	if missing := digits + 1 - len(text); missing > 0 {
		text = strings.Repeat("0", missing) + text
	}
	return text[:len(text)-digits], text[len(text)-digits:]
}

// magnitude is the absolute value, which for the smallest int64 only an
// unsigned integer can hold.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// toMinor turns digits into minor units, rounding half up what the currency
// cannot hold. It is false when the number is too large for an int64.
func toMinor(whole, fraction string, digits int) (int64, bool) {
	up := len(fraction) > digits && fraction[digits] >= '5'
	fraction = (fraction + "0000")[:max(digits, 0)]
	minor, err := strconv.ParseInt(whole+fraction, 10, 64)
	if err != nil || up && minor == math.MaxInt64 {
		return 0, false
	}
	if up {
		minor++
	}
	return minor, true
}

func isDigits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
