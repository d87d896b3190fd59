package web_test

import (
	"encoding/csv"
	"mime"
	"net/http"
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

// shoppingTrip is what Tom buys: a jumper for Ben and two books that nobody is named for, all from two shops.
func shoppingTrip(t *testing.T, db *database.DB) (s *webtest.Site, list string) {
	t.Helper()
	s = webtest.Family(t, db)
	tom := s.As(t, s.Tom)
	tom.Submit(paths.People.One(s.Ben), form("display_name", "Ben", "relationship", "child", "constraints", "No wool", "size_label", "Clothes", "size_value", "92", "version", "1"))
	list = s.List(t, s.Tom, dto.ListInput{Name: "Ben’s secrets", TargetPersonID: s.Ben, OccasionID: s.Christmas, Visibility: "hidden_from_target"})
	other := s.List(t, s.Tom, dto.ListInput{Name: "For whom ever"})
	put := func(list, title, shop, price, quantity string) string {
		in := fixture.Gift(title, price)
		in.Source, in.Quantity = shop, quantity
		return s.Item(t, s.Tom, list, in)
	}
	for _, id := range []string{put(list, "Jumper 🧶", "Müller & Söhne", "12,50", "3"), put(other, "=1+1", "books.example", "10", "2"), put(list, "Bricks", "books.example", "5", "1")} {
		tom.Submit(paths.ItemStatus(id), form("status", "buying", "version", "1"))
	}
	put(list, "Kite", "", "99", "1")
	return s, list
}

// words is what a selection says, with plain blanks.
func words(s *goquery.Selection) string { return strings.Join(strings.Fields(s.Text()), " ") }

func TestTheShoppingListStandsByShopWithSizesAndWithSumsThatAreRight(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, _ := shoppingTrip(t, db)
		tom := s.As(t, s.Tom)
		main := tom.Get(paths.AssignmentsPrint()).Doc.Find("main")
		if got := words(main.Find("h2")); !strings.HasPrefix(got, "books.example Müller & Söhne") {
			t.Errorf("the shops are %q", got)
		}
		text := words(main)
		for _, want := range []string{"Clothes 92", "No wool", "Together: 25,00 €", "Together: 37,50 €", "62,50 €", "Jumper 🧶"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing in %s", want, text)
			}
		}
		if strings.Contains(text, "Kite") {
			t.Error("what nobody buys is on the shopping list")
		}
		if got := tom.Get(paths.AssignmentsPrint() + "?group=occasion&store=books.example").Doc.Find("main"); !strings.Contains(got.Text(), "Christmas") ||
			strings.Contains(got.Text(), "Jumper") || got.Find("input[name=store]").AttrOr("value", "") != "books.example" {
			t.Errorf("by occasion, of one shop: %s", got.Text())
		}
	})
}

func TestASheetThatMayLieAboutNamesNobodyAndNothingBeforeItsKey(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list := shoppingTrip(t, db)
		tom := s.As(t, s.Tom)
		for _, path := range []string{
			paths.Lists.Print(list) + "?group=person&safe=true", paths.AssignmentsPrint() + "?safe=true&group=occasion", paths.AssignmentsPrint() + "?safe=true",
			paths.Occasions.Print(s.Christmas) + "?safe=true", paths.Occasions.Print(s.Christmas) + "?safe=true&sheet=wrapping", paths.People.Print(s.Ben) + "?safe=true",
		} {
			a := tom.Get(path)
			if a.Status != http.StatusOK {
				t.Fatalf("%s: %d", path, a.Status)
			}
			key := a.Doc.Find(".sheet-key")
			if got := key.Text(); !strings.Contains(got, "Ben") && !strings.Contains(got, "Bricks") {
				t.Errorf("%s: the key says %q", path, got)
			}
			key.Remove()
			a.Doc.Find("form").Remove()
			for _, word := range []string{"Ben", "Bricks", "Jumper", "secrets", "Christmas", "No wool", "Tom"} {
				if got := a.Doc.Find("title, main").Text(); strings.Contains(got, word) {
					t.Errorf("%s tells of %q: %s", path, word, got)
				}
			}
		}
	})
}

func TestAListStandsAsItsAddressSays(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list := shoppingTrip(t, db)
		tom := s.As(t, s.Tom)
		for query, want := range map[string]string{
			"":              "Idea Buying Totals",
			"?group=status": "Idea Buying Totals",
			"?group=person": "Ben Totals",
			"?group=shop":   "books.example Müller & Söhne No shop Totals",
			"?group=buyer":  "Nobody yet Tom Totals",
			"?group=none":   "Totals",
			"?group=x":      "Idea Buying Totals",
		} {
			a := tom.Get(paths.Lists.Print(list) + query)
			if got := words(a.Doc.Find("main h2")); got != want {
				t.Errorf("%s: headings %q, want %q", query, got, want)
			}
			if n := a.Doc.Find("tbody tr").Length(); n != 3 {
				t.Errorf("%s: %d gifts", query, n)
			}
			if got := a.Doc.Find("html").AttrOr("data-paper", ""); got != "a4" {
				t.Errorf("%s: on %q", query, got)
			}
		}
		a := tom.Get(paths.Lists.Print(list) + "?paper=letter&qr=true&auto=true&group=shop")
		if got := a.Doc.Find("html").AttrOr("data-paper", ""); got != "letter" || a.Doc.Find(".sheet-code path").Length() != 1 || a.Doc.Find("[data-print-now]").Length() != 1 {
			t.Errorf("on %q, with a code and a dialog wanted:\n%s", got, a.Body)
		}
		if a.Field("group") != "shop" || a.Field("paper") != "letter" {
			t.Error("the form forgets what the address asks for")
		}
	})
}

