package money

import (
	"errors"
	"strings"
	"testing"
)

func TestParseReadsWhatPeopleTypeInTheirLocale(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text, locale, currency string
		want                   Amount
	}{
		{"12,50", "de-DE", "EUR", Amount{1250, "EUR"}},
		{"12.50", "de-DE", "EUR", Amount{1250, "EUR"}},
		{"12,5", "de-DE", "EUR", Amount{1250, "EUR"}},
		{"1.299,00", "de-DE", "EUR", Amount{129900, "EUR"}},
		{"1.299", "de-DE", "EUR", Amount{129900, "EUR"}},
		{"1,299", "en-US", "USD", Amount{129900, "USD"}},
		{"1,299.00", "en-US", "USD", Amount{129900, "USD"}},
		{"12,50", "en-US", "USD", Amount{1250, "USD"}},
		{"1.299,00", "en-US", "EUR", Amount{129900, "EUR"}},
		{"1 299,90", "fr-FR", "EUR", Amount{129990, "EUR"}},
		{"1\u202f299,90", "fr-FR", "EUR", Amount{129990, "EUR"}},
		{"1’299.50", "de-CH", "CHF", Amount{129950, "CHF"}},
		{"1,29,999.00", "en-IN", "INR", Amount{12999900, "INR"}},
		{"1,299,000", "en-US", "USD", Amount{129900000, "USD"}},
		{"49.–", "de-CH", "CHF", Amount{4900, "CHF"}},
		{"49,-", "de-DE", "EUR", Amount{4900, "EUR"}},
		{"1299:-", "sv-SE", "SEK", Amount{129900, "SEK"}},
		{".5", "en-US", "USD", Amount{50, "USD"}},
		{"0", "de-DE", "EUR", Amount{0, "EUR"}},
		{" 7 ", "de-DE", "EUR", Amount{700, "EUR"}},
		{"１２．５０", "ja-JP", "USD", Amount{1250, "USD"}},
		{"١٢٫٥٠", "ar-EG", "EGP", Amount{1250, "EGP"}},
		{"1200", "ja-JP", "JPY", Amount{1200, "JPY"}},
		{"1,200", "ja-JP", "JPY", Amount{1200, "JPY"}},
		{"12,345", "de-DE", "KWD", Amount{12345, "KWD"}},
		{"12.345", "en-US", "KWD", Amount{12345, "KWD"}},
		{"12.345", "de-DE", "KWD", Amount{12345000, "KWD"}},
		{"12,50 €", "en-US", "USD", Amount{1250, "EUR"}},
		{"€ 12,50", "en-US", "USD", Amount{1250, "EUR"}},
		{"12.50 usd", "de-DE", "EUR", Amount{1250, "USD"}},
		{"$12.50", "en-AU", "AUD", Amount{1250, "AUD"}},
		{"$12.50", "de-DE", "EUR", Amount{1250, "USD"}},
		{"$12.50 CAD", "en-US", "USD", Amount{1250, "CAD"}},
		{"99 kr", "nb-NO", "NOK", Amount{9900, "NOK"}},
		{"5 zł", "pl-PL", "EUR", Amount{500, "PLN"}},
	} {
		got, err := Parse(c.text, c.locale, c.currency)
		if err != nil || got != c.want {
			t.Errorf("%q under %s: got %v, %v; want %v", c.text, c.locale, got, err, c.want)
		}
	}
}

func TestParseRefusesWithASentence(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, locale, currency, sentence string }{
		{"", "en-US", "USD", "Write a price like 12.50."},
		{"abc", "de-DE", "EUR", "Write a price like 12,50."},
		{"12,50 foo", "de-DE", "EUR", "Write a price like 12,50."},
		{"12 13", "de-DE", "EUR", "Write a price like 12,50."},
		{"1.2.3", "de-DE", "EUR", "Write a price like 12,50."},
		{"12,", "de-DE", "EUR", "Write a price like 12,50."},
		{"1e3", "en-US", "USD", "Write a price like 12.50."},
		{"10 - 20", "en-US", "USD", "Write a price like 12.50."},
		{"x", "ja-JP", "JPY", "Write a price like 1250."},
		{"-5", "en-US", "USD", "A price can't be negative."},
		{"−5,00 €", "de-DE", "EUR", "A price can't be negative."},
		{"$-5", "en-US", "USD", "A price can't be negative."},
		{"1,299", "de-DE", "EUR", "EUR has at most 2 decimals: write a price like 12,50."},
		{"12.345", "en-US", "USD", "USD has at most 2 decimals: write a price like 12.50."},
		{"12.50", "ja-JP", "JPY", "JPY has no decimals: write a price like 1250."},
		{"1.2345", "en-US", "KWD", "KWD has at most 3 decimals: write a price like 12.500."},
		{"99999999999999999999", "en-US", "USD", "That price is too large."},
		{"5 BGN", "en-US", "USD", "BGN is not a currency in use."},
		{strings.Repeat("1", 500), "en-US", "USD", "Write a price like 12.50."},
	} {
		got, err := Parse(c.text, c.locale, c.currency)
		var refused *Error
		if !errors.As(err, &refused) || refused.Error() != c.sentence || got != (Amount{}) {
			t.Errorf("%q under %s: got %v, %v; want %q", c.text, c.locale, got, err, c.sentence)
		}
	}
}
