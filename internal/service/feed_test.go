package service_test

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/repository"
)

// feed is what somebody reads in the feed, newest first: "Tom commented Skates".
func (w wishlist) feed(v domain.Viewer, q dto.ActivityQuery) []string {
	w.t.Helper()
	page, err := w.Services.Activity.Index(w.t.Context(), v, q)
	ok(w.t, err)
	lines := []string{}
	for _, a := range page.Items {
		lines = append(lines, strings.TrimSpace(fmt.Sprint(a.Actor, " ", a.Verb, " ", a.Title, " ", a.From, " ", a.To)))
	}
	return lines
}

func TestWhatIsSaidStandsInTheFeedOfThoseWhoReadIt(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		q := dto.ActivityQuery{Entity: "comment"}
		w.says(w.Lena, domain.EntityItem, w.wish, "size 38")
		tom := w.says(w.Tom, domain.EntityItem, w.wish, "mine")
		_, err := w.Services.Comments.Resolve(t.Context(), w.Maria, tom.ID)
		ok(t, err)
		_, err = w.Services.Comments.Resolve(t.Context(), w.Maria, tom.ID) // changes nothing
		ok(t, err)
		if got := w.feed(w.Maria, q); !slices.Equal(got, []string{"Maria resolved Skates", "Tom commented Skates", "Lena commented Skates"}) {
			t.Errorf("Maria: %q", got)
		}
		if got := w.feed(w.Lena, q); !slices.Equal(got, []string{"Lena commented Skates"}) {
			t.Errorf("Lena: %q", got)
		}
		for kind, id := range map[domain.Entity]string{
			domain.EntityPerson: w.Ben, domain.EntityOccasion: w.Christmas, domain.EntityList: w.list, domain.EntityGift: w.gift,
		} {
			c := w.says(w.Tom, kind, id, "hello")
			for _, v := range []domain.Viewer{w.Maria, w.Lena} {
				if got := w.feed(v, dto.ActivityQuery{EntityID: c.ID}); len(got) != 1 {
					t.Errorf("%s: %q", kind, got)
				}
			}
		}
		page, err := w.Services.Activity.Index(t.Context(), w.Maria, dto.ActivityQuery{EntityID: w.wish})
		if err != nil || len(page.Items) != 4 || *page.Items[0].On != (dto.Parent{ParentType: domain.EntityItem, ParentID: w.wish}) || page.Items[3].ListID != w.list {
			t.Errorf("the item's feed: %+v %v", page.Items, err)
		}
		_, err = w.Services.Comments.Delete(t.Context(), w.Tom, tom.ID)
		ok(t, err)
		q.EntityID = w.wish
		if got := w.feed(w.Maria, q); !slices.Equal(got, []string{"Lena commented Skates"}) {
			t.Errorf("after deleting: %q", got)
		}
	})
}

func TestTheFeedNarrowsToSomebodyOrSomethingAndFindsNothingOfWhatIsHidden(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		hidden := w.Item(t, w.Tom, secret, fixture.Gift("Skis", "80"))
		w.moves(w.Tom, w.wish, "buying")
		for i, c := range []struct {
			q   dto.ActivityQuery
			tom int
		}{
			{dto.ActivityQuery{ActorID: w.Tom.UserID}, 3},
			{dto.ActivityQuery{ListID: secret}, 2},
			{dto.ActivityQuery{EntityID: secret}, 1},
			{dto.ActivityQuery{EntityID: hidden}, 1},
			{dto.ActivityQuery{ActorID: w.Tom.UserID, Entity: "list"}, 1},
			{dto.ActivityQuery{ActorID: w.Home.ID}, 0},
			{dto.ActivityQuery{ListID: "junk"}, 0},
			{dto.ActivityQuery{EntityID: w.Home.ID}, 0},
		} {
			if got := w.feed(w.Tom, c.q); len(got) != c.tom {
				t.Errorf("%d: Tom reads %q", i, got)
			}
			if got := w.feed(w.Lena, c.q); len(got) != 0 {
				t.Errorf("%d: Lena reads %q", i, got)
			}
		}
	})
}

