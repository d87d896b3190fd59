package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
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
