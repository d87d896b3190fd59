package service_test

import (
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// Case 6.
func TestOnlyWhoSeesAGiftIsToldThatItsLinkIsInTheCatalog(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		hidden := s.List(t, s.Maria, dto.ListInput{Name: "Surprises", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		s.Item(t, s.Maria, hidden, dto.AddInput{GiftInput: dto.GiftInput{Title: "Big telescope", Link: "https://shop.example/telescope?utm_source=mail"}})
		for who, want := range map[*domain.Viewer]string{&s.Tom: "Surprises", &s.Maria: "Surprises", &s.Lena: "", &s.Gast: ""} {
			for _, typed := range [][2]string{{"https://shop.example/telescope?utm_campaign=x", ""}, {"", "big TELESCOPE!"}, {"", "Big teleskope"}} {
				found, err := s.Services.Gifts.Likely(t.Context(), *who, typed[0], typed[1])
				if err != nil {
					t.Fatal(err)
				}
				got := ""
				if len(found) == 1 && len(found[0].Uses) == 1 {
					got = found[0].Uses[0].List.Name
				}
				if got != want || want == "" && len(found) > 0 {
					t.Errorf("%q: %+v, want %q", typed, found, want)
				}
			}
		}
	})
}

func TestALikelyDuplicateIsNamedOnceWithItsReason(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		addGift(t, s, dto.GiftInput{Title: "Wooden train", Link: "https://shop.example/train"})
		addGift(t, s, dto.GiftInput{Title: "Train, wooden"})
		addGift(t, s, dto.GiftInput{Title: "Wooden crane"})
		found, err := s.Services.Gifts.Likely(t.Context(), s.Maria, "https://shop.example/train#a", "Wooden train")
		if err != nil || len(found) != 2 || found[0].Why != "same link" || found[1].Why != "same title" || found[1].Title != "Train, wooden" {
			t.Errorf("%+v %v", found, err)
		}
		if found, err := s.Services.Gifts.Likely(t.Context(), s.Maria, "", " "); err != nil || len(found) != 0 {
			t.Errorf("nothing is like %+v %v", found, err)
		}
	})
}

func TestOneSearchFindsThingsOfEveryKind(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		s.Person(t, dto.PersonInput{DisplayName: "Ronja", Interests: "climbing, starlight"})
		list := s.List(t, s.Maria, dto.ListInput{Name: "Starlight for Lena", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		s.Item(t, s.Maria, list, dto.AddInput{GiftInput: dto.GiftInput{Title: "Starlight lamp", Tags: "starlight"}})
		if _, err := s.Services.Occasions.Create(t.Context(), s.Tom, dto.OccasionInput{Name: "Starlight night", Type: "other", Date: "2027-08-12", Recurrence: "none"}); err != nil {
			t.Fatal(err)
		}
		queries := dbtest.Statements(t, db)
		for who, hidden := range map[*domain.Viewer]int{&s.Tom: 1, &s.Lena: 0} {
			before := queries.Load()
			f, err := s.Services.Search.All(t.Context(), *who, "STAR")
			if err != nil || len(f.People) != 1 || len(f.Occasions) != 1 || len(f.Lists) != hidden || len(f.Gifts) != hidden || len(f.Tags) != hidden {
				t.Errorf("%+v %v", f, err)
			}
			if n := queries.Load() - before; n > 7 {
				t.Errorf("%d queries", n)
			}
		}
	})
}
