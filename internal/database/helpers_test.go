package database_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"kinlist/internal/database"
	"kinlist/internal/model"
)

func open(t *testing.T, url string) *database.DB {
	t.Helper()
	db, err := database.Open(t.Context(), url, quiet)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func status(t *testing.T, db *database.DB) database.Version {
	t.Helper()
	v, err := database.Status(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// tables lists the tables of the schema.
func tables(t *testing.T, db *database.DB) []string {
	t.Helper()
	all, err := db.Read.Migrator().GetTables()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(name string) bool {
		return name == "schema_migrations" || name == "sqlite_sequence" || name == "sqlite_stat1" || name == "sqlite_stat4" ||
			strings.HasPrefix(name, "text_index")
	})
}

func newID(t *testing.T) string {
	t.Helper()
	id, err := uuid.NewV7()
	if err != nil {
		t.Fatal(err)
	}
	return id.String()
}

func create(t *testing.T, db *database.DB, row any) {
	t.Helper()
	if err := db.Write.Create(row).Error; err != nil {
		t.Fatalf("%T: %v", row, err)
	}
}

func newBase(t *testing.T) model.Base {
	t.Helper()
	now := time.Now().UTC().Truncate(time.Microsecond)
	return model.Base{ID: newID(t), CreatedAt: now, UpdatedAt: now}
}

func addFamily(t *testing.T, db *database.DB, name string) model.Family {
	t.Helper()
	f := model.Family{Base: newBase(t), Name: name, Currency: "EUR", Locale: "en", TimeZone: "UTC", Version: 1}
	create(t, db, &f)
	return f
}

func families(t *testing.T, db *database.DB) []string {
	t.Helper()
	var names []string
	if err := db.Read.Model(&model.Family{}).Order("name").Pluck("name", &names).Error; err != nil {
		t.Fatal(err)
	}
	return names
}
