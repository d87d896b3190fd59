package web_test

import (
	"fmt"
	"image"
	"image/png"
	"net/http"
	"net/http/httptest"
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

// toyShop serves a page for every toy, and a wall with status 200 for the others.
func toyShop(t *testing.T) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/p.png" {
			_ = png.Encode(w, image.NewGray(image.Rect(0, 0, 40, 30)))
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		if !strings.HasPrefix(r.URL.Path, "/toys/") {
			_, _ = fmt.Fprint(w, `<title>Just a moment...</title><div id="challenge-form"></div>`)
			return
		}
		_, _ = fmt.Fprintf(w, `<title>Shop</title><script type="application/ld+json">{"@type":"Product","name":"The toy of %s",
			"description":"Beech.","image":"/p.png","offers":{"price":"19.90","priceCurrency":"EUR"}}</script>`, r.URL.Path)
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// reading is the family's site with links that are read from this machine.
func reading(t *testing.T, db *database.DB, cfg metadata.Config) *webtest.Site {
	t.Helper()
	cfg.Allow = loopback
	return webtest.Serve(t, fixture.Family(t, db).Reading(metadata.New(cfg)))
}

func TestALinkComesIntoTheQuickAddFormFromBookmarkletAndShareSheetFilledIn(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, shop := reading(t, db, metadata.Config{}), toyShop(t)
		b := s.As(t, s.Maria)
		for _, shared := range [][]string{
			{"link", shop + "/toys/1"},
			{"title", "Shop", "text", shop + "/toys/1"},
			{"text", "Look at this (" + shop + "/toys/1)."},
			{"title", "Nice: " + shop + "/toys/1"},
		} {
			a := b.Get(paths.With(paths.NewIdea(), shared...))
			if a.Status != http.StatusOK || a.Field("title") != "The toy of /toys/1" || a.Doc.Find("#link").AttrOr("value", "") != shop+"/toys/1" || a.Field("price") != "19,90" {
				t.Errorf("%v: %d, title %q, link %q, price %q", shared, a.Status, a.Field("title"), a.Doc.Find("#link").AttrOr("value", ""), a.Field("price"))
			}
		}
		part := b.HTMX().Get(paths.With(paths.NewIdea(), "list_id", "x", "link", shop+"/toys/1"))
		if part.Doc.Find("form").Length() != 1 || part.Field("title") != "The toy of /toys/1" || part.Doc.Find("#list_id option[selected]").Text() != "Idea Inbox" {
			t.Errorf("by htmx: %s", part.Body)
		}
		words := b.Get(paths.With(paths.NewIdea(), "text", "A day at the zoo"))
		if words.Field("title") != "A day at the zoo" || words.Field("link") != "" {
			t.Errorf("words: title %q, link %q", words.Field("title"), words.Field("link"))
		}
		unread := b.Get(paths.With(paths.NewIdea(), "title", "As shared", "link", shop+"/toys/1", "read", "no"))
		if unread.Field("title") != "As shared" || unread.Field("price") != "" {
			t.Errorf("unread: title %q, price %q", unread.Field("title"), unread.Field("price"))
		}
	})
}

// Case 30.
func TestAShopThatLetsNobodyReadLeavesTheLinkAndWhatWasShared(t *testing.T) {
	s, shop := reading(t, dbtest.Open(t), metadata.Config{}), toyShop(t)
	b := s.As(t, s.Maria)
	for title, want := range map[string]string{"": "Wooden train", "Wooden train with a bridge": "Wooden train with a bridge"} {
		a := b.Get(paths.With(paths.NewIdea(), "title", title, "link", shop+"/p/wooden-train"))
		if a.Status != http.StatusOK || a.Field("title") != want || a.Doc.Find("#link").AttrOr("value", "") != shop+"/p/wooden-train" ||
			!strings.Contains(a.Doc.Find("#gift-form .notice").Text(), "The shop did not let us read the page: fill it in by hand.") {
			t.Errorf("%d, title %q: %s", a.Status, a.Field("title"), a.Doc.Find("#gift-form .notice").Text())
		}
	}
}

func TestWhileTooManyLinksAreReadTheFormStillComesWithTheLink(t *testing.T) {
	s, shop := reading(t, dbtest.Open(t), metadata.Config{PerFamily: 1}), toyShop(t)
	b := s.As(t, s.Maria)
	b.Get(paths.With(paths.NewIdea(), "link", shop+"/toys/1"))
	a := b.Get(paths.With(paths.NewIdea(), "link", shop+"/toys/red-ball"))
	if a.Status != http.StatusOK || a.Field("title") != "Red ball" || !strings.Contains(a.Doc.Find("#gift-form .notice").Text(), "many links just now") {
		t.Errorf("%d, title %q: %s", a.Status, a.Field("title"), a.Doc.Find("#gift-form .notice").Text())
	}
}

