package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestAGiftsPageNamesItsFurtherLinksAndItsFormLosesNoneThatIsWrong(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		maria := s.As(t, s.Maria)
		wrong := maria.Post(paths.Gifts.Index(), form("title", "Train", "links", "Test https://magazine.example/trains\nsee the paper"))
		if wrong.Status != http.StatusUnprocessableEntity || !strings.Contains(wrong.Body, "There is no link in “see the paper”.") ||
			!strings.Contains(wrong.Body, "Test https://magazine.example/trains") {
			t.Errorf("%d %s", wrong.Status, wrong.Body)
		}
		page := maria.Submit(paths.Gifts.Index(), form("title", "Train", "links", "Test https://magazine.example/trains\nhttps://wood.example/p/2"))
		for _, want := range []string{"More links", `href="https://magazine.example/trains"`, "Test", `href="https://wood.example/p/2"`, "wood.example"} {
			if !strings.Contains(page.Body, want) {
				t.Errorf("%q is not on the page: %s", want, page.Body)
			}
		}
	})
}

// Whoever has the gift on a list before them has its further links there too, those who plan it and the one who wishes
// for it.
func TestTheFurtherLinksOfAGiftStandOnThePageOfItsItemToo(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		gift := dto.AddInput{GiftInput: dto.GiftInput{Title: "Train", Links: "Test https://magazine.example/trains"}}
		planned := s.Item(t, s.Maria, s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben}), gift)
		wish := s.Item(t, s.Lena, s.List(t, s.Lena, dto.ListInput{Name: "My wishes", TargetPersonID: s.LenaPerson, Visibility: "family"}), gift)
		for item, who := range map[string]domain.Viewer{planned: s.Tom, wish: s.Lena} {
			link := s.As(t, who).Get(paths.Items.One(item)).Doc.Find(`main a[href="https://magazine.example/trains"]`)
			if link.Length() != 1 || !strings.HasPrefix(strings.TrimSpace(link.Text()), "Test") {
				t.Errorf("%d links: %q", link.Length(), link.Text())
			}
		}
	})
}
