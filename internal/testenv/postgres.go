package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// Nothing in the cluster outlives the tests, so it need not survive a power cut. It listens on a socket in its own
// folder and nowhere else.
const serverOptions = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -k "

// cluster is a throw-away PostgreSQL server.
type cluster struct {
	bin, dir string
	runAs    *syscall.Credential // nil: as ourselves
}

// startPostgres returns the address of a server and what stops it: the one that the environment names or a new one.
func startPostgres(ctx context.Context, out io.Writer) (string, func(), error) {
	if server := os.Getenv(postgresVar); server != "" {
		return server, func() {}, nil
	}
	dir, err := os.MkdirTemp("/tmp", "kinlist-pg-") // not TMPDIR: the path of a socket has at most 107 bytes
	if err != nil {
		return "", nil, err
	}
	c := &cluster{bin: postgresBin(), dir: dir}
	if err := c.start(ctx); err != nil {
		return "", nil, errors.Join(fmt.Errorf("starting PostgreSQL: %w", err), c.stop(context.WithoutCancel(ctx)))
	}
	stop := func() {
		// Also when the tests were interrupted.
		if err := c.stop(context.WithoutCancel(ctx)); err != nil {
			fmt.Fprintln(os.Stderr, "testenv: stopping PostgreSQL:", err)
		}
	}
	fmt.Fprintf(out, "=== PostgreSQL of %s in %s\n", c.bin, dir)
	return "postgres://kinlist@/postgres?host=" + dir, stop, nil
}

func (c *cluster) start(ctx context.Context) error {
	if err := c.dropRoot(); err != nil {
		return err
	}
	// A collation that sorts as people do, so that a query that forgets to sort by bytes shows.
	err := c.run(ctx, "initdb", "--pgdata", c.data(), "--username", "kinlist", "--auth", "trust", "--encoding", "UTF8",
		"--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "en", "--no-sync")
	if err != nil {
		return err
	}
	return c.run(ctx, "pg_ctl", "--pgdata", c.data(), "--wait", "--log", filepath.Join(c.dir, "log"), "--options", serverOptions+c.dir, "start")
}

// stop ends the server, also one that has only half started, and removes its folder.
func (c *cluster) stop(ctx context.Context) error {
	var err error
	if _, statErr := os.Stat(filepath.Join(c.data(), "postmaster.pid")); statErr == nil {
		err = c.run(ctx, "pg_ctl", "--pgdata", c.data(), "--wait", "--mode", "immediate", "stop")
	}
	return errors.Join(err, os.RemoveAll(c.dir))
}

func (c *cluster) data() string { return filepath.Join(c.dir, "data") }

// dropRoot chooses another user when we are root, whom the server refuses.
func (c *cluster) dropRoot() error {
	if os.Geteuid() != 0 {
		return nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return fmt.Errorf("root must not run the server, and the user that PostgreSQL's package makes is missing: %w", err)
	}
	uid, uidErr := strconv.ParseUint(u.Uid, 10, 32)
	gid, gidErr := strconv.ParseUint(u.Gid, 10, 32)
	if err := errors.Join(uidErr, gidErr); err != nil {
		return err
	}
	c.runAs = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return os.Chown(c.dir, int(uid), int(gid))
}

// run runs one of PostgreSQL's programs, in a process group of its own so that Ctrl-C does not reach the server before
// us. Its output counts only when it fails; it goes to a file, because the server keeps it open.
func (c *cluster) run(ctx context.Context, name string, args ...string) error {
	said, err := os.CreateTemp("", "kinlist-pg-said-")
	if err != nil {
		return err
	}
	defer os.Remove(said.Name())
	defer said.Close()                                                   //nolint:errcheck // it is only read from here on
	cmd := exec.CommandContext(ctx, filepath.Join(c.bin, name), args...) //nolint:gosec // all of it is ours
	cmd.Dir = c.dir
	cmd.Stdout, cmd.Stderr = said, said
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: c.runAs, Setpgid: true}
	if err := cmd.Run(); err != nil {
		text, readErr := os.ReadFile(said.Name())
		return errors.Join(fmt.Errorf("%s: %w\n%s", name, err, bytes.TrimSpace(text)), readErr)
	}
	return nil
}
