package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"

	"github.com/golang-migrate/migrate/v4/database"
)

// versionTable holds one row; it has the columns that golang-migrate's own command expects.
const versionTable = "schema_migrations"

// migrationLock is the key of PostgreSQL's advisory lock: "kinlist" in hexadecimal.
const migrationLock = 0x6b696e6c697374

// migrationDriver runs golang-migrate's steps and the record of the version in one transaction from Lock to Unlock.
// The drivers that come with golang-migrate commit each by itself: a step that fails or a process that is killed then
// leaves the database "dirty", for a person to repair, and two processes that open one SQLite file step on each
// other's toes. Here the transaction is also the lock, and nothing is ever half done.
type migrationDriver struct {
	ctx     context.Context //nolint:containedctx // golang-migrate's interface has no place for it
	db      *sql.DB
	dialect Dialect
	tx      *sql.Tx
	failed  bool
}

// Open implements database.Driver; drivers that are made from an instance have no use for it.
func (*migrationDriver) Open(string) (database.Driver, error) {
	return nil, errors.New("database: the migration driver does not open addresses")
}

// Close implements database.Driver.
func (d *migrationDriver) Close() error { return d.db.Close() }

// Lock begins the transaction and waits for its turn: SQLite lets one process write, PostgreSQL takes a lock.
func (d *migrationDriver) Lock() error {
	tx, err := d.db.BeginTx(d.ctx, nil)
	if err != nil {
		return err
	}
	d.tx, d.failed = tx, false
	if d.dialect == Postgres {
		if _, err := tx.ExecContext(d.ctx, fmt.Sprintf("SELECT pg_advisory_xact_lock(%d)", migrationLock)); err != nil {
			return errors.Join(err, tx.Rollback())
		}
	}
	_, err = tx.ExecContext(d.ctx, "CREATE TABLE IF NOT EXISTS "+versionTable+" (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)")
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return nil
}

// Unlock commits what succeeded as a whole.
func (d *migrationDriver) Unlock() error {
	if d.failed {
		return d.tx.Rollback()
	}
	if err := d.checkForeignKeys(); err != nil {
		return errors.Join(err, d.tx.Rollback())
	}
	return d.tx.Commit()
}

// Run executes one step.
func (d *migrationDriver) Run(step io.Reader) error {
	text, err := io.ReadAll(step)
	if err == nil {
		_, err = d.tx.ExecContext(d.ctx, string(text))
	}
	d.failed = d.failed || err != nil
	return err
}

// SetVersion records the version. That a step has begun ("dirty") is not worth a row: it would be rolled back.
func (d *migrationDriver) SetVersion(version int, dirty bool) error {
	if dirty {
		return nil
	}
	_, err := d.tx.ExecContext(d.ctx, "DELETE FROM "+versionTable)
	if err == nil && version >= 0 {
		_, err = d.tx.ExecContext(d.ctx, fmt.Sprintf("INSERT INTO %s (version, dirty) VALUES (%d, false)", versionTable, version))
	}
	d.failed = d.failed || err != nil
	return err
}

// Version reads the version. A dirty one can only come from golang-migrate's own command.
func (d *migrationDriver) Version() (int, bool, error) {
	var version int
	var dirty bool
	err := d.tx.QueryRowContext(d.ctx, "SELECT version, dirty FROM "+versionTable).Scan(&version, &dirty)
	if errors.Is(err, sql.ErrNoRows) {
		return database.NilVersion, false, nil
	}
	return version, dirty, err
}

// Drop implements database.Driver; nothing here drops a whole database.
func (*migrationDriver) Drop() error {
	return errors.New("database: migrations do not drop a database")
}

// checkForeignKeys looks for rows that point nowhere, because SQLite's migrations run with foreign keys off.
func (d *migrationDriver) checkForeignKeys() error {
	if d.dialect != SQLite {
		return nil
	}
	var table, parent string
	var row, key sql.NullInt64
	err := d.tx.QueryRowContext(d.ctx, "PRAGMA foreign_key_check").Scan(&table, &row, &parent, &key)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil
	case err != nil:
		return err
	}
	return fmt.Errorf("%w: the migration leaves a row in %s that points to nothing in %s", ErrForeignKey, table, parent)
}
