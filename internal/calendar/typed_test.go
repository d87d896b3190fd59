package calendar_test

import (
	"testing"
	"time"

	"kinlist/internal/calendar"
)

func TestADateIsReadAsPeopleTypeIt(t *testing.T) {
	t.Parallel()
	today := calendar.Date{Year: 2026, Month: time.November, Day: 27}
	for _, c := range []struct {
		typed, locale string
		side          calendar.Side
		want          string
	}{
		{"2026-12-24", "en-GB", calendar.Upcoming, "2026-12-24"},
		{"24.12.", "de-AT", calendar.Upcoming, "2026-12-24"},
		{"24.12", "de-AT", calendar.Upcoming, "2026-12-24"},
		{"24.12.2025", "de-AT", calendar.Upcoming, "2025-12-24"},
		{"24. 12. 26", "de-AT", calendar.Upcoming, "2026-12-24"},
		{"24 Dec", "en-GB", calendar.Upcoming, "2026-12-24"},
		{"Dec 24", "en-US", calendar.Upcoming, "2026-12-24"},
		{"December 24, 2027", "en-US", calendar.Upcoming, "2027-12-24"},
		{"24. Dezember 2027", "de-DE", calendar.Upcoming, "2027-12-24"},
		{"1. März", "de-DE", calendar.Upcoming, "2027-03-01"},
		{"6 Mai", "de-DE", calendar.Upcoming, "2027-05-06"},
		{"12/24", "en-US", calendar.Upcoming, "2026-12-24"},
		{"24/12", "en-GB", calendar.Upcoming, "2026-12-24"},
		{"24/12/2026", "fr-FR", calendar.Upcoming, "2026-12-24"},
		{"27 Nov", "en-GB", calendar.Upcoming, "2026-11-27"},
		{"27 Nov", "en-GB", calendar.Past, "2026-11-27"},
		{"26 Nov", "en-GB", calendar.Upcoming, "2027-11-26"},
		{"24 Dec", "en-GB", calendar.Past, "2025-12-24"},
		{"29 Feb", "en-GB", calendar.Upcoming, "2028-02-29"},
		{"29 Feb", "en-GB", calendar.Past, "2024-02-29"},
	} {
		d, err := calendar.ReadTyped(c.typed, c.locale, today, c.side)
		if err != nil || d.String() != c.want {
			t.Errorf("%q under %s is %s (%v), want %s", c.typed, c.locale, d, err, c.want)
		}
	}
}

func TestWhatIsNoDateIsRefused(t *testing.T) {
	t.Parallel()
	today := calendar.Date{Year: 2026, Month: time.November, Day: 27}
	for _, typed := range []string{
		"", "24", "Dec", "soon", "31.2.", "30 Feb", "24.13.", "12/24/1/2", "24 Dec Jan", "99999-1-1", "24.12.2026 at noon", "0.0.", "29.2.2026",
	} {
		if d, err := calendar.ReadTyped(typed, "en-GB", today, calendar.Upcoming); err == nil {
			t.Errorf("%q became %s", typed, d)
		}
	}
}

func FuzzReadTyped(f *testing.F) {
	for _, s := range []string{"24.12.", "Dec 24, 2026", "12/24", "٢٤.١٢.", "24 ſep"} {
		f.Add(s, "en-US")
	}
	today := calendar.Date{Year: 2026, Month: time.November, Day: 27}
	f.Fuzz(func(t *testing.T, typed, locale string) {
		d, err := calendar.ReadTyped(typed, locale, today, calendar.Past)
		if err == nil && d.IsZero() {
			t.Errorf("%q became no date and no error", typed)
		}
	})
}
