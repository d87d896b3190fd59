package service_test

import (
	"slices"
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestAGiftHasFurtherLinksWithWhatTheyAreAndIsFoundByIt(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		in := dto.GiftInput{Title: "Train", Link: "https://toys.example/p/1", Links: "Comparison: https://magazine.example/trains\n\n https://wood.example/p/2 "}
		id, err := s.Services.Gifts.Create(ctx, s.Maria, in)
		ok(t, err)
		gift, err := s.Services.Gifts.Get(ctx, s.Maria, id)
		want := []dto.GiftLink{{Label: "Comparison", URL: "https://magazine.example/trains"}, {URL: "https://wood.example/p/2"}}
		if err != nil || !slices.Equal(gift.Links, want) {
			t.Errorf("%+v %v", gift.Links, err)
		}
		found, err := s.Services.Gifts.Index(ctx, s.Maria, dto.GiftQuery{Query: dto.Query{Q: "comparison"}})
		if err != nil || len(found.Items) != 1 {
			t.Errorf("found %+v %v", found.Items, err)
		}
		form := gift.Form()
		form.Links = ""
		ok(t, s.Services.Gifts.Update(ctx, s.Maria, id, form))
		_, err = s.Services.Undo.Last(ctx, s.Maria)
		ok(t, err)
		if back, err := s.Services.Gifts.Get(ctx, s.Maria, id); err != nil || !slices.Equal(back.Links, want) {
			t.Errorf("taken back: %+v %v", back.Links, err)
		}
	})
}

func TestALineOfFurtherLinksThatIsNoneIsNamed(t *testing.T) {
	t.Parallel()
	s := fixture.Family(t, dbtest.Open(t))
	for typed, want := range map[string]string{
		"see the paper": "There is no link in “see the paper”.",
		"A https://a.example B https://b.example":       "Give each link a line of its own",
		strings.Repeat("https://a.example\n", 11):       "These are 11 links; 10 are possible.",
		strings.Repeat("x", 300) + " https://a.example": "",
		"javascript:alert(1)":                           "",
	} {
		_, err := s.Services.Gifts.Create(t.Context(), s.Maria, dto.GiftInput{Title: "Train", Links: typed})
		if said := apperr.FieldsOf(err)["links"]; said == "" || !strings.Contains(said, want) {
			t.Errorf("%.40q: %q (%v)", typed, said, err)
		}
	}
}
