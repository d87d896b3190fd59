package web_test

import (
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestThePagesOfAPersonAnOccasionAGiftAndTheAssignmentsFollowWhatOthersChange(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, _, item := planned(t, db)
		maria, tom := s.As(t, s.Maria), s.As(t, s.Tom)
		maria.Submit(paths.ItemAssign(item), form("user_id", s.Maria.UserID, "version", "1"))
		gift := paths.Gifts.One(giftOf(t, s, item))
		pages := map[string]string{ // what is told of the page when Tom moves the item on
			paths.People.One(s.Ben): `id="person"`, paths.Occasions.One(s.Christmas): `id="occasion"`, paths.Assignments() + "?sort=status": "Ordered",
		}
		streams := map[string]*webtest.Stream{gift: opened(t, maria, gift)}
		for page := range pages {
			streams[page] = opened(t, maria, page)
		}
		tom.Submit(paths.ItemTakeOver(item), form("version", "2"))
		tom.Submit(paths.ItemStatus(item), form("status", "ordered", "version", "3"))
		tom.Submit(paths.ItemAssign(item), form("user_id", s.Maria.UserID, "version", "4"))
		for page, want := range pages {
			told := ""
			for e, open := streams[page].Next(); open; e, open = streams[page].Next() {
				if told += e.Data; strings.Contains(told, want) && strings.Contains(told, "rdered") {
					break
				}
			}
			if !strings.Contains(told, want) || strings.Contains(told, `id="comments"`) {
				t.Errorf("%s is told %s", page, told)
			}
		}
		// The gift's page says where it stands, and what is said of it.
		other := s.List(t, s.Tom, dto.ListInput{Name: "Somewhere else", TargetPersonID: s.Ben})
		tom.Submit(paths.ListItems(other), form("gift_id", strings.TrimPrefix(gift, "/gifts/")))
		if e, _ := streams[gift].Next(); !strings.Contains(e.Data, "Somewhere else") || strings.Contains(e.Data, `id="comments"`) {
			t.Errorf("the gift is told %s", e.Data)
		}
		for kind, of := range map[string][2]string{"gift": {gift, strings.TrimPrefix(gift, "/gifts/")}, "person": {paths.People.One(s.Ben), s.Ben}} {
			fresh := opened(t, maria, of[0])
			tom.Submit(paths.Comments.Index(), form("parent_type", kind, "parent_id", of[1], "body", "Blue or red?"))
			if e, _ := fresh.Next(); !strings.Contains(e.Data, "Blue or red?") || strings.Contains(e.Data, `id="`+kind+`"`) {
				t.Errorf("the comment on the %s came as %s", kind, e.Data)
			}
		}
	})
}

// What others plan for Lena changes nothing on her own page, on an occasion's and among her assignments.
func TestTheOtherStreamsSendLenaNothingOfWhatOthersPlanForHer(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Lena’s wishes", Type: "wishlist", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas})
		wish := s.Item(t, s.Lena, list, fixture.Gift("Skates", "80"))
		lena, tom := s.As(t, s.Lena), s.As(t, s.Tom)
		gift := giftOf(t, s, wish)
		hers := map[string]*webtest.Stream{}
		for kind, of := range map[string][2]string{
			"person": {paths.People.One(s.LenaPerson), s.LenaPerson}, "occasion": {paths.Occasions.One(s.Christmas), s.Christmas}, "gift": {paths.Gifts.One(gift), gift},
		} {
			hers[kind] = opened(t, lena, of[0])
			defer func() {
				tom.Submit(paths.Comments.Index(), form("parent_type", kind, "parent_id", of[1], "body", "Said aloud"))
				if e, _ := hers[kind].Next(); !strings.Contains(e.Data, "Said aloud") || strings.Count(e.Data, "<hx-partial") != 1 {
					t.Errorf("Lena was sent, for what is hidden: %s", e.Data)
				}
			}()
		}
		toms := opened(t, tom, paths.Occasions.One(s.Christmas))
		tom.Submit(paths.ItemStatus(wish), form("status", "buying", "version", "1"))
		tom.Submit(paths.ListItems(list), form("title", "Secret helmet", "price", "30", "privacy", "hidden_from_target"))
		tom.Submit(paths.Lists.Index(), form("name", "For Lena", "type", "gift", "target_person_id", s.LenaPerson, "occasion_id", s.Christmas, "visibility", "hidden_from_target"))
		for told := ""; !strings.Contains(told, "For Lena"); { // Tom's page shows all of it: it has been looked at
			e, open := toms.Next()
			if !open {
				t.Fatal("Tom's stream ended")
			}
			told = e.Data
		}
	})
}

// giftOf is the gift of an item, by its id.
func giftOf(t *testing.T, s *webtest.Site, item string) string {
	t.Helper()
	row, err := s.Store.Items.Planned(t.Context(), s.Tom, item)
	if err != nil {
		t.Fatal(err)
	}
	return row.GiftID
}
