package dbtest_test

import (
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
)

func TestOpenGivesEveryTestItsOwnMigratedDatabase(t *testing.T) {
	t.Parallel()
	for range 3 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			db := dbtest.Open(t)
			var families int64
			if err := db.Read.Table("families").Count(&families).Error; err != nil || families != 0 {
				t.Fatalf("families = %d, %v; want an empty table", families, err)
			}
			if err := db.Write.Exec("DROP TABLE activities").Error; err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestEachBlankHasNoTables(t *testing.T) {
	dbtest.EachBlank(t, func(t *testing.T, url string) {
		db, err := database.Open(t.Context(), url, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		if v, err := database.Status(t.Context(), db); err != nil || v.Current != 0 || !v.Pending() {
			t.Fatalf("status = %+v, %v; want nothing done yet", v, err)
		}
	})
}
