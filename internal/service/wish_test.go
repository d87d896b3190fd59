package service_test

import (
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// wishlist is a stage on which Lena has a wishlist with one wish, and Tom may buy it.
type wishlist struct {
	*fixture.Stage
	t    *testing.T
	list string
	wish string
	gift string
}

func eachWishlist(t *testing.T, test func(t *testing.T, w wishlist)) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		w.list = s.List(t, s.Lena, dto.ListInput{Name: "Lena’s wishes", Type: "wishlist", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas})
		w.wish = s.Item(t, s.Lena, w.list, fixture.Gift("Skates", "80"))
		w.gift = w.planned(s.Tom, w.wish).Gift.ID
		test(t, w)
	})
}

func (w wishlist) planned(v domain.Viewer, id string) dto.Item {
	w.t.Helper()
	page, err := w.Services.Items.Page(w.t.Context(), v, id)
	ok(w.t, err)
	return page.Item
}

func (w wishlist) wishes() []dto.Wish {
	w.t.Helper()
	page, err := w.Services.Items.Wishes(w.t.Context(), w.Lena, w.list)
	ok(w.t, err)
	return page.Wishes
}

func (w wishlist) moves(v domain.Viewer, id, to string) {
	w.t.Helper()
	_, err := w.Services.Items.SetStatus(w.t.Context(), v, id, dto.StatusInput{Status: to})
	ok(w.t, err)
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, code apperr.Code) {
	t.Helper()
	if apperr.CodeOf(err) != code {
		t.Fatalf("got %v, want %s", err, code)
	}
}

// Case 5.
func TestAWishTakenBackWhileSomebodyHasItStaysWithThemAlone(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		w.moves(w.Tom, w.wish, "buying")
		ok(t, w.Services.Items.DeleteWish(t.Context(), w.Lena, w.wish))
		if len(w.wishes()) != 0 {
			t.Fatal("Lena still sees her wish")
		}
		if it := w.planned(w.Tom, w.wish); !it.Withdrawn || it.Status != domain.StatusBuying || !it.Mine {
			t.Fatalf("Tom has %+v", it)
		}
		refused(t, w.Services.Items.DeleteWish(t.Context(), w.Lena, w.wish), apperr.NotFound)
		id := w.Item(t, w.Lena, w.list, dto.AddInput{ItemInput: dto.ItemInput{GiftID: w.gift}})
		if it := w.planned(w.Tom, id); it.Withdrawn || it.Status != domain.StatusBuying || len(w.wishes()) != 1 {
			t.Fatalf("wished again: %+v", it)
		}
	})
}

func TestAWishThatNobodyHasGoesForGood(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ok(t, w.Services.Items.DeleteWish(t.Context(), w.Lena, w.wish))
		_, err := w.Services.Items.Page(t.Context(), w.Tom, w.wish)
		refused(t, err, apperr.NotFound)
	})
}

func TestATargetWhoAddsWhatStandsHiddenOnTheirListGetsAWishAndThePlanGoesOn(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		shared := w.List(t, w.Tom, dto.ListInput{Name: "Ideas"})
		gift := w.planned(w.Tom, w.Item(t, w.Tom, shared, fixture.Gift("Skis", ""))).Gift.ID
		held := w.Item(t, w.Tom, w.list, dto.AddInput{ItemInput: dto.ItemInput{GiftID: gift}})
		w.moves(w.Tom, held, "ordered")
		_, err := w.Services.Items.Archive(t.Context(), w.Tom, held)
		ok(t, err)
		id := w.Item(t, w.Lena, w.list, dto.AddInput{ItemInput: dto.ItemInput{GiftID: gift, Notes: "please", Quantity: "2"}})
		wishes := w.wishes()
		if len(wishes) != 2 || wishes[1].ID != id || !wishes[1].Mine || wishes[1].Quantity != 2 || wishes[1].Notes != "please" || wishes[1].Version != 1 {
			t.Fatalf("Lena sees %+v", wishes)
		}
		if it := w.planned(w.Tom, id); it.Status != domain.StatusOrdered || !it.Mine || it.WishNotes != "please" {
			t.Fatalf("Tom has %+v", it)
		}
		d, err := w.Services.Dashboard.Show(t.Context(), w.Lena)
		ok(t, err)
		if d.Activity[0].Title != "Skis" || d.Activity[0].Actor != "Lena" {
			t.Fatalf("Lena’s feed lacks what she did: %+v", d.Activity[0])
		}
	})
}

