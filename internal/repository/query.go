package repository

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// These speak to the database through GORM's ordinary interface. Its generic one (gorm.G) reads as well, but every
// package that imports the repositories pays for its instances: they more than doubled the time of a first build.

// take returns the one row of a query, NotFound when there is none.
func take[T any](ctx context.Context, q *gorm.DB) (T, error) {
	var row T
	err := q.WithContext(ctx).Take(&row).Error
	return row, fault(err)
}

// find returns the rows of a query.
func find[T any](ctx context.Context, q *gorm.DB) ([]T, error) {
	var rows []T
	err := q.WithContext(ctx).Find(&rows).Error
	return rows, fault(err)
}

// insert writes a new row.
func insert(ctx context.Context, conn *gorm.DB, row any, opts ...clause.Expression) error {
	return fault(conn.WithContext(ctx).Clauses(opts...).Create(row).Error)
}

// update writes the named columns of row where q finds rows, zero values too, and returns how many it found.
func update(ctx context.Context, q *gorm.DB, row any, columns ...string) (int64, error) {
	res := q.WithContext(ctx).Model(row).Select(columns).Updates(row)
	return res.RowsAffected, fault(res.Error)
}
