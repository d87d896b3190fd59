package dbtest

import (
	"errors"
	"sync/atomic"
	"testing"

	"gorm.io/gorm"

	"kinlist/internal/database"
)

// Statements counts the statements that the database is asked from now on.
func Statements(tb testing.TB, db *database.DB) *atomic.Int64 {
	tb.Helper()
	var n atomic.Int64
	count := func(q *gorm.DB) {
		if !q.DryRun { // a query within another
			n.Add(1)
		}
	}
	for _, conn := range pools(db) {
		on := conn.Callback()
		if err := errors.Join(
			on.Query().After("gorm:query").Register("count", count), on.Row().After("gorm:row").Register("count", count),
			on.Raw().After("gorm:raw").Register("count", count), on.Create().After("gorm:create").Register("count", count),
			on.Update().After("gorm:update").Register("count", count), on.Delete().After("gorm:delete").Register("count", count),
		); err != nil {
			tb.Fatal(err)
		}
	}
	return &n
}

// pools are the connections that are told apart: on PostgreSQL reads and writes share one.
func pools(db *database.DB) []*gorm.DB {
	if db.Read == db.Write {
		return []*gorm.DB{db.Read}
	}
	return []*gorm.DB{db.Read, db.Write}
}
