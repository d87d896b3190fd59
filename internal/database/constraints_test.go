package database_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// words turns a list of the domain's words into plain ones.
func words[W ~string](of ...W) []string {
	var plain []string
	for _, w := range of {
		plain = append(plain, string(w))
	}
	return plain
}

func TestColumnsHoldTheWordsOfTheDomainAndNoOthers(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		for _, c := range []struct {
			table, id, column string
			words             []string
		}{
			{"memberships", w.member.ID, "role", words(domain.Roles...)},
			{"people", w.person.ID, "relationship", words(domain.Relationships...)},
			{"occasions", w.occasion.ID, "type", words(domain.OccasionTypes...)},
			{"occasions", w.occasion.ID, "recurrence", words(calendar.Recurrences...)},
			{"lists", w.list.ID, "type", words(domain.ListTypes...)},
			{"lists", w.list.ID, "visibility", words(domain.Visibilities...)},
			{"list_items", w.item.ID, "privacy", words(domain.PrivacyShared, domain.PrivacyHidden)},
			{"list_items", w.item.ID, "priority", words(domain.Priorities...)},
			{"list_items", w.item.ID, "status", words(domain.Statuses...)},
			{"tags", w.tag.ID, "type", words(domain.TagTypes...)},
		} {
			for _, word := range c.words {
				columns := map[string]any{c.column: word}
				if c.table == "list_items" {
					columns["gifted_on"] = giftedOn(word, w.day)
				}
				if err := w.set(c.table, c.id, columns); err != nil {
					t.Errorf("%s.%s = %q: %v", c.table, c.column, word, err)
				}
			}
			if err := w.set(c.table, c.id, map[string]any{c.column: "nonsense"}); !errors.Is(err, database.ErrCheck) {
				t.Errorf("%s.%s = nonsense: %v; want ErrCheck", c.table, c.column, err)
			}
		}
	})
}

// giftedOn is the date that goes with a status; none with all but one.
func giftedOn(status string, day calendar.Date) calendar.Date {
	if status == string(domain.StatusGifted) {
		return day
	}
	return calendar.Date{}
}

func TestValuesThatMakeNoSenseAreRefused(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		for _, c := range []struct {
			table, id string
			columns   map[string]any
		}{
			{"families", w.family.ID, map[string]any{"currency": "eur"}},
			{"families", w.family.ID, map[string]any{"name": ""}},
			{"people", w.person.ID, map[string]any{"display_name": ""}},
			{"people", w.person.ID, map[string]any{"display_name": nil}},
			{"people", w.person.ID, map[string]any{"birth_day": 1}},
			{"people", w.person.ID, map[string]any{"birth_year": 1990}},
			{"people", w.person.ID, map[string]any{"birth_day": 30, "birth_month": 2}},
			{"people", w.person.ID, map[string]any{"birth_day": 31, "birth_month": 4}},
			{"people", w.person.ID, map[string]any{"birth_day": 0, "birth_month": 4}},
			{"people", w.person.ID, map[string]any{"birth_day": 1, "birth_month": 13}},
			{"occasions", w.occasion.ID, map[string]any{"budget": -1}},
			{"lists", w.list.ID, map[string]any{"inbox": true}},
			{"gifts", w.gift.ID, map[string]any{"title": strings.Repeat("ä", 501)}},
			{"gifts", w.gift.ID, map[string]any{"price": 100}}, // without a currency
			{"gifts", w.gift.ID, map[string]any{"price": -1, "currency": "EUR"}},
			{"gifts", w.gift.ID, map[string]any{"currency": "EURO"}},
			{"list_items", w.item.ID, map[string]any{"quantity": 0}},
			{"list_items", w.item.ID, map[string]any{"planned_price": 100}},
			{"list_items", w.item.ID, map[string]any{"gifted_on": w.day}},
			{"list_items", w.item.ID, map[string]any{"status": domain.StatusGifted}},
			{"list_items", w.item.ID, map[string]any{"version": 0}},
			{"comments", w.comment.ID, map[string]any{"item_id": nil}},
			{"comments", w.comment.ID, map[string]any{"list_id": w.list.ID}}, // a second parent
			{"comments", w.comment.ID, map[string]any{"body": ""}},
		} {
			if err := w.set(c.table, c.id, c.columns); !errors.Is(err, database.ErrCheck) {
				t.Errorf("%s %v: %v; want ErrCheck", c.table, c.columns, err)
			}
		}
		for _, c := range []map[string]any{
			{"birth_day": 29, "birth_month": 2},
			{"birth_day": 31, "birth_month": 12, "birth_year": 1990},
			{"birth_day": nil, "birth_month": nil, "birth_year": nil},
		} {
			if err := w.set("people", w.person.ID, c); err != nil {
				t.Errorf("%v: %v", c, err)
			}
		}
	})
}

