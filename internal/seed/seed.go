// Package seed makes up families to measure with: the same flags on the same day make the same families, row for row
// and id for id. It serves the command of that name, and writes rows past the services because a million items have to
// fit into minutes; what it writes keeps the rules that the services keep.
package seed

import (
	"context"
	"math/rand/v2"
	"strconv"

	"kinlist/internal/apperr"
	"kinlist/internal/auth"
	"kinlist/internal/calendar"
	"kinlist/internal/repository"
)

// Password is everybody's.
const Password = "seed for measuring" //nolint:gosec // everybody is to know it

// Options say how much to make. People, Lists and Items are of each family.
type Options struct {
	Families, People, Lists, Items int

	Seed   uint64
	Today  calendar.Date // history ends here
	Append bool          // beside families that are there already
}

// Progress is how far the work is.
type Progress struct {
	Families, Items, Rows int
}

// flushAt is how many rows are written in one transaction.
const flushAt = 50_000

// Run makes the families and tells report of every transaction. It refuses a database that has families, unless told to
// add to them; then it goes on counting where they end.
func Run(ctx context.Context, store *repository.Store, o Options, report func(Progress)) (Progress, error) {
	if o.Families < 1 || o.People < 0 || o.Lists < 0 || o.Items < 0 {
		return Progress{}, apperr.New(apperr.Invalid, "Ask for one family at least, and for no negative number of anything.")
	}
	held, err := store.Accounts.Families(ctx, "")
	if err != nil {
		return Progress{}, err
	}
	if len(held) > 0 && !o.Append {
		return Progress{}, apperr.New(apperr.Conflict, "This database has families already. Seed another one (KINLIST_DATA_DIR), or add to it with --append.")
	}
	hash, err := auth.Hash(ctx, Password)
	if err != nil {
		return Progress{}, err
	}
	w := &writer{ctx: ctx, store: store, report: report}
	for n := range o.Families {
		number := len(held) + n + 1
		rng := rand.New(rand.NewPCG(o.Seed, uint64(number))) //nolint:gosec // made-up gifts need no secret
		f := newFamily(w, o, number, rng, hash)
		if err := f.make(); err != nil {
			return w.done, err
		}
		w.done.Families++
	}
	if err := w.flush(); err != nil {
		return w.done, err
	}
	return w.done, store.InTx(ctx, func(tx *repository.Store) error { return tx.Bulk.Learn(ctx) })
}

// Emails are the addresses of a family's accounts, the admin first.
func Emails(number int) [4]string {
	n := strconv.Itoa(number) + "@seed.example"
	return [4]string{"admin-" + n, "child-" + n, "member-" + n, "guest-" + n}
}

// writer gathers rows and writes them many at a time.
type writer struct {
	ctx    context.Context //nolint:containedctx // lives for one call of Run
	store  *repository.Store
	report func(Progress)
	rows   repository.BulkRows
	done   Progress
}

// room writes what has gathered when it is enough.
func (w *writer) room() error {
	if w.rows.Len() < flushAt {
		return nil
	}
	return w.flush()
}

func (w *writer) flush() error {
	err := w.store.InTx(w.ctx, func(tx *repository.Store) error { return tx.Bulk.Insert(w.ctx, &w.rows) })
	if err != nil {
		return err
	}
	w.done.Items += len(w.rows.Items)
	w.done.Rows += w.rows.Len()
	w.rows = repository.BulkRows{}
	w.report(w.done)
	return nil
}
