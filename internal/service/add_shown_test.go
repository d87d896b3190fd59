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

// hiddenGift is a gift of the catalog that stands nowhere but where Lena, whom it is for, does not see it.
func (w wishlist) hiddenGift() (giftID string) {
	w.t.Helper()
	secret := w.List(w.t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
	return w.planned(w.Tom, w.Item(w.t, w.Tom, secret, fixture.Gift("Drums", "80"))).Gift.ID
}

func (w wishlist) addKnown(v domain.Viewer, listID, giftID, privacy string, sure bool) error {
	_, err := w.Services.Items.Add(w.t.Context(), v, listID, dto.AddInput{ItemInput: dto.ItemInput{GiftID: giftID, Privacy: privacy}, Sure: sure})
	return err
}

func (w wishlist) items(v domain.Viewer, list string) []dto.Item {
	w.t.Helper()
	plan, err := w.Services.Items.Plan(w.t.Context(), v, list)
	ok(w.t, err)
	var all []dto.Item
	for _, g := range plan.Groups {
		all = append(all, g.Items...)
	}
	return all
}

func TestAGiftOfTheCatalogThatIsHiddenFromItsTargetAsksBeforeItGoesWhereTheySeeIt(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		gift := w.hiddenGift()
		ben := w.List(t, w.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: w.Ben})
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		for list, want := range map[string]string{
			ben:    "Lena would see “Drums” on Ben’s Christmas, with who buys it and how far it is. Where it stands now, they do not.",
			open:   "Lena would see “Drums” on Open, with who buys it and how far it is. Where it stands now, they do not.",
			w.list: "Lena would see “Drums” on Lena’s wishes. Where it stands now, they do not.",
		} {
			for _, v := range []domain.Viewer{w.Tom, w.Maria} {
				if said := apperr.FieldsOf(w.addKnown(v, list, gift, "shared", false))["sure"]; said != want {
					t.Errorf("it says %q, want %q", said, want)
				}
			}
			if n := len(w.titles(w.Tom, list)); n > 1 || list != w.list && n > 0 {
				t.Error("it is there before that is meant")
			}
		}
		ok(t, w.addKnown(w.Tom, w.list, gift, "", false)) // stays hidden there
		if len(w.wishes()) != 1 {
			t.Errorf("Lena sees %+v", w.wishes())
		}
		ok(t, w.addKnown(w.Tom, open, gift, "", true))
		if got := w.titles(w.Lena, open); len(got) != 1 {
			t.Errorf("meant, Lena sees %v", got)
		}
		ok(t, w.addKnown(w.Tom, ben, gift, "", false)) // by now she knows of it
	})
}

func TestAddingAGiftAsksNothingWhereNobodySeesMoreThanBefore(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		gift := w.hiddenGift()
		for name, in := range map[string]dto.ListInput{
			"another hidden list": {TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"},
			"one’s own list":      {Visibility: "owner"},
		} {
			in.Name = name
			if err := w.addKnown(w.Tom, w.List(t, w.Tom, in), gift, "", false); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		wished := w.planned(w.Tom, w.wish).Gift.ID
		ok(t, w.addKnown(w.Tom, open, wished, "", false)) // her own wish
		if err := w.addKnown(w.Tom, open, wished, "", false); apperr.CodeOf(err) != apperr.Conflict {
			t.Errorf("what stands there already: %v", err)
		}
	})
}

// What Lena keeps to herself changes no question: whoever is asked would learn of it.
func TestWhetherIsAskedTellsNothingOfWhatTheTargetKeepsToThemselves(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		gift := w.hiddenGift()
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		ok(t, w.addKnown(w.Tom, open, gift, "", true))
		ok(t, w.addKnown(w.Lena, w.List(t, w.Lena, dto.ListInput{Name: "Lena’s own", Visibility: "owner"}), gift, "", false))
		for _, row := range w.items(w.Maria, open) {
			_, err := w.Services.Items.Delete(t.Context(), w.Maria, row.ID)
			ok(t, err)
		}
		if apperr.FieldsOf(w.addKnown(w.Tom, open, gift, "", false))["sure"] == "" {
			t.Error("nobody asks: Lena has it on a list that Tom does not see")
		}
	})
}

