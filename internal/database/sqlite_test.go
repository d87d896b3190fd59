package database_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/database"
	"kinlist/internal/model"
)

// migratedFile is a new SQLite database; another handle on its address is what another process has.
func migratedFile(t *testing.T) (*database.DB, string) {
	t.Helper()
	url := "sqlite:" + filepath.Join(t.TempDir(), "kinlist.db")
	db := open(t, url)
	if err := database.Migrate(t.Context(), db, quiet); err != nil {
		t.Fatal(err)
	}
	return db, url
}

func TestWritersOfOneFileQueueAndNoneFails(t *testing.T) {
	t.Parallel()
	db, url := migratedFile(t)
	family := addFamily(t, db, "Ash")
	const writers, each = 16, 20
	increment := func(tx *gorm.DB) error { // reads before it writes: the classic way to "database is locked"
		var f model.Family
		if err := tx.First(&f, "id = ?", family.ID).Error; err != nil {
			return err
		}
		return tx.Model(&f).Update("version", f.Version+1).Error
	}
	var all sync.WaitGroup
	for _, process := range []*database.DB{db, open(t, url)} {
		for range writers / 2 {
			all.Go(func() {
				for range each {
					if err := process.Write.WithContext(t.Context()).Transaction(increment); err != nil {
						t.Error(err)
					}
				}
			})
		}
	}
	all.Wait()
	var f model.Family
	if err := db.Read.First(&f).Error; err != nil || f.Version != 1+writers*each {
		t.Fatalf("version = %d, %v; want %d: a write is lost", f.Version, err, 1+writers*each)
	}
}

func TestAContextEndsTheWaitForTheWriter(t *testing.T) {
	t.Parallel()
	db, _ := migratedFile(t)
	tx := db.Write.Begin()
	defer tx.Rollback()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	err := db.Write.WithContext(ctx).Transaction(func(*gorm.DB) error { return nil })
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("err = %v; want that the deadline passed", err)
	}
}

func TestReadersDoNotWaitForTheWriterAndSeeWhatIsCommitted(t *testing.T) {
	t.Parallel()
	db, _ := migratedFile(t)
	tx := db.Write.Begin()
	if err := tx.Exec("INSERT INTO families VALUES ('f', 1, 1, 'Ash', 'EUR', 'en', 'UTC', 1, '')").Error; err != nil {
		t.Fatal(err)
	}
	if got := families(t, db); len(got) != 0 {
		t.Fatalf("a reader sees %v before the commit", got)
	}
	if err := tx.Commit().Error; err != nil {
		t.Fatal(err)
	}
	if got := families(t, db); len(got) != 1 {
		t.Fatalf("a reader sees %v after the commit", got)
	}
}

func TestReadersCannotWrite(t *testing.T) {
	t.Parallel()
	db, _ := migratedFile(t)
	if err := db.Read.Exec("DELETE FROM families").Error; !errors.Is(err, database.ErrUnavailable) {
		t.Fatalf("err = %v; want a refusal", err)
	}
}

func TestAFileIsDurableConsistentAndItsOwnersAlone(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "a new folder", "50% ä?#.db")
	db := open(t, "sqlite:"+file)
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"} {
		var got string
		if err := db.Write.Raw("PRAGMA " + pragma).Scan(&got).Error; err != nil || got != want {
			t.Errorf("%s = %q, %v; want %q", pragma, got, err, want)
		}
	}
	for path, want := range map[string]fs.FileMode{file: 0o600, file + "-wal": 0o600, filepath.Dir(file): fs.ModeDir | 0o700} {
		if info, err := os.Stat(path); err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode(), err, want)
		}
	}
}
