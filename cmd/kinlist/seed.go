package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/repository"
	"kinlist/internal/seed"
)

// seedCommand makes up families to measure with.
type seedCommand struct {
	Families int    `default:"1" help:"How many families."`
	People   int    `default:"12" help:"People of each family."`
	Lists    int    `default:"30" help:"Lists of each family."`
	Items    int    `default:"400" help:"Items of each family."`
	Seed     uint64 `default:"1" help:"Another number makes other families; the same one the same."`
	Today    string `placeholder:"2026-12-01" help:"The day on which the history ends: today, unless given."`
	Append   bool   `help:"Add to a database that has families already."`
}

// Run makes the families, tells how far it is, and prints how to sign in.
func (c seedCommand) Run(ctx context.Context, p process) error {
	today := calendar.Today(time.Now(), "")
	if c.Today != "" {
		day, err := calendar.Parse(c.Today)
		if err != nil {
			return apperr.New(apperr.Invalid, "Write --today like 2026-12-01.").Because(err)
		}
		today = day
	}
	prog, err := openMigrated(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = prog.db.Close() }()
	clock := stopwatch{out: p.stderr, of: c, since: time.Now(), last: time.Now()}
	done, err := seed.Run(ctx, repository.New(prog.db, time.Now), seed.Options{
		Families: c.Families, People: c.People, Lists: c.Lists, Items: c.Items, Seed: c.Seed, Today: today, Append: c.Append,
	}, clock.tell)
	if err != nil {
		return err
	}
	took := time.Since(clock.since)
	_, err = fmt.Fprintf(p.stdout, "%d families, %d items, %d rows in %s (%.0f rows a second).\nSign in as %s, or as child-1@, member-1@ or guest-1@; every password is: %s\n",
		done.Families, done.Items, done.Rows, took.Round(100*time.Millisecond), float64(done.Rows)/took.Seconds(), seed.Emails(1)[0], seed.Password)
	return err
}

// stopwatch tells of long work, about once a second.
type stopwatch struct {
	out         io.Writer
	of          seedCommand
	since, last time.Time
}

func (s *stopwatch) tell(done seed.Progress) {
	if time.Since(s.last) < time.Second {
		return
	}
	s.last = time.Now()
	_, _ = fmt.Fprintf(s.out, "%d of %d items, %d rows, %s\n", done.Items, s.of.Families*s.of.Items, done.Rows,
		time.Since(s.since).Round(time.Second))
}
