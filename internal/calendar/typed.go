package calendar

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/language"

	"kinlist/internal/text"
)

// Side says on which side of today a date without a year lies.
type Side int

// The sides; today itself belongs to both.
const (
	Upcoming Side = iota
	Past
)

// monthNames are what months begin with, in the languages of the program, folded. The first three letters tell them
// apart.
var monthNames = [][]string{
	time.January: {"january", "januar", "janner"}, time.February: {"february", "februar", "feber"}, time.March: {"march", "marz", "maerz"},
	time.April: {"april"}, time.May: {"may", "mai"}, time.June: {"june", "juni"}, time.July: {"july", "juli"}, time.August: {"august"},
	time.September: {"september", "sept"}, time.October: {"october", "oktober"}, time.November: {"november"},
	time.December: {"december", "dezember"},
}

var dateParts = regexp.MustCompile(`\d+|\p{L}+|[./-]`)

// ReadTyped reads a date as people of a locale type it: "24.12.", "24.12.2026", "12/24" (US) or "24/12", "24 Dec",
// "December 24, 2026", "2026-12-24". Without a year it is the next such day, or the last.
func ReadTyped(typed, locale string, today Date, side Side) (Date, error) {
	if d, err := Parse(typed); err == nil {
		return d, nil
	}
	numbers, month, sign := partsOf(typed)
	if month == 0 && len(numbers) >= 2 {
		day, m := 0, 1
		if sign == "/" && monthFirst(locale) {
			day, m = 1, 0
		}
		month = time.Month(numbers[m])
		numbers = append([]int{numbers[day]}, numbers[2:]...)
	} else if len(numbers) > 0 && month == 0 {
		numbers = nil
	}
	year := 0
	switch len(numbers) {
	case 1:
	case 2:
		year = numbers[1]
		if year < 100 {
			year += 2000
		}
	default:
		return Date{}, fmt.Errorf("calendar: %q is no date", typed)
	}
	return withYear(typed, Date{year, month, numbers[0]}, today, side)
}

// partsOf takes a date apart: its numbers, the month where it is named, and the first sign between them. A word that is
// no month leaves nothing.
func partsOf(typed string) (numbers []int, month time.Month, sign string) {
	for _, part := range dateParts.FindAllString(text.Fold(typed), -1) {
		n, err := strconv.Atoi(part)
		switch {
		case err == nil && len(part) <= 4:
			numbers = append(numbers, n)
		case strings.ContainsAny(part, "./-"):
			if sign == "" {
				sign = part
			}
		case month == 0 && monthOf(part) != 0:
			month = monthOf(part)
		default:
			return nil, 0, ""
		}
	}
	return numbers, month, sign
}

func monthOf(word string) time.Month {
	const least = 3 // letters
	for m, names := range monthNames {
		for _, name := range names {
			if len(word) >= least && strings.HasPrefix(name, word) {
				return time.Month(m)
			}
		}
	}
	return 0
}

// monthFirst reports whether a locale writes 12/24 for Christmas Eve.
func monthFirst(locale string) bool {
	region, _ := language.Make(locale).Region()
	return region.String() == "US"
}

// withYear checks a day and finds the year it lacks. 29 February may be some years off.
func withYear(typed string, d, today Date, side Side) (Date, error) {
	wrong := fmt.Errorf("calendar: %q is no date", typed)
	if d.Year != 0 {
		if !d.exists() {
			return Date{}, wrong
		}
		return d, nil
	}
	const leap = 8 // years, at the most
	for i := range leap + 1 {
		d.Year = today.Year + i
		if side == Past {
			d.Year = today.Year - i
		}
		if d.exists() && (d == today || d.After(today) == (side == Upcoming)) {
			return d, nil
		}
	}
	return Date{}, wrong
}

// exists reports whether the calendar has the day.
func (d Date) exists() bool {
	return d.Month >= time.January && d.Month <= time.December && Of(d.utc()) == d
}
