package web_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/metadata"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func form(pairs ...string) url.Values {
	values := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		values.Add(pairs[i], pairs[i+1])
	}
	return values
}

// planned is a site with a list for Ben and one item on it.
func planned(t *testing.T, db *database.DB) (s *webtest.Site, list, item string) {
	t.Helper()
	s = webtest.Family(t, db)
	list = s.List(t, s.Maria, dto.ListInput{Name: "Ben’s Christmas", TargetPersonID: s.Ben, OccasionID: s.Christmas})
	return s, list, s.Item(t, s.Maria, list, fixture.Gift("Blocks", "24,90"))
}

func TestAForbiddenMoveIsRefusedWithWhatIsAllowed(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		b := s.As(t, s.Tom)
		b.Submit(paths.ItemStatus(item), form("status", "gifted", "version", "1"))
		a := b.Post(paths.ItemStatus(item), form("status", "idea", "version", "2"))
		if a.Status != http.StatusUnprocessableEntity || !strings.Contains(a.Doc.Find("main").Text(), "From here it can become delivered or wrapped.") {
			t.Errorf("plain form: %d %s", a.Status, a.Doc.Find("main").Text())
		}
		a = b.HTMX().Post(paths.ItemStatus(item), form("status", "idea", "version", "2", "from", "list"))
		if a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#plan").Length() != 1 || !strings.Contains(a.Body, "delivered or wrapped") {
			t.Errorf("htmx: %d %s", a.Status, a.Body)
		}
		if got := b.Get(paths.Lists.One(list)).Doc.Find("#group-gifted [data-row]").Length(); got != 1 {
			t.Errorf("%d rows under Gifted; the item should have stayed", got)
		}
	})
}

func TestAStaleVersionIsAConflictThatShowsTheRowAsItIsAndChangesNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		s.As(t, s.Tom).Submit(paths.ItemStatus(item), form("status", "shortlisted", "version", "1"))
		b := s.As(t, s.Maria)
		for _, b := range []*webtest.Browser{b, b.HTMX()} {
			a := b.Post(paths.ItemStatus(item), form("status", "buying", "version", "1", "from", "list"))
			if a.Status != http.StatusConflict || !strings.Contains(a.Doc.Text(), "Updated just now by Tom") || !strings.Contains(a.Doc.Text(), "Shortlisted") {
				t.Errorf("%d %s", a.Status, a.Doc.Text())
			}
		}
		if got := b.Get(paths.Lists.One(list)).Doc.Find("#group-shortlisted [data-row]").Length(); got != 1 {
			t.Error("the item did not stay where Tom put it")
		}
	})
}

func TestAChangeIsUndoneFromWhereItWasMade(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		b := s.As(t, s.Tom)
		for from, back := range map[string]string{"list": paths.Lists.One(list), "item": paths.Items.One(item)} {
			page := b.Submit(paths.ItemStatus(item), form("status", "ordered", "from", from))
			undo, _ := page.Doc.Find("#notices form").Attr("action")
			a := b.Post(undo, nil)
			if a.Status != http.StatusSeeOther || !strings.HasPrefix(a.Location, back) {
				t.Errorf("from the %s: %s leads to %q", from, undo, a.Location)
			}
			if got := b.Get(paths.Lists.One(list)).Doc.Find("#group-idea [data-row]").Text(); !strings.Contains(got, "I’ll buy it") {
				t.Errorf("after the undo: %q", got)
			}
		}
	})
}

func TestAnEmptyTitleBringsTheFormBackAsTyped(t *testing.T) {
	s, list, _ := planned(t, dbtest.Open(t))
	typed := form("title", "  ", "link", "https://shop.example/x", "price", "12,5x", "notes", "in blue", "quantity", "2")
	b := s.As(t, s.Maria)
	for name, b := range map[string]*webtest.Browser{"plain": b, "htmx": b.HTMX()} {
		a := b.Post(paths.ListItems(list), typed)
		if a.Status != http.StatusUnprocessableEntity {
			t.Fatalf("%s: %d", name, a.Status)
		}
		for _, field := range []string{"link", "price", "notes", "quantity"} {
			if a.Field(field) != typed.Get(field) {
				t.Errorf("%s: %s came back as %q", name, field, a.Field(field))
			}
		}
		if wrong := a.Doc.Find("[aria-invalid=true]"); wrong.Length() != 2 {
			t.Errorf("%s: %d fields marked", name, wrong.Length())
		}
		if whole := a.Doc.Find("nav").Length() > 0; whole != (name == "plain") {
			t.Errorf("%s: whole page %t", name, whole)
		}
	}
}

