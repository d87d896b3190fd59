package ui

import (
	"context"
	"net/url"
	"strconv"
	"strings"
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
)

// Date is a date for reading: "24 Dec 2026"; "" for no date.
func Date(ctx context.Context, d calendar.Date) string { return lang.Date(ctx, d) }

// LongDate is a date with its weekday: "Thursday, 24 December 2026".
func LongDate(ctx context.Context, d calendar.Date) string { return lang.LongDate(ctx, d) }

// InDays says how far off a day is: "today", "tomorrow", "in 31 days", "3 days ago".
func InDays(ctx context.Context, n int) string {
	switch {
	case n == 0:
		return lang.T(ctx, "today")
	case n == 1:
		return lang.T(ctx, "tomorrow")
	case n == -1:
		return lang.T(ctx, "yesterday")
	case n < 0:
		return lang.N(ctx, -n, "%d day ago", "%d days ago")
	}
	return lang.N(ctx, n, "in %d day", "in %d days")
}

// Birthday is a birthday for reading: "4 March 1987", "4 March" while the year is unknown.
func Birthday(ctx context.Context, b dto.Birthday) string {
	year := b.Year
	if year == 0 {
		year = 2000 // a leap year, so that 29 February stays
	}
	d := calendar.Date{Year: year, Month: time.Month(b.Month), Day: b.Day}
	if b.Year == 0 {
		return lang.Yearly(ctx, d)
	}
	return lang.FullDate(ctx, d)
}

// Amounts are sums for reading, one beside the other, never mixed: "37,50 € + $12.00"; "–" for none.
func Amounts(sums []dto.Money) string {
	if len(sums) == 0 {
		return "–"
	}
	texts := make([]string, len(sums))
	for i, m := range sums {
		texts[i] = m.Text
	}
	return strings.Join(texts, " + ")
}

// WebLink reports whether a link that somebody typed is a plain web address, which alone becomes a link on a page.
func WebLink(link string) bool {
	u, err := url.Parse(link)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// Host is the shop of a link: its host without "www."; "" where there is none.
func Host(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// Shop is what to call the place that sells a gift: what somebody typed, else the host of the link.
func Shop(source, link string) string {
	if source != "" {
		return source
	}
	return Host(link)
}

// Int is a number as text.
func Int(n int) string { return strconv.Itoa(n) }

// Int64 is a version as text, for a hidden field.
func Int64(n int64) string { return strconv.FormatInt(n, 10) }

// Initials are the first letters of the first and last word of a name.
func Initials(name string) string {
	words := strings.Fields(name)
	if len(words) == 0 {
		return "?"
	}
	first := []rune(words[0])[:1]
	if len(words) > 1 {
		first = append(first, []rune(words[len(words)-1])[0])
	}
	return strings.ToUpper(string(first))
}

// HiddenFrom says from whom something is hidden.
func HiddenFrom(ctx context.Context, target *dto.Ref) string {
	if target == nil {
		return lang.T(ctx, "Hidden")
	}
	return lang.T(ctx, "Hidden from %s", target.Name)
}
