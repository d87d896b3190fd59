package dto

import (
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// Trashed is a thing that was deleted and can come back.
type Trashed struct {
	Entity domain.Entity
	ID     string
	Title  string
	Place  string // the list that an item stood on
	On     calendar.Date
	Until  calendar.Date // the last day on which it can come back for sure
}
