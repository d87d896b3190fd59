package calendar_test

import (
	"testing"
	"time"

	"kinlist/internal/calendar"
)

func day(t *testing.T, s string) calendar.Date {
	t.Helper()
	if s == "" {
		return calendar.Date{}
	}
	d, err := calendar.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestNextAndLastDayOfWhatComesAgain(t *testing.T) {
	for name, test := range map[string]struct {
		first string
		r     calendar.Recurrence
		on    string
		next  string
		last  string // on or before the same day
	}{
		"once, to come":                      {"2026-12-25", calendar.Once, "2026-01-01", "2026-12-25", ""},
		"once, past":                         {"2026-12-25", calendar.Once, "2027-01-01", "2026-12-25", "2026-12-25"},
		"today":                              {"2020-12-25", calendar.Yearly, "2026-12-25", "2026-12-25", "2026-12-25"},
		"26 December asks for Christmas":     {"2020-12-25", calendar.Yearly, "2026-12-26", "2027-12-25", "2026-12-25"},
		"before the first":                   {"2030-12-25", calendar.Yearly, "2026-12-26", "2030-12-25", ""},
		"29 February in a common year":       {"2024-02-29", calendar.Yearly, "2026-01-01", "2026-02-28", "2025-02-28"},
		"29 February in a leap year":         {"2024-02-29", calendar.Yearly, "2028-02-28", "2028-02-29", "2027-02-28"},
		"1 March after 29 February":          {"2024-02-29", calendar.Yearly, "2027-03-01", "2028-02-29", "2027-02-28"},
		"second Sunday of May":               {"2025-05-11", calendar.WeekdayOfMonth, "2026-01-01", "2026-05-10", "2025-05-11"},
		"second Sunday of May, the day past": {"2025-05-11", calendar.WeekdayOfMonth, "2026-05-11", "2027-05-09", "2026-05-10"},
		"last Monday of May":                 {"2025-05-26", calendar.LastWeekday, "2026-01-01", "2026-05-25", "2025-05-26"},
		"last Monday of May, the 31st":       {"2025-05-26", calendar.LastWeekday, "2027-05-31", "2027-05-31", "2027-05-31"},
		"last Sunday of December":            {"2026-12-27", calendar.LastWeekday, "2027-01-01", "2027-12-26", "2026-12-27"},
		"a fifth Friday skips years":         {"2026-05-29", calendar.WeekdayOfMonth, "2026-05-30", "2037-05-29", "2026-05-29"},
	} {
		t.Run(name, func(t *testing.T) {
			first, on := day(t, test.first), day(t, test.on)
			next := calendar.Next(first, test.r, on)
			if name == "a fifth Friday skips years" {
				if next.Weekday() != time.Friday || next.Month != time.May || next.Day < 29 || next.Year == 2027 {
					t.Errorf("next is %s", next)
				}
			} else if next != day(t, test.next) {
				t.Errorf("next is %s, want %s", next, test.next)
			}
			if last := calendar.Last(first, test.r, on); last != day(t, test.last) {
				t.Errorf("last is %s, want %s", last, test.last)
			}
		})
	}
}

// Case 21.
func TestADateIsTheSameDayInEveryZone(t *testing.T) {
	d := day(t, "2025-01-15")
	for _, zone := range []string{"Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Berlin", "America/St_Johns"} {
		loc, err := time.LoadLocation(zone)
		if err != nil {
			t.Fatal(err)
		}
		if got := calendar.Of(time.Date(2025, 1, 15, 0, 0, 0, 0, loc)); got != d || got.String() != "2025-01-15" {
			t.Errorf("%s: %s", zone, got)
		}
		var scanned calendar.Date
		if err := scanned.Scan(time.Date(2025, 1, 15, 0, 0, 0, 0, time.UTC)); err != nil || scanned != d {
			t.Errorf("read back as %s %v", scanned, err)
		}
	}
	at := time.Date(2025, 1, 15, 11, 0, 0, 0, time.UTC)
	for zone, want := range map[string]string{"Pacific/Kiritimati": "2025-01-16", "Pacific/Pago_Pago": "2025-01-15", "": "2025-01-15", "No/Where": "2025-01-15"} {
		if got := calendar.Today(at, zone); got.String() != want {
			t.Errorf("today in %q is %s, want %s", zone, got, want)
		}
	}
}

func TestDaysAreCountedAcrossClockChangesAndYears(t *testing.T) {
	for _, test := range []struct {
		from, to string
		days     int
	}{{"2026-03-28", "2026-03-30", 2}, {"2026-12-31", "2027-01-01", 1}, {"2024-02-28", "2024-03-01", 2}, {"2026-05-02", "2026-05-01", -1}, {"1850-01-01", "2200-01-01", 127835}} {
		if n := day(t, test.from).DaysUntil(day(t, test.to)); n != test.days {
			t.Errorf("%s to %s: %d days, want %d", test.from, test.to, n, test.days)
		}
		if to := day(t, test.from).AddDays(test.days); to.String() != test.to {
			t.Errorf("%s and %d days is %s", test.from, test.days, to)
		}
	}
}

func TestOnlyRealDatesAreRead(t *testing.T) {
	for _, s := range []string{"", "2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "2026-01-01T00:00:00Z", "x"} {
		if d, err := calendar.Parse(s); err == nil {
			t.Errorf("%q is read as %s", s, d)
		}
	}
}