func TestAMoveAsksAboutWhomAnotherListHidesTheGiftFrom(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		mine := w.List(t, w.Tom, dto.ListInput{Name: "Mine alone", Visibility: "owner"})
		ok(t, w.addKnown(w.Tom, mine, w.hiddenGift(), "", false))
		id := w.items(w.Tom, mine)[0].ID
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		for _, isCopy := range []bool{true, false} {
			_, err := w.move(w.Tom, id, open, isCopy)
			if said := apperr.FieldsOf(err)["sure"]; !strings.HasPrefix(said, "Lena would see “Drums” on Open, ") {
				t.Error(err)
			}
		}
	})
}

func TestLinksOfHiddenGiftsAmongManyIdeasAreAskedAboutLineByLine(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		drums := fixture.Gift("Drums", "80")
		drums.Link = "https://music.example/drums"
		w.Item(t, w.Tom, secret, drums)
		open := w.List(t, w.Maria, dto.ListInput{Name: "Open"})
		in := dto.ManyInput{Lines: "A kite\n" + drums.Link, ListID: open}
		got, err := w.Services.Ideas.AddMany(t.Context(), w.Tom, in)
		ok(t, err)
		if got.Added != 1 || len(got.Wrong) != 1 || !got.Wrong[0].Asks || !strings.HasPrefix(got.Wrong[0].Error, "Lena would see “Drums” on Open") {
			t.Errorf("%+v", got)
		}
		in.Lines, in.Sure = drums.Link, true
		if got, err = w.Services.Ideas.AddMany(t.Context(), w.Tom, in); err != nil || got.Added != 1 || len(got.Wrong) != 0 {
			t.Errorf("meant: %+v, %v", got, err)
		}
	})
}

func TestAListAsksBeforeItIsShownToWhomItIsForAndSaysHowManyGifts(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		for was, in := range map[string]dto.ListInput{
			"hidden": {TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"},
			"alone":  {TargetPersonID: s.LenaPerson, Visibility: "owner"},
		} {
			in.Name = was
			list := s.List(t, s.Tom, in)
			for _, g := range []struct{ title, privacy string }{{"Drums", "shared"}, {"Skis", "shared"}, {"Kite", ""}} {
				add := fixture.Gift(g.title+was, "10")
				add.Privacy = g.privacy
				s.Item(t, s.Tom, list, add)
			}
			for _, c := range []struct {
				change func(*dto.ListInput)
				asks   string
			}{
				{func(in *dto.ListInput) { in.Visibility = "family" }, "Lena would see 2 gifts of this list, which they do not see now."},
				{func(in *dto.ListInput) { in.Visibility, in.TargetPersonID = "family", "" }, "Lena would see 3 gifts of this list, with who buys them and how far they are. Now they do not."},
				{func(in *dto.ListInput) { in.Visibility, in.TargetPersonID = "family", s.Ben }, "Lena would see 3 gifts of this list, with who buys them and how far they are. Now they do not."},
				{func(in *dto.ListInput) { in.Notes = "Soon" }, ""},
				{func(in *dto.ListInput) { in.Visibility = "owner" }, ""},
			} {
				now, err := s.Services.Lists.Get(t.Context(), s.Tom, list)
				ok(t, err)
				form := now.Form()
				c.change(&form)
				err = s.Services.Lists.Update(t.Context(), s.Tom, list, form)
				if said := apperr.FieldsOf(err)["sure"]; said != c.asks {
					t.Errorf("%s: it asks %q, want %q", was, said, c.asks)
				}
				after, err := s.Services.Lists.Get(t.Context(), s.Tom, list)
				ok(t, err)
				if c.asks == "" {
					continue
				}
				if after.Visibility != now.Visibility || after.Target == nil || after.Version != now.Version {
					t.Errorf("%s: changed before it was meant: %+v", was, after)
				}
			}
			now, err := s.Services.Lists.Get(t.Context(), s.Tom, list)
			ok(t, err)
			form := now.Form()
			form.Visibility, form.Sure = "family", true
			ok(t, s.Services.Lists.Update(t.Context(), s.Tom, list, form))
			wishes, err := s.Services.Items.Wishes(t.Context(), s.Lena, list)
			ok(t, err)
			if len(wishes.Wishes) != 2 {
				t.Errorf("%s: meant, Lena sees %+v", was, wishes.Wishes)
			}
		}
	})
}

func TestAListThatIsForNobodyWhoSignsInAsksNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, Visibility: "hidden_from_target"})
		s.Item(t, s.Tom, list, fixture.Gift("Blocks", "10"))
		now, err := s.Services.Lists.Get(t.Context(), s.Tom, list)
		ok(t, err)
		form := now.Form()
		form.Visibility = "family"
		ok(t, s.Services.Lists.Update(t.Context(), s.Tom, list, form))
	})
}
