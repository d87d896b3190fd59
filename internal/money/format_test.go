package money

import (
	"math"
	"testing"

	"github.com/bojanz/currency"
	"pgregory.net/rapid"
)

var locales = []string{
	"en-US", "en-GB", "en-IN", "en-CA", "en-ZA", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-CH", "fr-CA", "it-IT", "es-ES", "es-MX", "es-CR", "pt-PT", "pt-BR",
	"nl-NL", "sv-SE", "nb-NO", "da-DK", "fi-FI", "is-IS", "pl-PL", "cs-CZ", "hu-HU", "ru-RU", "uk-UA", "bg-BG", "el-GR", "tr-TR", "he-IL", "ar-EG", "ar-AE",
	"fa-IR", "ur-PK", "hi-IN", "bn-BD", "mr-IN", "ne-NP", "my-MM", "th-TH", "vi-VN", "id-ID", "ja-JP", "ko-KR", "zh-CN", "zh-TW", "", "xx-YY",
}

func TestFormatWritesAsPeopleReadIt(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		amount       Amount
		locale, want string
	}{
		{Amount{1250, "EUR"}, "de-DE", "12,50\u00a0€"},
		{Amount{1250, "USD"}, "en-US", "$12.50"},
		{Amount{1200, "JPY"}, "en-US", "¥1,200"},
		{Amount{1234567890, "INR"}, "en-IN", "₹1,23,45,678.90"},
		{Amount{129990, "EUR"}, "fr-FR", "1\u202f299,90\u00a0€"},
		{Amount{123450, "EUR"}, "es-ES", "1234,50\u00a0€"},
		{Amount{12345000, "EUR"}, "es-ES", "123.450,00\u00a0€"},
		{Amount{12345, "KWD"}, "en-US", "KWD\u00a012.345"},
		{Amount{-1250, "EUR"}, "de-DE", "-12,50\u00a0€"},
		{Amount{-1250, "CHF"}, "de-CH", "CHF-12.50"},
		{Amount{5, "EUR"}, "de-DE", "0,05\u00a0€"},
		{Amount{1250, "EGP"}, "ar-EG", "\u200f١٢٫٥٠\u00a0ج.م.\u200f"},
		{Amount{1250, ""}, "de-DE", "12,50"},
		{Amount{1250, "BGN"}, "de-DE", "12,50\u00a0BGN"},
		{Amount{math.MinInt64, "JPY"}, "en-US", "-¥9,223,372,036,854,775,808"},
	} {
		if got := Format(c.amount, c.locale); got != c.want {
			t.Errorf("%v for %s: got %q, want %q", c.amount, c.locale, got, c.want)
		}
	}
}

func TestFormatAgreesWithTheLibrary(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := anyAmount(t, rapid.Int64())
		locale := rapid.SampledFrom(locales).Draw(t, "locale")
		theirs, err := currency.NewAmount(Decimal(a), a.Currency)
		if err != nil {
			t.Fatal(err)
		}
		if want, got := currency.NewFormatter(currency.NewLocale(locale)).Format(theirs), Format(a, locale); got != want {
			t.Errorf("%v for %q: got %q, want %q", a, locale, got, want)
		}
	})
}

func TestInputIsParsedBackToTheSameAmount(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := anyAmount(t, rapid.Int64Min(0))
		locale := rapid.SampledFrom(locales).Draw(t, "locale")
		text := Input(a, locale)
		if back, err := Parse(text, locale, a.Currency); err != nil || back != a {
			t.Errorf("%v for %q: %q came back as %v, %v", a, locale, text, back, err)
		}
	})
}

func TestFormattedPricesAreParsedBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := anyAmount(t, rapid.Int64Range(0, 1e12))
		locale := rapid.SampledFrom(locales).Draw(t, "locale")
		text := Format(a, locale)
		if back, err := Parse(text, locale, a.Currency); err != nil || back != a {
			t.Errorf("%v for %q: %q came back as %v, %v", a, locale, text, back, err)
		}
	})
}

func TestDecimalIsReadBackToTheSameAmount(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := anyAmount(t, rapid.Int64Min(0))
		if back, ok := FromDecimal(Decimal(a), a.Currency); !ok || back != a {
			t.Errorf("%v: %q came back as %v, %v", a, Decimal(a), back, ok)
		}
	})
}

func anyAmount(t *rapid.T, minor *rapid.Generator[int64]) Amount {
	return Amount{
		Minor:    minor.Draw(t, "minor"),
		Currency: rapid.SampledFrom(Currencies()).Draw(t, "currency"),
	}
}

func BenchmarkFormat(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Format(Amount{129950, "EUR"}, "de-DE")
	}
}
