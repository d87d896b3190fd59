package calendar

import "time"

// Recurrence is how a day comes again. The rule is read off the day's first date: the second Sunday of May is a date
// in May with WeekdayOfMonth, Easter Monday the day after an Easter Sunday with Easter.
type Recurrence string

// The recurrences.
const (
	Once           Recurrence = "none"
	Yearly         Recurrence = "yearly"           // the same day and month; 29 February falls on the 28th in common years
	WeekdayOfMonth Recurrence = "weekday_of_month" // the n-th such weekday; a year that lacks a fifth one is skipped
	LastWeekday    Recurrence = "last_weekday"     // the last such weekday of the month
	Easter         Recurrence = "easter"           // as many days from Easter Sunday
	OrthodoxEaster Recurrence = "orthodox_easter"  // as many days from Easter Sunday of the Orthodox churches
	Hanukkah       Recurrence = "hanukkah"         // as many days from the first day of Hanukkah, 25 Kislev
)

// Recurrences lists every recurrence in the order that forms offer them.
var Recurrences = []Recurrence{Yearly, Once, WeekdayOfMonth, LastWeekday, Easter, OrthodoxEaster, Hanukkah}

// Next is the first date on or after from on which a day that was first on first comes. A day that comes once keeps
// its date, past or not; a day that starts later than from starts on its own date.
func Next(first Date, r Recurrence, from Date) Date {
	if r == Once || !first.Before(from) {
		return first
	}
	for year := from.Year - 1; ; year++ { // what follows a feast may come a year after it
		if d, ok := inYear(first, r, year); ok && !d.Before(from) {
			return d
		}
	}
}

// inYear is the day's date in the year; false in a year that lacks it.
func inYear(first Date, r Recurrence, year int) (Date, bool) {
	switch r {
	case WeekdayOfMonth:
		d := nthWeekday(year, first.Month, first.Weekday(), (first.Day-1)/7+1)
		return d, d.Month == first.Month
	case LastWeekday:
		last := On(year, first.Month+1, 0)
		return last.AddDays(-int((last.Weekday() - first.Weekday() + 7) % 7)), true
	case Easter, OrthodoxEaster, Hanukkah:
		return feast(r, year).AddDays(fromFeast(first, r)), true
	case Yearly, Once:
	}
	return InYear(first.Month, first.Day, year), true
}

// InYear is the day and month in a year: 29 February falls on 28 February in common years.
func InYear(month time.Month, day, year int) Date {
	if d := On(year, month, day); d.Month == month {
		return d
	}
	return On(year, month, day-1)
}

func nthWeekday(year int, month time.Month, weekday time.Weekday, n int) Date {
	first := On(year, month, 1)
	offset := int((weekday - first.Weekday() + 7) % 7)
	return first.AddDays(offset + (n-1)*7)
}

// Last is the latest date on or before until on which a day that was first on first came, the zero Date when it has
// not come yet.
func Last(first Date, r Recurrence, until Date) Date {
	if first.After(until) {
		return Date{}
	}
	last := first
	for r != Once {
		next := Next(first, r, last.AddDays(1))
		if next.After(until) {
			break
		}
		last = next
	}
	return last
}

// Around is the date of a day nearest to today: the one that it came on last, while the next one is farther away, else
// the next one, today itself before all.
func Around(first Date, r Recurrence, today Date) Date {
	last, next := Last(first, r, today), Next(first, r, today)
	if last.IsZero() || r == Once || next == today {
		return next
	}
	if today.DaysUntil(next) < last.DaysUntil(today) {
		return next
	}
	return last
}