func TestAnIdeaGoesToTheInboxOrAListAndTheNextOneToTheSame(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, _ := planned(t, db)
		b := s.As(t, s.Tom)
		inbox := b.Submit(paths.NewIdea(), form("title", "A day at the zoo", "link", "https://zoo.example/day"))
		if inbox.Doc.Find("h1").Text() != "Idea Inbox" || !strings.Contains(inbox.Doc.Find("[data-row]").Text(), "A day at the zoo") ||
			!strings.Contains(inbox.Doc.Find("#notices").Text(), "“A day at the zoo” is on “Idea Inbox”.") {
			t.Errorf("no list named: %s", inbox.Doc.Find("main").Text())
		}
		again := b.Submit(paths.NewIdea(), form("title", "Drums", "list_id", list, "again", "yes"))
		if again.Field("title") != "" || again.Field("list_id") != list || !strings.Contains(again.Doc.Find("#notices").Text(), "Drums") {
			t.Errorf("add another: title %q, list %q", again.Field("title"), again.Field("list_id"))
		}
		if got := b.Get(paths.Lists.One(list)).Doc.Find("[data-row]").Length(); got != 2 {
			t.Errorf("%d gifts on the list", got)
		}
	})
}

func TestTheButtonForAnIdeaBringsThePagesListOrThePersonsNearestOne(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		b := s.As(t, s.Tom)
		for _, page := range []string{paths.Lists.One(list), paths.Items.One(item), paths.People.One(s.Ben)} {
			button := b.Get(page).Doc.Find("#add-idea").AttrOr("href", "")
			if got := b.Get(button).Field("list_id"); got != list {
				t.Errorf("from %s by %s: the list %q", page, button, got)
			}
		}
		button := b.Get(paths.People.One(s.LenaPerson)).Doc.Find("#add-idea").AttrOr("href", "")
		if got := b.Get(button).Doc.Find("#list_id option[selected]").Text(); got != "Idea Inbox" {
			t.Errorf("for somebody without a list: %q", got)
		}
	})
}

// Case 31.
func TestAWrongIdeaComesBackAsTyped(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, _ := planned(t, db)
		hers := s.List(t, s.Maria, dto.ListInput{Name: "Maria’s own", Visibility: "owner"})
		b := s.As(t, s.Tom)
		for field, value := range map[string]string{"link": "javascript:alert(1)", "title": " ", "price": "x", "list_id": hers, "image_url": "data:text/html,x"} {
			in := form("title", "Drums", "link", "https://shop.example/drums", "list_id", list, "description", "Loud.", "tags", "music")
			in.Set(field, value)
			a := b.Post(paths.NewIdea(), in)
			if a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#"+field+"-error").Length() != 1 || a.Field("description") != "Loud." || a.Field("tags") != "music" {
				t.Errorf("%s: %d %s", field, a.Status, a.Doc.Find("main").Text())
			}
			if part := b.HTMX().Post(paths.NewIdea(), in); part.Status != http.StatusUnprocessableEntity || part.Doc.Find("#errors").Length() != 1 {
				t.Errorf("%s by htmx: %d", field, part.Status)
			}
		}
		for _, link := range []string{"javascript:alert(1)", "data:text/html,x", " java\nscript:alert(1)", "ftp://shop.example/x"} {
			for _, param := range []string{"link", "text"} {
				a := b.Get(paths.With(paths.NewIdea(), param, link))
				if a.Status >= http.StatusInternalServerError || a.Doc.Find("a[href^='javascript'], a[href^='data'], img").Length() > 0 || a.Status == http.StatusOK && param == "link" {
					t.Errorf("%s=%q: %d", param, link, a.Status)
				}
			}
		}
	})
}

