// Package dbtest gives a test a real database of its own, fresh and migrated: SQLite in the test's own folder or, when
// KINLIST_TEST_POSTGRES names a server, a database on it. Tests may run in parallel, and so may packages.
package dbtest

import (
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"kinlist/internal/database"
)

// PostgresVar is the variable that names the PostgreSQL server, as a URL whose user may create databases.
const PostgresVar = "KINLIST_TEST_POSTGRES"

// OnlyVar names the one dialect that Each is for in a run, because another run is for the other: "postgres".
const OnlyVar = "KINLIST_TEST_ONLY"

// Open returns a migrated, empty database that is gone after the test.
func Open(tb testing.TB) *database.DB {
	tb.Helper()
	return connect(tb, Fresh(tb))
}

// Each runs the test on both dialects, on a migrated, empty database each.
func Each(t *testing.T, test func(t *testing.T, db *database.DB)) {
	t.Helper()
	each(t, migrated, func(t *testing.T, url string) { test(t, connect(t, url)) })
}

// EachBlank runs the test on both dialects with the address of a database without tables.
func EachBlank(t *testing.T, test func(t *testing.T, url string)) {
	t.Helper()
	each(t, blank, test)
}

// Measure runs the benchmark on SQLite and, when KINLIST_TEST_POSTGRES names a server, on PostgreSQL too.
func Measure(b *testing.B, measure func(b *testing.B, db *database.DB)) {
	b.Helper()
	b.Run("sqlite", func(b *testing.B) { measure(b, connect(b, newSQLite(b, migrated))) })
	if server := os.Getenv(PostgresVar); server != "" {
		b.Run("postgres", func(b *testing.B) { measure(b, connect(b, newPostgres(b, server, migrated))) })
	}
}

// state is what a new database holds.
type state bool

const (
	blank    state = false
	migrated state = true
)

func each(t *testing.T, s state, test func(t *testing.T, url string)) {
	t.Helper()
	server := os.Getenv(PostgresVar)
	if server == "" || os.Getenv(OnlyVar) != "postgres" {
		t.Run("sqlite", func(t *testing.T) { test(t, newSQLite(t, s)) })
	}
	if server == "" {
		t.Logf("PostgreSQL is left out: %s is not set (the task test sets it)", PostgresVar)
		return
	}
	t.Run("postgres", func(t *testing.T) { test(t, newPostgres(t, server, s)) })
}

func connect(tb testing.TB, url string) *database.DB {
	tb.Helper()
	db, err := database.Open(tb.Context(), url, slog.New(slog.DiscardHandler))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Error(err)
		}
	})
	return db
}

// newSQLite returns the address of a new file: a copy of one that was migrated once for the whole process.
func newSQLite(tb testing.TB, s state) string {
	tb.Helper()
	file := filepath.Join(tb.TempDir(), "kinlist.db")
	if s == migrated {
		template, err := sqliteTemplate()
		if err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(file, template, 0o600); err != nil {
			tb.Fatal(err)
		}
	}
	return "sqlite:" + file
}

var sqliteTemplate = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "kinlist-dbtest-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "template.db")
	if err := migrate("sqlite:" + file); err != nil {
		return nil, err
	}
	return os.ReadFile(file)
})
