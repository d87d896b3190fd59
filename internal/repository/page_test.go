package repository_test

import (
	"context"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// listing is one index of the program with its sorts, so that all are paged by the same tests.
type listing struct {
	name  string
	sorts []string
	page  func(pq repository.PageQuery) (ids []string, next, prev string, err error)
	add   func(tx *repository.Store, n int) error
	trash func(tx *repository.Store, id string) error
}

func listings(ctx context.Context, s *fixture.Stage) []listing {
	v, store := s.Maria, s.Store
	return []listing{
		{"people", []string{"name", "new", "updated"}, func(pq repository.PageQuery) ([]string, string, string, error) {
			p, err := store.People.Page(ctx, v, repository.PeopleFilter{}, pq)
			return idsOf(p, func(r model.Person) string { return r.ID }), p.Next, p.Prev, err
		}, func(tx *repository.Store, n int) error {
			return tx.People.Create(ctx, v, &model.Person{DisplayName: "x", NameKey: key(n), Relationship: "other"})
		}, func(tx *repository.Store, id string) error { return tx.People.Trash(ctx, v, id) }},
		{"occasions", []string{"date", "-date", "name"}, func(pq repository.PageQuery) ([]string, string, string, error) {
			p, err := store.Occasions.Page(ctx, v, repository.OccasionFilter{}, pq)
			return idsOf(p, func(r repository.OccasionRow) string { return r.ID }), p.Next, p.Prev, err
		}, func(tx *repository.Store, n int) error {
			day := calendar.On(2027, time.March, 1+n%4)
			return tx.Occasions.Create(ctx, v, &model.Occasion{Name: "x", NameKey: key(n), Type: "other", Recurrence: "none", Date: day, NextOn: day})
		}, func(tx *repository.Store, id string) error { return tx.Occasions.Trash(ctx, v, id) }},
		{"lists", []string{"new", "name", "updated", "occasion"}, func(pq repository.PageQuery) ([]string, string, string, error) {
			p, err := store.Lists.Page(ctx, v, repository.ListFilter{}, pq)
			return idsOf(p, func(r repository.ListRow) string { return r.ID }), p.Next, p.Prev, err
		}, func(tx *repository.Store, n int) error {
			return tx.Lists.Create(ctx, v, &model.List{Name: "x", NameKey: key(n), Type: "gift", OwnerID: v.UserID, Visibility: "family"})
		}, func(tx *repository.Store, id string) error { return tx.Lists.Trash(ctx, v, id) }},
		{"gifts", []string{"new", "title", "price", "-price"}, func(pq repository.PageQuery) ([]string, string, string, error) {
			p, err := store.Gifts.Page(ctx, v, repository.GiftFilter{}, pq)
			return idsOf(p, func(r repository.GiftRow) string { return r.ID }), p.Next, p.Prev, err
		}, func(tx *repository.Store, n int) error {
			row := model.Gift{Title: "x", TitleKey: key(n), CreatedByID: v.UserID, Currency: "EUR", Metadata: "{}"}
			if n%3 > 0 { // others have no price
				price := int64(n % 3 * 100)
				row.Price = &price
			}
			return tx.Gifts.Create(ctx, v, &row)
		}, func(tx *repository.Store, id string) error { return tx.Gifts.Trash(ctx, v, id) }},
	}
}

// key is one of five, so that many rows share theirs.
func key(n int) string { return fmt.Sprintf("key %d", n%5) }

func idsOf[T any](p repository.Page[T], id func(T) string) []string {
	ids := make([]string, len(p.Rows))
	for i, row := range p.Rows {
		ids[i] = id(row)
	}
	return ids
}

func eachListing(t *testing.T, test func(t *testing.T, s *fixture.Stage, l listing, sort string)) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		for _, l := range append(listings(t.Context(), s), smallListings(t, s)...) {
			inTx(t, s, func(tx *repository.Store) error {
				for n := range 23 {
					if n%2 == 0 { // rows of the same microsecond
						s.Clock.T = s.Clock.T.Add(time.Second)
					}
					if err := l.add(tx, n); err != nil {
						return err
					}
				}
				return nil
			})
			for _, sort := range l.sorts {
				t.Run(l.name+" by "+sort, func(t *testing.T) { test(t, s, l, sort) })
			}
		}
	})
}

func inTx(t *testing.T, s *fixture.Stage, fn func(tx *repository.Store) error) {
	t.Helper()
	if err := s.Store.InTx(t.Context(), fn); err != nil {
		t.Fatal(err)
	}
}

func all(t *testing.T, l listing, sort string) []string {
	t.Helper()
	ids, next, _, err := l.page(repository.PageQuery{Sort: sort, Limit: 200})
	if err != nil || next != "" {
		t.Fatal(err, next)
	}
	return ids
}

