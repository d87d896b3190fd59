package calendar

import (
	"time"

	"github.com/rickar/cal/v2"
)

// feast is the feast's own day of a year: Easter Sunday, or the first day of Hanukkah.
func feast(r Recurrence, year int) Date {
	switch r {
	case OrthodoxEaster:
		return easter(year, true).AddDays(julianShift(year))
	case Hanukkah:
		return hanukkah(year)
	case Easter, Once, Yearly, WeekdayOfMonth, LastWeekday:
	}
	return easter(year, false)
}

// fromFeast is how many days a date lies from the feast nearest to it: Easter Monday is 1, the evening on which the
// first candle is lit -1.
func fromFeast(d Date, r Recurrence) int {
	nearest := feast(r, d.Year).DaysUntil(d)
	for _, year := range []int{d.Year - 1, d.Year + 1} {
		if days := feast(r, year).DaysUntil(d); abs(days) < abs(nearest) {
			nearest = days
		}
	}
	return nearest
}

func abs(n int) int { return max(n, -n) }

func easter(year int, julian bool) Date {
	midnight := cal.CalcEasterOffset(&cal.Holiday{Julian: julian}, year) // on the machine's clock, which may skip it
	return Of(midnight.Add(12 * time.Hour))
}

// julianShift is what the Julian calendar lags in a spring beyond the 13 days of 1900 to 2099, which the library takes
// for all years.
func julianShift(year int) int { return year/100 - year/400 - 2 - 13 }

// hanukkah is 25 Kislev: after the 30 days of Tishri and the 29 or 30 of Marheshvan, which has 30 in the longest years
// alone (355 and 385 days).
func hanukkah(year int) Date {
	hebrew := year + 3761 // begins in the autumn of the year
	start, end := newYear(hebrew), newYear(hebrew+1)
	marheshvan := 29
	if (end-start)%10 == 5 {
		marheshvan = 30
	}
	return On(1, time.January, 1).AddDays(start + 30 + marheshvan + 24)
}

// newYear is the first day of a Hebrew year, in days from 1 January of the year 1. The month of the mean new moon begins
// the year, a day later where it falls after noon, and moved on so that neither it nor its neighbours has a forbidden
// length or weekday (the usual arithmetic, as in Dershowitz and Reingold, Calendrical Calculations).
func newYear(hebrew int) int {
	const epoch = -1373428 // the day before 1 Tishri of the year 1
	before, at, after := elapsed(hebrew-1), elapsed(hebrew), elapsed(hebrew+1)
	switch {
	case after-at == 356:
		at += 2
	case at-before == 382:
		at++
	}
	return epoch + at
}

// elapsed are the days from the Hebrew epoch to the mean new moon of the year, put off from Sunday, Wednesday and Friday.
func elapsed(hebrew int) int {
	months := (235*hebrew - 234) / 19
	parts := 12084 + 13753*months
	days := 29*months + parts/25920
	if 3*(days+1)%7 < 3 {
		days++
	}
	return days
}