func TestARefusedFormIsAnEnvelopeForWhoAsksForJSON(t *testing.T) {
	s, list, item := planned(t, dbtest.Open(t))
	b := s.As(t, s.Maria).With("Accept", "application/json")
	for path, c := range map[string]struct {
		form   url.Values
		status int
		field  string
	}{
		paths.People.Index():   {form("display_name", ""), http.StatusUnprocessableEntity, "display_name"},
		paths.ListItems(list):  {form("title", ""), http.StatusUnprocessableEntity, "title"},
		paths.Gifts.Index():    {form("title", "x", "price", "much"), http.StatusUnprocessableEntity, "price"},
		paths.ItemStatus(item): {form("status", "lost"), http.StatusUnprocessableEntity, "status"},
		paths.Lists.One(list):  {form("name", "x", "version", "9"), http.StatusConflict, ""},
	} {
		a := b.Post(path, c.form)
		var envelope struct {
			Error struct {
				Code, Message string
				Fields        map[string]string
			}
		}
		if err := json.Unmarshal([]byte(a.Body), &envelope); err != nil || a.Status != c.status || envelope.Error.Message == "" ||
			(c.field != "" && envelope.Error.Fields[c.field] == "") {
			t.Errorf("%s: %d %s %v", path, a.Status, a.Body, err)
		}
	}
}

func TestTooManyPreviewsSayWhenToTryAgainAndKeepTheLink(t *testing.T) {
	s := webtest.Empty(t, dbtest.Open(t), metadata.New(metadata.Config{Allow: loopback, PerFamily: 1}))
	b, shop := s.Browser(t), shop(t)
	b.Submit(paths.Setup(), form("family_name", "Berg", "name", "Maria", "email", "maria@example.org", "password", fixture.Password, "currency", "EUR"))
	link := shop.URL + "/shop-microdata.html"
	b.Get(paths.With(paths.GiftPreview(), "link", link))
	a := b.Get(paths.With(paths.GiftPreview(), "link", link))
	if a.Status != http.StatusTooManyRequests || a.Header.Get("Retry-After") == "" || a.Field("link") != link || strings.Contains(a.Body, "rate_limited") {
		t.Errorf("%d, Retry-After %q, link %q", a.Status, a.Header.Get("Retry-After"), a.Field("link"))
	}
}

func TestAWriteFromAnotherOriginIsRefused(t *testing.T) {
	s, list, item := planned(t, dbtest.Open(t))
	b := s.As(t, s.Maria)
	for _, stranger := range []*webtest.Browser{
		b.With("Origin", "https://evil.example"),
		b.With("Sec-Fetch-Site", "cross-site"),
		b.With("Sec-Fetch-Site", "same-site"),
		b.With("Origin", "null"),
	} {
		for _, path := range []string{paths.ItemStatus(item), paths.Lists.Delete(list), paths.Logout(), paths.Login()} {
			if a := stranger.Post(path, form("status", "buying")); a.Status != http.StatusForbidden {
				t.Errorf("%s: %d", path, a.Status)
			}
		}
	}
	if a := b.With("Origin", s.Server.URL).Post(paths.ItemStatus(item), form("status", "buying")); a.Status != http.StatusSeeOther {
		t.Errorf("one's own origin: %d", a.Status)
	}
}

func TestALinkThatIsNotHTTPIsRefusedOnCreateEditAndPreview(t *testing.T) {
	s, list, _ := planned(t, dbtest.Open(t))
	b := s.As(t, s.Maria)
	gift := b.Post(paths.Gifts.Index(), form("title", "Blocks")).ID()
	for _, link := range []string{"javascript:alert(1)", " java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//"} {
		for _, a := range []webtest.Answer{
			b.Post(paths.Gifts.Index(), form("title", "x", "link", link)),
			b.Post(paths.Gifts.Index(), form("title", "x", "image_url", link)),
			b.Post(paths.Gifts.One(gift), form("title", "x", "link", link, "version", "1")),
			b.Post(paths.ListItems(list), form("title", "x", "link", link)),
			b.Post(paths.People.Index(), form("display_name", "x", "photo_url", link)),
			b.Get(paths.With(paths.GiftPreview(), "link", link)),
		} {
			if a.Status != http.StatusUnprocessableEntity {
				t.Errorf("%q: %d", link, a.Status)
			}
		}
	}
}

