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

func TestATagIsMadeNamedColouredAndShowsWhatCarriesIt(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		id := b.Post(paths.Tags.Index(), form("name", "Books", "type", "interest", "color", "ocean")).ID()
		b.Post(paths.Gifts.Index(), form("title", "Storybook", "tags", "books"))
		b.Post(paths.People.Index(), form("display_name", "Otto", "relationship", "pet", "tags", "BOOKS"))
		a := b.Get(paths.Tags.One(id))
		if a.Doc.Find("h1 [data-accent=ocean]").Text() != "Books" || a.Doc.Find("[data-row]").Length() != 2 || !strings.Contains(a.Doc.Find(".profile .facts").Text(), "1 gift and 1 person") {
			t.Errorf("the tag’s page: %s", a.Doc.Find("main").Text())
		}
		a = b.Submit(paths.Tags.One(id), form("name", "Stories", "type", "mood", "color", "amber", "description", "To read", "version", "1"))
		if a.Doc.Find("h1 [data-accent=amber]").Text() != "Stories" {
			t.Errorf("after the change: %s", a.Doc.Find("main").Text())
		}
		for name, b := range map[string]*webtest.Browser{"plain": b, "htmx": b.HTMX()} {
			a := b.Post(paths.Tags.One(id), form("name", " ", "type", "mood", "color", "pink", "description", "As typed", "version", "2"))
			if a.Status != http.StatusUnprocessableEntity || a.Field("description") != "As typed" || a.Doc.Find("[aria-invalid]").Length() != 2 {
				t.Errorf("%s, wrong: %d %s", name, a.Status, a.Doc.Find("#tag-form").Text())
			}
		}
		if a := b.Post(paths.Tags.One(id), form("name", "Late", "version", "1")); a.Status != http.StatusConflict || a.Field("name") != "Late" {
			t.Errorf("stale: %d, %q", a.Status, a.Field("name"))
		}
		if a := b.HTMX().Get(paths.Tags.Index() + "?q=stor&type=mood&sort=usage"); a.Doc.Find("[data-row]").Length() != 1 || !strings.Contains(a.Doc.Find("[data-announce]").Text(), "1 tag") {
			t.Errorf("the index: %s", a.Body)
		}
	})
}

func TestMergingSaysWhatItDoesAndDoesIt(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		from, into := b.Post(paths.Tags.Index(), form("name", "Book")).ID(), b.Post(paths.Tags.Index(), form("name", "Books")).ID()
		b.Post(paths.Gifts.Index(), form("title", "Storybook", "tags", "book"))
		a := b.Get(paths.TagMerge(from))
		if text := a.Doc.Find("#merge-form").Text(); !strings.Contains(text, "carries “Book” (1 gift)") || !strings.Contains(text, "take that back for 30 minutes") || a.Doc.Find("option[value='"+from+"']").Length() > 0 {
			t.Errorf("it says: %s", text)
		}
		for _, chosen := range []string{"", from} {
			if a := b.Post(paths.TagMerge(from), form("into", chosen)); a.Status != http.StatusUnprocessableEntity || a.Doc.Find("#into[aria-invalid]").Length() != 1 {
				t.Errorf("into %q: %d", chosen, a.Status)
			}
		}
		if a = b.Submit(paths.TagMerge(from), form("into", into)); a.Doc.Find("h1").Text() != "Books" || a.Doc.Find("[data-row]").Length() != 1 {
			t.Errorf("after merging: %s", a.Doc.Find("main").Text())
		}
		if a = b.Get(paths.Tags.One(from)); a.Status != http.StatusNotFound {
			t.Errorf("the merged tag: %d", a.Status)
		}
	})
}

func TestADeletedTagIsAskedAboutAndComesBackOnEverything(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	b := s.As(t, s.Tom)
	id := b.Post(paths.Tags.Index(), form("name", "Books")).ID()
	b.Post(paths.Gifts.Index(), form("title", "Storybook", "tags", "books"))
	if a := b.Post(paths.Tags.Delete(id), nil); a.Status != http.StatusConflict || !strings.Contains(a.Doc.Find("main").Text(), "It goes off 1 gift.") {
		t.Errorf("asked: %d %s", a.Status, a.Doc.Find("main").Text())
	}
	a := b.Submit(paths.Tags.Delete(id), form("confirm", "yes"))
	undo, _ := a.Doc.Find("#notices form").Attr("action")
	if a = b.Submit(undo, nil); a.Doc.Find("[data-row]").Length() != 1 {
		t.Errorf("after the undo: %s", a.Doc.Find("main").Text())
	}
}

func TestGuestsReadTagsAndAreOfferedNothingMore(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	s.As(t, s.Tom).Post(paths.People.Index(), form("display_name", "Otto", "relationship", "pet", "tags", "fish"))
	guest := s.As(t, s.Gast)
	index := guest.Get(paths.Tags.Index())
	tag, _ := index.Doc.Find("a.item").Attr("href")
	page := guest.Get(tag)
	if index.Doc.Find("main .btn.primary").Length() > 0 || page.Doc.Find("main form").Length() > 0 || page.Doc.Find("main .actions a").Length() > 0 {
		t.Error("a guest is offered to change tags")
	}
	if a := guest.Get(tag + "/merge"); a.Status != http.StatusForbidden {
		t.Errorf("the page that merges: %d", a.Status)
	}
}
