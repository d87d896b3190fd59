package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/metadata"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// Case 29.
func TestThirtyLinksAtOnceAreAllInOrShowTheirOwnErrorAndOneLinkCountsOnce(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, shop := reading(t, db, metadata.Config{}), toyShop(t)
		b := s.As(t, s.Maria)
		var lines []string
		for i := range 28 {
			lines = append(lines, fmt.Sprintf("%s/toys/toy-number-%d", shop, i))
		}
		lines = append(lines, "", "A day at the zoo", "Red ball "+shop+"/toys/28", shop+"/toys/28?utm_source=mail", "javascript:alert(1)", strings.Repeat("x", 400), "DATA:text/html,x")
		a := b.Post(paths.NewIdeas(), form("lines", strings.Join(lines, "\r\n")))
		wrong := a.Doc.Find("#wrong-lines li")
		if a.Status != http.StatusUnprocessableEntity || wrong.Length() != 3 || wrong.Find(".error").Length() != 3 {
			t.Fatalf("%d, %d wrong lines: %s", a.Status, wrong.Length(), a.Doc.Find("main").Text())
		}
		if left := strings.Split(a.Doc.Find("#lines").Text(), "\n"); len(left) != 3 || left[0] != "javascript:alert(1)" {
			t.Errorf("left in the form: %q", left)
		}
		if n := a.Doc.Find("#ideas li").Length(); n != 30 {
			t.Errorf("%d rows", n)
		}
		inbox := b.Get(paths.Lists.Index()).Doc.Find("main a:contains('Idea Inbox')").AttrOr("href", "")
		rows := b.Get(inbox).Doc.Find("[data-row]")
		if text := rows.Text(); rows.Length() != 30 || !strings.Contains(text, "Toy number 27") || !strings.Contains(text, "A day at the zoo") || !strings.Contains(text, "Red ball") {
			t.Errorf("%d on the list: %s", rows.Length(), text)
		}
		again := b.Submit(paths.NewIdeas(), form("lines", strings.Join(lines[:5], "\n")))
		if said := again.Doc.Find("#notices").Text(); !strings.Contains(said, "5 lines were there already.") {
			t.Errorf("sent again: %s", said)
		}
		if n := b.Get(inbox).Doc.Find("[data-row]").Length(); n != 30 {
			t.Errorf("sent again: %d on the list", n)
		}
	})
}

func TestMoreThanFiftyLinesAreRefusedAndStay(t *testing.T) {
	s := webtest.Family(t, dbtest.Open(t))
	b := s.As(t, s.Maria)
	for lines, status := range map[string]int{
		strings.Repeat("toy\n", 51): http.StatusUnprocessableEntity, strings.Repeat("\n", 3): http.StatusUnprocessableEntity, strings.Repeat("toy\n", 50): http.StatusSeeOther,
	} {
		a := b.Post(paths.NewIdeas(), form("lines", lines))
		if a.Status != status || status != http.StatusSeeOther && strings.TrimSpace(a.Doc.Find("#lines").Text()) != strings.TrimSpace(lines) {
			t.Errorf("%d lines: %d", strings.Count(lines, "\n"), a.Status)
		}
	}
}

// Case 30.
func TestThePagesOfNewIdeasAreReadRowByRowOrAllAtOnceWithoutAScript(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, shop := reading(t, db, metadata.Config{}), toyShop(t)
		b := s.As(t, s.Maria)
		lines := []string{shop + "/toys/1", shop + "/p/wooden-train", "Called by me " + shop + "/toys/2", shop + "/toys/3", "Only words"}
		page := b.Submit(paths.NewIdeas(), form("lines", strings.Join(lines, "\n")))
		waiting := page.Doc.Find("#ideas [hx-post]")
		if waiting.Length() != 4 || page.Doc.Find("#ideas li").Length() != 5 || page.Doc.Find("#ideas button[name=only]").Length() != 4 {
			t.Fatalf("%d wait: %s", waiting.Length(), page.Doc.Find("main").Text())
		}
		row := b.HTMX().Post(waiting.First().AttrOr("hx-post", ""), nil)
		if text := row.Doc.Find("li").Text(); !strings.Contains(text, "The toy of /toys/1") || !strings.Contains(text, "19,90") || !strings.Contains(text, "The page was read") {
			t.Errorf("the row that came back: %s", row.Body)
		}
		if src := row.Doc.Find("li img").AttrOr("src", ""); !strings.HasPrefix(src, "/pictures/") {
			t.Errorf("the row shows the picture %q, not one that is kept here: %s", src, row.Body)
		}
		all := url.Values{}
		page.Doc.Find("#reading input").Each(func(_ int, e *goquery.Selection) { all.Add(e.AttrOr("name", ""), e.AttrOr("value", "")) })
		page = b.Submit(paths.ReadIdeas(), all)
		text := page.Doc.Find("#ideas").Text()
		for _, want := range []string{"The toy of /toys/3", "Called by me", "Wooden train", "The shop did not let us read the page: fill it in by hand."} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing: %s", want, text)
			}
		}
		if page.Doc.Find("#ideas [hx-post], #read-all").Length() != 0 || strings.Contains(text, "Just a moment") || strings.Contains(text, "/toys/2") {
			t.Errorf("after all were read: %s", text)
		}
	})
}

