package lang_test

import (
	"context"
	"testing"
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/lang"
)

// What a form shows is sent back as it stands by somebody who only visits the field.
func TestEveryDateThatIsShownIsReadBackAsTheSameDay(t *testing.T) {
	t.Parallel()
	first := calendar.Of(time.Date(2028, 1, 1, 0, 0, 0, 0, time.UTC)) // a leap year
	for _, l := range lang.All {
		for _, locale := range []string{"en-US", "en-GB", "de-DE", "de-AT", "de-CH", "fr-FR"} {
			ctx := lang.WithLocale(lang.With(context.Background(), l), locale)
			for i := range 366 {
				day := first.AddDays(i)
				for _, shown := range []string{lang.Date(ctx, day), lang.FullDate(ctx, day), lang.Yearly(ctx, day)} {
					got, err := calendar.ReadTyped(shown, locale, first, calendar.Upcoming)
					if err != nil || got != day {
						t.Fatalf("%s, %s: %s is shown as %q and read as %s (%v)", l.Tag, locale, day, shown, got, err)
					}
				}
			}
		}
	}
}