func TestThePreviewVisitsNoPrivateAddressUnlessAllowed(t *testing.T) {
	s, _, _ := planned(t, dbtest.Open(t))
	b, shop := s.As(t, s.Maria), shop(t)
	for _, link := range []string{
		"http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://localhost/",
		"http://0x7f000001/", "http://2130706433/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/", shop.URL + "/shop-microdata.html",
	} {
		a := b.With("Accept", "application/json").Get(paths.With(paths.GiftPreview(), "link", link))
		var envelope struct {
			Error struct {
				Code    string
				TraceID string `json:"trace_id"`
				Fields  map[string]string
			}
		}
		if err := json.Unmarshal([]byte(a.Body), &envelope); err != nil {
			t.Fatalf("%s: %v", link, err)
		}
		if a.Status != http.StatusUnprocessableEntity || envelope.Error.Fields["link"] == "" || envelope.Error.TraceID != a.Header.Get("X-Trace-Id") {
			t.Errorf("%s: %d %s", link, a.Status, a.Body)
		}
	}
}

func TestEveryErrorHasItsStatusCodeSentenceAndTraceAsPagePartAndJSON(t *testing.T) {
	s, _, item := planned(t, dbtest.Open(t))
	maria, guest := s.As(t, s.Maria), s.As(t, s.Gast)
	cases := []struct {
		name   string
		b      *webtest.Browser
		method string
		path   string
		form   url.Values
		status int
		code   string
	}{
		{"nothing there", maria, "GET", "/nowhere", nil, 404, "not_found"},
		{"no id", maria, "GET", paths.Items.One("nonsense"), nil, 404, "not_found"},
		{"another's id", maria, "GET", paths.Items.One("0190d6a0-0000-7000-8000-000000000000"), nil, 404, "not_found"},
		{"broken cursor", maria, "GET", paths.With(paths.People.Index(), "cursor", "x"), nil, 400, "invalid_cursor"},
		{"letters for a number", maria, "POST", paths.Items.One(item), form("version", "x"), 400, "bad_request"},
		{"a guest who changes", guest, "POST", paths.ListItems(inboxOf(t, s)), form("title", "x"), 403, "forbidden"},
		{"a guest at a form", guest, "GET", paths.People.New(), nil, 403, "forbidden"},
		{"unknown sort", maria, "GET", paths.With(paths.People.Index(), "sort", "colour"), nil, 400, "bad_request"},
		{"too large", maria, "POST", paths.People.Index(), form("notes", strings.Repeat("x", 2<<20)), 413, "too_large"},
	}
	for _, c := range cases {
		ask := func(b *webtest.Browser) webtest.Answer {
			if c.method == "GET" {
				return b.Get(c.path)
			}
			return b.Post(c.path, c.form)
		}
		page, part, asJSON := ask(c.b), ask(c.b.HTMX()), ask(c.b.With("Accept", "application/json"))
		trace := page.Header.Get("X-Trace-Id")
		if page.Status != c.status || page.Doc.Find("h1").Length() != 1 || !strings.Contains(page.Body, trace) || !strings.HasPrefix(page.Doc.Find("title").Text(), "Error: ") {
			t.Errorf("%s, page: %d %q", c.name, page.Status, page.Doc.Find("title").Text())
		}
		if part.Status != c.status || part.Header.Get("HX-Retarget") != "#notices" || strings.Contains(part.Body, "<html") || part.Doc.Find("[data-code="+c.code+"]").Length() != 1 {
			t.Errorf("%s, part: %d %s", c.name, part.Status, part.Body)
		}
		if asJSON.Status != c.status || !strings.Contains(asJSON.Body, `"code":"`+c.code+`"`) || !strings.Contains(asJSON.Body, asJSON.Header.Get("X-Trace-Id")) {
			t.Errorf("%s, JSON: %d %s", c.name, asJSON.Status, asJSON.Body)
		}
	}
}

func inboxOf(t *testing.T, s *webtest.Site) string {
	t.Helper()
	inbox, err := s.Services.Lists.Inbox(t.Context(), s.Maria)
	if err != nil {
		t.Fatal(err)
	}
	return inbox.ID
}

