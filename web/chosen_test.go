package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
)

func TestTagsAndPriceOfChosenGiftsAreAskedInTheBarAndOneUndoTakesThemBack(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, first := planned(t, db)
		in := fixture.Gift("Scarf", "9")
		in.Tags = "wool"
		second, next := s.Item(t, s.Maria, list, in), paths.Lists.One(list)
		b := s.As(t, s.Tom).HTMX()
		send := func(action string, more ...string) (int, string, http.Header) {
			a := b.Post(paths.ItemsBulk(), form(append([]string{"item_ids", first, "item_ids", second, "from", "list", "next", next, "action", action}, more...)...))
			return a.Status, a.Body, a.Header
		}
		for action, want := range map[string][]string{
			"tags": {`name="tags"`, "wool, on 1 of 2", `hx-target="#plan"`, "autofocus"}, "price": {`name="planned_price"`, "In EUR", "autofocus"},
		} {
			status, body, header := send(action)
			if status != http.StatusOK || header.Get("HX-Retarget") != "#bar" || strings.Contains(body, "<html") {
				t.Errorf("%s asks %d %v", action, status, header)
			}
			for _, part := range want {
				if !strings.Contains(body, part) {
					t.Errorf("%s lacks %q: %s", action, part, body)
				}
			}
		}
		for action, wrong := range map[string][]string{
			"tags": {"tags", "  "}, "price": {"planned_price", "12,5x"},
		} {
			status, body, header := send(action, wrong...)
			if status != http.StatusUnprocessableEntity || header.Get("HX-Retarget") != "#bar" || !strings.Contains(body, `value="`+wrong[1]+`"`) || !strings.Contains(body, `aria-invalid="true"`) {
				t.Errorf("%s, wrong: %d %v %s", action, status, header, body)
			}
		}
		if status, body, _ := send("tags", "tags", "Warm", "tags_off", "wool"); status != http.StatusOK || !strings.Contains(body, `id="undo"`) || !strings.Contains(body, "2 done.") {
			t.Fatalf("tags: %d %s", status, body)
		}
		page := b.Get(next).Doc
		if got := page.Find("#tag option").Text(); !strings.Contains(got, "Warm (2)") || strings.Contains(got, "wool") {
			t.Errorf("the list has %q", got)
		}
		_, body, _ := send("price", "planned_price", "12,34")
		if n := strings.Count(body, "12,34"); n < 2 {
			t.Errorf("%d prices", n)
		}
		b.Post(paths.Undo(), form("from", "list", "next", next))
		b.Post(paths.Undo(), form("from", "list", "next", next))
		if page = b.Get(next).Doc; strings.Contains(page.Text(), "12,34") || !strings.Contains(page.Find("#tag option").Text(), "wool (1)") {
			t.Errorf("taken back: %s", page.Find("#plan").Text())
		}
	})
}

