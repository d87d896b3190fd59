package service_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func (w wishlist) order(v domain.Viewer, id, after string) {
	w.t.Helper()
	_, err := w.Services.Items.Order(w.t.Context(), v, id, after)
	ok(w.t, err)
}

// titles are a list's gifts in the order in which the viewer sees them.
func (w wishlist) titles(v domain.Viewer, list string) []string {
	w.t.Helper()
	var all []string
	if v.PersonID == w.LenaPerson && list == w.list {
		for _, wish := range w.wishes() {
			all = append(all, wish.Title)
		}
		return all
	}
	plan, err := w.Services.Items.Plan(w.t.Context(), v, list)
	ok(w.t, err)
	for _, g := range plan.Groups {
		for _, it := range g.Items {
			all = append(all, it.Gift.Title)
		}
	}
	return all
}

func (w wishlist) sees(v domain.Viewer, list string, want ...string) {
	w.t.Helper()
	if got := w.titles(v, list); !slices.Equal(got, want) {
		w.t.Errorf("the order is %v, want %v", got, want)
	}
}

// Case 4.
func TestATargetWhoSortsTheirWishesNeitherDropsNorShowsWhatIsHiddenAmongThem(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		hidden := w.Item(t, w.Tom, w.list, fixture.Gift("Secret", ""))
		hat := w.Item(t, w.Lena, w.list, fixture.Gift("Hat", ""))
		book := w.Item(t, w.Lena, w.list, fixture.Gift("Book", ""))
		w.sees(w.Tom, w.list, "Skates", "Secret", "Hat", "Book")
		before := w.planned(w.Tom, book).Version
		w.order(w.Lena, book, w.wish)
		w.sees(w.Lena, w.list, "Skates", "Book", "Hat")
		w.sees(w.Tom, w.list, "Skates", "Book", "Secret", "Hat")
		w.order(w.Lena, hat, "")
		w.sees(w.Lena, w.list, "Hat", "Skates", "Book")
		w.sees(w.Tom, w.list, "Hat", "Skates", "Book", "Secret")
		if after := w.planned(w.Tom, book); after.Version != before || after.WishVersion != 1 {
			t.Errorf("sorting counted a version up: %+v", after)
		}
		_, err := w.Services.Items.Order(t.Context(), w.Lena, hat, hidden)
		_, never := w.Services.Items.Order(t.Context(), w.Lena, hat, uuid.NewString())
		if sentenceOf(err) != sentenceOf(never) || apperr.CodeOf(err) != apperr.NotFound {
			t.Errorf("behind a hidden one: %v; behind none: %v", err, never)
		}
	})
}

func TestWhatThePlannersSortMovesNothingForTheTarget(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		hat := w.Item(t, w.Lena, w.list, fixture.Gift("Hat", ""))
		secret := w.Item(t, w.Tom, w.list, fixture.Gift("Secret", ""))
		w.order(w.Tom, hat, "")
		w.order(w.Tom, secret, hat)
		w.sees(w.Tom, w.list, "Hat", "Secret", "Skates")
		w.sees(w.Lena, w.list, "Skates", "Hat")
		in := w.planned(w.Tom, secret).Form()
		in.Privacy = "shared"
		_, err := w.Services.Items.Update(t.Context(), w.Tom, secret, in)
		ok(t, err)
		w.Item(t, w.Lena, w.list, fixture.Gift("Book", ""))
		w.sees(w.Lena, w.list, "Skates", "Hat", "Secret", "Book")
	})
}

func TestAnOrderHoldsHoweverOftenAGapCloses(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})
		var ids, want []string
		for i := range 4 {
			ids = append(ids, s.Item(t, s.Maria, list, fixture.Gift(fmt.Sprint("g", i), "")))
		}
		for i := range 30 {
			w.order(s.Tom, ids[2+i%2], ids[0])
		}
		want = []string{"g0", "g3", "g2", "g1"}
		w.sees(s.Tom, list, want...)
		other := s.Item(t, s.Maria, s.List(t, s.Maria, dto.ListInput{Name: "Other"}), fixture.Gift("x", ""))
		_, err := s.Services.Items.Order(t.Context(), s.Tom, ids[0], other)
		refused(t, err, apperr.Invalid)
		_, err = s.Services.Items.Order(context.Background(), s.Gast, ids[0], ids[1])
		refused(t, err, apperr.Forbidden)
	})
}