func TestAWishAndItsPlanAreEditedWithoutBlockingEachOther(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		wish, plan := w.wishes()[0].Form(), w.planned(w.Tom, w.wish).Form()
		w.moves(w.Maria, w.wish, "shortlisted")
		wish.Notes = "size 38"
		ok(t, w.Services.Items.UpdateWish(t.Context(), w.Lena, w.wish, wish))
		_, err := w.Services.Items.SetStatus(t.Context(), w.Tom, w.wish, dto.StatusInput{Status: "buying", Version: plan.Version + 1})
		ok(t, err)
		wish.Version++
		wish.Notes = "size 39"
		ok(t, w.Services.Items.UpdateWish(t.Context(), w.Lena, w.wish, wish))
		it := w.planned(w.Tom, w.wish)
		if it.WishNotes != "size 39" || it.Status != domain.StatusBuying || it.Version != 3 || it.WishVersion != 3 {
			t.Fatalf("%+v", it)
		}
		refused(t, w.Services.Items.UpdateWish(t.Context(), w.Lena, w.wish, dto.ItemInput{Version: 1}), apperr.Conflict)
	})
}

func TestDeletingAGiftLeavesItToThoseWhoHaveItInHandAndOutOfSight(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		w.moves(w.Tom, w.wish, "buying")
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		hidden := w.Item(t, w.Tom, secret, dto.AddInput{ItemInput: dto.ItemInput{GiftID: w.gift}})
		_, err := w.Services.Comments.Add(t.Context(), w.Maria, dto.Parent{ParentType: domain.EntityGift, ParentID: w.gift}, dto.CommentInput{Body: "@Tom in white?"})
		ok(t, err)
		refused(t, w.Services.Gifts.Delete(t.Context(), w.Lena, w.gift, false), apperr.Unconfirmed)
		ok(t, w.Services.Gifts.Delete(t.Context(), w.Lena, w.gift, true))
		if it := w.planned(w.Tom, w.wish); it.Status != domain.StatusBuying || !it.Withdrawn || it.Gift.Title != "Skates" {
			t.Fatalf("the buyer lost it: %+v", it)
		}
		it := w.planned(w.Tom, hidden)
		if it.Gift.Title != "Skates" {
			t.Fatalf("the hidden list lost it: %+v", it)
		}
		said, err := w.Services.Comments.Thread(t.Context(), w.Tom, dto.Parent{ParentType: domain.EntityGift, ParentID: it.Gift.ID}, dto.Query{})
		ok(t, err)
		if len(said.Comments.Items) != 1 || said.Comments.Items[0].Author.Name != "Maria" {
			t.Fatalf("what was said about it: %+v", said.Comments.Items)
		}
		gifts, err := w.Services.Gifts.Index(t.Context(), w.Lena, dto.GiftQuery{Query: dto.Query{}})
		ok(t, err)
		if len(gifts.Items) != 0 {
			t.Fatalf("Lena still sees %+v", gifts.Items)
		}
		ok(t, w.Services.Gifts.Restore(t.Context(), w.Lena, w.gift))
		if len(w.wishes()) != 0 {
			t.Fatal("a wish came back")
		}
	})
}

func TestAGiftThatSomebodyElseHasInHandCannotBeDeleted(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		id := s.Item(t, s.Maria, s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben}), fixture.Gift("Blocks", "10"))
		w.moves(s.Maria, id, "buying")
		gift := w.planned(s.Tom, id).Gift.ID
		refused(t, s.Services.Gifts.Delete(t.Context(), s.Tom, gift, true), apperr.Forbidden)
		ok(t, s.Services.Gifts.Delete(t.Context(), s.Maria, gift, true))
		ok(t, s.Services.Gifts.Restore(t.Context(), s.Maria, gift))
		if it := w.planned(s.Tom, id); it.Status != domain.StatusBuying {
			t.Fatalf("restored as %+v", it)
		}
	})
}