func TestTagsAndPriceOfChosenGiftsNeedNoScript(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, first := planned(t, db)
		next := paths.Lists.One(list)
		b := s.As(t, s.Tom)
		bar := b.Get(next).Doc.Find("#bulk")
		for action, field := range map[string]string{"tags": "tags", "price": "planned_price"} {
			if bar.Find("button[name=action][value="+action+"]").Length() != 1 {
				t.Errorf("the bar has no %s", action)
			}
			asked := b.Post(paths.ItemsBulk(), form("item_ids", first, "action", action, "from", "list", "next", next))
			if asked.Status != http.StatusOK || asked.Doc.Find("h1").Length() != 1 || asked.Doc.Find("#chosen-form [hx-post]").Length() != 0 {
				t.Fatalf("%s: %d %s", action, asked.Status, asked.Body)
			}
			values := url.Values{}
			for _, input := range asked.Doc.Find("#chosen-form input").EachIter() {
				values.Add(input.AttrOr("name", ""), input.AttrOr("value", ""))
			}
			values.Set(field, strings.Repeat("9", 200))
			if wrong := b.Post(paths.ItemsBulk(), values); wrong.Status != http.StatusUnprocessableEntity || wrong.Field(field) != values.Get(field) || wrong.Doc.Find("title").Text()[:6] != "Error:" {
				t.Errorf("%s, wrong: %d %s", action, wrong.Status, wrong.Body)
			}
			values.Set(field, "7,77")
			if right := b.Submit(paths.ItemsBulk(), values); !strings.Contains(right.Doc.Find("#notices").Text(), "1 done.") || right.Doc.Find("#notices form button").Length() == 0 {
				t.Errorf("%s: %s", action, right.Doc.Find("#notices").Text())
			}
		}
		for _, action := range []string{"tags", "price"} {
			unknown := form("item_ids", "0196a2c4-0000-7000-8000-000000000000", "action", action, "next", next)
			if got := b.Post(paths.ItemsBulk(), unknown).Status; got != http.StatusNotFound {
				t.Errorf("%s of what is not there: %d", action, got)
			}
			if got := s.As(t, s.Gast).Post(paths.ItemsBulk(), form("item_ids", first, "action", action, "next", next)).Status; got != http.StatusForbidden {
				t.Errorf("%s by a guest: %d", action, got)
			}
		}
	})
}

func TestAmongTheAssignmentsSeveralAreChangedAtOnceAndTakenBackThere(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, first := planned(t, db)
		second := s.Item(t, s.Maria, list, fixture.Gift("Scarf", "9"))
		b := s.As(t, s.Tom)
		for _, id := range []string{first, second} {
			b.Submit(paths.ItemStatus(id), form("status", "buying"))
		}
		at := paths.Assignments()
		page := b.Get(at).Doc
		if page.Find("#results [data-row] input[form=bulk]").Length() != 2 || page.Find("#bulk [name=from]").AttrOr("value", "") != at {
			t.Fatalf("nothing can be selected: %s", page.Find("#results").Text())
		}
		hx, values := b.HTMX(), url.Values{"item_ids": {first, second}, "from": {at}, "next": {at}}
		sent := func(action string, more ...string) url.Values {
			all := form(append([]string{"action", action}, more...)...)
			for name := range values {
				all[name] = values[name]
			}
			return all
		}
		if asked := hx.Post(paths.ItemsBulk(), sent("price")); asked.Header.Get("HX-Retarget") != "#bar" || asked.Doc.Find("#chosen-form").AttrOr("hx-target", "") != "#results" {
			t.Errorf("asked: %v %s", asked.Header, asked.Body)
		}
		done := hx.Post(paths.ItemsBulk(), sent("price", "planned_price", "7,77"))
		if done.Status != http.StatusOK || strings.Count(done.Doc.Find("#results .row-end").Text(), "7,77") != 2 || strings.Contains(done.Body, "<html") {
			t.Fatalf("done: %d %s", done.Status, done.Body)
		}
		undo := done.Doc.Find("#assignments-news form:has(#undo)")
		back := hx.Post(undo.AttrOr("action", ""), form("from", at, "next", undo.Find("[name=next]").AttrOr("value", "")))
		if back.Status != http.StatusOK || strings.Contains(back.Doc.Find("#results .row-end").Text(), "7,77") || !strings.Contains(back.Doc.Find("#assignments-news").Text(), "2 taken back.") {
			t.Errorf("taken back: %d %s", back.Status, back.Body)
		}
		plain := b.Submit(paths.ItemsBulk(), sent("tags", "tags", "wool"))
		if plain.Doc.Find("h1").Text() != "My assignments" || !strings.Contains(plain.Doc.Find("#notices").Text(), "2 done.") {
			t.Errorf("plain: %s", plain.Doc.Find("main").Text())
		}
		if guest := s.As(t, s.Gast).Get(at).Doc; guest.Find("#bar, #pick-all").Length() != 0 {
			t.Error("a guest has a bar")
		}
	})
}
