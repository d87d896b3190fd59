package web_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

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

// Where the status and the buyer of a row open menus that change them, each menu leads on as well; without a script the
// item's page does.
func TestTheMenusOfStatusAndBuyerLeadToAllThatHasThem(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		kite := s.Item(t, s.Maria, list, fixture.Gift("Kite", "10"))
		b := s.As(t, s.Maria)
		b.Submit(paths.ItemStatus(item), form("status", "ordered", "version", "1"))
		doc := b.Get(paths.Lists.One(list) + "?group=none").Doc
		for id, want := range map[string]map[string]string{
			item: {"moves": "?group=none&status=ordered", "buyers": "?buyer=" + s.Maria.UserID + "&group=none"},
			kite: {"moves": "?group=none&status=idea", "buyers": "?buyer=nobody&group=none"},
		} {
			for menu, link := range want {
				opener := doc.Find("#row-" + id + ` [data-menu="` + menu + `"]`)
				words := strings.Fields(opener.AttrOr("data-is", opener.AttrOr("data-s", "")))
				all := doc.Find("#" + menu + " a[data-if]").FilterFunction(func(_ int, a *goquery.Selection) bool {
					return slices.Contains(words, a.AttrOr("data-if", ""))
				})
				if all.Length() != 1 || all.AttrOr("href", "") != paths.Lists.One(list)+link {
					t.Errorf("%s of the row offers %d ways on, not %s: %s", menu, all.Length(), link, all.AttrOr("href", ""))
					continue
				}
				if rows := b.Get(all.AttrOr("href", "")).Doc.Find("#plan [data-row]"); rows.Length() != 1 || rows.AttrOr("id", "") != "row-"+id {
					t.Errorf("%s leads to %d rows", link, rows.Length())
				}
			}
		}
		page := b.Get(paths.Items.One(item)).Doc
		if page.Find(`#moves-`+item+` a[href="`+paths.Lists.One(list)+`?status=ordered"]`).Length() != 1 {
			t.Error("the item's page does not lead to what else is ordered")
		}
		mine := b.Get(paths.Assignments() + "?sort=title").Doc
		if mine.Find(`#moves-`+item+` a[href="`+paths.Assignments()+`?sort=title&status=ordered"]`).Length() != 1 {
			t.Error("the assignments do not lead to what else is ordered")
		}
		if s.As(t, s.Gast).Get(paths.Lists.One(list)).Doc.Find("#moves, #buyers").Length() != 0 {
			t.Error("a guest has menus that change things")
		}
	})
}

// Who has a gift in hand on another list leads to what else they buy there.
func TestWhoBuysAGiftOnAnotherListLeadsToWhatTheyBuyThere(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		one, other := s.List(t, s.Maria, dto.ListInput{Name: "Christmas", TargetPersonID: s.Ben}), s.List(t, s.Maria, dto.ListInput{Name: "Birthday", TargetPersonID: s.Ben})
		item := s.Item(t, s.Tom, one, fixture.Gift("Drums", "40"))
		s.As(t, s.Tom).Submit(paths.ItemStatus(item), form("status", "buying", "version", "1"))
		b := s.As(t, s.Maria)
		gift := b.Get(paths.Items.One(item)).Doc.Find(`main a[href^="/gifts/"]`).AttrOr("href", "")
		b.Submit(paths.ListItems(other), form("gift_id", strings.TrimPrefix(gift, "/gifts/"), "quantity", "1", "priority", "normal"))
		rows := b.Get(paths.Lists.One(other)).Doc.Find("#plan [data-row]")
		id := strings.TrimPrefix(rows.AttrOr("id", ""), "row-")
		for page, in := range map[string]string{paths.Lists.One(other): "#row-" + id, paths.Items.One(id): "#item"} {
			for text, href := range map[string]string{"Tom": paths.Lists.One(one) + "?buyer=" + s.Tom.UserID, "Christmas": paths.Lists.One(one)} {
				if got := b.Get(page).Doc.Find(in + ` a[href="` + href + `"]`).Text(); got != text {
					t.Errorf("%s leads to %s by %q", page, href, got)
				}
			}
		}
	})
}
