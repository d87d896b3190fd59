package calendar_test

import (
	"fmt"
	"testing"

	"kinlist/internal/calendar"
)

// The dates are as the churches and the Jewish calendar publish them.
func TestFeastsFallOnTheDaysThatArePublished(t *testing.T) {
	t.Parallel()
	for r, days := range map[calendar.Recurrence][]string{
		calendar.Easter: {
			"1961-04-02", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2038-04-25",
			"2100-03-28", "2199-04-14",
		},
		calendar.OrthodoxEaster: {
			"1899-04-30", "1900-04-22", "2000-04-30", "2021-05-02", "2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02",
			"2028-04-16", "2099-04-12", "2100-05-02", "2101-04-24",
		},
		calendar.Hanukkah: {
			"2000-12-22", "2013-11-28", "2016-12-25", "2019-12-23", "2021-11-29", "2022-12-19", "2023-12-08", "2024-12-26",
			"2025-12-15", "2026-12-05", "2027-12-25", "2028-12-13", "2032-11-28", "2035-12-26",
		},
	} {
		for _, want := range days {
			if got := calendar.Next(day(t, days[0]), r, calendar.On(day(t, want).Year, 1, 15)); got.String() != want {
				t.Errorf("%s: %s, want %s", r, got, want)
			}
		}
	}
}

func TestADayKeepsItsDistanceFromTheFeast(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		first string
		r     calendar.Recurrence
		on    string
		next  string
	}{
		"Easter Monday":                        {"2025-04-21", calendar.Easter, "2025-04-22", "2026-04-06"},
		"Easter Monday, today":                 {"2025-04-21", calendar.Easter, "2027-03-29", "2027-03-29"},
		"Mothering Sunday":                     {"2025-03-30", calendar.Easter, "2026-03-16", "2027-03-07"},
		"Ascension":                            {"2025-05-29", calendar.Easter, "2026-01-01", "2026-05-14"},
		"Orthodox Easter Monday":               {"2025-04-21", calendar.OrthodoxEaster, "2026-01-01", "2026-04-13"},
		"the evening of the first candle":      {"2025-12-14", calendar.Hanukkah, "2025-12-15", "2026-12-04"},
		"the last day, after New Year":         {"2025-01-02", calendar.Hanukkah, "2025-01-03", "2025-12-22"},
		"the last day, from the year before":   {"2023-12-15", calendar.Hanukkah, "2025-01-01", "2025-01-02"},
		"a day far from its feast still comes": {"2025-12-24", calendar.Easter, "2025-12-25", "2026-12-16"},
	} {
		if got := calendar.Next(day(t, test.first), test.r, day(t, test.on)); got.String() != test.next {
			t.Errorf("%s: %s, want %s", name, got, test.next)
		}
	}
}

func TestEveryFeastComesOnceAYear(t *testing.T) {
	t.Parallel()
	for _, r := range []calendar.Recurrence{calendar.Easter, calendar.OrthodoxEaster, calendar.Hanukkah} {
		first := calendar.On(1850, 12, 1)
		at := calendar.Next(first, r, first.AddDays(1))
		for at.Year < 2200 {
			next := calendar.Next(first, r, at.AddDays(1))
			if days := at.DaysUntil(next); days < 320 || days > 390 {
				t.Fatalf("%s: %s, then %s", r, at, next)
			}
			at = next
		}
	}
}

func TestTheDayAroundTodayIsTheNearest(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		first string
		r     calendar.Recurrence
		today string
		want  string
	}{
		{"2020-12-25", calendar.Yearly, "2026-11-23", "2026-12-25"},
		{"2020-12-25", calendar.Yearly, "2026-12-25", "2026-12-25"},
		{"2020-12-25", calendar.Yearly, "2026-12-28", "2026-12-25"},
		{"2026-12-25", calendar.Yearly, "2026-01-02", "2026-12-25"},
		{"2024-02-29", calendar.Yearly, "2026-03-02", "2026-02-28"},
		{"2025-05-11", calendar.WeekdayOfMonth, "2026-06-01", "2026-05-10"},
		{"2024-06-01", calendar.Once, "2026-11-23", "2024-06-01"},
	} {
		if got := calendar.Around(day(t, test.first), test.r, day(t, test.today)); got.String() != test.want {
			t.Errorf("%s: %s, want %s", fmt.Sprint(test), got, test.want)
		}
	}
}
