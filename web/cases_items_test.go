package web_test

import (
	"net/http"
	"strings"
	"sync"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// Case 4.
func TestWhatIsHiddenOnLenasListIsNowhereForHerAndOutlastsHerOrder(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", Type: "wishlist", TargetPersonID: s.LenaPerson})
		s.Item(t, s.Lena, list, fixture.Gift("Skates", "80"))
		hidden := s.Item(t, s.Tom, list, fixture.Gift("Drums", "90"))
		last := s.Item(t, s.Lena, list, fixture.Gift("Kite", "10"))
		lena := s.As(t, s.Lena)
		guessed, never := lena.Get(paths.Items.One(hidden)), lena.Get(paths.Items.One(s.Ben))
		said, _, _ := strings.Cut(guessed.Body, guessed.Header.Get("X-Trace-Id"))
		usual, _, _ := strings.Cut(never.Body, never.Header.Get("X-Trace-Id"))
		if guessed.Status != http.StatusNotFound || said != usual || len(said) < 1000 {
			t.Errorf("guessed: %d %s", guessed.Status, words(guessed.Doc.Find("main")))
		}
		first := lena.Submit(paths.ItemOrder(last), nil)
		if got := words(first.Doc.Find("#wishes .item")); got != "KiteSkates" {
			t.Errorf("Lena sees %q", got)
		}
		if rows := s.As(t, s.Tom).Get(paths.Lists.One(list)).Doc.Find("[data-row]"); rows.Length() != 3 || !strings.Contains(rows.Text(), "Drums") {
			t.Errorf("Tom sees %d rows", rows.Length())
		}
	})
}

// Case 11.
func TestOfTwentyWhoPressBuyingAtOnceOneWinsAndTheOthersAreToldWho(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, _, item := planned(t, db)
		pressed := []*webtest.Browser{s.As(t, s.Tom).HTMX(), s.As(t, s.Maria).HTMX()}
		answers := make([]webtest.Answer, 20)
		var all sync.WaitGroup
		for i := range answers {
			all.Go(func() {
				answers[i] = pressed[i%2].Post(paths.ItemStatus(item), form("status", "buying", "version", "1", "from", "list"))
			})
		}
		all.Wait()
		page, err := s.Services.Items.Page(t.Context(), s.Maria, item)
		if err != nil || page.Item.Buyer == nil || len(page.History) != 1 {
			t.Fatalf("%+v %v", page, err)
		}
		won := 0
		for _, a := range answers {
			switch {
			case a.Status == http.StatusOK:
				won++
			case a.Status != http.StatusConflict || !strings.Contains(words(a.Doc.Find("#plan-news")), "Updated just now by "+page.Item.Buyer.Name):
				t.Errorf("lost: %d %s", a.Status, words(a.Doc.Find("#plan-news")))
			}
		}
		if won != 1 {
			t.Errorf("%d have won", won)
		}
	})
}

// Case 12.
func TestAMisclickIsPutRightAndItsHistoryKeepsEveryStep(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, _, item := planned(t, db)
		tom := s.As(t, s.Tom)
		for _, to := range []string{"buying", "wrapped", "buying"} {
			tom.Submit(paths.ItemStatus(item), form("status", to, "from", "item"))
		}
		back := tom.Submit(paths.ItemUndo(item), form("from", "item"))
		if got := words(back.Doc.Find(".history li p:first-child")); got != "Tom: WrappedTom: BuyingTom: WrappedTom: Buying" {
			t.Errorf("the history says %q", got)
		}
	})
}