func TestWhileAFamilyReadsTooMuchItsIdeasWaitAndNothingIsLost(t *testing.T) {
	s, shop := reading(t, dbtest.Open(t), metadata.Config{PerFamily: 1}), toyShop(t)
	b := s.As(t, s.Maria)
	page := b.Submit(paths.NewIdeas(), form("lines", shop+"/toys/red-ball\n"+shop+"/toys/blue-ball"))
	posts := page.Doc.Find("#ideas [hx-post]")
	first, second := posts.First().AttrOr("hx-post", ""), posts.Last().AttrOr("hx-post", "")
	b.HTMX().Post(first, nil)
	a := b.HTMX().Post(second, nil)
	if text := a.Doc.Find("li").Text(); a.Status != http.StatusTooManyRequests || a.Header.Get("Retry-After") == "" || !strings.Contains(text, "Not read yet") ||
		!strings.Contains(text, "Blue ball") || a.Doc.Find("[hx-trigger]").Length() != 0 || a.Doc.Find("button[name=only]").Length() != 1 {
		t.Errorf("%d: %s", a.Status, a.Body)
	}
	plain := b.Submit(second, nil)
	if !strings.Contains(plain.Doc.Find("#notices").Text(), "many links just now") {
		t.Errorf("plain: %s", plain.Doc.Find("#notices").Text())
	}
}

// Case 6.
func TestAListHiddenFromSomebodyTellsThemNothingWhenTheyAddItsLink(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Serve(t, fixture.Family(t, db).Reading(fixture.Offline{}))
		wishes := s.List(t, s.Lena, dto.ListInput{Name: "Lena’s wishes", TargetPersonID: s.LenaPerson})
		pony := fixture.Gift("Pony", "900")
		pony.Link = "https://stable.example/pony"
		s.Item(t, s.Tom, wishes, pony) // hidden from Lena
		lena := s.As(t, s.Lena)
		page := lena.Submit(paths.NewIdeas(), form("lines", "https://stable.example/pony\nhttps://stable.example/mule", "list_id", wishes))
		if said := page.Doc.Find("#notices").Text(); !strings.Contains(said, "2 lines were added") || strings.Contains(said, "already") {
			t.Errorf("Lena is told %q", said)
		}
		if n := lena.Get(paths.Lists.One(wishes)).Doc.Find("[data-row]").Length(); n != 2 {
			t.Errorf("Lena sees %d wishes", n)
		}
		gift := page.Doc.Find("#ideas [hx-post]").First().AttrOr("hx-post", "")
		if a := s.As(t, s.Gast).HTMX().Post(gift, nil); a.Status != http.StatusForbidden {
			t.Errorf("a guest reads: %d", a.Status)
		}
		hidden := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		cart := fixture.Gift("Cart", "90")
		cart.Link = "https://stable.example/cart"
		item := s.Item(t, s.Tom, hidden, cart)
		secret := s.As(t, s.Tom).Get(paths.Items.One(item)).Doc.Find("a[href*='/gifts/']").AttrOr("href", "")
		if a := lena.Post(secret+"/read", nil); secret == "" || a.Status != http.StatusNotFound {
			t.Errorf("Lena reads %q: %d", secret, a.Status)
		}
	})
}
