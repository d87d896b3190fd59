package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestThePagerKeepsEveryFilterOfTheAddress(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Maria)
		for _, title := range []string{"Red ball", "Red kite", "Red train"} {
			b.Post(paths.Gifts.Index(), form("title", title, "price", "12", "tags", "red, small"))
		}
		gift, err := s.Services.Gifts.Get(t.Context(), s.Maria, b.Post(paths.Gifts.Index(), form("title", "Blue ball", "tags", "red, small")).ID())
		if err != nil {
			t.Fatal(err)
		}
		asked := url.Values{
			"q": {"red"}, "tag": {gift.Tags[0].ID, gift.Tags[1].ID}, "match": {"all"}, "min": {"10"}, "max": {"20"}, "used": {"no"},
			"link": {"no"}, "sort": {"-price"}, "limit": {"2"}, "created_by_id": {s.Maria.UserID},
		}
		first := b.Get(paths.Gifts.Index() + "?" + asked.Encode())
		next, _ := first.Doc.Find(`a[rel="next"]`).Attr("href")
		to, err := url.Parse(next)
		if err != nil || first.Status != http.StatusOK {
			t.Fatal(first.Status, err)
		}
		for name, values := range asked {
			if got := to.Query()[name]; !slices.Equal(got, values) {
				t.Errorf("the next page asks for %s %q, want %q", name, got, values)
			}
		}
		if second := b.Get(next); second.Status != http.StatusOK || second.Doc.Find("[data-row]").Length() != 1 {
			t.Errorf("the next page: %d, %d rows", second.Status, second.Doc.Find("[data-row]").Length())
		}
	})
}

func TestAFilterThatIsNoneIsRefusedAndAnIDThatIsNoneFindsNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		for address, status := range map[string]int{
			"/gifts?match=some": http.StatusBadRequest, "/people?relationship=enemy": http.StatusBadRequest,
			"/occasions?when=never": http.StatusBadRequest, "/lists?visibility=x": http.StatusBadRequest,
			"/gifts?min=cheap": http.StatusUnprocessableEntity, "/gifts?tag=junk": http.StatusOK,
			"/people?tag=%00": http.StatusOK, "/lists?owner_id='": http.StatusOK, "/occasions?person_id=7": http.StatusOK,
		} {
			if a := b.Get(address); a.Status != status || status == http.StatusOK && strings.Contains(a.Body, "data-row") && !strings.Contains(address, "occasions") {
				t.Errorf("%s: %d, want %d", address, a.Status, status)
			}
		}
	})
}
