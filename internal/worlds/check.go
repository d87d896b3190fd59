package worlds

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/domain"
)

// OnlyLookAt calls every method that changes something as the viewer, as often as it takes to meet its rules by chance, and
// only to be looked at. It fails when a row of any table is another one then, and returns the methods that found nothing
// wrong.
func (p Pair) OnlyLookAt(tb testing.TB, v domain.Viewer, seed uint64) []string {
	tb.Helper()
	const tries = 30
	db := p.Databases[0]
	g := &generator{rnd: rand.New(rand.NewPCG(seed, 9)), pool: p.Pool, versions: versionsOf(tb, db)}
	ctx, before := apperr.WithCheck(tb.Context(), "title"), Rows(tb, db)
	var right []string
	for _, m := range Methods(p.With.Services) {
		if m.Reads() {
			continue
		}
		for range tries {
			if strings.HasPrefix(m.Call(ctx, v, g.args(m)), "error: "+string(apperr.Checked)) {
				right = append(right, m.String())
				break
			}
		}
	}
	Unchanged(tb, before, Rows(tb, db))
	return right
}

// Rows is everything in every table, by its name.
func Rows(tb testing.TB, db *database.DB) map[string]string {
	tb.Helper()
	tables, err := db.Read.Migrator().GetTables()
	if err != nil {
		tb.Fatal(err)
	}
	all := map[string]string{}
	for _, table := range tables {
		var rows []map[string]any
		if err := db.Read.Table(table).Find(&rows).Error; err != nil {
			tb.Fatal(err)
		}
		lines := make([]string, len(rows))
		for i, row := range rows {
			lines[i] = fmt.Sprint(row)
		}
		slices.Sort(lines)
		all[table] = strings.Join(lines, "\n")
	}
	if all["users"] == "" {
		tb.Fatal("nobody is there: nothing can be compared")
	}
	return all
}

// Unchanged fails the test for every table that has other rows than before.
func Unchanged(tb testing.TB, before, after map[string]string) {
	tb.Helper()
	for table, rows := range after {
		if rows != before[table] {
			tb.Errorf("something changed %s", table)
		}
	}
}
