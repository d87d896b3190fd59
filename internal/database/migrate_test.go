package database_test

import (
	"errors"
	"io/fs"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/migrations"
)

var quiet = slog.New(slog.DiscardHandler)

func TestMigrationsGoUpDownAndUpAgain(t *testing.T) {
	t.Parallel()
	dbtest.EachBlank(t, func(t *testing.T, url string) {
		db := open(t, url)
		for range 2 {
			if err := database.Migrate(t.Context(), db, quiet); err != nil {
				t.Fatal(err)
			}
			if v := status(t, db); v.Current == 0 || v.Pending() {
				t.Fatalf("after up: %+v", v)
			}
			if len(tables(t, db)) < 15 {
				t.Fatalf("after up: tables %v", tables(t, db))
			}
			for status(t, db).Current > 0 {
				if err := database.Down(t.Context(), db); err != nil {
					t.Fatal(err)
				}
			}
			if left := tables(t, db); len(left) > 0 {
				t.Fatalf("after down: tables %v are left", left)
			}
		}
	})
}

func TestMigratingACurrentDatabaseChangesNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		addFamily(t, db, "Kept")
		if err := database.Migrate(t.Context(), db, quiet); err != nil {
			t.Fatal(err)
		}
		if got := families(t, db); !slices.Equal(got, []string{"Kept"}) {
			t.Fatalf("families = %v", got)
		}
	})
}

func TestBothDialectsHaveTheSameMigrations(t *testing.T) {
	t.Parallel()
	names := func(dir string) []string {
		var found []string
		entries, err := fs.ReadDir(migrations.FS, dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			found = append(found, e.Name())
		}
		return found
	}
	sqlite, postgres := names("sqlite"), names("postgres")
	if !slices.Equal(sqlite, postgres) {
		t.Fatalf("sqlite has %v, postgres has %v", sqlite, postgres)
	}
	for _, name := range sqlite {
		if up, isUp := strings.CutSuffix(name, ".up.sql"); isUp && !slices.Contains(sqlite, up+".down.sql") {
			t.Errorf("%s has no way down", name)
		}
	}
}

func TestABrokenMigrationIsTakenBackWhole(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		addFamily(t, db, "Kept")
		before := status(t, db)
		next := withSteps(t, "DELETE FROM families; CREATE TABLE fine (id text);", "CREATE TABLE half (id text); SELECT nonsense;")
		err := database.MigrateFS(t.Context(), db, next, quiet)
		if err == nil || !strings.Contains(err.Error(), "the data is as it was") {
			t.Fatalf("err = %v; want a sentence that says what to do", err)
		}
		if got := families(t, db); !slices.Equal(got, []string{"Kept"}) {
			t.Errorf("families = %v", got)
		}
		if left := tables(t, db); slices.Contains(left, "fine") || slices.Contains(left, "half") {
			t.Errorf("tables of the broken migration are left: %v", left)
		}
		if v := status(t, db); v != before {
			t.Errorf("status = %+v; want %+v", v, before)
		}
		repaired := withSteps(t, "CREATE TABLE fine (id text);", "CREATE TABLE half (id text);")
		if err := database.MigrateFS(t.Context(), db, repaired, quiet); err != nil {
			t.Errorf("the repaired program does not start: %v", err)
		}
	})
}

func TestAMigrationThatOrphansRowsIsTakenBack(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		addFamily(t, db, "Kept")
		// PostgreSQL refuses the row, SQLite runs migrations without foreign keys and looks before it commits.
		err := database.MigrateFS(t.Context(), db, withSteps(t, `INSERT INTO gift_tags (gift_id, tag_id) VALUES
			('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002');`), quiet)
		if !errors.Is(err, database.ErrForeignKey) {
			t.Fatalf("err = %v; want a foreign key error", err)
		}
		if v := status(t, db); v.Pending() {
			t.Errorf("status = %+v; want the version before", v)
		}
	})
}

func TestANewerDatabaseIsRefused(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		if err := database.MigrateFS(t.Context(), db, withSteps(t, "CREATE TABLE newer (id text);"), quiet); err != nil {
			t.Fatal(err)
		}
		if err := database.Migrate(t.Context(), db, quiet); !errors.Is(err, database.ErrNewer) {
			t.Fatalf("err = %v; want ErrNewer", err)
		}
	})
}

func TestNodesThatStartAtOnceAllSucceed(t *testing.T) {
	t.Parallel()
	dbtest.EachBlank(t, func(t *testing.T, url string) {
		var nodes sync.WaitGroup
		for range 4 {
			db := open(t, url)
			nodes.Go(func() {
				if err := database.Migrate(t.Context(), db, quiet); err != nil {
					t.Error(err)
				}
			})
		}
		nodes.Wait()
		if v := status(t, open(t, url)); v.Pending() {
			t.Fatalf("status = %+v", v)
		}
	})
}

// withSteps is the program's migrations and further ones.
func withSteps(t *testing.T, steps ...string) fs.FS {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, dialect := range []string{"sqlite", "postgres"} {
		entries, err := fs.ReadDir(migrations.FS, dialect)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			text, err := fs.ReadFile(migrations.FS, dialect+"/"+e.Name())
			if err != nil {
				t.Fatal(err)
			}
			fsys[dialect+"/"+e.Name()] = &fstest.MapFile{Data: text}
		}
		for i, step := range steps {
			fsys[dialect+"/900"+string(rune('1'+i))+"_test.up.sql"] = &fstest.MapFile{Data: []byte(step)}
		}
	}
	return fsys
}
