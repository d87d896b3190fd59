package web_test

import (
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

func TestACellIsEditedInItsRowAndTheSumsFollow(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		b := s.As(t, s.Tom).HTMX()
		a := b.Get(paths.With(paths.Items.Edit(item), "field", "price", "next", paths.Lists.One(list)))
		if a.Header.Get("HX-Retarget") != "#row-"+item || !strings.Contains(a.Body, `name="planned_price"`) || strings.Contains(a.Body, "<html") {
			t.Fatalf("asked for: %d %v %s", a.Status, a.Header, a.Body)
		}
		wrong := b.Post(paths.Items.One(item), form("field", "price", "planned_price", "12,5x", "version", "1", "next", paths.Lists.One(list)))
		if wrong.Status != http.StatusUnprocessableEntity || !strings.Contains(wrong.Body, `value="12,5x"`) || !strings.Contains(wrong.Body, `aria-invalid="true"`) {
			t.Errorf("wrong: %d %s", wrong.Status, wrong.Body)
		}
		right := b.Post(paths.Items.One(item), form("field", "price", "planned_price", "12,34", "version", "1", "next", paths.Lists.One(list)))
		if right.Status != http.StatusOK || !strings.Contains(right.Body, "12,34") || !strings.Contains(right.Body, `hx-target="#list-summary"`) || strings.Contains(right.Body, "cell-form") {
			t.Errorf("right: %d %s", right.Status, right.Body)
		}
		stale := b.Post(paths.Items.One(item), form("field", "notes", "notes", "blue", "version", "1", "next", paths.Lists.One(list)))
		if stale.Status != http.StatusConflict || !strings.Contains(stale.Body, "Updated just now by Tom") || strings.Contains(stale.Body, "blue") {
			t.Errorf("stale: %d %s", stale.Status, stale.Body)
		}
		if got := b.Get(paths.Lists.One(list)).Doc.Find("#row-" + item).Text(); !strings.Contains(got, "12,34") || !strings.Contains(got, "planned") {
			t.Errorf("the row says %q", got)
		}
	})
}

func TestACellLeadsToTheFormWithoutAScriptAndBackToTheListAsItWas(t *testing.T) {
	s, list, item := planned(t, dbtest.Open(t))
	b := s.As(t, s.Tom)
	page := paths.With(paths.Lists.One(list), "group", "shop")
	row := b.Get(page).Doc.Find("#row-" + item)
	edit := row.Find("button[value=price]").AttrOr("formaction", "")
	if whole := b.Get(paths.With(edit, "field", "all", "next", page)); whole.Doc.Find("#item-form #quantity[autofocus]").Length() != 1 {
		t.Errorf("the form of the whole row: %s", whole.Body)
	}
	a := b.Get(paths.With(edit, "field", "price", "next", page))
	if a.Doc.Find("#planned_price[autofocus]").Length() != 1 || a.Doc.Find("#item-form [name=next]").AttrOr("value", "") != page ||
		a.Doc.Find("#cancel").AttrOr("href", "") != page+"#row-"+item {
		t.Fatalf("the form: %s", a.Body)
	}
	values := url.Values{}
	for _, name := range []string{"version", "wish_version", "next", "quantity", "priority"} {
		values.Set(name, a.Field(name))
	}
	values.Set("next", page)
	values.Set("planned_price", "9,99")
	if a = b.Post(paths.Items.One(item), values); a.Status != http.StatusSeeOther || a.Location != page+"#row-"+item {
		t.Errorf("saved: %d %s", a.Status, a.Location)
	}
}

// Case 16, with htmx: three of those selected are not Tom's to move.
func TestOfTwentySelectedThoseOfOthersAreNamedAndOneUndoTakesTheRestBack(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, first := planned(t, db)
		ids := []string{first}
		for title := range strings.FieldsSeq("a b c d e f g h i j k l m n o p q r s") {
			ids = append(ids, s.Item(t, s.Maria, list, fixture.Gift(title, "1")))
		}
		lena, tom := s.As(t, s.Lena), s.As(t, s.Tom).HTMX()
		for _, id := range ids[17:] {
			lena.Submit(paths.ItemStatus(id), form("status", "buying"))
		}
		next := paths.Lists.One(list)
		values := url.Values{"item_ids": ids, "from": {"list"}, "next": {next}, "status": {"ordered"}}
		a := tom.Post(paths.ItemsBulk()+"?action=status", values)
		news := a.Doc.Find("#plan-news")
		if a.Status != http.StatusOK || !strings.Contains(news.Text(), "17 done, 3 not.") || news.Find("li").Length() != 3 || !strings.Contains(news.Text(), "Lena has this in hand") {
			t.Fatalf("%d %s", a.Status, news.Text())
		}
		if n := a.Doc.Find("#group-ordered [data-row]").Length(); n != 17 {
			t.Errorf("%d are ordered", n)
		}
		undo := news.Find("form:has(#undo)").AttrOr("action", "")
		a = tom.Post(undo, form("from", "list", "next", next))
		if n := a.Doc.Find("#group-idea [data-row]").Length(); n != 17 || !strings.Contains(a.Doc.Find("#plan-news").Text(), "17 taken back.") {
			t.Errorf("taken back: %d %s", n, a.Doc.Find("#plan-news").Text())
		}
	})
}

