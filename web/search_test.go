package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestTheSearchFindsEveryKindOfThingAndMarksWhatWasLookedFor(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		tom := s.As(t, s.Tom)
		tom.Post(paths.People.Index(), form("display_name", "Käthe Wander", "relationship", "friend"))
		tom.Post(paths.Occasions.Index(), form("name", "Wander day", "type", "other", "date", "2027-05-01", "recurrence", "none"))
		list := tom.Post(paths.Lists.Index(), form("name", "For the wander", "type", "idea")).ID()
		tom.Post(paths.ListItems(list), form("title", "Wanderer’s hat", "tags", "wandering"))
		tom.Post(paths.Comments.Index(), comment(domain.EntityPerson, s.Ben, "Ben is too small to wander far"))
		for name, b := range map[string]*webtest.Browser{"page": tom, "part": tom.HTMX()} {
			a := b.Get(paths.With(paths.Search(), "q", "WANDER"))
			for _, kind := range []string{"people", "occasions", "lists", "gifts", "tags", "comments"} {
				if rows := a.Doc.Find("ul[aria-labelledby=found-" + kind + "] [data-row] mark"); !strings.EqualFold(rows.First().Text(), "wander") {
					t.Errorf("%s, %s: marked %q", name, kind, rows.First().Text())
				}
			}
		}
		if all, _ := tom.Get(paths.With(paths.Search(), "q", "wander")).Doc.Find("#all-gifts").Attr("href"); tom.Get(all).Doc.Find("[data-row]").Length() != 1 {
			t.Errorf("%s does not lead to the gifts", all)
		}
	})
}

// Case 40, and what there is to say when nothing was found.
func TestASearchForSignsFindsJustThemAndOtherwiseSaysSo(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		tom := s.As(t, s.Tom)
		tom.Post(paths.Gifts.Index(), form("title", "100% wool"))
		tom.Post(paths.Comments.Index(), comment(domain.EntityPerson, s.Ben, "like __ this"))
		for q, rows := range map[string]int{"100%": 1, "__": 1, "%": 1, `"`: 0, "*": 0, "'; --": 0, "\x00": 0, `\`: 0} {
			a := tom.Get(paths.Search() + "?" + url.Values{"q": {q}}.Encode())
			if a.Status != http.StatusOK || a.Doc.Find("[data-row]").Length() != rows {
				t.Errorf("%q: %d, %d rows, want %d", q, a.Status, a.Doc.Find("[data-row]").Length(), rows)
			}
		}
		if a := tom.Get(paths.With(paths.Search(), "q", "zebra")); !strings.Contains(a.Doc.Find(".empty").Text(), "Nothing has “zebra” in it.") {
			t.Errorf("nothing found: %s", a.Doc.Find("#results").Text())
		}
		if a := tom.Get(paths.Search()); a.Status != http.StatusOK || a.Doc.Find("[data-row]").Length() > 0 || a.Doc.Find(".empty").Length() > 0 {
			t.Errorf("without a word: %s", a.Doc.Find("#results").Text())
		}
	})
}

func TestTheFeedSaysWhoDidWhatAndIsFilteredByWhoAndWhat(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		tom := s.As(t, s.Tom)
		tom.Post(paths.ItemStatus(item), form("status", "ordered"))
		tom.Post(paths.Comments.Index(), comment(domain.EntityItem, item, "In blue"))
		a := tom.Get(paths.Activity())
		text := strings.Join(strings.Fields(a.Doc.Find("#rows").Text()), " ")
		for _, said := range []string{"Tom commented on Blocks", "Tom moved Blocks to “Ordered”", "Maria added Blocks to Ben’s Christmas", "Maria added Ben’s Christmas"} {
			if !strings.Contains(text, said) {
				t.Errorf("the feed lacks %q: %s", said, text)
			}
		}
		if to, _ := a.Doc.Find("#rows a:contains('Blocks')").First().Attr("href"); !strings.HasPrefix(to, paths.Items.One(item)+"#comment-") {
			t.Errorf("the comment leads to %s", to)
		}
		for query, lines := range map[string]int{
			"?actor_id=" + s.Tom.UserID: 2, "?entity=comment": 1, "?actor_id=" + s.Tom.UserID + "&entity=list_item": 1,
			"?list_id=" + list + "&entity=list": 1, "?actor_id=" + s.Gast.UserID: 0, "?actor_id=junk": 0,
		} {
			if got := tom.HTMX().Get(paths.Activity() + query).Doc.Find("#rows > li:not(.more)").Length(); got != lines {
				t.Errorf("%s: %d lines, want %d", query, got, lines)
			}
		}
	})
}

func TestMoreOfTheFeedIsALinkThatLosesNothing(t *testing.T) {
	t.Parallel()
	s, list, _ := planned(t, dbtest.Open(t))
	for i := range 60 {
		s.Item(t, s.Tom, list, fixture.Gift(fmt.Sprint("Toy ", i), "7,50"))
	}
	tom, at, seen := s.As(t, s.Tom), paths.Activity()+"?entity=list_item&actor_id="+s.Tom.UserID, 0
	for at != "" {
		a := tom.Get(at)
		seen += a.Doc.Find("#rows > li:not(.more)").Length()
		more := a.Doc.Find("#more-link")
		if more.AttrOr("href", "") != more.AttrOr("hx-get", "") || seen < 60 && more.Length() == 0 {
			t.Fatalf("after %d lines: %v", seen, more.AttrOr("href", "nothing"))
		}
		at = more.AttrOr("href", "")
	}
	if seen != 60 {
		t.Errorf("%d lines in all, want 60", seen)
	}
}

// Case 1: what is hidden from Lena is in no search and no feed of hers.
func TestSearchAndFeedOfTheTargetTellNothingHidden(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		lena, tom := s.As(t, s.Lena), s.As(t, s.Tom)
		pages := []string{paths.With(paths.Search(), "q", "pony"), paths.Activity(), paths.Comments.Index(), paths.Assignments(), paths.Activity() + "?actor_id=" + s.Tom.UserID}
		look := func() (all string) {
			for _, p := range pages {
				all += plain(lena.Get(p)) + plain(lena.HTMX().Get(p))
			}
			return all
		}
		before := look()
		hidden := s.List(t, s.Tom, dto.ListInput{Name: "Pony list", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		tom.Post(paths.ListItems(hidden), form("title", "Pony", "tags", "pony"))
		tom.Post(paths.Comments.Index(), comment(domain.EntityList, hidden, "A pony! @Lena must not know"))
		if after := look(); after != before {
			t.Error("Lena’s search or feed changed")
		}
	})
}
