package money

import (
	"cmp"
	"slices"
	"strings"
)

// Hint is what is known about a price beside its text.
type Hint struct {
	Currency string // as the page says it: a code or a symbol; "" when it does not
	Country  string // the shop's two-letter country; "" when unknown
}

// code is the currency that the hint alone tells, or "".
func (h Hint) code() string {
	return cmp.Or(Recognize(h.Currency, h.Country), ForCountry(h.Country))
}

// resolve picks among the currencies that share a symbol: the page's, the
// country's, or the likeliest.
func (s *symbol) resolve(hint Hint) string {
	for _, code := range []string{hint.Currency, ForCountry(hint.Country)} {
		if slices.Contains(s.codes, code) {
			return code
		}
	}
	return s.codes[0]
}

// cutCurrency takes the currency off a text that holds one price, and says which
// one it is ("" when none stands there). What is not understood is left in.
func cutCurrency(text string, hint Hint) (rest, code string) {
	first := strings.IndexAny(text, "0123456789")
	last := strings.LastIndexAny(text, "0123456789")
	if first < 0 {
		return text, ""
	}
	if first > 0 && strings.Contains(".,", text[first-1:first]) {
		first--
	}
	before, tail, after := strings.TrimSpace(text[:first]), "", strings.TrimSpace(text[last+1:])
	if len(after) > 1 && strings.Contains(".-,-:-", after[:2]) {
		after, tail = strings.TrimSpace(strings.TrimLeft(after, ".,:-")), after[:2]
	}
	minus := ""
	if unsigned, ok := strings.CutSuffix(before, "-"); ok {
		before, minus = strings.TrimSpace(unsigned), "-"
	}
	ahead, behind := symbolAtEnd(before), symbolAtStart(after)
	if ahead != nil {
		before = strings.TrimSpace(before[:len(before)-len(ahead.text)])
	}
	if behind != nil {
		after = strings.TrimSpace(after[len(behind.text):])
	}
	rest = before + minus + text[first:last+1] + tail + after
	return rest, pick(ahead, behind, hint)
}

// pick decides between the symbols on both sides of a number: the one that names
// fewer currencies says more ("$12.50 AUD").
func pick(ahead, behind *symbol, hint Hint) string {
	switch {
	case ahead == nil && behind == nil:
		return ""
	case ahead == nil, behind != nil && len(behind.codes) < len(ahead.codes):
		return behind.resolve(hint)
	default:
		return ahead.resolve(hint)
	}
}

// Recognize is the currency that a code, symbol or name stands for: "EUR", "eur",
// "€", "Kč"; "" when it is none. The country decides between currencies that
// share a symbol.
func Recognize(text, country string) string {
	if code := strings.ToUpper(strings.TrimSpace(text)); Valid(code) {
		return code
	}
	if s := symbolWithin(clean(text)); s != nil {
		return s.resolve(Hint{Country: country})
	}
	return ""
}
