// Package demo plays the life of a believable family, so that a newcomer finds something to look around in: three years
// of Christmases and birthdays, and the next Christmas in the middle of planning. It serves the command of that name.
// Everything happens through the services, done by the members themselves, on a clock that walks from then until now.
package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
	"kinlist/internal/service"
)

// Account is somebody who can sign in.
type Account struct {
	Name, Email, Who string
	Role             domain.Role
}

// Password is everybody's.
const Password = "come and look"

// FamilyName is the name of the family.
const FamilyName = "The Hartigans"

const (
	locale = "en-GB"
	zone   = "Europe/Dublin"
)

// clock is the time of the play. Every look at it takes a second, so that nothing happens at once.
type clock struct{ at time.Time }

func (c *clock) now() time.Time {
	c.at = c.at.Add(time.Second)
	return c.at
}

// stage is the family while its life is played.
type stage struct {
	*service.Services
	clock  clock
	now    time.Time // when the play ends
	events []event

	members map[string]domain.Viewer // by name
	people  map[string]string        // ids by name
	days    map[string]string        // ids of occasions by name
	lists   map[string]string        // ids by name
	items   map[string]dto.Item      // by title
}

// event is something that somebody does at a time.
type event struct {
	at time.Time
	do func(context.Context) error
}

// Run plays the family's life until now into an empty database, and returns who can sign in.
func Run(ctx context.Context, db *database.DB, now time.Time) ([]Account, error) {
	s := &stage{
		now: now, members: map[string]domain.Viewer{}, people: map[string]string{}, days: map[string]string{},
		lists: map[string]string{}, items: map[string]dto.Item{},
	}
	s.clock.at = s.beginning()
	s.Services = service.New(repository.New(db, s.clock.now), service.Config{Now: s.clock.now, Zone: zone})
	empty, err := s.Auth.SetupOpen(ctx)
	if err != nil {
		return nil, err
	}
	if !empty {
		return nil, apperr.New(apperr.Conflict, "This database has a family already. Play the demo in another one: set KINLIST_DATA_DIR to a new folder.")
	}
	for _, act := range []func(context.Context) error{s.moveIn, s.pastYears, s.thisYear, s.play} {
		if err := act(ctx); err != nil {
			return nil, err
		}
	}
	return accounts, nil
}

// at notes that something happens at a time. What would be to come is left out.
func (s *stage) at(t time.Time, do func(context.Context) error) {
	if t.Before(s.now.Add(-20 * time.Minute)) {
		s.events = append(s.events, event{t, do})
	}
}

// play lets everything happen in the order of time.
func (s *stage) play(ctx context.Context) error {
	slices.SortStableFunc(s.events, func(a, b event) int { return a.at.Compare(b.at) })
	for _, e := range s.events {
		if e.at.After(s.clock.at) {
			s.clock.at = e.at
		}
		if err := e.do(ctx); err != nil {
			return fmt.Errorf("demo, %s: %w", s.clock.at.Format(time.DateOnly), err)
		}
	}
	return nil
}

// beginning is when the family starts to use Kinlist: before the earliest of the three Christmases and birthdays.
func (s *stage) beginning() time.Time {
	three, autumn := s.now.AddDate(-3, 0, -20), clockTime(s.christmas(3), 9).AddDate(0, 0, -70)
	if three.Before(autumn) {
		return three
	}
	return autumn
}

// christmas is the day of the next Christmas, or of that so many years before.
func (s *stage) christmas(yearsAgo int) calendar.Date {
	next := calendar.Next(calendar.On(2000, time.December, 25), calendar.Yearly, calendar.Today(s.now, zone))
	return calendar.On(next.Year-yearsAgo, time.December, 25)
}

// clockTime is an hour of a day, roughly where the family lives.
func clockTime(d calendar.Date, hour int) time.Time {
	return time.Date(d.Year, d.Month, d.Day, hour, 12, 0, 0, time.UTC)
}