// Case 13.
func TestQuantityTimesPriceIsTheSameSumOnTheListAndTheOccasionInEachCurrency(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		tom := s.As(t, s.Tom)
		sums := func(when string, want ...string) {
			t.Helper()
			for page, part := range map[string]string{paths.Lists.One(list): "#list-summary", paths.Occasions.One(s.Christmas): "main"} {
				got := strings.ReplaceAll(words(tom.Get(page).Doc.Find(part)), "\u00a0", " ")
				for _, w := range want {
					if !strings.Contains(got, w) {
						t.Errorf("%s, %s does not say %q: %s", when, page, w, got)
					}
				}
			}
		}
		tom.Submit(paths.Items.One(item), form("quantity", "3", "planned_price", "12,50", "priority", "normal", "version", "1"))
		sums("planned", "37,50 €")
		tom.Submit(paths.ItemStatus(item), form("status", "buying", "version", "2"))
		tom.Submit(paths.Items.One(item), form("quantity", "3", "planned_price", "12,50", "actual_price", "11,99", "priority", "normal", "version", "3"))
		sums("spent", "35,97 €")
		for currency, price := range map[string]string{"JPY": "1500", "KWD": "1,5"} {
			gift := fixture.Gift("In "+currency, price)
			gift.Currency = currency
			s.Item(t, s.Tom, list, gift)
		}
		sums("in three currencies", "35,97 €", "1.500 ", "1,500 ")
	})
}

// Case 15.
func TestWhatABuyerWhoLeftHadInHandIsShownToTheAdminsWithoutBuyer(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, _, item := planned(t, db)
		s.As(t, s.Tom).Submit(paths.ItemStatus(item), form("status", "ordered"))
		maria := s.As(t, s.Maria)
		maria.Submit(paths.MemberRemove(s.Tom.UserID), form("confirm", "yes"))
		without := maria.Get(paths.Assignments()).Doc.Find("main a:contains('Without buyer')").AttrOr("href", "")
		if row := maria.Get(without).Doc.Find("#row-" + item); !strings.Contains(words(row), "Ordered") {
			t.Errorf("%s shows %q", without, words(row))
		}
	})
}

// Case 28.
func TestAPriceIsSentBackAsItIsShownInEveryCountrysWriting(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, _, item := planned(t, db)
		b := s.As(t, s.Maria)
		save := func(typed string) string {
			t.Helper()
			edit := b.Get(paths.Items.Edit(item))
			b.Submit(paths.Items.One(item), form("quantity", "1", "planned_price", typed, "priority", "normal", "version", edit.Field("version")))
			return b.Get(paths.Items.Edit(item)).Field("planned_price")
		}
		for typed, want := range map[string]string{"12,34": "12,34", "1.299,00": "1299,00"} {
			once := save(typed)
			if twice := save(once); once != want || twice != want {
				t.Errorf("in German %s is shown as %s, and sent back as %s", typed, once, twice)
			}
		}
		house := b.Get(paths.Family())
		b.Submit(paths.Family(), form("name", "Berg", "locale", "en-GB", "time_zone", "Europe/London", "currency", "EUR", "version", house.Field("version")))
		if shown := b.Get(paths.Items.Edit(item)).Field("planned_price"); save(shown) != shown {
			t.Errorf("%s is not itself after a visit", shown)
		}
		if got := save("1,299"); got != "1299.00" {
			t.Errorf("in English 1,299 is %s", got)
		}
	})
}

// Case 44.
func TestATitleOfAnySignsIsLimitedOrShownSafely(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben})
		b := s.As(t, s.Tom)
		for _, title := range []string{strings.Repeat("x", 10_000), " \t\u00a0 ", "\x00"} {
			if a := b.Post(paths.NewIdea(), form("title", title, "list_id", list)); a.Status != http.StatusUnprocessableEntity {
				t.Errorf("%.10q: %d", title, a.Status)
			}
		}
		b.Submit(paths.NewIdea(), form("title", "Bear 🧸 \u202egnp.exe\x00 <b>", "list_id", list))
		for _, page := range []string{paths.Lists.One(list), paths.Lists.Print(list), paths.ListCSV(list)} {
			a := b.Get(page)
			if a.Status != http.StatusOK || !strings.Contains(a.Body, "🧸") || strings.ContainsAny(a.Body, "\x00\u202e") || strings.Contains(a.Body, "<b>") && page != paths.ListCSV(list) {
				t.Errorf("%s: %d %q", page, a.Status, words(a.Doc.Find("main")))
			}
		}
	})
}
