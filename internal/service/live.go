package service

import (
	"context"
	"log/slog"

	"kinlist/internal/domain"
	"kinlist/internal/event"
	"kinlist/internal/repository"
)

// Live tells those who have a page open when to look again. What changed, and whether they may see it, they find out by
// looking: who is told that something happened which they cannot see would know that there is something.
type Live struct {
	store *repository.Store
	bell  *event.Bell
}

// Listen waits for the viewer's family to change. heard is closed when the program stops; stop must be called.
func (s *Live) Listen(v domain.Viewer) (heard <-chan struct{}, stop func()) {
	return s.bell.Listen(v.FamilyID)
}

// Follow listens for what other nodes change, until ctx ends.
func (s *Live) Follow(ctx context.Context, log *slog.Logger) { s.store.Follow(ctx, log) }

// Close ends all listening: the program stops.
func (s *Live) Close() { s.bell.Close() }
