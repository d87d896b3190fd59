package config

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const minSecret = 32

// Secret is text that is never printed.
type Secret string

// String tells only whether there is one.
func (s Secret) String() string {
	if s == "" {
		return ""
	}
	return "xxxxx"
}

// GoString keeps %#v from telling more.
func (s Secret) GoString() string { return s.String() }

// MarshalText keeps JSON, and with it the log, from telling more.
func (s Secret) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// EnsureSecret fills in the secret that is kept in the data folder, and makes it the first time. Several nodes need
// one secret, so they must be given it.
func (c *Config) EnsureSecret() error {
	if c.Secret != "" {
		return nil
	}
	file := filepath.Join(c.DataDir, "secret")
	kept, err := os.ReadFile(file) //nolint:gosec // the operator's own folder
	if errors.Is(err, fs.ErrNotExist) {
		if err := makeSecret(c.DataDir, file); err != nil {
			return fmt.Errorf("config: making %s: %w", file, err)
		}
		kept, err = os.ReadFile(file) //nolint:gosec // as above
	}
	if err != nil {
		return fmt.Errorf("config: reading the secret: %w", err)
	}
	c.Secret = Secret(strings.TrimSpace(string(kept)))
	if len(c.Secret) < minSecret {
		return fmt.Errorf("config: %s holds %d characters, but must hold at least %d; delete it to get a new one (which signs everybody out)",
			file, len(c.Secret), minSecret)
	}
	return nil
}

// makeSecret puts a new secret into the file at once and whole. Of two processes that do so, one wins.
func makeSecret(dir, file string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, "secret-") // mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.WriteString(rand.Text() + rand.Text() + "\n")
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Link(f.Name(), file); !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}
