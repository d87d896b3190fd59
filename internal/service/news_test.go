package service_test

import (
	"slices"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// Case 5.
func TestWhatATargetChangesOfAWishInHandIsToldToWhoHasItAndNothingTellsTheTarget(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		with := changedWish(t, db, "with.example", true)
		without := changedWish(t, db, "without.example", false)
		compare(t, with, without)
	})
}

// changedWish plays what Lena does to a wish that Tom has in hand, or nobody, and returns what she was told.
func changedWish(t *testing.T, db *database.DB, host string, plans bool) []string {
	s := fixture.FamilyAt(t, db, host)
	world := &world{Stage: s, t: t, target: "Lena", person: s.LenaPerson, ids: map[string]string{}}
	w := wishlist{Stage: s, t: t}
	ctx := t.Context()
	w.list = s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
	add := fixture.Gift("Skates", "80")
	add.Quantity, add.Notes = "3", "blue"
	id := s.Item(t, s.Lena, w.list, add)
	world.named("list", w.list)
	world.named("wish", id)
	gift := w.planned(s.Tom, id).Gift.ID
	world.named("gift", gift)
	if plans {
		w.moves(s.Tom, id, "ordered")
	}
	held, err := s.Services.Gifts.Get(ctx, s.Lena, gift)
	ok(t, err)
	in := held.Form()
	in.Title, in.Price, in.Link = "Ice skates", "90", "https://shop.example/skates"
	world.sees("gift saved", nil, s.Services.Gifts.Update(ctx, s.Lena, gift, in))
	for _, quantity := range []string{"2", "1"} {
		form := w.wishes()[0].Form()
		form.Quantity, form.Notes, form.Priority = quantity, "red", "must"
		world.sees("wish saved", nil, s.Services.Items.UpdateWish(ctx, s.Lena, id, form))
	}
	world.look([]string{"list", "wish", "gift"})
	if plans {
		want := []dto.Change{
			{Field: "title", From: "Skates", To: "Ice skates"},
			{Field: "link", From: "", To: "https://shop.example/skates"},
			{Field: "price", From: "80,00\u00a0€", To: "90,00\u00a0€"},
			{Field: "quantity", From: "3", To: "1"},
			{Field: "priority", From: "normal", To: "must"},
			{Field: "notes", From: "blue", To: "red"},
		}
		if it := w.planned(s.Tom, id); !slices.Equal(it.News, want) || it.Version != 2 {
			t.Errorf("Tom is told %+v", it)
		}
		w.moves(s.Tom, id, "idea")
		if it := w.planned(s.Tom, id); it.News != nil {
			t.Errorf("put back, and still news: %+v", it.News)
		}
		w.moves(s.Tom, id, "ordered")
	}
	world.sees("wish deleted", nil, s.Services.Items.DeleteWish(ctx, s.Lena, id))
	world.look([]string{"list", "wish", "gift"})
	if plans {
		if it := w.planned(s.Tom, id); !it.Withdrawn || !it.Mine {
			t.Errorf("Tom has %+v", it)
		}
	}
	return world.transcript()
}

func TestWhatComesBackToWhereItWasIsNoNews(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		_, err := w.Services.Items.Assign(t.Context(), w.Tom, w.wish, dto.AssignInput{UserID: w.Tom.UserID})
		ok(t, err)
		for _, quantity := range []string{"4", "1"} {
			form := w.wishes()[0].Form()
			form.Quantity = quantity
			ok(t, w.Services.Items.UpdateWish(t.Context(), w.Lena, w.wish, form))
			if news := w.planned(w.Tom, w.wish).News; (len(news) == 1) != (quantity == "4") {
				t.Errorf("%s wished for: %+v", quantity, news)
			}
		}
	})
}

func TestAGiverCannotChangeHowManyWereWishedFor(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		in := w.planned(w.Tom, w.wish).Form()
		in.Quantity, in.Priority = "2", "must"
		_, err := w.Services.Items.Update(t.Context(), w.Tom, w.wish, in)
		f := apperr.FieldsOf(err)
		if f["quantity"] != "Lena wished for 1 and would notice another number." || f["priority"] == "" {
			t.Fatal(err)
		}
		in.Quantity, in.Priority, in.Notes = "1", "normal", "from the sale"
		_, err = w.Services.Items.Update(t.Context(), w.Tom, w.wish, in)
		ok(t, err)
		hidden := w.Item(t, w.Tom, w.list, fixture.Gift("Skis", ""))
		in = w.planned(w.Tom, hidden).Form()
		in.Quantity = "2"
		_, err = w.Services.Items.Update(t.Context(), w.Tom, hidden, in)
		ok(t, err)
	})
}

func TestRestoringSaysWhatToDoWhereTheListIsGoneAndDoesNotBringAWishBack(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ctx, items := t.Context(), w.Services.Items
		list := w.List(t, w.Tom, dto.ListInput{Name: "Ben", TargetPersonID: w.Ben})
		id := w.Item(t, w.Tom, list, fixture.Gift("Blocks", ""))
		_, err := items.Delete(ctx, w.Tom, id)
		ok(t, err)
		ok(t, w.Services.Lists.Delete(ctx, w.Tom, list, true))
		_, err = items.Restore(ctx, w.Tom, id)
		refused(t, err, apperr.Conflict)
		ok(t, w.Services.Lists.Restore(ctx, w.Tom, list))
		_, err = items.Restore(ctx, w.Tom, id)
		ok(t, err)
		ok(t, items.DeleteWish(ctx, w.Lena, w.wish))
		_, err = items.Restore(ctx, w.Tom, w.wish)
		refused(t, err, apperr.Conflict)
		if len(w.wishes()) != 0 {
			t.Error("a wish that Lena took back is there again")
		}
	})
}
