package lang

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/de_AT"
	"github.com/go-playground/locales/de_CH"
	"github.com/go-playground/locales/en_GB"
	"github.com/go-playground/locales/en_US"
	"golang.org/x/text/language"

	"kinlist/internal/calendar"
)

// writing is how a language writes dates and numbers in some regions. The names, times and signs are CLDR's; the
// patterns are in its letters: EEEE weekday, MMMM and MMM month, d day, y year.
type writing struct {
	regions                          []string
	locale                           locales.Translator
	short, long, withWeekday, yearly string
}

// Of the regions of a language the last takes what the others do not name.
var (
	englishWritings = []writing{
		{
			regions: []string{"US", "AS", "CA", "GU", "MH", "MP", "PR", "UM", "VI"}, locale: en_US.New(),
			short: "MMM d, y", long: "MMMM d, y", withWeekday: "EEEE, MMMM d, y", yearly: "MMMM d",
		},
		{locale: en_GB.New(), short: "d MMM y", long: "d MMMM y", withWeekday: "EEEE, d MMMM y", yearly: "d MMMM"},
	}
	germanWritings = []writing{
		inGerman(de_AT.New(), "AT"), inGerman(de_CH.New(), "CH", "LI"), inGerman(de.New()),
	}
)

func inGerman(locale locales.Translator, regions ...string) writing {
	return writing{
		regions: regions, locale: locale,
		short: "d. MMM y", long: "d. MMMM y", withWeekday: "EEEE, d. MMMM y", yearly: "d. MMMM",
	}
}

type localeKey struct{}

// WithLocale returns a context in which dates and numbers are written as in the region of the locale, a BCP 47 tag.
func WithLocale(ctx context.Context, locale string) context.Context {
	return context.WithValue(ctx, localeKey{}, locale)
}

// writingOf is how the reader's language writes in the region of the family. A locale without a region ("en") leaves
// the language's usual way.
func writingOf(ctx context.Context) (*Language, writing) {
	l := Of(ctx)
	locale, _ := ctx.Value(localeKey{}).(string)
	region := ""
	if r, sure := language.Make(locale).Region(); sure == language.Exact {
		region = r.String()
	}
	for _, w := range l.writings {
		if slices.Contains(w.regions, region) {
			return l, w
		}
	}
	return l, l.writings[len(l.writings)-1]
}

// Date is a day for reading: "24 Dec 2026", "Dec 24, 2026", "24. Dez. 2026".
func Date(ctx context.Context, d calendar.Date) string {
	l, w := writingOf(ctx)
	return l.mark(w.date(w.short, d))
}

// FullDate is a day with its month in full: "24 December 2026".
func FullDate(ctx context.Context, d calendar.Date) string {
	l, w := writingOf(ctx)
	return l.mark(w.date(w.long, d))
}

// LongDate is a day with its weekday: "Thursday, 24 December 2026".
func LongDate(ctx context.Context, d calendar.Date) string {
	l, w := writingOf(ctx)
	return l.mark(w.date(w.withWeekday, d))
}

// Yearly is a day of any year: "24 December".
func Yearly(ctx context.Context, d calendar.Date) string {
	l, w := writingOf(ctx)
	return l.mark(w.date(w.yearly, d))
}

// Moment is a day with its time, as t's own location has them: "24 Dec 2026, 15:04".
func Moment(ctx context.Context, t time.Time) string {
	l, w := writingOf(ctx)
	return l.mark(w.date(w.short, calendar.Of(t)) + ", " + w.locale.FmtTimeShort(t))
}

// Month is the name of a month.
func Month(ctx context.Context, m time.Month) string {
	l, w := writingOf(ctx)
	return l.mark(w.locale.MonthWide(m))
}

// Number is a whole number for reading: "1,234", "1.234".
func Number(ctx context.Context, n int) string {
	_, w := writingOf(ctx)
	return w.locale.FmtNumber(float64(n), 0)
}

func (w writing) date(pattern string, d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return strings.NewReplacer(
		"EEEE", w.locale.WeekdayWide(d.Weekday()), "MMMM", w.locale.MonthWide(d.Month), "MMM", w.locale.MonthAbbreviated(d.Month),
		"d", strconv.Itoa(d.Day), "y", strconv.Itoa(d.Year),
	).Replace(pattern)
}

// figure is a number that any verb of fmt writes for reading.
type figure string

// Format writes the number.
func (f figure) Format(s fmt.State, _ rune) { _, _ = s.Write([]byte(f)) }
