package dbtest

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kinlist/internal/database"
)

// Fresh returns the address of a migrated, empty database of the kind that the run is for, as Open does.
func Fresh(tb testing.TB) string {
	tb.Helper()
	if server := os.Getenv(PostgresVar); server != "" {
		return newPostgres(tb, server, migrated)
	}
	return newSQLite(tb, migrated)
}

// Connect opens the database at an address until the test ends.
func Connect(tb testing.TB, address string) *database.DB {
	tb.Helper()
	return connect(tb, address)
}

// Copy returns the address of a copy of the database at an address that nobody is connected to.
func Copy(tb testing.TB, address string) string {
	tb.Helper()
	if file, isSQLite := strings.CutPrefix(address, "sqlite:"); isSQLite {
		return copyFile(tb, file)
	}
	at, err := url.Parse(address)
	if err != nil {
		tb.Fatal(err)
	}
	server := os.Getenv(PostgresVar)
	admin, err := adminOf(server)
	if err != nil {
		tb.Fatalf("%s: %v", PostgresVar, err)
	}
	return databaseOn(server, createFrom(tb, admin, strings.TrimPrefix(at.Path, "/")))
}

// copyFile returns the address of a copy of a closed SQLite database: closing it has folded
// the write-ahead log into the file.
func copyFile(tb testing.TB, file string) string {
	tb.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	to := filepath.Join(tb.TempDir(), "kinlist.db")
	if err := os.WriteFile(to, raw, 0o600); err != nil {
		tb.Fatal(err)
	}
	return "sqlite:" + to
}
