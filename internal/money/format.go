package money

import "strings"

// Format writes an amount as people of a locale read it (CLDR): "12,50 €" for
// de-DE, "$12.50" for en-US, "¥1,200".
func Format(a Amount, locale string) string {
	s := styleFor(locale, a.Currency)
	whole, fraction := digitsOf(a)
	number := s.grouped(whole)
	if fraction != "" {
		number += s.decimal + fraction
	}
	number = s.localized(number)
	if a.Minor < 0 {
		return s.negPrefix + number + s.negSuffix
	}
	return s.prefix + number + s.suffix
}

// Input writes an amount for a form field of a locale: "12,50", with neither
// symbol nor grouping, so that Parse reads back the very same amount.
func Input(a Amount, locale string) string {
	return strings.Replace(Decimal(a), ".", decimalSign(locale), 1)
}

// Percent writes a percentage, given with a dot, as people of a locale read it: "37,75 %".
func Percent(decimal, locale string) string {
	s := styleFor(locale, "")
	return s.localized(strings.Replace(decimal, ".", s.decimal, 1)) + " %"
}

// decimalSign is the sign between units and cents when typed with the digits of
// a keyboard: a comma or a dot, never a sign of another script.
func decimalSign(locale string) string {
	if styleFor(locale, "").decimal == "," {
		return ","
	}
	return "."
}

// grouped puts the group signs between the digits of a whole number.
func (s *style) grouped(whole string) string {
	if s.primary == 0 || len(whole) < s.minGrouped {
		return whole
	}
	cut := len(whole) - s.primary
	out := whole[cut:]
	for cut > 0 {
		from := max(cut-s.secondary, 0)
		out = whole[from:cut] + s.group + out
		cut = from
	}
	return out
}

// localized writes the digits in the locale's own script.
func (s *style) localized(number string) string {
	if s.zero == '0' {
		return number
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return s.zero + r - '0'
		}
		return r
	}, number)
}
