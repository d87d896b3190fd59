package main

import (
	"context"
	"errors"
	"fmt"

	"kinlist/internal/database"
)

// migrateCommand works on the database's schema.
type migrateCommand struct {
	Up     migrateUp     `cmd:"" help:"Run all pending migrations. Serve does so by itself."`
	Down   migrateDown   `cmd:"" help:"Take the last migration back, with all that is in its tables."`
	Status migrateStatus `cmd:"" help:"Tell which version the schema has, and which this program wants."`
}

type (
	migrateUp   struct{}
	migrateDown struct {
		Yes bool `help:"Confirm that data goes."`
	}
	migrateStatus struct{}
)

// Run brings the schema up to date.
func (migrateUp) Run(ctx context.Context, p process) error {
	prog, err := openMigrated(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = prog.db.Close() }()
	return printVersion(ctx, prog, p)
}

// Run takes the last migration back; where there is none it says so.
func (c migrateDown) Run(ctx context.Context, p process) error {
	if !c.Yes {
		return errors.New("this deletes what is in the last migration's tables: add --yes if you mean it")
	}
	prog, err := open(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = prog.db.Close() }()
	if v, err := database.Status(ctx, prog.db); err != nil || v.Current == 0 {
		return errors.Join(err, printVersion(ctx, prog, p))
	}
	if err := database.Down(ctx, prog.db); err != nil {
		return err
	}
	return printVersion(ctx, prog, p)
}

// Run tells where the schema is.
func (migrateStatus) Run(ctx context.Context, p process) error {
	prog, err := open(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = prog.db.Close() }()
	return printVersion(ctx, prog, p)
}

func printVersion(ctx context.Context, prog *program, p process) error {
	v, err := database.Status(ctx, prog.db)
	if err != nil {
		return err
	}
	state := "up to date"
	if v.Pending() {
		state = "migrations are pending"
	}
	_, err = fmt.Fprintf(p.stdout, "schema version %d of %d: %s\n", v.Current, v.Latest, state)
	return err
}
