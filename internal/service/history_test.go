package service_test

import (
	"fmt"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// Case 27.
func TestWhatWasGivenToSomebodyIsReadByYearAndOccasionAndNeverByThemselves(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		christmas := s.List(t, s.Maria, dto.ListInput{Name: "Lena, Christmas", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas})
		others := s.List(t, s.Maria, dto.ListInput{Name: "Lena, else", TargetPersonID: s.LenaPerson})
		secret := s.List(t, s.Tom, dto.ListInput{Name: "Own", TargetPersonID: s.LenaPerson, Visibility: "owner"})
		give := func(list, title, on string) {
			id := s.Item(t, s.Tom, list, fixture.Gift(title, "12,50"))
			if on == "" {
				return
			}
			_, err := s.Services.Items.SetStatus(t.Context(), s.Tom, id, dto.StatusInput{Status: "gifted", GiftedOn: on})
			ok(t, err)
		}
		give(christmas, "Kite", "2024-12-25")
		give(others, "Cake", "2024-06-01")
		give(christmas, "Skates", "2025-12-25")
		give(christmas, "Drum", "2025-12-25")
		give(christmas, "Not yet", "")
		give(secret, "Own", "2025-01-01")
		h, err := s.Services.People.History(t.Context(), s.Maria, s.LenaPerson, dto.Query{})
		ok(t, err)
		said := ""
		for _, y := range h.Years {
			said += fmt.Sprintf("%d:", y.Year)
			for _, o := range y.Occasions {
				if o.Occasion != nil {
					said += " [" + o.Occasion.Name + "]"
				} else {
					said += " []"
				}
				for _, g := range o.Gifts {
					said += " " + g.Title
				}
			}
			said += ";"
		}
		if said != "2025: [Christmas] Drum Skates;2024: [Christmas] Kite [] Cake;" {
			t.Errorf("%s", said)
		}
		if g := h.Years[1].Occasions[1].Gifts[0]; g.Cost.Minor != 1250 || g.List.Name != "Lena, else" || g.On.String() != "2024-06-01" || g.Buyer != nil {
			t.Errorf("%+v", g)
		}
		h, err = s.Services.People.History(t.Context(), s.Lena, s.LenaPerson, dto.Query{})
		if err != nil || len(h.Years) != 0 || h.Next != "" {
			t.Errorf("Lena reads what she is going to get: %+v %v", h, err)
		}
		_, err = s.Services.People.History(t.Context(), fixture.FamilyAt(t, db, "elsewhere.example").Maria, s.LenaPerson, dto.Query{})
		refused(t, err, apperr.NotFound)
	})
}

func TestHistoryIsPagedForwardAndBackWithEachGiftOnce(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})
		for i := range 7 {
			id := s.Item(t, s.Maria, list, fixture.Gift(fmt.Sprint("gift ", i), ""))
			in := dto.StatusInput{Status: "gifted", GiftedOn: fmt.Sprintf("202%d-05-01", i/2)}
			_, err := s.Services.Items.SetStatus(t.Context(), s.Maria, id, in)
			ok(t, err)
		}
		titles := func(h dto.History) (all []string) {
			for _, y := range h.Years {
				for _, g := range y.Occasions[0].Gifts {
					all = append(all, g.Title)
				}
			}
			return all
		}
		q, seen, pages := dto.Query{Limit: 3}, []string{}, []dto.History{}
		for {
			h, err := s.Services.People.History(t.Context(), s.Tom, s.Ben, q)
			ok(t, err)
			seen, pages = append(seen, titles(h)...), append(pages, h)
			if q.Cursor = h.Next; h.Next == "" {
				break
			}
		}
		if fmt.Sprint(seen) != "[gift 6 gift 5 gift 4 gift 3 gift 2 gift 1 gift 0]" || len(pages) != 3 {
			t.Errorf("%q on %d pages", seen, len(pages))
		}
		back, err := s.Services.People.History(t.Context(), s.Tom, s.Ben, dto.Query{Limit: 3, Cursor: pages[2].Prev})
		if err != nil || fmt.Sprint(titles(back)) != fmt.Sprint(titles(pages[1])) {
			t.Errorf("back: %q %v", titles(back), err)
		}
		_, err = s.Services.People.History(t.Context(), s.Tom, s.Ben, dto.Query{Cursor: "junk"})
		refused(t, err, apperr.InvalidCursor)
	})
}

// Case 19.
func TestLinkingAnAccountHidesWhatOthersHadChosenForThatPerson(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		play := func(host string, others bool) *world {
			w := &world{Stage: fixture.FamilyAt(t, db, host), t: t, target: "Lena", ids: map[string]string{}}
			w.person = w.LenaPerson
			link := func(userID string) {
				p, err := w.Services.People.Get(t.Context(), w.Maria, w.LenaPerson)
				ok(t, err)
				in := p.Form()
				in.UserID = userID
				ok(t, w.Services.People.Update(t.Context(), w.Maria, w.LenaPerson, in))
			}
			link("")
			alone := w.Lena
			alone.PersonID = ""
			list := w.List(t, w.Maria, dto.ListInput{Name: "For Lena", TargetPersonID: w.LenaPerson, OccasionID: w.Christmas})
			wish := w.Item(t, alone, list, fixture.Gift("Book", "20"))
			names := []string{"list", "wish", "Ben", "Lena", "Christmas", "Easter", "hidden"}
			w.ids["list"], w.ids["wish"], w.ids["Ben"], w.ids["Lena"], w.ids["Christmas"], w.ids["Easter"] = list, wish, w.Ben, w.LenaPerson, w.Christmas, w.Christmas
			if others {
				hidden := w.Item(t, w.Tom, list, fixture.Gift("Bicycle", "300"))
				w.ids["hidden"] = hidden
				page, err := w.Services.Items.Page(t.Context(), alone, hidden)
				if err != nil || page.Item.Privacy != "shared" {
					t.Fatalf("nobody to hide it from yet: %+v %v", page.Item, err)
				}
				for _, id := range []string{hidden, wish} {
					_, err := w.Services.Items.SetStatus(t.Context(), w.Tom, id, dto.StatusInput{Status: "buying"})
					ok(t, err)
				}
			}
			link(w.Lena.UserID)
			w.look(names)
			if others {
				if page, err := w.Services.Items.Page(t.Context(), w.Tom, w.ids["hidden"]); err != nil || page.Item.Status != "buying" {
					t.Errorf("the plan is lost: %+v %v", page.Item, err)
				}
			}
			return w
		}
		with, without := play("with.example", true), play("without.example", false)
		compare(t, with.transcript(), without.transcript())
	})
}
