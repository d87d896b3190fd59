package web_test

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/metadata"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// shop serves the real product pages on loopback.
func shop(t *testing.T) *httptest.Server {
	t.Helper()
	pages := map[string]string{"/shop-microdata.html": "../internal/metadata/testdata/shop-microdata.html.gz", "/amazon-es.html": "../internal/metadata/testdata/amazon-es.html.gz"}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(file(t, pages[r.URL.Path]))
	}))
	t.Cleanup(server.Close)
	return server
}

func file(t *testing.T, name string) []byte {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Error(err)
		return nil
	}
	defer func() { _ = f.Close() }()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Error(err)
			return nil
		}
	}
	body, err := io.ReadAll(r)
	if err != nil {
		t.Error(err)
	}
	return body
}

var loopback = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("::1/128")}

func TestAFamilySetsUpPlansAGiftFromARealPageAndPrintsTheList(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		site := webtest.Empty(t, db, metadata.New(metadata.Config{Allow: loopback}))
		b, shop := site.Browser(t), shop(t)
		home := b.Submit(paths.Setup(), url.Values{
			"family_name": {"Berg"}, "name": {"Maria"}, "email": {"maria@example.org"},
			"password": {"correct horse"}, "currency": {"GBP"},
		})
		if home.Status != http.StatusOK || home.Doc.Find("h1").Length() != 1 {
			t.Fatalf("dashboard: %d", home.Status)
		}
		person := b.Post(paths.People.Index(), url.Values{"display_name": {"Ben"}, "relationship": {"child"}, "birth_day": {"29"}, "birth_month": {"2"}}).ID()
		occasion := b.Post(paths.Occasions.Index(), url.Values{
			"name": {"Christmas"}, "type": {"christmas"}, "date": {"2026-12-25"},
			"recurrence": {"yearly"}, "person_ids": {person}, "person_budget_" + person: {"200"},
		}).ID()
		list := b.Post(paths.Lists.Index(), url.Values{
			"name": {"For Ben"}, "type": {"gift"}, "target_person_id": {person},
			"occasion_id": {occasion}, "visibility": {"hidden_from_target"},
		}).ID()
		if person == "" || occasion == "" || list == "" {
			t.Fatalf("person %q, occasion %q, list %q", person, occasion, list)
		}
		addFrom(t, b, list, shop.URL+"/amazon-es.html", "Cecotec Robot Limpiacristales Windroid 880", "")
		page := addFrom(t, b, list, shop.URL+"/shop-microdata.html", "Johnsons 4 Fleas Cats & Kittens Tablets", "price")
		wrap(t, b, page, "Johnsons 4 Fleas")
		paper := b.Get(paths.Lists.Print(list))
		text := paper.Doc.Find("section:has(h2:contains('Wrapped'))").Text()
		if !strings.Contains(text, "Johnsons 4 Fleas") || !strings.Contains(text, "Maria") {
			t.Errorf("on paper, under Wrapped: %q", text)
		}
	})
}

// addFrom reads a link into the form, and puts what the form then says on the list. It returns the list's page.
func addFrom(t *testing.T, b *webtest.Browser, list, link, title, price string) webtest.Answer {
	t.Helper()
	form := b.Get(paths.With(paths.GiftPreview(), "link", link, "list_id", list))
	if form.Status != http.StatusOK || !strings.HasPrefix(form.Field("title"), title) || !strings.HasPrefix(form.Field("image_url"), "http") ||
		(price != "" && form.Field("price") == "") {
		t.Fatalf("preview of %s: %d, title %q, picture %q, price %q", link, form.Status, form.Field("title"), form.Field("image_url"), form.Field("price"))
	}
	fields := url.Values{}
	for _, name := range []string{"title", "link", "price", "currency", "image_url", "source", "description", "quantity", "priority"} {
		fields.Set(name, form.Field(name))
	}
	return b.Submit(paths.ListItems(list), fields)
}

// wrap brings an item on the list's page from idea to wrapped, by the forms that the page shows.
func wrap(t *testing.T, b *webtest.Browser, page webtest.Answer, title string) {
	t.Helper()
	row := page.Doc.Find("[data-row]").FilterFunction(func(_ int, s *goquery.Selection) bool { return strings.Contains(s.Text(), title) })
	list := row.Closest("#plan").Find("form#arrange").AttrOr("action", "")
	item := b.Get(row.Find("a.item").AttrOr("href", ""))
	for _, status := range []string{"buying", "ordered", "wrapped"} {
		form := item.Doc.Find("#item form:has(button[name=status])").First()
		action, _ := form.Attr("action")
		version, _ := form.Find("[name=version]").Attr("value")
		if form.Find("button[value="+status+"]").Length() != 1 {
			t.Fatalf("no way from %q to %s", item.Doc.Find("#item").Text(), status)
		}
		item = b.Submit(action, url.Values{"status": {status}, "version": {version}, "from": {"item"}})
	}
	page = b.Get(list)
	row = page.Doc.Find("#group-wrapped [data-row]")
	if !strings.Contains(row.Text(), title) || !strings.Contains(row.Text(), "Maria") {
		t.Fatalf("wrapped: %q", row.Text())
	}
}
