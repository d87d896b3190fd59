package calendar_test

import (
	"slices"
	"strings"
	"testing"

	"kinlist/internal/calendar"
)

// The dates of four years, as calendars of the country print them.
func TestGiftDaysFallOnTheirCountrysDates(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"DE christmas": "2025-12-24 2026-12-24 2027-12-24 2028-12-24", "GB christmas": "2025-12-25 2026-12-25 2027-12-25 2028-12-25",
		"RS orthodox_christmas": "2025-01-07 2026-01-07 2027-01-07 2028-01-07", "RS christmas": "",
		"NL saint_nicholas": "2025-12-05 2026-12-05 2027-12-05 2028-12-05", "US saint_nicholas": "",
		"ES epiphany": "2025-01-06 2026-01-06 2027-01-06 2028-01-06", "DE epiphany": "",
		"DE easter": "2025-04-20 2026-04-05 2027-03-28 2028-04-16", "GR easter": "",
		"GR orthodox_easter": "2025-04-20 2026-04-12 2027-05-02 2028-04-16",
		"US hanukkah":        "2025-12-14 2026-12-04 2027-12-24 2028-12-12",
		"US mothers_day":     "2025-05-11 2026-05-10 2027-05-09 2028-05-14",
		"DE mothers_day":     "2025-05-11 2026-05-10 2027-05-09 2028-05-14",
		"GB mothers_day":     "2025-03-30 2026-03-15 2027-03-07 2028-03-26",
		"FR mothers_day":     "2025-05-25 2026-05-31 2027-05-30 2028-05-28",
		"SE mothers_day":     "2025-05-25 2026-05-31 2027-05-30 2028-05-28",
		"ES mothers_day":     "2025-05-04 2026-05-03 2027-05-02 2028-05-07",
		"NO mothers_day":     "2025-02-09 2026-02-08 2027-02-14 2028-02-13",
		"PL mothers_day":     "2025-05-26 2026-05-26 2027-05-26 2028-05-26",
		"EG mothers_day":     "2025-03-21 2026-03-21 2027-03-21 2028-03-21",
		"AR mothers_day":     "2025-10-19 2026-10-18 2027-10-17 2028-10-15",
		"DE fathers_day":     "2025-05-29 2026-05-14 2027-05-06 2028-05-25",
		"US fathers_day":     "2025-06-15 2026-06-21 2027-06-20 2028-06-18",
		"AT fathers_day":     "2025-06-08 2026-06-14 2027-06-13 2028-06-11",
		"IT fathers_day":     "2025-03-19 2026-03-19 2027-03-19 2028-03-19",
		"AU fathers_day":     "2025-09-07 2026-09-06 2027-09-05 2028-09-03",
		"SE fathers_day":     "2025-11-09 2026-11-08 2027-11-14 2028-11-12",
		"CZ childrens_day":   "2025-06-01 2026-06-01 2027-06-01 2028-06-01",
		"HU childrens_day":   "2025-05-25 2026-05-31 2027-05-30 2028-05-28",
		"DE childrens_day":   "",
		"DE valentines_day":  "2025-02-14 2026-02-14 2027-02-14 2028-02-14",
		"BR valentines_day":  "2025-06-12 2026-06-12 2027-06-12 2028-06-12",
	} {
		country, key, _ := strings.Cut(name, " ")
		var got []string
		for year := 2025; year <= 2028; year++ {
			for _, g := range calendar.GiftDays(country, calendar.On(year, 1, 1)) {
				if g.Key == key {
					got = append(got, g.On.String())
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", name, strings.Join(got, " "), want)
		}
	}
}

func TestAGiftDaysRecurrenceBringsItsDateEveryYear(t *testing.T) {
	t.Parallel()
	for _, country := range []string{"DE", "GB", "US", "FR", "GR", "RS", "UA", "PL", "NO", "EG", "BR", "JP", "IL", "ZZ", ""} {
		first := calendar.GiftDays(country, calendar.On(2025, 1, 1))
		for year := 2026; year < 2060; year++ {
			from := calendar.On(year, 1, 1)
			for _, g := range calendar.GiftDays(country, from) {
				i := slices.IndexFunc(first, func(f calendar.GiftDay) bool { return f.Key == g.Key })
				if got := calendar.Next(first[i].On, g.Recurrence, from); got != g.On {
					t.Errorf("%s %s: %s comes again on %s, the country has %s", country, g.Key, first[i].On, got, g.On)
				}
			}
		}
	}
}

func TestGiftDaysComeSoonestFirstAndTodayCounts(t *testing.T) {
	t.Parallel()
	days := calendar.GiftDays("IT", calendar.On(2026, 12, 25))
	if len(days) < 6 || days[0].Key != "christmas" || days[0].On.Year != 2026 || days[1].Name != "Befana" {
		t.Fatalf("%+v", days)
	}
	if !slices.IsSortedFunc(days, func(a, b calendar.GiftDay) int { return b.On.DaysUntil(a.On) }) {
		t.Errorf("%+v", days)
	}
}
