package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/service"
)

// userCommand works on accounts.
type userCommand struct {
	Add    userAdd    `cmd:"" help:"Make an account; the password is read from standard input."`
	Passwd userPasswd `cmd:"" help:"Set an account's password, read from standard input, and end its sessions."`
}

type userAdd struct {
	Email  string `arg:"" help:"E-mail address to sign in with."`
	Name   string `required:"" help:"Name that the family reads."`
	Role   string `default:"member" enum:"admin,member,guest" help:"admin, member or guest."`
	Family string `help:"The family's name. With --role admin a family that is not there yet is made."`
}

type userPasswd struct {
	Email string `arg:"" help:"E-mail address of the account."`
}

// Run makes the account.
func (c userAdd) Run(ctx context.Context, p process) error {
	password, err := readPassword(p)
	if err != nil {
		return err
	}
	prog, err := openMigrated(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = prog.db.Close() }()
	err = prog.services.Auth.AddUser(ctx, service.NewUser{
		Name: c.Name, Email: c.Email, Password: password,
		Role: domain.Role(c.Role), Family: c.Family,
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "%s can sign in now.\n", c.Email)
	return err
}

// Run sets the password.
func (c userPasswd) Run(ctx context.Context, p process) error {
	password, err := readPassword(p)
	if err != nil {
		return err
	}
	prog, err := openMigrated(ctx, p)
	if err != nil {
		return err
	}
	defer func() { _ = prog.db.Close() }()
	if err := prog.services.Auth.SetPassword(ctx, c.Email, password); err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.stdout, "The password of %s is set; its sessions are ended.\n", c.Email)
	return err
}

// readPassword reads the first line of standard input.
func readPassword(p process) (string, error) {
	line, err := bufio.NewReader(p.stdin).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("reading the password from standard input: %w", err)
	}
	return strings.TrimRight(line, "\r\n"), nil
}