// Case 6.
func TestOnlyWhoSeesAListIsToldThatALinkStandsOnIt(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Serve(t, fixture.Family(t, db).Reading(fixture.Offline{}))
		hidden := s.List(t, s.Tom, dto.ListInput{Name: "Secret Christmas", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		pony := fixture.Gift("Pony", "900")
		pony.Link = "https://stable.example/pony?utm_source=mail"
		s.Item(t, s.Tom, hidden, pony)
		pages := []string{
			paths.With(paths.NewIdea(), "link", "https://www.stable.example/pony"),
			paths.With(paths.GiftPreview(), "link", "https://www.stable.example/pony"),
		}
		maria, lena := s.As(t, s.Maria), s.As(t, s.Lena)
		for _, page := range pages {
			told, never := maria.Get(page), lena.Get(strings.Replace(page, "pony", "mule", 1))
			if !strings.Contains(told.Doc.Find("#gift-form .notice").Text(), "“Pony” is already on “Secret Christmas”, a list for Lena.") {
				t.Errorf("%s tells Maria %q", page, told.Doc.Find("#gift-form .notice").Text())
			}
			got := lena.Get(page).Doc.Find("#gift-form .notice").Text()
			if got != never.Doc.Find("#gift-form .notice").Text() || strings.Contains(got, "Pony") {
				t.Errorf("%s tells Lena %q", page, got)
			}
		}
	})
}

func TestAShareIntoASignedOutPhoneEndsOnTheFilledForm(t *testing.T) {
	s := webtest.Serve(t, fixture.Family(t, dbtest.Open(t)).Reading(fixture.Offline{}))
	email := s.SetPassword(t, s.Tom)
	b := s.Browser(t)
	a := b.Get(paths.With(paths.NewIdea(), "title", "Red & blue", "text", "https://shop.example/p/red-ball?a=1&b=2"))
	to, err := url.Parse(a.Location)
	if err != nil || a.Status != http.StatusSeeOther {
		t.Fatalf("%d %s", a.Status, a.Location)
	}
	next := b.Get(a.Location).Field("next")
	if next == "" || next != to.Query().Get("next") {
		t.Fatalf("the sign-in form leads to %q", next)
	}
	page := b.Submit(paths.Login(), form("email", email, "password", fixture.Password, "next", next))
	if page.Field("title") != "Red & blue" || page.Doc.Find("#link").AttrOr("value", "") != "https://shop.example/p/red-ball?a=1&b=2" {
		t.Errorf("title %q, link %q", page.Field("title"), page.Doc.Find("#link").AttrOr("value", ""))
	}
}

// Several gifts of a kind are put down one after the other: for the same list, and with the same tags.
func TestSaveAndAddAnotherKeepsTheListAndTheTags(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, _ := planned(t, db)
		b := s.As(t, s.Maria)
		for at, typed := range map[string]url.Values{
			paths.NewIdea():       form("title", "Blocks", "list_id", list, "tags", "wood, blue", "again", "yes"),
			paths.ListItems(list): form("title", "Boat", "quantity", "1", "tags", "wood, blue", "again", "yes"),
		} {
			next := b.Submit(at, typed)
			if got := next.Field("tags"); got != "wood, blue" || next.Field("title") != "" {
				t.Errorf("after %s the form has the tags %q and the title %q", at, got, next.Field("title"))
			}
			if at == paths.NewIdea() && next.Field("list_id") != list {
				t.Errorf("the next idea would go on %q", next.Field("list_id"))
			}
		}
	})
}

// What no page says stays as it was typed: a link that is read fills in the rest.
func TestALinkThatIsReadLeavesTheTagsAndWhatIsTypedForTheList(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, _ := planned(t, db)
		b := s.As(t, s.Maria)
		page := b.Get(paths.With(paths.NewListItem(list), "tags", "wood, blue"))
		paste := page.Doc.Find("form.paste").First()
		if paste.Find("[name=tags]").AttrOr("value", "") != "wood, blue" || !strings.Contains(paste.AttrOr("hx-include", ""), "#tags") {
			t.Errorf("the link takes nothing along: %s", page.Body)
		}
		link := "https://shop.example/p/red-ball"
		read := b.HTMX().Get(paths.With(paths.GiftPreview(), "tags", "wood, blue", "list_id", list, "link", link, "quantity", "3", "planned_price", "7,50", "notes", "round") + "&tags=wood,+green")
		for field, want := range map[string]string{"tags": "wood, green", "quantity": "3", "planned_price": "7,50", "notes": "round", "link": link} {
			if got := read.Field(field); got != want {
				t.Errorf("%s is %q, want %q", field, got, want)
			}
		}
		idea := b.HTMX().Get(paths.With(paths.NewIdea(), "list_id", list, "tags", "wood", "link", link) + "&tags=green")
		if got := idea.Field("tags"); got != "green" {
			t.Errorf("the idea has the tags %q", got)
		}
		gift := b.HTMX().Get(paths.With(paths.GiftPreview(), "link", link, "tags", "wood"))
		if got := gift.Field("tags"); got != "wood" {
			t.Errorf("the gift has the tags %q", got)
		}
	})
}
