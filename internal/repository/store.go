// Package repository reads and writes rows, and holds queries only: rules and transactions are the services'. Every
// read takes the viewer and starts from their scope (scope.go); the few that do not stand in accounts.go, which
// serves sign-in and commands, and in purge.go and bulk.go, which serve one command each, and
// say so.
package repository

import (
	"context"
	"log/slog"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/domain"
	"kinlist/internal/event"
	"kinlist/internal/model"
)

// Store is the set of repositories over one connection pool or, within InTx, over one transaction.
type Store struct {
	db     *database.DB
	conn   *gorm.DB
	now    func() time.Time
	within bool // a transaction
	bell   *event.Bell
	rung   map[string]bool // the families that the transaction changes

	People     People
	Occasions  Occasions
	Lists      Lists
	Gifts      Gifts
	Items      Items
	Tags       Tags
	Comments   Comments
	Activities Activities
	Undo       Undo
	Trash      Trash
	Accounts   Accounts
	Purge      Purge
	Bulk       Bulk
	Pictures   Pictures
}

// New returns a Store over db that stamps rows with now.
func New(db *database.DB, now func() time.Time) *Store {
	s := over(db, db.Read, now)
	s.bell = &event.Bell{}
	return s
}

func over(db *database.DB, conn *gorm.DB, now func() time.Time) *Store {
	stamp := func() time.Time { return now().UTC().Truncate(time.Microsecond) }
	return &Store{
		db: db, conn: conn, now: now,
		People:     People{base: base[model.Person, *model.Person]{conn, stamp, "people", everyone, foundPeople}},
		Occasions:  Occasions{base: base[model.Occasion, *model.Occasion]{conn, stamp, "occasions", everyone, foundOccasions}},
		Lists:      Lists{base: base[model.List, *model.List]{conn, stamp, "lists", listRule, foundLists}},
		Gifts:      Gifts{base: base[model.Gift, *model.Gift]{conn, stamp, "gifts", giftRule, foundGifts}},
		Items:      Items{base: base[model.ListItem, *model.ListItem]{conn, stamp, "list_items", itemRule, foundItems}},
		Tags:       Tags{base: base[model.Tag, *model.Tag]{conn, stamp, "tags", tagRule, found[model.Tag]{}}},
		Comments:   Comments{base: base[model.Comment, *model.Comment]{conn, stamp, "comments", commentRule, foundComments}},
		Activities: Activities{conn, stamp},
		Undo:       Undo{conn: conn, now: stamp, batch: newID()},
		Trash:      Trash{conn},
		Accounts:   Accounts{conn, stamp},
		Purge:      Purge{conn, stamp},
		Bulk:       Bulk{conn},
		Pictures:   Pictures{conn, stamp},
	}
}

// InTx runs fn in one transaction: all of it commits, or none of it does. Writes happen nowhere else. Within it the
// given Store reads its own writes; on SQLite transactions queue for the one writer. Asked for one itself, it makes it
// part of its own, as Try does. A check never commits: it ends with Checked where nothing else is wrong.
func (s *Store) InTx(ctx context.Context, fn func(tx *Store) error) error {
	if s.within {
		return s.Try(ctx, fn)
	}
	rung := map[string]bool{}
	err := s.db.Write.WithContext(ctx).Transaction(func(conn *gorm.DB) error {
		tx := over(s.db, conn, s.now)
		tx.within, tx.rung = true, rung
		if err := fn(tx); err != nil {
			return err
		}
		return apperr.OnlyChecked(ctx)
	})
	if err != nil {
		return fault(err)
	}
	for family := range rung {
		s.bell.Ring(family)
	}
	return nil
}

// Ring lets those look again who have a page of the viewer's family open, here and on other nodes, when the transaction
// commits.
func (s *Store) Ring(ctx context.Context, v domain.Viewer) error {
	if s.rung[v.FamilyID] {
		return nil
	}
	s.rung[v.FamilyID] = true
	return fault(s.db.Notify(s.conn.WithContext(ctx), v.FamilyID))
}

// Bell rings for every family that a transaction of this program changed.
func (s *Store) Bell() *event.Bell { return s.bell }

// Follow rings the bell for what other nodes change as well, until ctx ends.
func (s *Store) Follow(ctx context.Context, log *slog.Logger) {
	s.db.Follow(ctx, log, s.bell.Ring, s.bell.RingAll)
}

// WithoutUndo is the same transaction, of which Undo records nothing.
func (s *Store) WithoutUndo() *Store {
	quiet := *s
	quiet.Undo.off = true
	return &quiet
}

// Try runs fn within the transaction that s is of: when it fails, what it did is taken back, and the transaction goes on.
// It lets go of its savepoint, as GORM's nested transactions do not: hundreds of open ones make every write slow.
func (s *Store) Try(ctx context.Context, fn func(tx *Store) error) error {
	const point = "attempt"
	conn := s.conn.WithContext(ctx)
	if err := conn.SavePoint(point).Error; err != nil {
		return fault(err)
	}
	failed := fn(s)
	if failed != nil {
		if err := conn.RollbackTo(point).Error; err != nil {
			return fault(err)
		}
	}
	if err := conn.Exec("RELEASE SAVEPOINT " + point).Error; err != nil {
		return fault(err)
	}
	return failed
}

// Now is the time that rows are stamped with: UTC, microseconds.
func (s *Store) Now() time.Time { return s.now().UTC().Truncate(time.Microsecond) }

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error { return fault(s.db.Ping(ctx)) }
