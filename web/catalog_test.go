package web_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestTheCatalogIsFilteredByTagPriceUseAndShop(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		tom := s.As(t, s.Tom)
		page := tom.Submit(paths.Gifts.Index(), form("title", "Kite", "price", "30", "source", "Toys & Co", "tags", "red, small"))
		tom.Post(paths.Gifts.Index(), form("title", "Drum", "price", "90", "tags", "red"))
		index := tom.Get(paths.Gifts.Index())
		tag, _ := page.Doc.Find(".tags a:contains('small')").Attr("href")
		shop, _ := index.Doc.Find("#rows .facts a:contains('Toys')").Attr("href")
		both := paths.Gifts.Index() + "?match=all"
		index.Doc.Find("#filter-tags [name=tag]").Each(func(_ int, box *goquery.Selection) { both += "&tag=" + box.AttrOr("value", "") })
		for name, b := range map[string]*webtest.Browser{"page": tom, "part": tom.HTMX()} {
			for address, rows := range map[string]int{
				tag: 1, shop: 1, both: 1, strings.Replace(both, "all", "any", 1): 2, paths.Gifts.Index() + "?min=20&max=40": 1,
				paths.Gifts.Index() + "?used=yes": 0, paths.Gifts.Index() + "?used=no&sort=-price": 2,
			} {
				a := b.Get(address)
				if a.Status != http.StatusOK || a.Doc.Find("[data-row]").Length() != rows || rows > 0 && a.Doc.Find("[data-announce]").Length() != 1 {
					t.Errorf("%s of %s: %d, %d rows, want %d", name, address, a.Status, a.Doc.Find("[data-row]").Length(), rows)
				}
			}
		}
		if a := tom.Get(tag); !strings.Contains(a.Doc.Find(".chosen").Text(), "Tag: small") || a.Doc.Find("#filter-tags[open] input:checked").Length() != 1 {
			t.Errorf("the form does not show the tag that is on: %s", a.Doc.Find(".chosen").Text())
		}
	})
}
