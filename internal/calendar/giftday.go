package calendar

import (
	"slices"
	"strings"
	"time"
)

// GiftDay is a day on which the families of a country usually give.
type GiftDay struct {
	Key        string // stable, the same in all countries: "mothers_day"
	Name       string
	On         Date // the next one
	Recurrence Recurrence
}

// GiftDays returns the usual gift days of a country (ISO 3166, "DE"), each with its next date from the given day on,
// soonest first. A country that the table does not name gets what most have.
func GiftDays(country string, from Date) []GiftDay {
	var days []GiftDay
	for _, g := range giftDays {
		if r, ok := g.in(country); ok {
			days = append(days, GiftDay{g.key, g.nameIn(country), r.next(from), r.r})
		}
	}
	slices.SortStableFunc(days, func(a, b GiftDay) int { return b.On.DaysUntil(a.On) })
	return days
}

// giftDay is a gift day with its rule in each country.
type giftDay struct {
	key, name string
	usual     *yearly           // the rule of every country not named; nil is none
	countries map[string]yearly // by countries, with blanks between
	never     string            // the countries that do not have it
	names     map[string]string // by country, where it has another name
}

// in is the day's rule in a country, false where the day is not usual.
func (g giftDay) in(country string) (yearly, bool) {
	for names, r := range g.countries {
		if among(names, country) {
			return r, true
		}
	}
	if g.usual == nil || among(g.never, country) {
		return yearly{}, false
	}
	return *g.usual, true
}

func (g giftDay) nameIn(country string) string {
	if name, ok := g.names[country]; ok {
		return name
	}
	return g.name
}

func among(names, country string) bool { return slices.Contains(strings.Fields(names), country) }

// yearly is a rule for a day of every year.
type yearly struct {
	r       Recurrence
	month   time.Month
	day     int // of the month, or which weekday of the month, or days from the feast
	weekday time.Weekday
}

func on(day int, month time.Month) yearly { return yearly{r: Yearly, month: month, day: day} }

func sunday(nth int, month time.Month) yearly {
	return yearly{WeekdayOfMonth, month, nth, time.Sunday}
}

func last(weekday time.Weekday, month time.Month) yearly {
	return yearly{LastWeekday, month, 0, weekday}
}

func days(n int, r Recurrence) yearly { return yearly{r: r, day: n} }

// next is the rule's first date on or after from.
func (y yearly) next(from Date) Date {
	for year := from.Year - 1; ; year++ {
		if d := y.of(year); !d.Before(from) {
			return d
		}
	}
}

// of is the rule's date of a year.
func (y yearly) of(year int) Date {
	switch y.r {
	case WeekdayOfMonth:
		return nthWeekday(year, y.month, y.weekday, y.day)
	case LastWeekday:
		end := On(year, y.month+1, 0)
		return end.AddDays(-int((end.Weekday() - y.weekday + 7) % 7))
	case Easter, OrthodoxEaster, Hanukkah:
		return feast(y.r, year).AddDays(y.day)
	case Yearly, Once:
	}
	return InYear(y.month, y.day, year)
}
