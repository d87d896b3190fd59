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

func TestSomebodyNewAndANewOccasionAreMadeInTheFormOfAList(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		in := form("name", "For Ida", "visibility", "hidden_from_target", "new_person", " Ida ", "new_occasion", "House warming", "new_occasion_date", "31.2.")
		wrong := b.Post(paths.Lists.Index(), in)
		if wrong.Status != http.StatusUnprocessableEntity || wrong.Field("new_person") != " Ida " || !strings.Contains(wrong.Body, "new_occasion_date-error") {
			t.Errorf("a day that is none is answered with %d", wrong.Status)
		}
		if strings.Contains(b.Get(paths.People.Index()).Body, "Ida") {
			t.Error("the person is there although the list was refused")
		}
		in.Set("new_occasion_date", "1 Mar")
		list := b.Submit(paths.Lists.Index(), in)
		for _, want := range []string{"Ida", "House warming"} {
			if !strings.Contains(list.Body, want) {
				t.Errorf("the list does not say %q", want)
			}
		}
	})
}

func TestNewPeopleAreMadeInTheFormOfAnOccasion(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		page := s.As(t, s.Tom).Submit(paths.Occasions.Index(), form("name", "Fest", "type", "other", "date", "2027-05-01", "new_people", "Ida, Kurt"))
		for _, want := range []string{"Ida", "Kurt"} {
			if !strings.Contains(page.Body, want) {
				t.Errorf("the occasion is without %s", want)
			}
		}
	})
}

func TestANewListIsMadeInTheFormOfAnIdeaHiddenFromWhomItIsForAndOneUndoTakesBothBack(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		for _, at := range []string{paths.NewIdea(), paths.QuickIdea()} {
			b := s.As(t, s.Tom)
			in := form("title", "Kite", "tags", "outdoors", "new_list", strings.Repeat("x", 201), "new_list_for", s.LenaPerson)
			wrong := b.Post(at, in)
			if wrong.Status != http.StatusUnprocessableEntity || wrong.Field("title") != "Kite" || wrong.Field("new_list_for") != s.LenaPerson {
				t.Errorf("%s: a name that is too long is answered with %d, and %q for the title", at, wrong.Status, wrong.Field("title"))
			}
			in.Set("new_list", " For Lena ")
			list := b.Submit(at, in)
			if !strings.Contains(list.Body, "Kite") || list.Doc.Find("h1").Text() != "For Lena" {
				t.Errorf("%s: the idea leads to %q", at, list.Doc.Find("h1").Text())
			}
			if strings.Contains(s.As(t, s.Lena).Get(paths.Lists.Index()).Body, "For Lena") {
				t.Errorf("%s: Lena sees the list", at)
			}
			b.Post(paths.Undo(), nil)
			if strings.Contains(b.Get(paths.Lists.Index()).Body, "For Lena") {
				t.Errorf("%s: the list is there after undo", at)
			}
		}
	})
}

func TestTheFormOfAnIdeaComesBackWithTheNewListPicked(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		again := b.Submit(paths.NewIdea(), form("title", "Kite", "new_list", "Outdoors", "again", "yes"))
		if got := again.Doc.Find("#list_id option[selected]").Text(); got != "Outdoors" {
			t.Errorf("the list that is picked is %q", got)
		}
		many := b.Submit(paths.NewIdeas(), form("lines", "Sledge\nSkates", "new_list", "Winter"))
		if !strings.Contains(many.Body, "Winter") {
			t.Error("many ideas are not on the new list")
		}
	})
}

func TestGiftsAreMovedToANewListWhichIsNotMadeWhenNoneCanBe(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "Ben", Type: "gift", TargetPersonID: s.Ben, Visibility: "family"})
		item := s.Item(t, s.Tom, list, fixture.Gift("Kite", "12"))
		b := s.As(t, s.Tom)
		bulk := func(more ...string) webtest.Answer {
			return b.Post(paths.ItemsBulk(), form(append([]string{"action", "move", "item_ids", item, "next", paths.Lists.One(list)}, more...)...))
		}
		if asked := bulk(); asked.Doc.Find("#move-new-list-for option[selected]").Text() != "Ben" {
			t.Error("the new list is not for whom the old one is")
		}
		wrong := bulk("list_id", list, "new_list", "Outdoors", "new_list_for", list)
		if wrong.Status != http.StatusUnprocessableEntity || wrong.Field("new_list") != "Outdoors" {
			t.Errorf("somebody who is not there is answered with %d, and %q", wrong.Status, wrong.Field("new_list"))
		}
		bulk("list_id", list, "new_list", "Outdoors", "new_list_for", s.Ben)
		if got := b.Get(paths.Items.One(item)).Doc.Find(".trail a").Text(); !strings.Contains(got, "Outdoors") {
			t.Errorf("the gift is on %q", got)
		}
		b.Post(paths.Undo(), nil)
		if got := b.Get(paths.Items.One(item)).Doc.Find(".trail a").Text(); !strings.Contains(got, "Ben") {
			t.Errorf("after undo the gift is on %q", got)
		}
		if strings.Contains(b.Get(paths.Lists.Index()).Body, "Outdoors") {
			t.Error("the list is there after undo")
		}
		if page := b.Submit(paths.ItemsBulk(), form("action", "status", "status", "buying", "item_ids", item, "next", paths.Items.One(item))); !strings.Contains(page.Body, "You are buying this.") {
			t.Error("Tom is not buying it")
		}
		s.As(t, s.Lena).Post(paths.ItemsBulk(), form("action", "move", "item_ids", item, "new_list", "Mine"))
		if strings.Contains(b.Get(paths.Lists.Index()).Body, "Mine") {
			t.Error("a list was made for what cannot be moved")
		}
	})
}

func TestTheListsOfANewFamilySayWhatToDoBesideTheInbox(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		b := s.As(t, s.Tom)
		if a := b.Get(paths.Lists.Index()); a.Doc.Find("[data-row]").Length() != 1 || a.Doc.Find(`.empty a[href="`+paths.Lists.New()+`"]`).Length() != 1 {
			t.Errorf("nothing says how the first list is made: %s", a.Doc.Find("#results").Text())
		}
		s.List(t, s.Tom, dto.ListInput{Name: "For Ben", TargetPersonID: s.Ben})
		if a := b.Get(paths.Lists.Index()); a.Doc.Find("[data-row]").Length() != 2 || a.Doc.Find(".empty").Length() != 0 {
			t.Errorf("the hint stays beside a list: %s", a.Doc.Find("#results").Text())
		}
	})
}
