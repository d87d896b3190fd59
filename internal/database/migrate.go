package database

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"time"

	"github.com/golang-migrate/migrate/v4"
	"github.com/golang-migrate/migrate/v4/source"
	"github.com/golang-migrate/migrate/v4/source/iofs"

	"kinlist/migrations"
)

// ErrNewer is what Migrate answers to a database that a later version of the program has been at.
var ErrNewer = errors.New("the database is newer than this program")

// migrationPatience is how long a node waits while another one migrates.
const migrationPatience = 10 * time.Minute

// Migrate brings the schema up to date. Of several nodes that start at once one does it and the others wait. All
// pending steps are one transaction: when one fails, the database is as it was.
func Migrate(ctx context.Context, db *DB, log *slog.Logger) error {
	return migrateFS(ctx, db, migrations.FS, log)
}

// Down takes the last step of the schema back, and with it what is stored there.
func Down(ctx context.Context, db *DB) error {
	return withMigrations(ctx, db, migrations.FS, func(m *migrate.Migrate) error { return m.Steps(-1) })
}

// Version says where the schema stands.
type Version struct {
	Current uint // the last step that the database has; 0 is none
	Latest  uint // the last step that the program knows
}

// Pending reports whether Migrate has something to do.
func (v Version) Pending() bool { return v.Current < v.Latest }

// Status reads the version of the schema and changes nothing.
func Status(ctx context.Context, db *DB) (Version, error) {
	return status(ctx, db, migrations.FS)
}

func migrateFS(ctx context.Context, db *DB, fsys fs.FS, log *slog.Logger) error {
	before, err := status(ctx, db, fsys)
	if err != nil {
		return err
	}
	if before.Current > before.Latest {
		return fmt.Errorf("database: %w: it is at version %d and the program knows %d; "+
			"start the newer program again, or restore a backup made with this one", ErrNewer, before.Current, before.Latest)
	}
	if !before.Pending() {
		return nil
	}
	log.InfoContext(ctx, "migrating the database", "from", before.Current, "to", before.Latest)
	err = withMigrations(ctx, db, fsys, func(m *migrate.Migrate) error { return m.Up() })
	if err != nil {
		return fmt.Errorf("database: the migration from version %d to %d failed and was taken back whole, so the data is as it was; "+
			"start the previous program again and report this: %w", before.Current, before.Latest, err)
	}
	log.InfoContext(ctx, "the database is up to date", "version", before.Latest)
	return nil
}

// withMigrations runs fn with the steps in fsys for the database's dialect.
func withMigrations(ctx context.Context, db *DB, fsys fs.FS, fn func(*migrate.Migrate) error) error {
	steps, err := iofs.New(fsys, string(db.dialect))
	if err != nil {
		return err
	}
	conn, err := db.migrator()
	if err != nil {
		return err
	}
	defer conn.Close() //nolint:errcheck // what it did is committed or not
	m, err := migrate.NewWithInstance("iofs", steps, string(db.dialect), &migrationDriver{ctx: ctx, db: conn, dialect: db.dialect})
	if err != nil {
		return err
	}
	m.LockTimeout = migrationPatience
	if err := fn(m); !errors.Is(err, migrate.ErrNoChange) {
		return Translate(err)
	}
	return nil
}

func status(ctx context.Context, db *DB, fsys fs.FS) (Version, error) {
	steps, err := iofs.New(fsys, string(db.dialect))
	if err != nil {
		return Version{}, err
	}
	latest, err := latestStep(steps)
	if err != nil || !db.Read.WithContext(ctx).Migrator().HasTable(versionTable) {
		return Version{Latest: latest}, err
	}
	v := Version{Latest: latest}
	err = db.Read.WithContext(ctx).Table(versionTable).Select("coalesce(max(version), 0)").Scan(&v.Current).Error
	return v, err
}

func latestStep(steps source.Driver) (uint, error) {
	version, err := steps.First()
	for err == nil {
		var next uint
		if next, err = steps.Next(version); err == nil {
			version = next
		}
	}
	if errors.Is(err, fs.ErrNotExist) && version > 0 {
		return version, nil
	}
	return 0, fmt.Errorf("database: reading the migrations: %w", err)
}
