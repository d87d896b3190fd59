// Package database opens the database that the configuration names, an SQLite file or a PostgreSQL server, brings its
// schema up to date and says in one vocabulary what went wrong. The rest of the program sees GORM and this package's
// errors, never a driver.
package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"gorm.io/gorm"
)

// Dialect names the kind of database, where a query must differ.
type Dialect string

// The dialects. They are also the names of the folders in package migrations.
const (
	SQLite   Dialect = "sqlite"
	Postgres Dialect = "postgres"
)

// DB is an open database. On SQLite, Read is a pool of connections that cannot write and Write a single connection:
// whoever wants to write queues for it in Go, where a context can end the wait, instead of failing on the file's lock.
// A read on Write inside a transaction sees what the transaction wrote; waiting for Write while holding it never ends.
// On PostgreSQL both are the same pool.
type DB struct {
	Read  *gorm.DB
	Write *gorm.DB

	dialect  Dialect
	readers  *sql.DB
	writer   *sql.DB
	migrator func() (*sql.DB, error) // a connection for migrations alone, closed after use
	listener *pgx.ConnConfig         // how Follow connects; nil on SQLite
}

// Open connects to url, "sqlite:PATH" or "postgres://…", without touching the schema. Slow statements are logged.
func Open(ctx context.Context, url string, log *slog.Logger) (*DB, error) {
	path, isSQLite := strings.CutPrefix(url, "sqlite:")
	var db *DB
	var err error
	switch {
	case isSQLite:
		db, err = openSQLite(ctx, path, log)
	case strings.HasPrefix(url, "postgres://"), strings.HasPrefix(url, "postgresql://"):
		db, err = openPostgres(ctx, url, log)
	default:
		return nil, errors.New(`database: the address must begin with "sqlite:" or "postgres://"`)
	}
	if err != nil {
		return nil, fmt.Errorf("database: open: %w", err)
	}
	return db, nil
}

// Dialect is the kind of database.
func (db *DB) Dialect() Dialect { return db.dialect }

// Ping reports whether the database answers.
func (db *DB) Ping(ctx context.Context) error {
	if err := db.readers.PingContext(ctx); err != nil {
		return Translate(err)
	}
	var one int
	return Translate(db.readers.QueryRowContext(ctx, "SELECT 1").Scan(&one))
}

// Close ends all connections, after those in use are given back.
func (db *DB) Close() error {
	if db.readers == db.writer {
		return db.writer.Close()
	}
	// The writer last: who closes an SQLite file last folds the write-ahead log into it.
	return errors.Join(db.readers.Close(), db.writer.Close())
}

// gormConfig is what both dialects share. A single statement is atomic without GORM's transaction around it, and times
// have the precision that both databases keep, so that a row reads back as it was written.
// GORM's cache of prepared statements is off: measured, it gains nothing on either driver and costs in transactions.
func gormConfig(log *slog.Logger) *gorm.Config {
	return &gorm.Config{
		SkipDefaultTransaction: true,
		TranslateError:         true,
		Logger:                 slowLog{log, slow},
		NowFunc:                func() time.Time { return time.Now().UTC().Truncate(time.Microsecond) },
	}
}
