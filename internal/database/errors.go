package database

import (
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"strings"

	"github.com/jackc/pgx/v5/pgconn"
	"gorm.io/gorm"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can go wrong with a statement, the same on both databases. The driver's error is wrapped beside it. Whatever is
// none of these is a fault of the program.
var (
	ErrNotFound    = errors.New("database: no such row")            // also a value that no row can hold, as an id that is none
	ErrDuplicate   = errors.New("database: duplicate key")          // a unique or primary key is taken
	ErrForeignKey  = errors.New("database: foreign key violated")   // what the row points at is not there, or the row is still pointed at
	ErrCheck       = errors.New("database: check violated")         // a CHECK, NOT NULL or range refuses the value
	ErrUnavailable = errors.New("database: cannot be used at once") // no connection, deadlock, disk full, …; trying again may help
)

// Translate says err in the words above. GORM does so by itself with what passes through it; a second time changes
// nothing.
func Translate(err error) error {
	if err == nil {
		return nil
	}
	for _, known := range []error{ErrNotFound, ErrDuplicate, ErrForeignKey, ErrCheck, ErrUnavailable} {
		if errors.Is(err, known) {
			return err
		}
	}
	if kind := kindOf(err); kind != nil {
		return fmt.Errorf("%w: %w", kind, err)
	}
	return err
}

func kindOf(err error) error {
	if errors.Is(err, gorm.ErrRecordNotFound) || errors.Is(err, sql.ErrNoRows) {
		return ErrNotFound
	}
	if e := (*sqlite.Error)(nil); errors.As(err, &e) {
		return sqliteKind(e.Code())
	}
	if e := (*pgconn.PgError)(nil); errors.As(err, &e) {
		return postgresKind(e.Code)
	}
	if e := (*pgconn.ConnectError)(nil); errors.As(err, &e) || errors.Is(err, driver.ErrBadConn) {
		return ErrUnavailable
	}
	return nil
}

func sqliteKind(code int) error {
	switch code {
	case sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return ErrDuplicate
	case sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, sqlite3.SQLITE_CONSTRAINT_TRIGGER: // RESTRICT reports as a trigger
		return ErrForeignKey
	case sqlite3.SQLITE_CONSTRAINT_CHECK, sqlite3.SQLITE_CONSTRAINT_NOTNULL:
		return ErrCheck
	}
	switch code & 0xff { // the primary code
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR,
		sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
		return ErrUnavailable
	}
	return nil
}

// postgresKind reads an SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
func postgresKind(state string) error {
	switch state {
	case "23505": // unique_violation
		return ErrDuplicate
	case "23503", "23001": // foreign_key_violation, restrict_violation
		return ErrForeignKey
	case "23514", "23502", "22003": // check_violation, not_null_violation, numeric_value_out_of_range
		return ErrCheck
	case "22P02", "22021": // an id that is no UUID, a text with a zero byte
		return ErrNotFound
	case "40001", "40P01", "55P03": // serialization_failure, deadlock_detected, lock_not_available
		return ErrUnavailable
	}
	for _, class := range []string{"08", "53", "57P"} { // connection, resources, operator intervention
		if strings.HasPrefix(state, class) {
			return ErrUnavailable
		}
	}
	return nil
}
