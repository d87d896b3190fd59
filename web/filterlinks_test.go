package web_test

import (
	"net/http"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// Whatever a page shows of a gift leads to what has the same of it: its status, buyer, shop, tag.
func TestStatusBuyerShopAndTagLeadToWhatElseHasThem(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		drums := fixture.Gift("Drums", "40")
		drums.Link, drums.Tags = "https://www.music.example/p/7", "loud"
		item := s.Item(t, s.Maria, list, drums)
		s.Item(t, s.Maria, list, fixture.Gift("Kite", "10"))
		b := s.As(t, s.Maria)
		b.Submit(paths.ItemStatus(item), form("status", "ordered", "version", "1"))
		b.Submit(paths.ItemAssign(item), form("user_id", s.Maria.UserID))
		ordered, hers := paths.Lists.One(list)+"?status=ordered", paths.Lists.One(list)+"?buyer="+s.Maria.UserID
		gift := b.Get(paths.Items.One(item)).Doc.Find(`main a[href^="/gifts/"]`).AttrOr("href", "")
		for page, links := range map[string][]string{
			paths.Lists.One(list):                  {paths.Lists.One(list) + "?shop=music.example"},
			paths.Lists.One(list) + "?group=buyer": {paths.Lists.One(list) + "?buyer=" + s.Maria.UserID + "&group=buyer"},
			paths.Items.One(item):                  {paths.Lists.One(list) + "?shop=music.example", hers, paths.Lists.One(list) + "?tag=", ordered},
			paths.Lists.Index() + "?q=Ben":         {paths.Lists.Index() + "?q=Ben&target_person_id=" + s.Ben, paths.Lists.Index() + "?occasion_id=" + s.Christmas + "&q=Ben"},
			paths.Gifts.Index() + "?used=yes":      {paths.Gifts.Index() + "?source=music.example&used=yes"},
			paths.People.Index():                   {paths.Lists.Index() + "?target_person_id=" + s.Ben},
			paths.Search() + "?q=drum":             {paths.Gifts.Index() + "?source=music.example"},
			paths.Search() + "?q=ben":              {paths.Lists.Index() + "?target_person_id=" + s.Ben},
			gift:                                   {paths.Gifts.Index() + "?source=music.example", paths.Gifts.Index() + "?tag="},
			paths.Occasions.One(s.Christmas):       {paths.Lists.Index() + "?occasion_id=" + s.Christmas + "&status=ordered&target_person_id=" + s.Ben},
			paths.Home():                           {paths.Assignments() + "?status=ordered", ordered, hers},
			paths.Activity():                       {ordered, hers, paths.Lists.One(list)},
			paths.Assignments() + "?sort=shop":     {paths.Assignments() + "?sort=shop&store=music.example"},
			paths.Assignments() + "?sort=status":   {paths.Assignments() + "?sort=status&status=ordered"},
		} {
			doc := b.Get(page).Doc
			for _, want := range links {
				href := doc.Find(`main a[href^="`+want+`"]`).AttrOr("href", "")
				if href == "" {
					t.Errorf("%s does not lead to %s", page, want)
					continue
				}
				there := b.Get(href)
				text := there.Doc.Find("#plan table, #results").Text()
				if there.Status != http.StatusOK || !strings.Contains(text, "Drums") && !strings.Contains(text, "Ben") || strings.Contains(text, "Kite") {
					t.Errorf("%s leads to %s: %d %s", page, href, there.Status, text)
				}
			}
		}
	})
}

// Whom a gift was taken over from leads on too, and in its history who did what.
func TestTheFeedTheHistoryAndCommentsLeadToWhomTheyName(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		tom, maria := s.As(t, s.Tom), s.As(t, s.Maria)
		tom.Submit(paths.ItemStatus(item), form("status", "buying"))
		maria.Submit(paths.ItemTakeOver(item), nil)
		from := paths.Lists.One(list) + "?buyer=" + s.Tom.UserID
		if line := maria.Get(paths.Activity()).Doc.Find(`#rows a[href="` + from + `"]`); line.Text() != "Tom" {
			t.Errorf("the feed leads to Tom by %q", line.Text())
		}
		tom.Submit(paths.Comments.Index(), form("parent_type", "list", "parent_id", list, "body", "Red or blue, @Maria?"))
		said := maria.Get(paths.Lists.One(list)).Doc.Find(".comment")
		for who, name := range map[string]string{s.Tom.UserID: "Tom", s.Maria.UserID: "@Maria"} {
			if got := said.Find(`a[href="` + paths.Activity() + "?actor_id=" + who + `"]`).Text(); got != name {
				t.Errorf("a comment leads to %s by %q", name, got)
			}
		}
		did := maria.Get(paths.Items.One(item)).Doc.Find(`.history a[href="` + paths.Activity() + "?actor_id=" + s.Tom.UserID + `"]`)
		if did.Length() != 1 {
			t.Error("the history does not lead to what else Tom did")
		}
	})
}

// Who may not change a gift finds by its status and buyer all the same, and what was given by who gave it.
func TestStatusAndBuyerLeadOnForGuestsAndInWhatWasGiven(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		s.As(t, s.Maria).Submit(paths.ItemStatus(item), form("status", "gifted", "version", "1"))
		s.As(t, s.Maria).Submit(paths.ItemAssign(item), form("user_id", s.Maria.UserID, "version", "2"))
		guest := s.As(t, s.Gast)
		at, by := paths.Lists.One(list)+"?status=gifted", paths.Lists.One(list)+"?buyer="+s.Maria.UserID
		for page, links := range map[string][]string{
			paths.Lists.One(list): {at, by}, paths.Items.One(item): {at, by}, paths.People.One(s.Ben): {by},
		} {
			doc := guest.Get(page).Doc
			for _, link := range links {
				if doc.Find(`main a[href="`+link+`"]`).Length() == 0 {
					t.Errorf("%s does not lead to %s", page, link)
				} else if there := guest.Get(link); there.Doc.Find("#row-"+item).Length() != 1 {
					t.Errorf("%s shows nothing of it: %d", link, there.Status)
				}
			}
		}
	})
}

// Without a script the status and the buyer of a row lead to the page that has the forms for them.
func TestStatusAndBuyerOfARowAreLinksToTheItemsPage(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		row := s.As(t, s.Maria).Get(paths.Lists.One(list)).Doc.Find("#row-" + item)
		for _, id := range []string{"#status-", "#buyer-"} {
			if href := row.Find("a"+id+item+"[data-menu]").AttrOr("href", ""); href != paths.Items.One(item) {
				t.Errorf("%s leads to %q", id, href)
			}
		}
		if name := row.Find("#status-" + item).Text(); !strings.Contains(name, "Status: ") {
			t.Errorf("the status is called %q", name)
		}
	})
}