func TestPagesForwardAndBackAreTheWholeListingInOrder(t *testing.T) {
	eachListing(t, func(t *testing.T, _ *fixture.Stage, l listing, sort string) {
		want := all(t, l, sort)
		var forward, back []string
		cursor, last := "", ""
		for more := true; more; more = cursor != "" {
			ids, next, prev, err := l.page(repository.PageQuery{Sort: sort, Limit: 4, Cursor: cursor})
			if err != nil || len(ids) > 4 || (prev == "") != (cursor == "") {
				t.Fatalf("%v %v prev %q", ids, err, prev)
			}
			forward, cursor, last = append(forward, ids...), next, prev
			back = ids
		}
		if !slices.Equal(forward, want) {
			t.Fatalf("forward %v, want %v", forward, want)
		}
		for cursor = last; cursor != ""; {
			ids, next, prev, err := l.page(repository.PageQuery{Sort: sort, Limit: 4, Cursor: cursor})
			if err != nil || next == "" {
				t.Fatal(err, next)
			}
			back, cursor = append(ids, back...), prev
		}
		if !slices.Equal(back, want) {
			t.Fatalf("back %v, want %v", back, want)
		}
	})
}

func TestRowsThatComeAndGoBetweenPagesMoveNoOther(t *testing.T) {
	eachListing(t, func(t *testing.T, s *fixture.Stage, l listing, sort string) {
		before := all(t, l, sort)
		var seen []string
		for n, cursor := 0, ""; n == 0 || cursor != ""; n++ {
			ids, next, _, err := l.page(repository.PageQuery{Sort: sort, Limit: 3, Cursor: cursor})
			if err != nil {
				t.Fatal(err)
			}
			seen, cursor = append(seen, ids...), next
			inTx(t, s, func(tx *repository.Store) error {
				if len(ids) == 0 || n > 5 {
					return nil
				}
				if err := l.trash(tx, ids[len(ids)-1]); err != nil { // the row that the cursor stands on
					return err
				}
				return l.add(tx, n)
			})
		}
		after := all(t, l, sort)
		survived := slices.DeleteFunc(slices.Clone(before), func(id string) bool { return !slices.Contains(after, id) })
		for _, id := range survived {
			if n := count(seen, id); n != 1 {
				t.Errorf("%s was shown %d times", id, n)
			}
		}
		old := slices.DeleteFunc(slices.Clone(seen), func(id string) bool { return !slices.Contains(survived, id) })
		if !slices.Equal(old, survived) {
			t.Errorf("order: %v, want %v", old, survived)
		}
	})
}

func count(ids []string, id string) int {
	n := 0
	for _, other := range ids {
		if other == id {
			n++
		}
	}
	return n
}

func TestACursorThatIsNotOursIsRefused(t *testing.T) {
	eachListing(t, func(t *testing.T, _ *fixture.Stage, l listing, sort string) {
		_, own, _, err := l.page(repository.PageQuery{Sort: sort, Limit: 2})
		if err != nil {
			t.Fatal(err)
		}
		raw, _ := base64.RawURLEncoding.DecodeString(own)
		forged := func(part, other string) string {
			return base64.RawURLEncoding.EncodeToString([]byte(strings.ReplaceAll(string(raw), part, other)))
		}
		id := string(raw[strings.Index(string(raw), `"id":"`)+6:])[:36]
		bad := []string{
			"junk", own[:len(own)-3], own + "A", forged(l.name+":"+sort, "elsewhere:name"), forged(id, "7"), " ", "%00",
			forged(`"id"`, `"s":"\u0000","id"`),
		}
		for _, o := range l.sorts {
			if o != sort {
				bad = append(bad, forged(l.name+":"+sort, l.name+":"+o+"?"))
			}
		}
		if strings.Contains(string(raw), `"i":`) && sort != "price" && sort != "-price" && sort != "status" { // a time
			bad = append(bad, forged(`"i":`, `"i":9000000`))
		}
		if strings.HasSuffix(sort, "date") || sort == "occasion" || sort == "-given" {
			bad = append(bad, forged(`"s":"`, `"s":"x`))
		}
		for _, cursor := range bad {
			if _, _, _, err := l.page(repository.PageQuery{Sort: sort, Cursor: cursor}); apperr.CodeOf(err) != apperr.InvalidCursor {
				t.Errorf("%q: %v", cursor, err)
			}
		}
		if _, _, _, err := l.page(repository.PageQuery{Sort: "colour"}); apperr.CodeOf(err) != apperr.BadRequest {
			t.Errorf("a sort that is none: %v", err)
		}
		for limit, want := range map[int]int{-1: 23, 0: 23, 5: 5, 100_000: 23} {
			if ids, _, _, err := l.page(repository.PageQuery{Sort: sort, Limit: limit}); err != nil || len(ids) < want || limit == 5 && len(ids) != 5 {
				t.Errorf("limit %d: %d rows %v", limit, len(ids), err)
			}
		}
	})
}

func TestAPageHasFiftyRowsByDefaultAndTwoHundredAtMost(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		gifts := listings(t.Context(), s)[3]
		inTx(t, s, func(tx *repository.Store) error {
			for n := range 201 {
				if err := gifts.add(tx, n); err != nil {
					return err
				}
			}
			return nil
		})
		for limit, want := range map[int]int{0: 50, -7: 50, 1: 1, 200: 200, 201: 200, 1 << 40: 200} {
			if ids, next, _, err := gifts.page(repository.PageQuery{Limit: limit}); err != nil || len(ids) != want || next == "" {
				t.Errorf("limit %d: %d rows %v", limit, len(ids), err)
			}
		}
	})
}