func TestWhatMayExistOnceExistsOnce(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		if err := w.set("people", w.person.ID, map[string]any{"user_id": w.user.ID}); err != nil {
			t.Fatal(err)
		}
		inbox := model.List{
			Editable: w.editable(t), Name: "Idea Inbox", Type: domain.ListIdea, OwnerID: w.user.ID,
			Visibility: domain.VisibleToFamily, Inbox: true,
		}
		create(t, db, &inbox)
		for name, again := range map[string]any{
			"a second Idea Inbox":    renew(t, inbox),
			"a gift twice on a list": renew(t, w.item),
			"an address twice":       &model.User{Base: newBase(t), Name: "An", Email: "ANN@example.org", EmailKey: w.user.EmailKey, Version: 1},
			"a member twice":         &model.Membership{Base: newBase(t), UserID: w.user.ID, FamilyID: w.family.ID, Role: domain.RoleGuest},
			"a user as two people": &model.Person{
				Editable: w.editable(t), DisplayName: "Ann", Relationship: "other", UserID: &w.user.ID,
			},
		} {
			if err := db.Write.Create(again).Error; !errors.Is(err, database.ErrDuplicate) {
				t.Errorf("%s: %v; want ErrDuplicate", name, err)
			}
		}
		for _, thing := range []struct {
			table, id string
			again     any
		}{{"tags", w.tag.ID, renew(t, w.tag)}, {"list_items", w.item.ID, renew(t, w.item)}} {
			if err := w.set(thing.table, thing.id, map[string]any{"deleted_at": w.user.CreatedAt}); err != nil {
				t.Fatal(err)
			}
			if err := db.Write.Create(thing.again).Error; err != nil {
				t.Errorf("%s: what is in the trash still stands in the way: %v", thing.table, err)
			}
		}
	})
}

// renew is a copy of a row with an id of its own.
func renew[T any](t *testing.T, row T) *T {
	t.Helper()
	any(&row).(interface{ Meta() *model.Editable }).Meta().ID = newID(t)
	return &row
}

func TestNothingCrossesFromOneFamilyToAnother(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w, other := newWorld(t, db), newWorld(t, db)
		for _, c := range []struct{ table, id, column, points string }{
			{"lists", w.list.ID, "target_person_id", other.person.ID},
			{"list_items", w.item.ID, "list_id", other.list.ID},
			{"list_items", w.item.ID, "gift_id", other.gift.ID},
			{"comments", w.comment.ID, "item_id", other.item.ID},
			{"occasions", w.occasion.ID, "person_id", other.person.ID},
		} {
			err := w.set(c.table, c.id, map[string]any{c.column: c.points})
			if !errors.Is(err, database.ErrForeignKey) {
				t.Errorf("%s.%s of another family: %v; want ErrForeignKey", c.table, c.column, err)
			}
		}
	})
}

func TestAmountsOfAWholeListStayWithinTheirRange(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := newWorld(t, db)
		most := map[string]any{"planned_price": int64(1e13), "currency": "EUR", "quantity": 9999}
		if err := w.set("list_items", w.item.ID, most); err != nil {
			t.Fatal(err)
		}
		var sum int64
		err := db.Read.Raw("SELECT sum(planned_price * quantity) FROM list_items").Scan(&sum).Error
		if want := int64(9999) * 1e13; err != nil || sum != want {
			t.Fatal(fmt.Errorf("sum = %d, %w; want %d", sum, err, want))
		}
		for _, more := range []map[string]any{{"planned_price": int64(1e13) + 1}, {"quantity": 10000}} {
			if err := w.set("list_items", w.item.ID, more); !errors.Is(err, database.ErrCheck) {
				t.Errorf("%v: %v; want ErrCheck", more, err)
			}
		}
	})
}
