package main

import (
	"context"
	"fmt"
	"text/tabwriter"
	"time"

	"kinlist/internal/demo"
)

// demoCommand fills an empty database with a family to look around in.
type demoCommand struct{}

// Run plays the family's life and prints who can sign in.
func (demoCommand) Run(ctx context.Context, p process) error {
	prog, err := openMigrated(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = prog.db.Close() }()
	accounts, err := demo.Run(ctx, prog.db, time.Now())
	if err != nil {
		return err
	}
	_, _ = fmt.Fprintf(p.stdout, "%s have moved in. Run kinlist serve and sign in as one of these; the password is always: %s\n\n", demo.FamilyName, demo.Password)
	table := tabwriter.NewWriter(p.stdout, 0, 0, 3, ' ', 0)
	for _, a := range accounts {
		_, _ = fmt.Fprintf(table, "%s\t%s\t%s, %s\n", a.Email, a.Name, a.Role, a.Who)
	}
	return table.Flush()
}
