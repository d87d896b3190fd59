package service_test

import (
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestAMoveOrCopyThatWouldShowAGiftToWhomItIsHiddenFromAsksFirst(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ben := w.List(t, w.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: w.Ben})
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		for from, list := range map[string]string{
			"her own list":  w.list,
			"a hidden list": w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"}),
			"Tom’s own":     w.List(t, w.Tom, dto.ListInput{Name: "Mine alone", TargetPersonID: w.LenaPerson, Visibility: "owner"}),
		} {
			id := w.Item(t, w.Tom, list, fixture.Gift("Drums for "+from, "80"))
			for _, to := range []string{ben, open} {
				for _, isCopy := range []bool{false, true} {
					_, err := w.move(w.Tom, id, to, isCopy)
					if said := apperr.FieldsOf(err)["sure"]; !strings.HasPrefix(said, "Lena would see “Drums for "+from+"” on ") {
						t.Errorf("from %s: %v", from, err)
					}
				}
			}
			if it := w.planned(w.Tom, id); it.ListID != list || len(w.titles(w.Tom, open)) != 0 || len(w.titles(w.Tom, ben)) != 0 {
				t.Errorf("from %s: something was moved before it was meant", from)
			}
			_, err := w.Services.Items.Move(t.Context(), w.Tom, id, dto.MoveInput{ListID: open, Sure: true})
			ok(t, err)
			if got := w.titles(w.Lena, open); len(got) != 1 {
				t.Errorf("from %s: meant, Lena sees %v", from, got)
			}
			_, err = w.Services.Items.Undo(t.Context(), w.Tom, id)
			ok(t, err)
			if got := w.titles(w.Lena, open); len(got) != 0 {
				t.Errorf("from %s: taken back, Lena sees %v", from, got)
			}
		}
	})
}

func TestAMoveAsksNothingWhereNobodySeesMoreThanBefore(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		mine := w.List(t, w.Tom, dto.ListInput{Name: "Mine alone", Visibility: "owner"})
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		hidden := w.Item(t, w.Tom, w.list, fixture.Gift("Drums", "80"))
		for _, to := range []string{secret, mine} {
			_, err := w.move(w.Tom, hidden, to, true)
			ok(t, err)
		}
		_, err := w.move(w.Maria, w.wish, open, true) // Lena knows of it
		ok(t, err)
		ben := w.Item(t, w.Tom, w.List(t, w.Tom, dto.ListInput{Name: "Ben", TargetPersonID: w.Ben, Visibility: "hidden_from_target"}), fixture.Gift("Blocks", "10"))
		_, err = w.move(w.Tom, ben, open, false) // Ben signs in nowhere
		ok(t, err)
	})
}

func TestTheGuestWhomAGiftIsForIsAskedAboutToo(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		aunt, err := w.Services.People.Create(t.Context(), w.Maria, dto.PersonInput{DisplayName: "Aunt", Relationship: "extended", UserID: w.Gast.UserID})
		ok(t, err)
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: aunt, Visibility: "hidden_from_target"})
		id := w.Item(t, w.Tom, secret, fixture.Gift("Scarf", "20"))
		planned := w.List(t, w.Tom, dto.ListInput{Name: "Lena’s", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		_, err = w.move(w.Tom, id, planned, true) // guests see what is the whole family's
		ok(t, err)
		_, err = w.move(w.Tom, id, w.List(t, w.Maria, dto.ListInput{Name: "Open"}), true)
		if said := apperr.FieldsOf(err)["sure"]; !strings.HasPrefix(said, "Aunt would see “Scarf”") {
			t.Error(err)
		}
	})
}

func TestWhatIsHiddenFromThePersonItIsForStaysSoOnTheirOtherLists(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		id := w.Item(t, w.Tom, secret, fixture.Gift("Drums", "80"))
		_, err := w.move(w.Tom, id, w.list, false)
		ok(t, err)
		if it := w.planned(w.Maria, id); it.Privacy != domain.PrivacyHidden || len(w.wishes()) != 1 {
			t.Errorf("moved as %q; Lena sees %+v", it.Privacy, w.wishes())
		}

		// Ben gets an account some day.
		secret = w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.Ben, Visibility: "hidden_from_target"})
		known := w.List(t, w.Tom, dto.ListInput{Name: "Ben", TargetPersonID: w.Ben})
		id = w.Item(t, w.Tom, secret, fixture.Gift("Blocks", "10"))
		copied, err := w.move(w.Tom, id, known, true)
		ok(t, err)
		other := w.List(t, w.Tom, dto.ListInput{Name: "Ben, birthday", TargetPersonID: w.Ben})
		_, err = w.move(w.Tom, id, other, false)
		ok(t, err)
		for _, id := range []string{id, copied.ItemID} {
			if it := w.planned(w.Maria, id); it.Privacy != domain.PrivacyHidden {
				t.Errorf("for Ben it is %q", it.Privacy)
			}
		}
	})
}

func TestSeveralGiftsAreAskedAboutAtOnceAndStayUntilItIsMeant(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := wishlist{Stage: fixture.Family(t, db), t: t}
		ctx := t.Context()
		list, ids := twenty(t, w)
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		for _, title := range []string{"Drums", "Skis"} {
			ids = append(ids, w.Item(t, w.Tom, secret, fixture.Gift(title, "10")))
		}
		in := dto.BulkInput{ItemIDs: ids, Action: "move", FreshList: dto.FreshList{NewList: "Everybody’s"}}
		_, err := w.Services.Items.Bulk(ctx, w.Tom, in)
		if said := apperr.FieldsOf(err)["sure"]; !strings.HasPrefix(said, "Lena would see 2 of these gifts on Everybody’s, ") {
			t.Fatal(err)
		}
		if len(w.titles(w.Tom, list)) != 20 || len(w.titles(w.Tom, secret)) != 2 {
			t.Error("some were moved before it was meant")
		}
		lists, err := w.Services.Lists.Index(ctx, w.Tom, dto.ListQuery{Query: dto.Query{Q: "Everybody"}})
		ok(t, err)
		if len(lists.Items) != 0 {
			t.Error("the new list was made before it was meant")
		}
		in.Sure = true
		res, err := w.Services.Items.Bulk(ctx, w.Tom, in)
		ok(t, err)
		if len(res.Done) != 22 {
			t.Errorf("meant: %d done, not %+v", len(res.Done), res.Not)
		}
	})
}

func TestATargetIsAskedNothingAboutTheirWishesWhateverIsPlanned(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		w.moves(w.Tom, w.wish, "ordered")
		for _, isCopy := range []bool{true, false} {
			_, err := w.move(w.Lena, w.wish, w.List(t, w.Maria, dto.ListInput{Name: "Open"}), isCopy)
			ok(t, err)
		}
	})
}
