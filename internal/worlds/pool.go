package worlds

import (
	"log/slog"
	"slices"
	"testing"

	"kinlist/internal/database"
)

var quiet = slog.New(slog.DiscardHandler)

// Kind is a table of things with ids.
type Kind string

// The kinds.
const (
	People      Kind = "people"
	Occasions   Kind = "occasions"
	Lists       Kind = "lists"
	Gifts       Kind = "gifts"
	Items       Kind = "list_items"
	Tags        Kind = "tags"
	Comments    Kind = "comments"
	Users       Kind = "users"
	Sessions    Kind = "sessions"
	Invitations Kind = "invitations"
	UndoSteps   Kind = "undo_steps"
	Pictures    Kind = "pictures"
)

// Kinds lists every kind.
var Kinds = []Kind{People, Occasions, Lists, Gifts, Items, Tags, Comments, Users, Sessions, Invitations, UndoSteps, Pictures}

// Pool is every id of a world, by kind.
type Pool map[Kind][]string

// unknown is an id that no row ever had.
const unknown = "0190d6a0-0000-7000-8000-000000000000"

// All lists every id, and one that no row ever had.
func (p Pool) All() []string {
	all := []string{unknown}
	for _, kind := range Kinds {
		all = append(all, p[kind]...)
	}
	return all
}

func poolOf(tb testing.TB, db *database.DB) Pool {
	tb.Helper()
	pool := Pool{}
	for _, kind := range Kinds {
		column := "id"
		if kind == UndoSteps {
			column = "batch_id"
		}
		var ids []string
		if err := db.Read.Table(string(kind)).Order("id").Pluck(column, &ids).Error; err != nil {
			tb.Fatal(err)
		}
		pool[kind] = slices.Compact(ids)
	}
	return pool
}

// versionsOf returns the version of every row that has one, by id.
func versionsOf(tb testing.TB, db *database.DB) map[string]int64 {
	tb.Helper()
	versions := map[string]int64{}
	for _, kind := range []Kind{People, Occasions, Lists, Gifts, Tags, Comments, Users} {
		var rows []struct {
			ID      string
			Version int64
		}
		if err := db.Read.Table(string(kind)).Select("id, version").Find(&rows).Error; err != nil {
			tb.Fatal(err)
		}
		for _, row := range rows {
			versions[row.ID] = row.Version
		}
	}
	return versions
}