// Case 14, without a script and by htmx.
func TestWhatSomebodyBuysElsewhereIsAskedAboutAndDoneWhenItIsMeant(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, _, item := planned(t, db)
		page, err := s.Services.Items.Page(t.Context(), s.Maria, item)
		if err != nil {
			t.Fatal(err)
		}
		other := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s birthday", TargetPersonID: s.Ben})
		twin := s.Item(t, s.Maria, other, dto.AddInput{ItemInput: dto.ItemInput{GiftID: page.Item.Gift.ID}})
		s.As(t, s.Tom).Submit(paths.ItemStatus(item), form("status", "buying"))
		b := s.As(t, s.Maria)
		if text := b.Get(paths.Lists.One(other)).Doc.Find("#row-" + twin).Text(); !strings.Contains(text, "Tom is buying this (Ben’s Christmas)") {
			t.Errorf("the row says %q", text)
		}
		a := b.Post(paths.ItemStatus(twin), form("status", "buying", "version", "1"))
		if a.Status != http.StatusConflict || !strings.Contains(a.Doc.Find("main").Text(), "Tom is buying this") {
			t.Fatalf("plain form: %d %s", a.Status, a.Body)
		}
		said := paths.Lists.One(page.List.ID)
		for _, to := range []string{said, paths.With(said, "buyer", s.Tom.UserID)} {
			if a.Doc.Find(`.notice a[href="`+to+`"]`).Length() != 1 {
				t.Errorf("the question does not lead to %s: %s", to, a.Body)
			}
		}
		ask := a.Doc.Find("form:has(#sure)")
		if action, _ := ask.Attr("action"); action != paths.ItemStatus(twin) || ask.Find("[name=status]").AttrOr("value", "") != "buying" {
			t.Errorf("asks again at %q", action)
		}
		a = b.HTMX().Post(paths.ItemStatus(twin), form("status", "buying", "version", "1", "from", "list"))
		if a.Status != http.StatusConflict || a.Doc.Find("#plan #sure").Length() != 1 {
			t.Errorf("htmx: %d %s", a.Status, a.Body)
		}
		a = b.HTMX().Post(paths.ItemStatus(twin), form("status", "buying", "version", "1", "from", "list", "sure", "true"))
		if a.Status != http.StatusOK || a.Doc.Find("#group-buying [data-row]").Length() != 1 {
			t.Errorf("meant: %d %s", a.Status, a.Body)
		}
	})
}

func TestSeveralGiftsAreChangedAtOnceMovedSortedAndTakenBack(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		second := s.Item(t, s.Maria, list, fixture.Gift("Puzzle", "5"))
		b := s.As(t, s.Tom)
		next := paths.Lists.One(list)
		a := b.Post(paths.ItemsBulk(), form("item_ids", item, "item_ids", second, "action", "status", "value", "buying", "next", next))
		if a.Status != http.StatusSeeOther || a.Location != next {
			t.Fatalf("bulk: %d %s", a.Status, a.Location)
		}
		a = b.Get(next)
		undo := a.Doc.Find("form:has(#undo)").AttrOr("action", "")
		if a.Doc.Find("#group-buying [data-row]").Length() != 2 || !strings.Contains(a.Doc.Text(), "2 done.") || !strings.Contains(undo, "/undo?batch=") {
			t.Fatalf("after it: %s", a.Body)
		}
		b.Post(undo, nil)
		if a = b.Get(next); a.Doc.Find("#group-idea [data-row]").Length() != 2 || !strings.Contains(a.Doc.Text(), "2 taken back.") {
			t.Errorf("undone: %s", a.Body)
		}
		b.Post(paths.ItemOrder(second), nil)
		if id := b.Get(next).Doc.Find("#group-idea [data-row]").First().AttrOr("id", ""); id != "row-"+second {
			t.Errorf("first is %s", id)
		}
		other := s.List(t, s.Maria, dto.ListInput{Name: "Other", TargetPersonID: s.Ben})
		b.Post(paths.ItemMove(second), form("list_id", other))
		if n := b.Get(paths.Lists.One(other)).Doc.Find("[data-row]").Length(); n != 1 {
			t.Errorf("%d rows on the other list", n)
		}
		b.Post(paths.Undo(), nil)
		if n := b.Get(next).Doc.Find("[data-row]").Length(); n != 2 {
			t.Errorf("%d rows after the last undo", n)
		}
	})
}
