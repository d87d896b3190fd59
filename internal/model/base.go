// Package model holds the rows of the database: columns and nothing else. No hooks, no behaviour, and no layer above
// service sees them. Times are UTC with microseconds; money is an integer of minor units; ids are UUIDv7, because a
// gap in a sequence would betray a hidden list. The migrations are the schema; a test compares the two.
package model

import "time"

// Base is what every row has.
type Base struct {
	ID        string    `gorm:"primaryKey"`
	CreatedAt time.Time `gorm:"autoCreateTime:false"`
	UpdatedAt time.Time `gorm:"autoUpdateTime:false"`
}

// Editable is what everything that a family can edit has beyond Base.
type Editable struct {
	Base
	FamilyID   string
	Version    int64      // the optimistic lock, from 1
	ArchivedAt *time.Time // archived: out of the default views, can be restored
	DeletedAt  *time.Time // in the trash, purged after 30 days
}

// Meta returns the common columns, so that the repositories' base can fill them for every kind of row.
func (e *Editable) Meta() *Editable { return e }
