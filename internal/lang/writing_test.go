package lang_test

import (
	"context"
	"testing"
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/lang"
)

func TestADateIsWrittenInTheReadersLanguageAsTheFamilysRegionDoes(t *testing.T) {
	t.Parallel()
	eve := calendar.On(2026, time.December, 24)
	at := time.Date(2026, time.December, 24, 15, 4, 0, 0, time.UTC)
	for _, test := range []struct {
		in           *lang.Language
		locale       string
		short, long  string
		full, yearly string
		moment       string
		number       string
	}{
		{lang.English, "en-US", "Dec 24, 2026", "Thursday, December 24, 2026", "December 24, 2026", "December 24", "Dec 24, 2026, 3:04 pm", "12,345"},
		{lang.English, "en-GB", "24 Dec 2026", "Thursday, 24 December 2026", "24 December 2026", "24 December", "24 Dec 2026, 15:04", "12,345"},
		{lang.English, "de-DE", "24 Dec 2026", "Thursday, 24 December 2026", "24 December 2026", "24 December", "24 Dec 2026, 15:04", "12,345"},
		{lang.English, "en", "24 Dec 2026", "Thursday, 24 December 2026", "24 December 2026", "24 December", "24 Dec 2026, 15:04", "12,345"},
		{lang.German, "de-DE", "24. Dez. 2026", "Donnerstag, 24. Dezember 2026", "24. Dezember 2026", "24. Dezember", "24. Dez. 2026, 15:04", "12.345"},
		{lang.German, "en-US", "24. Dez. 2026", "Donnerstag, 24. Dezember 2026", "24. Dezember 2026", "24. Dezember", "24. Dez. 2026, 15:04", "12.345"},
		{lang.German, "de-CH", "24. Dez. 2026", "Donnerstag, 24. Dezember 2026", "24. Dezember 2026", "24. Dezember", "24. Dez. 2026, 15:04", "12’345"},
		{lang.German, "not a locale", "24. Dez. 2026", "Donnerstag, 24. Dezember 2026", "24. Dezember 2026", "24. Dezember", "24. Dez. 2026, 15:04", "12.345"},
	} {
		ctx := lang.WithLocale(lang.With(context.Background(), test.in), test.locale)
		for got, want := range map[string]string{
			lang.Date(ctx, eve): test.short, lang.LongDate(ctx, eve): test.long, lang.FullDate(ctx, eve): test.full,
			lang.Yearly(ctx, eve): test.yearly, lang.Moment(ctx, at): test.moment, lang.Number(ctx, 12345): test.number,
		} {
			if got != want {
				t.Errorf("%s in %s: %q, want %q", test.in.Tag, test.locale, got, want)
			}
		}
	}
	austrian := lang.WithLocale(lang.With(context.Background(), lang.German), "de-AT")
	if got := lang.FullDate(austrian, calendar.On(2026, time.January, 6)); got != "6. Jänner 2026" {
		t.Errorf("in Austria it is %q", got)
	}
	if got := lang.Date(austrian, calendar.Date{}); got != "" {
		t.Errorf("no date is %q", got)
	}
}

func TestACountIsGroupedAsTheRegionDoes(t *testing.T) {
	t.Parallel()
	ctx := lang.WithLocale(lang.With(context.Background(), lang.German), "de-DE")
	if got := lang.N(ctx, 12345, "%d gift", "%d gifts"); got != "12.345 Geschenke" {
		t.Errorf("got %q", got)
	}
}
