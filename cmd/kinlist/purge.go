package main

import (
	"context"
	"fmt"
	"io"
	"text/tabwriter"

	"kinlist/internal/dto"
)

// purgeCommand empties the trash.
type purgeCommand struct {
	Days   int  `default:"30" help:"How many days things stay in the trash."`
	DryRun bool `help:"Only count."`
}

// Run deletes what has been in the trash long enough, and prints what went.
func (c purgeCommand) Run(ctx context.Context, p process) error {
	prog, err := openMigrated(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = prog.db.Close() }()
	purge, says := prog.services.Purge.Run, "Deleted for good"
	if c.DryRun {
		purge, says = prog.services.Purge.Count, "Would be deleted for good"
	}
	gone, err := purge(ctx, c.Days)
	if err != nil {
		return err
	}
	return printPurged(p.stdout, fmt.Sprintf("%s: what was in the trash for %d days or longer, and what has expired.", says, c.Days), gone)
}

func printPurged(w io.Writer, head string, gone []dto.Purged) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintln(w, head)
	for _, row := range gone {
		_, _ = fmt.Fprintf(table, "%d\t  %s\n", row.Rows, row.Name)
	}
	return table.Flush()
}