func TestAnOccasionsSheetsTellWhatThereIsToWrapAndToThankFor(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list := shoppingTrip(t, db)
		given := s.Item(t, s.Tom, list, fixture.Gift("Sledge", "40"))
		tom, lena := s.As(t, s.Tom), s.As(t, s.Lena)
		tom.Submit(paths.ItemStatus(given), form("status", "gifted", "version", "1"))
		sheet := func(b *webtest.Browser, query string) string {
			doc := b.Get(paths.Occasions.Print(s.Christmas) + query).Doc.Find("main")
			doc.Find(".screen").Remove()
			return doc.Text()
		}
		if got := sheet(tom, "?sheet=wrapping"); !strings.Contains(got, "Bricks") || strings.Contains(got, "Sledge") || strings.Contains(got, "Kite") {
			t.Errorf("to wrap: %s", got)
		}
		if got := sheet(tom, "?sheet=thanks"); !strings.Contains(got, "Sledge") || strings.Contains(got, "Bricks") || strings.Contains(got, "by hand") {
			t.Errorf("to thank for: %s", got)
		}
		if got := sheet(lena, "?sheet=thanks"); !strings.Contains(got, "To fill in by hand") {
			t.Errorf("Lena has no lines to fill in: %s", got)
		}
		tags := sheet(tom, "?sheet=tags&from=Mum+%26+Dad")
		if strings.Count(tags, "For Ben") != 2 || !strings.Contains(tags, "from Mum & Dad") || strings.Contains(tags, "Bricks") {
			t.Errorf("tags: %s", tags)
		}
		if got := sheet(tom, ""); !strings.Contains(got, "Summary") || !strings.Contains(got, "Ben’s secrets") {
			t.Errorf("summary: %s", got)
		}
		if a := tom.Get(paths.Occasions.Print(s.Christmas) + "?sheet=tags&label=5160"); a.Doc.Find("html").AttrOr("data-paper", "") != "letter" {
			t.Error("labels for Letter are printed on something else")
		}
		if a := tom.Get(paths.Occasions.Print(s.Christmas) + "?sheet=tags&used=23"); a.Doc.Find(".labels").Length() != 2 {
			t.Error("a sheet with one label left takes two tags")
		}
	})
}

func TestTheShoppingCardKnowsSizesAndPastGifts(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list := shoppingTrip(t, db)
		given := s.Item(t, s.Tom, list, fixture.Gift("Sledge", "40"))
		tom := s.As(t, s.Tom)
		tom.Submit(paths.ItemStatus(given), form("status", "gifted", "version", "1"))
		text := tom.Get(paths.People.Print(s.Ben)).Doc.Find("main").Text()
		for _, want := range []string{"Ben", "Clothes", "92", "No wool", "Sledge", "2026"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is missing in %s", want, text)
			}
		}
	})
}

// table reads an answer as a spreadsheet in German would.
func table(t *testing.T, a webtest.Answer) [][]string {
	t.Helper()
	body, marked := strings.CutPrefix(a.Body, "\ufeff")
	if !marked || !strings.HasPrefix(a.Header.Get("Content-Type"), "text/csv; charset=utf-8") || a.Header.Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("a mark: %t, %v", marked, a.Header)
	}
	r := csv.NewReader(strings.NewReader(body))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestATableOpensInAnySpreadsheetAndRunsNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "Ünïted \"list\"/../x", TargetPersonID: s.Ben})
		titles := []string{"=HYPERLINK(\"https://x\")", "+1", "-1", "@SUM(A1)", "＝1+1", "Käse 🧀; \"quoted\", and more", "plain"}
		for _, title := range titles {
			s.Item(t, s.Tom, list, fixture.Gift(title, "12,50"))
		}
		tom := s.As(t, s.Tom)
		for _, path := range []string{paths.ListCSV(list), paths.ListTable(list)} {
			a := tom.Get(path)
			rows := table(t, a)
			if len(rows) != len(titles)+1 || rows[0][0] != "Gift" {
				t.Fatalf("%s: %q", path, rows)
			}
			for i, title := range titles {
				want := title
				if i < 5 {
					want = "'" + title
				}
				if rows[i+1][0] != want || rows[i+1][8] != "12,50" {
					t.Errorf("%q stands as %q", title, rows[i+1])
				}
			}
			kind, params, err := mime.ParseMediaType(a.Header.Get("Content-Disposition"))
			if err != nil || kind != "attachment" || params["filename"] != "kinlist-n-ted-list-x-2026-11-23.csv" {
				t.Errorf("%s %v %v", kind, params, err)
			}
		}
	})
}

// Case 9.
func TestATableOfAHiddenListDoesNotTellItsTitleByItsName(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list := shoppingTrip(t, db)
		a := s.As(t, s.Tom).Get(paths.ListCSV(list))
		if got := a.Header.Get("Content-Disposition"); got != `attachment; filename="kinlist-list-2026-11-23.csv"` {
			t.Error(got)
		}
		rows := table(t, s.As(t, s.Tom).Get(paths.AssignmentsCSV()))
		if len(rows) != 4 || rows[2][0] != "'=1+1" || rows[3][2] != "Ben" || rows[3][3] != "Clothes 92" {
			t.Errorf("%q", rows)
		}
		own := s.List(t, s.Lena, dto.ListInput{Name: "Lena’s wishes", Type: "wishlist", TargetPersonID: s.LenaPerson})
		s.Item(t, s.Lena, own, fixture.Gift("Skates", "80"))
		if rows := table(t, s.As(t, s.Lena).Get(paths.ListCSV(own))); len(rows[0]) != 6 || rows[1][0] != "Skates" {
			t.Errorf("%q", rows)
		}
	})
}