// Somebody who sees an item need not see the list on which it stood before: of what was done and said there they read
// nothing.
func TestALineNamesNoListThatItsReaderDoesNotSee(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		private := w.List(t, w.Tom, dto.ListInput{Name: "Private", Visibility: "owner"})
		open := w.List(t, w.Tom, dto.ListInput{Name: "Open", TargetPersonID: w.Ben})
		item := w.Item(t, w.Tom, private, fixture.Gift("Blocks", "8"))
		w.says(w.Tom, domain.EntityItem, item, "for me alone")
		moveRow(t, w.Stage, item, open)
		w.says(w.Tom, domain.EntityItem, item, "for all")
		q := dto.ActivityQuery{EntityID: item}
		if got := w.feed(w.Tom, q); !slices.Equal(got, []string{"Tom commented Blocks", "Tom commented Blocks", "Tom created Blocks  Private"}) {
			t.Errorf("Tom reads %q", got)
		}
		if got := w.feed(w.Maria, q); !slices.Equal(got, []string{"Tom commented Blocks"}) {
			t.Errorf("Maria reads %q", got)
		}
		if got := w.feed(w.Maria, dto.ActivityQuery{ListID: private}); len(got) != 0 {
			t.Errorf("Maria reads of the private list %q", got)
		}
		page, err := w.Services.Activity.Index(t.Context(), w.Tom, q)
		if err != nil || page.Items[2].ListID != open {
			t.Errorf("%+v %v", page.Items, err)
		}
	})
}

// moveRow puts an item on another list.
func moveRow(t *testing.T, s *fixture.Stage, item, list string) {
	t.Helper()
	row, err := s.Store.Items.Get(t.Context(), s.Tom, item)
	ok(t, err)
	row.ListID = list
	ok(t, s.Store.InTx(t.Context(), func(tx *repository.Store) error {
		return tx.Items.Update(t.Context(), s.Tom, &row, "list_id")
	}))
}

func TestTheFeedIsPagedForwardAndBackAndItsCursorCountsNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		for i := range 11 { // all in the same microsecond
			s.List(t, s.Tom, dto.ListInput{Name: fmt.Sprintf("%02d", i)})
		}
		q := dto.ActivityQuery{ActorID: s.Tom.UserID, Query: dto.Query{Limit: 4}}
		var seen []string
		back := ""
		for {
			seen = append(seen, w.feed(s.Tom, q)...)
			page, err := s.Services.Activity.Index(t.Context(), s.Tom, q)
			ok(t, err)
			if raw, _ := base64.RawURLEncoding.DecodeString(page.Next); strings.Contains(string(raw), "seq") {
				t.Errorf("the cursor says %s", raw)
			}
			s.List(t, s.Tom, dto.ListInput{Name: "new meanwhile"})
			if q.Cursor, back = page.Next, page.Prev; page.Next == "" {
				break
			}
		}
		if len(seen) != 11 || seen[0] != "Tom created 10" || seen[10] != "Tom created 00" {
			t.Errorf("forward: %q", seen)
		}
		q.Cursor = back
		if got := w.feed(s.Tom, q); !slices.Equal(got, seen[4:8]) {
			t.Errorf("back: %q", got)
		}
		for _, broken := range []string{"junk", back[:len(back)-3], back + "AA"} {
			q.Cursor = broken
			_, err := s.Services.Activity.Index(t.Context(), s.Tom, q)
			refused(t, err, apperr.InvalidCursor)
		}
	})
}

func TestTheFeedTakesAsManyQueriesForManyLinesAsForOne(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		list := s.List(t, s.Tom, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})
		asked := dbtest.Statements(t, db)
		count := func() int64 {
			s.Item(t, s.Tom, list, fixture.Gift("Blocks", "8"))
			asked.Store(0)
			w.feed(s.Maria, dto.ActivityQuery{})
			return asked.Load()
		}
		few := count()
		for range 20 {
			count()
		}
		if many := count(); many != few || many > 2 {
			t.Errorf("%d queries for few, %d for many", few, many)
		}
	})
}
