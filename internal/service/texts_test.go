package service_test

import (
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/model"
)

// documents are what everything is found by, by the id of the thing.
func documents(t *testing.T, db *database.DB) map[string]string {
	t.Helper()
	var rows []model.Text
	if err := db.Write.Find(&rows).Error; err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, row := range rows {
		for _, id := range []*string{row.PersonID, row.OccasionID, row.ListID, row.GiftID, row.ItemID, row.CommentID} {
			if id != nil {
				all[*id] = fmt.Sprint(row.Words != nil, value(row.Words), "|", value(row.Folded))
			}
		}
	}
	return all
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func TestWhateverAFamilyDoesEverythingIsFoundByWhatItSaysNow(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := play(t, db, "texts.example", newScript(3, "Lena", "Maria", "Tom"), true)
		written := documents(t, db)
		var things int
		for _, table := range []string{"people", "occasions", "lists", "gifts", "list_items", "comments"} {
			var n int64
			if err := db.Write.Table(table).Count(&n).Error; err != nil {
				t.Fatal(err)
			}
			things += int(n)
		}
		if len(written) != things {
			t.Errorf("%d documents of %d things", len(written), things)
		}
		if err := db.Write.Exec("UPDATE texts SET words = NULL, folded = NULL").Error; err != nil {
			t.Fatal(err)
		}
		if n, err := w.Store.FillTexts(t.Context()); err != nil || n != things {
			t.Fatal(n, err)
		}
		if anew := documents(t, db); !maps.Equal(written, anew) {
			for id, doc := range anew {
				if written[id] != doc {
					t.Errorf("%s is found by %q, and says %q", id, written[id], doc)
				}
			}
		}
		if db.Dialect() == database.SQLite {
			if err := db.Write.Exec("INSERT INTO text_index (text_index, rank) VALUES ('integrity-check', 1)").Error; err != nil {
				t.Errorf("the index does not say what the documents say: %v", err)
			}
		}
	})
}

func TestADatabaseFromBeforeTheSearchIsSearchableOnceItIsMigrated(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		ctx, quiet := t.Context(), slog.New(slog.DiscardHandler)
		s := fixture.Family(t, db)
		addGift(t, s, dto.GiftInput{Title: "Old lantern"})
		for at, err := database.Status(ctx, db); at.Current > 1; at, err = database.Status(ctx, db) { // to the schema without texts
			if err = errors.Join(err, database.Down(ctx, db)); err != nil {
				t.Fatal(err)
			}
		}
		if err := database.Migrate(ctx, db, quiet); err != nil {
			t.Fatal(err)
		}
		if got := titles(t, s, s.Maria, "lantern"); len(got) != 0 {
			t.Fatalf("found before it was read: %q", got)
		}
		n, err := s.Store.FillTexts(ctx)
		if err != nil || n < 5 { // Lena, Ben, Christmas, the Idea Inbox, the lantern
			t.Fatal(n, err)
		}
		if got := titles(t, s, s.Maria, "lantern"); len(got) != 1 {
			t.Errorf("found %q", got)
		}
		if err := db.Write.Exec("UPDATE texts SET words = NULL WHERE gift_id IS NOT NULL").Error; err != nil { // as if it was stopped
			t.Fatal(err)
		}
		if n, err := s.Store.FillTexts(ctx); err != nil || n != 1 {
			t.Errorf("went on with %d things: %v", n, err)
		}
		queries := dbtest.Statements(t, db)
		if n, err := s.Store.FillTexts(ctx); err != nil || n != 0 || queries.Load() != 1 {
			t.Errorf("nothing to do: %d things, %d queries, %v", n, queries.Load(), err)
		}
	})
}
