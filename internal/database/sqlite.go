package database

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
	_ "modernc.org/sqlite" // the driver "sqlite", without cgo
)

// sqliteDialector is GORM's SQLite dialect over the pure Go driver, with our translation of errors.
type sqliteDialector struct{ sqlite.Dialector }

// Translate implements gorm.ErrorTranslator.
func (sqliteDialector) Translate(err error) error { return Translate(err) }

// What every connection to the file is told. Times are stored as microseconds. FULL makes a commit durable when it is
// acknowledged, also in WAL mode. Double quotes are for names alone, and no statement can damage the file's structure.
const sqliteParams = "_time_integer_format=unix_micro&_inttotime=1&_dqs=0&_defensive=1" +
	"&_busy_timeout=10000&_journal_mode=WAL&_synchronous=FULL&_pragma=temp_store(MEMORY)&_pragma=trusted_schema(0)"

// What the pools are told beyond it. The lock is taken when a transaction starts: one that starts by reading would fail
// when another process (kinlist user add, backup) writes in between. Migrations run without foreign keys, because a
// table that is rebuilt is dropped, and dropping it would cascade; they check the keys before they commit. Who reads sees
// the first 256 MiB of the file in the system's own cache, which all connections share and the system takes back: to copy
// each page out of it took most of the time of a search.
const (
	writerParams   = sqliteParams + "&_txlock=immediate&_foreign_keys=1"
	readerParams   = sqliteParams + "&_query_only=1&_pragma=mmap_size(268435456)"
	migratorParams = sqliteParams + "&_txlock=immediate&_foreign_keys=0"
)

func openSQLite(ctx context.Context, path string, log *slog.Logger) (*DB, error) {
	file, err := makeFile(path)
	if err != nil {
		return nil, err
	}
	db := &DB{dialect: SQLite, migrator: func() (*sql.DB, error) { return pool(file, migratorParams, 1) }}
	if db.writer, err = pool(file, writerParams, 1); err != nil {
		return nil, err
	}
	// The writer comes first: it turns the new file to WAL mode, which a reader may not.
	db.Write, err = openGorm(ctx, sqliteDialector{sqlite.Dialector{Conn: db.writer}}, db.writer, log)
	if err != nil {
		return nil, errors.Join(err, db.writer.Close())
	}
	// SQLite computes in this process: more readers than processors only take memory.
	if db.readers, err = pool(file, readerParams, max(4, runtime.GOMAXPROCS(0))); err != nil {
		return nil, errors.Join(err, db.writer.Close())
	}
	db.Read, err = openGorm(ctx, sqliteDialector{sqlite.Dialector{Conn: db.readers}}, db.readers, log)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// makeFile makes sure that the file exists and that only its owner may read it; SQLite gives its log the same mode.
func makeFile(path string) (string, error) {
	path = strings.TrimPrefix(path, "//")
	if path == "" || strings.HasPrefix(path, ":") || strings.HasPrefix(path, "file:") {
		return "", errors.New(`"sqlite:" must be followed by the path of a file`)
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600) //nolint:gosec // the path is the operator's
	if err != nil {
		return "", err
	}
	return path, f.Close()
}

// pool is a set of at most size connections that stay open: opening one costs more than a query.
func pool(file, params string, size int) (*sql.DB, error) {
	dsn := url.URL{Scheme: "file", Path: filepath.ToSlash(file), RawQuery: params}
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	return db, nil
}

// openGorm puts GORM over a pool that answers.
func openGorm(ctx context.Context, d gorm.Dialector, pool *sql.DB, log *slog.Logger) (*gorm.DB, error) {
	if err := pool.PingContext(ctx); err != nil {
		return nil, Translate(err)
	}
	cfg := gormConfig(log)
	cfg.DisableAutomaticPing = true
	return gorm.Open(d, cfg)
}
