package web_test

import (
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestAGiftOfTheCatalogIsFoundByItsNameOnThePageThatPutsOneOnAList(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		from := s.List(t, s.Maria, dto.ListInput{Name: "Ideas", Type: "idea", Visibility: "family"})
		for _, title := range []string{"Wooden train", "Kite"} {
			s.Item(t, s.Maria, from, fixture.Gift(title, "12"))
		}
		to := s.List(t, s.Maria, dto.ListInput{Name: "For Ben", Type: "gift", TargetPersonID: s.Ben, Visibility: "family"})
		at := paths.With(paths.NewListItem(to), "q", "woo")
		for _, name := range []string{"page", "part"} {
			b := s.As(t, s.Maria)
			if name == "part" {
				b = b.HTMX()
			}
			found := b.Get(at).Doc.Find("[role=option]")
			if found.Length() != 2 || !strings.Contains(found.First().Text(), "Wooden train") || found.First().AttrOr("aria-selected", "") != "true" {
				t.Errorf("%s: the choices are %q", name, found.Text())
			}
			if got := found.Last().AttrOr("href", ""); got != paths.With(paths.NewListItem(to), "title", "woo") {
				t.Errorf("%s: what is not there leads to %s", name, got)
			}
		}
	})
}

func TestAGiftThatIsHiddenFromSomebodyIsNoChoiceOfTheirs(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		hidden := s.List(t, s.Maria, dto.ListInput{Name: "For Lena", Type: "gift", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		s.Item(t, s.Maria, hidden, fixture.Gift("Wooden train", "12"))
		own := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", Type: "wishlist", TargetPersonID: s.LenaPerson, Visibility: "family"})
		if found := s.As(t, s.Lena).HTMX().Get(paths.With(paths.NewListItem(own), "q", "wooden")).Doc.Find("[role=option]"); found.Length() != 1 {
			t.Errorf("Lena may choose %q", found.Text())
		}
	})
}
