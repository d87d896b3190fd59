// Package calendar knows calendar dates: days without a clock or a time zone, and when a repeating day comes next.
package calendar

import (
	"database/sql/driver"
	"fmt"
	"time"
)

const layout = "2006-01-02"

// Date is a calendar date. It never shifts with a time zone. The zero Date is "no date".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// On returns the date of the given day, normalised as time.Date does (31 April is 1 May).
func On(year int, month time.Month, day int) Date {
	return Of(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// Of returns the date of t in t's own location.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// Today is the date of now in the IANA zone; UTC where the zone is unknown.
func Today(now time.Time, zone string) Date {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		loc = time.UTC
	}
	return Of(now.In(loc))
}

// UntilTomorrow is how long the day lasts still in the IANA zone; UTC where the zone is unknown.
func UntilTomorrow(now time.Time, zone string) time.Duration {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		loc = time.UTC
	}
	here := now.In(loc)
	return time.Date(here.Year(), here.Month(), here.Day()+1, 0, 0, 0, 0, loc).Sub(now)
}

// Parse reads "2006-01-02", as date inputs send it.
func Parse(s string) (Date, error) {
	t, err := time.Parse(layout, s)
	if err != nil {
		return Date{}, fmt.Errorf("calendar: %q is no date: %w", s, err)
	}
	return Of(t), nil
}

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d == Date{} }

// String is the date as "2006-01-02", "" for no date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.utc().Format(layout)
}

// Format is the date in a layout of package time.
func (d Date) Format(layout string) string { return d.utc().Format(layout) }

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.utc().Weekday() }

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.utc().Before(e.utc()) }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return e.Before(d) }

// AddDays returns the date n days later.
func (d Date) AddDays(n int) Date { return Of(d.utc().AddDate(0, 0, n)) }

// DaysUntil is the number of days from d to e, negative when e is past.
func (d Date) DaysUntil(e Date) int { return int((e.utc().Unix() - d.utc().Unix()) / (24 * 60 * 60)) }

// MarshalText writes "2006-01-02".
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads "2006-01-02" or "".
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := Parse(string(text))
	*d = parsed
	return err
}

// Value writes the date to a database as text; no date is NULL.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads a text column (SQLite), a date column (PostgreSQL) or NULL.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = Date{}
		return nil
	case time.Time:
		*d = Of(v)
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	}
	return fmt.Errorf("calendar: a date column holds a %T", src)
}

func (d Date) utc() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }
