// Command testenv runs every test of Kinlist: on SQLite, on PostgreSQL and in headless Chromium. It installs what it
// lacks, or says exactly what to install, and starts a throw-away PostgreSQL cluster of its own, which it stops whatever
// happens. The task test is this command; further arguments go to go test:
//
//	go run ./internal/testenv [-only sqlite|postgres|browser] [go test flags]
//
// What is left out takes a word in KINLIST_TEST_SKIP (postgres, browser, html, race) and is printed at the end.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"
)

const (
	skipVar     = "KINLIST_TEST_SKIP"
	postgresVar = "KINLIST_TEST_POSTGRES" // a server that is already there; as package dbtest reads it
	onlyVar     = "KINLIST_TEST_ONLY"     // as package dbtest reads it
	browserDir  = "/web/browsertest"
	comparisons = "TheSameWithAndWithoutWhatIsHidden" // in the names of the tests that compare two databases
	patience    = "30m"                               // for a package, with the race detector on a slow machine
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "testenv:", err)
		stop()
		os.Exit(1) //nolint:gocritic // stop was called
	}
}

// pass is one way through the tests.
type pass struct {
	name     string
	packages func(string) bool
	env      []string
	flags    []string
}

func run(ctx context.Context, args []string, out io.Writer) error {
	only, flags, err := parse(args)
	if err != nil {
		return err
	}
	skipped, err := skips(os.Getenv(skipVar))
	if err != nil {
		return err
	}
	wanted := func(name string) bool { return (only == "" || only == name) && !slices.Contains(skipped, name) }
	race := os.Getenv("CI") == "true" && !slices.Contains(skipped, "race")
	needed := func(pass string) bool {
		switch pass {
		case "race":
			return race && wanted("postgres")
		case "html": // of the browser's pass
			return wanted("browser") && !slices.Contains(skipped, "html")
		}
		return wanted(pass)
	}
	if err := ensureTools(ctx, out, needed); err != nil {
		return err
	}
	passes := []pass{
		{name: "sqlite", packages: noBrowser, env: []string{postgresVar + "="}},
		{name: "postgres", packages: noBrowser},
		{name: "browser", packages: inBrowser, env: []string{postgresVar + "="}},
	}
	if race {
		// With PostgreSQL, because SQLite is itself Go here, and ten times slower under the race detector. The comparisons
		// of two databases go without it: each is one long walk, on which nothing meets anything else.
		passes[1].flags, passes[1].env = []string{"-race", "-skip", comparisons}, []string{"CGO_ENABLED=1"}
	}
	if wanted("postgres") || only == "browser" && !slices.Contains(skipped, "postgres") {
		server, stop, err := startPostgres(ctx, out)
		if err != nil {
			return err
		}
		defer stop()
		passes[1].env = append(passes[1].env, postgresVar+"="+server)
		if wanted("sqlite") { // which has been tested by then
			passes[1].env = append(passes[1].env, onlyVar+"=postgres")
		}
		passes[2].env = []string{postgresVar + "=" + server} // the journeys run on both
	}
	if race {
		passes = slices.Insert(passes, 2, pass{"postgres", compares, passes[1].env, []string{"-run", comparisons}})
	}
	var failed []error
	for _, p := range passes {
		if wanted(p.name) && ctx.Err() == nil { // a failure on one database says nothing of the other
			failed = append(failed, p.run(ctx, out, flags))
		}
	}
	if len(skipped) > 0 {
		fmt.Fprintf(out, "\nLEFT OUT because of %s: %s\n", skipVar, strings.Join(skipped, ", "))
	}
	return errors.Join(append(failed, ctx.Err())...)
}

// parse takes our own flag off the arguments; the rest is go test's.
func parse(args []string) (string, []string, error) {
	if len(args) == 0 || args[0] != "-only" {
		return "", args, nil
	}
	if len(args) < 2 || !slices.Contains([]string{"sqlite", "postgres", "browser"}, args[1]) {
		return "", nil, errors.New("-only takes sqlite, postgres or browser")
	}
	return args[1], args[2:], nil
}

// skips reads the list of what is to be left out.
func skips(list string) ([]string, error) {
	var words []string
	for word := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		if !slices.Contains([]string{"postgres", "browser", "html", "race"}, word) {
			return nil, fmt.Errorf("%s has %q, but knows postgres, browser, html and race", skipVar, word)
		}
		words = append(words, word)
	}
	return words, nil
}

func inBrowser(pkg string) bool { return strings.Contains(pkg, browserDir) }
func noBrowser(pkg string) bool { return !inBrowser(pkg) }
func compares(pkg string) bool {
	return strings.HasSuffix(pkg, "/internal/service") || strings.HasSuffix(pkg, "/web")
}

func (p pass) run(ctx context.Context, out io.Writer, flags []string) error {
	packages, err := packages(ctx, p.packages)
	if err != nil {
		return err
	}
	if len(packages) == 0 {
		return fmt.Errorf("there are no packages to test for %s", p.name)
	}
	fmt.Fprintf(out, "\n=== the tests: %s %s\n", p.name, strings.Join(p.flags, " "))
	args := slices.Concat([]string{"test", "-timeout", patience}, p.flags, flags, packages)
	if err := command(ctx, out, p.env, "go", args...); err != nil {
		return fmt.Errorf("the tests on %s failed: %w", p.name, err)
	}
	return nil
}

// packages lists the packages of the module for which want is true.
func packages(ctx context.Context, want func(string) bool) ([]string, error) {
	list, err := exec.CommandContext(ctx, "go", "list", "./...").Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	return slices.DeleteFunc(strings.Fields(string(list)), func(pkg string) bool { return !want(pkg) }), nil
}

// command runs a program to its end with variables added to the environment. When ctx ends it gets the chance to stop.
func command(ctx context.Context, out io.Writer, env []string, name string, args ...string) error {
	cmd := exec.CommandContext(ctx, name, args...) //nolint:gosec // all of it is ours
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	cmd.Env = append(os.Environ(), env...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	return cmd.Run()
}