// Case 17: the list that has the gift already says so, and nothing is lost; a copy is an idea again.
func TestGiftsGoToAnotherListByAPickerAndACopyIsAnIdea(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		other := s.List(t, s.Maria, dto.ListInput{Name: "Ben’s birthday", TargetPersonID: s.Ben})
		b := s.As(t, s.Tom)
		b.Submit(paths.ItemStatus(item), form("status", "ordered"))
		ask := b.Post(paths.ItemsBulk(), form("item_ids", item, "action", "move", "next", paths.Lists.One(list)))
		if first := ask.Doc.Find("#move-to option").First().AttrOr("value", ""); ask.Status != http.StatusOK || first != other {
			t.Fatalf("asked: %d; the first list is %q", ask.Status, ask.Doc.Find("#move-to").Text())
		}
		if part := b.HTMX().Post(paths.ItemsBulk(), form("item_ids", item, "action", "move", "next", paths.Lists.One(list))); part.Header.Get("HX-Retarget") != "#bar" {
			t.Errorf("in the bar: %v", part.Header)
		}
		b.Submit(paths.ItemsBulk(), form("item_ids", item, "action", "copy", "list_id", other, "next", paths.Lists.One(list)))
		if n := b.Get(paths.Lists.One(other)).Doc.Find("#group-idea [data-row]").Length(); n != 1 {
			t.Errorf("%d ideas on the other list", n)
		}
		again := b.Submit(paths.ItemsBulk(), form("item_ids", item, "action", "move", "list_id", other, "next", paths.Lists.One(list)))
		if text := again.Doc.Find("#notices").Text(); !strings.Contains(text, "is on this list already") || again.Doc.Find("#row-"+item).Length() != 1 {
			t.Errorf("twice: %q", text)
		}
	})
}

func TestAListIsGroupedSortedAndNarrowedByItsAddress(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, blocks := planned(t, db)
		in := fixture.Gift("Atlas", "80")
		in.Link, in.Tags = "https://books.example/1", "reading"
		atlas := s.Item(t, s.Tom, list, in)
		b := s.As(t, s.Tom)
		b.Submit(paths.ItemStatus(atlas), form("status", "buying"))
		at := func(pairs ...string) string { return paths.With(paths.Lists.One(list), pairs...) }
		rows := func(path string) (ids []string) {
			for _, row := range b.Get(path).Doc.Find("[data-row]").EachIter() {
				ids = append(ids, strings.TrimPrefix(row.AttrOr("id", ""), "row-"))
			}
			return ids
		}
		tag := b.Get(at()).Doc.Find("#tag option").Last().AttrOr("value", "")
		for path, want := range map[string]string{
			at("status", "buying"): atlas, at("status", "idea"): blocks, at("buyer", "nobody"): blocks, at("buyer", s.Tom.UserID): atlas,
			at("shop", "books.example"): atlas, at("shop", "none"): blocks, at("tag", tag): atlas, at("priority", "must"): "",
			at("group", "none", "sort", "price"): atlas + " " + blocks, at("group", "none", "sort", "title"): atlas + " " + blocks,
			at("group", "none"): blocks + " " + atlas, at("group", "shop"): atlas + " " + blocks, at("group", "buyer"): atlas + " " + blocks,
		} {
			if got := strings.Join(rows(path), " "); got != want {
				t.Errorf("%s shows %q; want %q", path, got, want)
			}
		}
		a := b.HTMX().Get(at("status", "buying"))
		if said := a.Doc.Find("[data-announce]").Text(); said != "1 gift of 2" || a.Doc.Find("#clear").Length() != 1 {
			t.Errorf("announced: %q", said)
		}
		if got := b.Get(at("group", "moon")).Status; got != http.StatusBadRequest {
			t.Errorf("an unknown group: %d", got)
		}
	})
}

// Case 2: whatever the target asks, the answer is as without.
func TestATargetsListIsTheSameHoweverItIsAskedFor(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
		wish := s.Item(t, s.Lena, list, fixture.Gift("Skates", "80"))
		s.As(t, s.Tom).Submit(paths.ItemStatus(wish), form("status", "buying"))
		lena := s.As(t, s.Lena)
		plain := lena.Get(paths.Lists.One(list)).Doc.Find("main").Text()
		for _, query := range []string{"?status=buying", "?buyer=" + s.Tom.UserID, "?group=moon", "?sort=price&group=buyer", "?shop=none&tag=x"} {
			if got := lena.Get(paths.Lists.One(list) + query).Doc.Find("main").Text(); got != plain {
				t.Errorf("%s shows %q", query, got)
			}
		}
	})
}

func TestGiftsAreOrderedStepByStepByThoseWhoPlanAndByTheirTarget(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
		first, second := s.Item(t, s.Lena, list, fixture.Gift("Skates", "80")), s.Item(t, s.Lena, list, fixture.Gift("Sled", "40"))
		for name, v := range map[string]domain.Viewer{"Lena": s.Lena, "Tom": s.Tom} {
			b := s.As(t, v)
			b.Submit(paths.ItemOrder(second), form("step", "up"))
			if got := b.Get(paths.Lists.One(list)).Doc.Find("[data-row]").First().AttrOr("id", ""); got != "row-"+second {
				t.Errorf("%s: %s is first", name, got)
			}
			b.Submit(paths.ItemOrder(second), form("step", "down"))
			if got := b.Get(paths.Lists.One(list)).Doc.Find("[data-row]").First().AttrOr("id", ""); got != "row-"+first {
				t.Errorf("%s: after going down %s is first", name, got)
			}
		}
	})
}
