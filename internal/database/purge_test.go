package database_test

import (
	"errors"
	"slices"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/model"
)

func TestPurgingAFamilyLeavesNothingOfItAndAllOfOthers(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		newWorld(t, db)
		if err := w.remove("families", w.family.ID); err != nil {
			t.Fatal(err)
		}
		for _, table := range tables(t, db) {
			want := 1
			switch table {
			case "users":
				want = 2 // an account is not the family's
			case "password_resets":
				want = 0
			}
			if got := w.count(t, table); got != want {
				t.Errorf("%s: %d rows are left; want %d", table, got, want)
			}
		}
	})
}

func TestPurgingTakesAlongWhatHangsOnIt(t *testing.T) {
	t.Parallel()
	item := []string{"list_items", "status_changes", "comments", "comment_mentions", "activities", "texts"}
	list := append([]string{"lists"}, item...)
	for _, c := range []struct {
		table string
		id    func(*world) string
		gone  []string
	}{
		{"people", func(w *world) string { return w.person.ID }, append([]string{"people", "occasion_people", "held_budgets", "person_tags"}, list...)},
		{"occasions", func(w *world) string { return w.occasion.ID }, []string{"occasions", "occasion_people", "held_budgets"}},
		{"lists", func(w *world) string { return w.list.ID }, list},
		{"gifts", func(w *world) string { return w.gift.ID }, append([]string{"gifts", "gift_tags", "pictures"}, item...)},
		{"list_items", func(w *world) string { return w.item.ID }, item},
		{"tags", func(w *world) string { return w.tag.ID }, []string{"tags", "gift_tags", "person_tags"}},
		{"comments", func(w *world) string { return w.comment.ID }, []string{"comments", "comment_mentions"}},
		{"memberships", func(w *world) string { return w.member.ID }, []string{"memberships", "sessions"}},
	} {
		t.Run(c.table, func(t *testing.T) {
			t.Parallel()
			dbtest.Each(t, func(t *testing.T, db *database.DB) {
				w := newWorld(t, db)
				if err := w.remove(c.table, c.id(w)); err != nil {
					t.Fatal(err)
				}
				for _, table := range tables(t, db) {
					gone := table == "password_resets" || slices.Contains(c.gone, table)
					if left := w.count(t, table); (left == 0) != gone {
						t.Errorf("%s: %d rows are left, expected to be gone: %t", table, left, gone)
					}
				}
			})
		})
	}
}

func TestAListOutlivesItsOccasion(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		if err := w.remove("occasions", w.occasion.ID); err != nil {
			t.Fatal(err)
		}
		var list model.List
		if err := db.Read.First(&list, "id = ?", w.list.ID).Error; err != nil {
			t.Fatal(err)
		}
		if list.OccasionID != nil || list.FamilyID != w.family.ID || *list.TargetPersonID != w.person.ID {
			t.Errorf("list = %+v; want it for the same person and without occasion", list)
		}
	})
}

func TestAUserWhoOwnsSomethingCannotBeDeleted(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		if err := w.remove("users", w.user.ID); !errors.Is(err, database.ErrForeignKey) {
			t.Errorf("err = %v; want ErrForeignKey", err)
		}
		guest := model.User{Base: newBase(t), Name: "Gus", Email: "gus@example.org", EmailKey: "gus@example.org", Version: 1}
		create(t, db, &guest)
		if err := w.set("list_items", w.item.ID, map[string]any{"buyer_id": guest.ID}); err != nil {
			t.Fatal(err)
		}
		if err := w.remove("users", guest.ID); err != nil {
			t.Fatal(err)
		}
		var item model.ListItem
		if err := db.Read.First(&item, "id = ?", w.item.ID).Error; err != nil || item.BuyerID != nil {
			t.Errorf("buyer = %v, %v; want nobody", item.BuyerID, err)
		}
	})
}
