package service

import (
	"context"
	"slices"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
)

// Purge deletes for good what has been in the trash for long. It serves the command line, whose caller owns the
// database; there is no viewer, and it speaks in numbers alone.
type Purge struct {
	core
	files Files
}

// PurgeDays is how long deleted things stay in the trash, unless the command says otherwise.
const PurgeDays = 30

// Many small transactions, so that whoever saves something meanwhile does not wait: what one of them deletes, and for
// how many of them one reading of the trash is good.
const (
	purgeBatch = 200
	purgeRead  = 10_000
)

const day = 24 * time.Hour

// purgeNames are the kinds in the order that people read them.
var purgeNames = []struct {
	kind domain.Entity
	name string
}{
	{domain.EntityPerson, "people"},
	{domain.EntityOccasion, "occasions"},
	{domain.EntityList, "lists"},
	{domain.EntityGift, "gifts"},
	{domain.EntityItem, "items"},
	{domain.EntityTag, "tags"},
	{domain.EntityComment, "comments"},
}

var expiredNames = []struct {
	kind repository.Expired
	name string
}{
	{repository.ExpiredUndoSteps, "undo steps"},
	{repository.ExpiredSessions, "sessions"},
	{repository.ExpiredInvitations, "invitations"},
	{repository.ExpiredResets, "reset links"},
}

// Run deletes what went into the trash the given number of days ago or earlier, in all families, with what hangs on
// it; and the sessions, links and undo steps that have run out. It returns what went, by kind, zeros too. What is in
// use stays, and the Idea Inbox always. What was deleted before an error stays deleted: running again goes on.
func (s *Purge) Run(ctx context.Context, days int) ([]dto.Purged, error) {
	before, err := s.before(days)
	if err != nil {
		return nil, err
	}
	var gone repository.PurgeCounts
	for _, kind := range repository.PurgeOrder {
		if err := s.purge(ctx, kind, before, &gone); err != nil {
			return nil, err
		}
	}
	out := listPurged(gone)
	for _, expired := range expiredNames {
		n, err := s.dropExpired(ctx, expired.kind, before)
		if err != nil {
			return nil, err
		}
		out = append(out, dto.Purged{Name: expired.name, Rows: n})
	}
	n, err := s.dropPictures(ctx)
	return append(out, dto.Purged{Name: "pictures", Rows: n}), err
}

// Count returns what Run would delete.
func (s *Purge) Count(ctx context.Context, days int) ([]dto.Purged, error) {
	before, err := s.before(days)
	if err != nil {
		return nil, err
	}
	counts, err := s.store.Purge.Count(ctx, before)
	if err != nil {
		return nil, err
	}
	out := listPurged(counts)
	for _, expired := range expiredNames {
		n, err := s.store.Purge.CountExpired(ctx, expired.kind, before)
		if err != nil {
			return nil, err
		}
		out = append(out, dto.Purged{Name: expired.name, Rows: n})
	}
	n, err := s.countPictures(ctx, before)
	return append(out, dto.Purged{Name: "pictures", Rows: n}), err
}

// before is the time until which things must have been in the trash.
func (s *Purge) before(days int) (time.Time, error) {
	if days < 0 {
		return time.Time{}, apperr.New(apperr.Invalid, "The number of days cannot be negative.")
	}
	return s.store.Now().Add(-time.Duration(days) * day), nil
}

// purge deletes everything of one kind that is due, batch by batch.
func (s *Purge) purge(ctx context.Context, kind domain.Entity, before time.Time, gone *repository.PurgeCounts) error {
	for {
		ids, err := s.store.Purge.Due(ctx, kind, before, purgeRead)
		if err != nil || len(ids) == 0 {
			return err
		}
		held := gone.Things[kind]
		for batch := range slices.Chunk(ids, purgeBatch) {
			err := s.store.InTx(ctx, func(tx *repository.Store) error {
				counts, err := tx.Purge.Delete(ctx, kind, before, batch)
				if err == nil {
					gone.Add(counts)
				}
				return err
			})
			if err != nil {
				return err
			}
		}
		if gone.Things[kind] == held { // all of them were restored meanwhile
			return nil
		}
	}
}

func (s *Purge) dropExpired(ctx context.Context, kind repository.Expired, before time.Time) (int64, error) {
	var gone int64
	for {
		var n int64
		err := s.store.InTx(ctx, func(tx *repository.Store) (err error) {
			n, err = tx.Purge.DeleteExpired(ctx, kind, before, purgeBatch)
			return err
		})
		gone += n
		if err != nil || n == 0 {
			return gone, err
		}
	}
}

func listPurged(counts repository.PurgeCounts) []dto.Purged {
	var out []dto.Purged
	for _, k := range purgeNames {
		out = append(out, dto.Purged{Name: k.name, Rows: counts.Things[k.kind]})
	}
	return append(out,
		dto.Purged{Name: "status changes", Rows: counts.StatusChanges}, dto.Purged{Name: "activities", Rows: counts.Activities})
}
