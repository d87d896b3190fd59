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

// frugal is a family with 200 € for Ben at Christmas, of which 100 are committed on a list.
func frugal(t *testing.T, db *database.DB) (s *webtest.Site, list, item string) {
	t.Helper()
	s = webtest.Family(t, db)
	list = s.List(t, s.Maria, dto.ListInput{Name: "Ben, Christmas", TargetPersonID: s.Ben, OccasionID: s.Christmas})
	item = s.Item(t, s.Maria, list, fixture.Gift("Blocks", "100"))
	s.As(t, s.Maria).Submit(paths.Occasions.One(s.Christmas), form("name", "Christmas", "type", "christmas", "date", "2026-12-25", "recurrence", "yearly",
		"person_ids", s.LenaPerson, "person_ids", s.Ben, "person_budget_"+s.Ben, "200", "version", "1"))
	s.As(t, s.Maria).Submit(paths.ItemStatus(item), form("status", "ordered", "version", "1"))
	return s, list, item
}

// read is text as it is read, where no-break spaces are spaces.
func read(text string) string { return strings.ReplaceAll(text, "\u00a0", " ") }

func TestTheFormThatAddsAGiftSaysWhatTheBudgetComesTo(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := frugal(t, db)
		b := s.As(t, s.Maria)
		page := b.Get(paths.NewListItem(list)).Doc.Find("#forecast")
		if got := read(page.Text()); !strings.Contains(got, "So far, this makes 100,00 € of 200,00 € for Ben.") || page.AttrOr("role", "") != "status" {
			t.Errorf("the empty form: %q", got)
		}
		for path, want := range map[string]string{
			paths.ListForecast(list) + "?price=110&currency=EUR&quantity=1":           "If you buy it, this makes 210,00 € of 200,00 € for Ben.",
			paths.ListForecast(list) + "?price=10&currency=USD":                       "This price is in USD; the budget counts EUR only.",
			paths.With(paths.IdeaForecast(), "list_id", list, "price", "80"):          "this makes 180,00 € of 200,00 € for Ben.",
			paths.ItemForecast(item) + "?planned_price=70&quantity=2&actual_price=":   "this makes 140,00 € of 200,00 € for Ben.",
			paths.With(paths.ListForecast(list), "price", "110", "quantity", "a few"): "So far, this makes 100,00 € of 200,00 € for Ben.",
		} {
			part, whole := b.HTMX().Get(path), b.Get(path)
			if !strings.Contains(read(part.Doc.Text()), want) || part.Doc.Find("h1").Length() > 0 {
				t.Errorf("%s as a part: %s", path, part.Body)
			}
			if !strings.Contains(read(whole.Doc.Find("main").Text()), want) || whole.Doc.Find("h1").Length() != 1 {
				t.Errorf("%s as a page: %s", path, whole.Doc.Find("main").Text())
			}
		}
		over := b.HTMX().Get(paths.ListForecast(list) + "?price=110").Doc.Find("[data-level=exceeded]").Text()
		if !strings.Contains(over, "Over the budget") || !strings.Contains(over, "105") {
			t.Errorf("over the budget: %q", over)
		}
		german := read(b.With("Accept-Language", "de").HTMX().Get(paths.ListForecast(list) + "?price=110").Doc.Text())
		if !strings.Contains(german, "Wenn du es kaufst, sind das 210,00 € von 200,00 € für Ben.") {
			t.Errorf("in German: %q", german)
		}
		if none := b.Get(paths.IdeaForecast()); none.Status != http.StatusOK || !strings.Contains(none.Doc.Find("main").Text(), "There is no budget") {
			t.Errorf("for the Idea Inbox: %d %s", none.Status, none.Body)
		}
		if gone := b.Get(paths.ListForecast(item)); gone.Status != http.StatusNotFound {
			t.Errorf("a list that is not there: %d", gone.Status)
		}
	})
}

// What it comes to is there when the form opens, and speaks of what was typed when the form comes back.
func TestTheFormOfAnItemSaysAtOnceWhatTheBudgetComesTo(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := frugal(t, db)
		idea := s.Item(t, s.Maria, list, fixture.Gift("Kite", "110"))
		b := s.As(t, s.Maria)
		says := func(a webtest.Answer) string { return read(a.Doc.Find("#forecast").Text()) }
		if got := says(b.Get(paths.Items.Edit(item))); !strings.Contains(got, "So far, this makes 100,00 € of 200,00 € for Ben.") {
			t.Errorf("what is committed already: %q", got)
		}
		if got := says(b.Get(paths.Items.Edit(idea))); !strings.Contains(got, "If you buy it, this makes 210,00 € of 200,00 € for Ben.") || !strings.Contains(got, "Over the budget") {
			t.Errorf("an idea: %q", got)
		}
		wrong := b.Post(paths.Items.One(idea), form("quantity", "1", "planned_price", "50", "priority", "soon", "version", "1"))
		if got := says(wrong); wrong.Status != http.StatusUnprocessableEntity || !strings.Contains(got, "this makes 100,00 €") {
			t.Errorf("%d: %q", wrong.Status, got)
		}
	})
}

func TestAGiftThatGoesBeyondTheBudgetIsAddedAndSaysSo(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := frugal(t, db)
		b := s.As(t, s.Maria)
		notice := func(a webtest.Answer) string { return read(a.Doc.Find("#notices").Text()) }
		if calm := notice(b.Submit(paths.ListItems(list), form("title", "Kite", "price", "10"))); strings.Contains(calm, "200,00") {
			t.Errorf("far from the limit: %q", calm)
		}
		over := b.Submit(paths.ListItems(list), form("title", "Drums", "price", "110"))
		if got := notice(over); !strings.Contains(got, "Added. If you buy it, this makes 210,00 € of 200,00 € for Ben. Over the budget (105") ||
			!strings.Contains(over.Doc.Find("[data-row]").Text(), "Drums") {
			t.Errorf("beyond it: %q", got)
		}
		idea := notice(b.Submit(paths.NewIdea(), form("title", "Book", "price", "50", "list_id", list)))
		quick := notice(b.Submit(paths.QuickIdea(), form("line", "x", "title", "Ball", "price", "60", "list_id", list)))
		changed := notice(b.Submit(paths.Items.One(item), form("quantity", "1", "planned_price", "160", "version", "2")))
		for makes, got := range map[string]string{"150,00": idea, "160,00": quick, "160,00 again": changed} {
			if !strings.Contains(got, "this makes "+strings.TrimSuffix(makes, " again")+" € of 200,00 € for Ben.") {
				t.Errorf("%s: %q", makes, got)
			}
		}
	})
}
