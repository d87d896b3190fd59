package money

import (
	"strings"

	"kinlist/internal/lang"
)

// Error says in a sentence fit for a form field why a text is not a price.
type Error struct{ said lang.Phrase }

func (e *Error) Error() string { return e.said.String() }

// Phrase is the sentence, to be said in the reader's language.
func (e *Error) Phrase() lang.Phrase { return e.said }

// Parse reads a price as somebody of a locale types it into a form. A symbol or
// code in the text wins over the given currency. It never guesses by a factor of
// thousand: "1,299" is refused where the comma is the decimal sign.
func Parse(text, locale, currency string) (Amount, error) {
	example := Input(Amount{Minor: sampleMinor(currency), Currency: currency}, locale)
	unreadable := &Error{lang.Said("Write a price like %s.", example)}
	if len(text) > maxText {
		return Amount{}, unreadable
	}

	rest, named := cutCurrency(withoutStyle(clean(text), styleFor(locale, currency)), Hint{Currency: currency})
	if named != "" {
		currency = named
	}
	if currency != "" && !Valid(currency) {
		return Amount{}, &Error{lang.Said("%s is not a currency in use.", currency)}
	}
	if strings.HasPrefix(rest, "-") {
		return Amount{}, &Error{lang.Said("A price can't be negative.")}
	}
	written, ok := typedNumber(rest)
	if !ok {
		return Amount{}, unreadable
	}
	return written.amount(decimalSign(locale), currency, unreadable)
}

// withoutStyle takes off what Format puts around a price, so that a price that was
// copied from a page can be pasted into a form.
func withoutStyle(text string, s *style) string {
	rest, before := strings.CutPrefix(text, clean(s.prefix))
	rest, after := strings.CutSuffix(rest, clean(s.suffix))
	if !before || !after {
		return text
	}
	return strings.TrimSpace(rest)
}

// sampleMinor is an amount that shows how to write a price: 12.50, or 1250 yen.
func sampleMinor(currency string) int64 {
	if Digits(currency) == 3 {
		return 12500
	}
	return 1250
}

// typedNumber reads a text that holds one number and nothing else; a dash may
// stand for no cents, as in "49.-".
func typedNumber(text string) (number, bool) {
	for _, noCents := range []string{".-", ",-", ".--", ",--", ":-"} {
		text = strings.TrimSuffix(text, noCents)
	}
	var n number
	start := 0
	for i := range len(text) {
		if strings.IndexByte(".,' ", text[i]) >= 0 {
			n.groups = append(n.groups, text[start:i])
			n.marks += text[i : i+1]
			start = i + 1
		}
	}
	n.groups = append(n.groups, text[start:])
	for i, group := range n.groups {
		leadingDot := i == 0 && group == "" && len(n.groups) == 2
		if !isDigits(group) && !leadingDot {
			return number{}, false
		}
	}
	return n, true
}

// amount makes a typed number an amount by the locale's decimal sign.
func (n number) amount(sign, currency string, unreadable error) (Amount, error) {
	whole, fraction, ok := n.groups[0], "", true
	if n.marks != "" {
		decimal, decided := n.decimalByForm()
		if !decided {
			decimal = n.marks == sign
		}
		whole, fraction, ok = n.split(decimal)
	}
	digits := Digits(currency)
	switch {
	case !ok:
		return Amount{}, unreadable
	case len(fraction) > digits:
		return Amount{}, &Error{tooManyDecimals(currency, digits, sign)}
	}
	minor, ok := toMinor(whole, fraction, digits)
	if !ok {
		return Amount{}, &Error{lang.Said("That price is too large.")}
	}
	return Amount{Minor: minor, Currency: currency}, nil
}

func tooManyDecimals(currency string, digits int, sign string) lang.Phrase {
	if digits == 0 {
		return lang.Said("%s has no decimals: write a price like 1250.", currency)
	}
	example := "12" + sign + "5" + strings.Repeat("0", digits-1)
	if currency == "" {
		return lang.Said("A price has at most %d decimals: write a price like %s.", digits, example)
	}
	return lang.Said("%s has at most %d decimals: write a price like %s.", currency, digits, example)
}
