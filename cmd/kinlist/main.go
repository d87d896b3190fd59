// Command kinlist is the gift-planning table of a family: a web server and the commands around it.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"kinlist/internal/apperr"
)

// commands are what can be typed after "kinlist".
type commands struct {
	Serve   serveCommand   `cmd:"" default:"1" help:"Serve Kinlist (the default)."`
	Migrate migrateCommand `cmd:"" help:"Bring the database's schema up or down, or tell where it is."`
	User    userCommand    `cmd:"" help:"Make accounts and set passwords."`
	Purge   purgeCommand   `cmd:"" help:"Delete for good what has been in the trash for 30 days."`
	Demo    demoCommand    `cmd:"" help:"Fill an empty database with a family to look around in."`
	Seed    seedCommand    `cmd:"" help:"Make up families to measure with."`
	Preview previewCommand `cmd:"" help:"Show what Kinlist reads from a product page, as JSON."`
	Version versionCommand `cmd:"" help:"Show which Kinlist this is."`
}

// process is the world around a command.
type process struct {
	env    []string
	stdin  io.Reader
	stdout io.Writer
	stderr io.Writer
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:], process{os.Environ(), os.Stdin, os.Stdout, os.Stderr})
	stop()
	if ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return // told to stop while still starting
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "kinlist:", explain(err))
		os.Exit(1)
	}
}

// run carries out one command line; it is all of main that a test can call.
func run(ctx context.Context, args []string, p process) error {
	var cmds commands
	var exited bool
	parser, err := kong.New(&cmds, kong.Name("kinlist"),
		kong.Description("The gift-planning table of a family. Settings come from KINLIST_… variables; all are optional."),
		kong.Writers(p.stdout, p.stderr), kong.Exit(func(int) { exited = true }),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(p), kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		return err
	}
	command, err := parser.Parse(args)
	if exited { // --help has said everything
		return nil
	}
	if err != nil {
		return err
	}
	return command.Run()
}

// explain is an error as the person at the terminal reads it: what was expected in its own words, fields and all.
func explain(err error) string {
	var known *apperr.Error
	if !errors.As(err, &known) {
		return err.Error()
	}
	lines := []string{known.Message}
	for _, field := range slices.Sorted(maps.Keys(known.Fields)) {
		lines = append(lines, "  "+field+": "+known.Fields[field])
	}
	return strings.Join(lines, "\n")
}
