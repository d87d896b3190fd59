package money

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/bojanz/currency"
)

// style is how one locale writes one currency. CLDR's rules are read off the
// library's output for a few probes, once: a page shows hundreds of prices, and
// the library takes 35 allocations for each.
type style struct {
	prefix, suffix       string // around a number: "$", " €"
	negPrefix, negSuffix string
	decimal, group       string
	primary, secondary   int // sizes of the digit groups: 3 and 3, in India 3 and 2; 0 for none
	minGrouped           int // the fewest whole digits that are grouped: 4 or more
	zero                 rune
}

type styleKey struct{ locale, currency string }

// styles caches every style used. Locales are chosen from a list in a family's
// settings, so it stays small.
var styles sync.Map

func styleFor(locale, code string) *style {
	key := styleKey{locale, code}
	if found, ok := styles.Load(key); ok {
		return found.(*style)
	}
	made := newStyle(locale, code)
	styles.Store(key, made)
	return made
}

func newStyle(locale, code string) *style {
	formatter := currency.NewFormatter(currency.NewLocale(locale))
	probeCode := code
	if !Valid(code) {
		probeCode = "USD"
		formatter.CurrencyDisplay = currency.DisplayNone
	}
	show := func(number string) string {
		amount, _ := currency.NewAmount(number, probeCode) // both are ours and valid
		return formatter.Format(amount)
	}

	if !strings.ContainsFunc(show("1"), unicode.IsDigit) {
		return newStyle("en", code) // the library has no format for what is no locale
	}
	s := &style{}
	s.readNumber(show("1234567.5"))
	s.prefix, s.suffix = around(show("1"))
	s.negPrefix, s.negSuffix = around(show("-1"))
	for _, probe := range []string{"1234567", "123456", "12345", "1234"} {
		number := strings.TrimSuffix(strings.TrimPrefix(show(probe), s.prefix), s.suffix)
		if s.group != "" && strings.Contains(number, s.group) {
			s.minGrouped = len(probe)
		}
	}
	if !Valid(code) && code != "" {
		s.suffix += "\u00a0" + code
		s.negSuffix += "\u00a0" + code
	}
	return s
}

// readNumber takes the separators and group sizes from a written 1234567.5.
func (s *style) readNumber(probe string) {
	prefix, suffix := around(probe)
	number := strings.TrimSuffix(strings.TrimPrefix(probe, prefix), suffix)
	one, _ := utf8.DecodeRuneInString(number)
	s.zero = one - 1

	runs := strings.FieldsFunc(number, func(r rune) bool { return !unicode.IsDigit(r) })
	marks := strings.FieldsFunc(number, unicode.IsDigit)
	s.decimal = marks[len(marks)-1]
	if len(marks) > 1 {
		s.group = marks[0]
		s.primary = utf8.RuneCountInString(runs[len(runs)-2])
		s.secondary = utf8.RuneCountInString(runs[len(runs)-3])
	}
}

// around is what stands before the first and after the last digit.
func around(text string) (prefix, suffix string) {
	first := strings.IndexFunc(text, unicode.IsDigit)
	last := strings.LastIndexFunc(text, unicode.IsDigit)
	_, size := utf8.DecodeRuneInString(text[last:])
	return text[:first], text[last+size:]
}
