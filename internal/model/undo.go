package model

import (
	"time"

	"kinlist/internal/domain"
)

// UndoStep is how a thing was before somebody changed it, so that they can take the change back. What was changed at
// once shares a batch.
type UndoStep struct {
	ID         string    `gorm:"primaryKey"`
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
	FamilyID   string
	ActorID    string
	BatchID    string
	Verb       domain.Verb
	EntityType domain.Entity
	EntityID   string
	Version    int64  // the version that the change made; nobody changed the thing since while it still has it
	Before     string // JSON
	UndoneAt   *time.Time
}
