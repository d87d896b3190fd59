package browsertest

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/paths"
)

// asked are the checks that were sent, each as the control it was about.
func (b *Browser) asked() []string {
	var all []string
	for _, q := range b.Requests() {
		if _, control, check := strings.Cut(q.URL, "?check="); check && q.Method == http.MethodPost {
			all = append(all, control)
		}
	}
	return all
}

// wrong waits until the field that a label names is marked, and says why.
func wrong(b *Browser, label, says string) {
	b.tb.Helper()
	until[bool](b, label+" to say "+says, script(`(() => {
		const f = field(a), e = document.getElementById(f.getAttribute('aria-describedby')?.split(' ').at(-1));
		return f.ariaInvalid === 'true' && !!e && tidy(e.innerText) === b;
	})()`, label, says))
}

func TestAFieldSaysWhatIsWrongWithItOnceItIsLeftAndTheNextOneKeepsTheFocusAndItsText(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Expect(http.StatusUnprocessableEntity)
		b.Go(paths.Gifts.New())
		b.settle()
		title := Eval[string](b, `document.title`)
		b.Forget()
		b.Write("Price", "lots")
		b.Letters("!")
		b.Key(Tab, Tab)
		b.Letters("Toy")
		wrong(b, "Price", "Write a price like 12,50.")
		b.Letters("s")
		if b.Focused() != "input#source" || b.Value("Shop") != "Toys" || b.Value("Price") != "lots!" {
			t.Errorf("the focus is on %s; shop %q, price %q", b.Focused(), b.Value("Shop"), b.Value("Price"))
		}
		if Eval[bool](b, `!!document.querySelector('#errors, #title-error') || document.title !== '`+title+`'`) {
			t.Error("more than the field was scolded")
		}
		b.Wait(`document.getElementById('live').textContent === 'Price: Write a price like 12,50.'`)

		b.Fill("Price", "12,5")
		b.Key(Tab)
		b.Wait(`!document.querySelector('.error') && !document.querySelector('[aria-invalid]')`)
		if b.Focused() != "select#currency" || b.Value("Price") != "12,5" {
			t.Errorf("mended: the focus is on %s, price %q", b.Focused(), b.Value("Price"))
		}
		if got := b.asked(); !slices.Equal(got, []string{"price", "source", "price"}) {
			t.Errorf("asked about %v", got)
		}
		if n := Eval[int](b, `[...performance.getEntriesByType('navigation')].length + document.querySelectorAll('[name=price]').length`); n != 2 {
			t.Error("the page was loaded again, or the field is there twice")
		}
	})
}

func TestEnterInAWrongFieldIsAnsweredOnceByTheForm(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Expect(http.StatusUnprocessableEntity)
		slow := slowly(t, f.Site, "POST "+paths.Gifts.Index())
		b.Go(paths.Gifts.New())
		b.settle()
		b.Fill("Title", "Kite")
		b.TabToField("Price")
		if !waitFor(func() bool { return slices.Equal(b.asked(), []string{"title"}) }) {
			t.Fatalf("asked about %v", b.asked())
		}
		b.Forget()
		b.Letters("lots")
		b.Key(Enter)
		slow.reached("POST " + paths.Gifts.Index())
		Eval[bool](b, `new Promise((done) => setTimeout(() => done(true), 400))`) // the field would have asked by then
		slow.let("POST " + paths.Gifts.Index())
		b.Wait(`document.activeElement.id === 'errors'`)
		wrong(b, "Price", "Write a price like 12,50.")
		if posts, asked := b.Posts(), b.asked(); len(posts) != 1 || len(asked) != 0 {
			t.Errorf("sent %v, asked %v", posts, asked)
		}
		b.Fill("Price", "12,50") // after a form that was refused too
		b.Key(Tab)
		b.Wait(`!document.getElementById('price-error')`)
		b.Click("#save", "")
		b.Wait(`location.pathname !== '` + paths.Gifts.New() + `'`)
	})
}

func TestAWrongDayAndAWrongBirthdayAreSaidBesideThem(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Expect(http.StatusUnprocessableEntity)
		b.Go(paths.Occasions.New())
		b.settle()
		b.Write("Date", "31.2.2027")
		b.Key(Tab)
		wrong(b, "Date", "Write the date like 24 Dec 2026, 24.12. or 2026-12-24.")
		b.Fill("Date", "24.12.2027")
		b.Key(Tab)
		b.Wait(`!document.getElementById('date-error')`)

		b.Go(paths.People.New())
		b.settle()
		b.Write("Name", "Zoe")
		b.Write("Day", "31")
		b.Choose("Month", "feb")
		b.Key(Tab)
		b.Letters("20")
		wrong(b, "Day", "This month has no day 31.")
		b.Letters("19")
		if b.Focused() != "input#birth_year" || b.Value("Year") != "2019" || b.Value("Month") != "2" {
			t.Errorf("the focus is on %s; %s.%s.%s", b.Focused(), b.Value("Day"), b.Value("Month"), b.Value("Year"))
		}
		b.Fill("Day", "28")
		b.Key(Tab)
		b.Wait(`!document.querySelector('.error')`)
		if b.Focused() != "select#birth_month" || b.Value("Year") != "2019" || b.Value("Name") != "Zoe" {
			t.Errorf("mended: the focus is on %s, year %q, name %q", b.Focused(), b.Value("Year"), b.Value("Name"))
		}
	})
}

// Nothing jumps: a notice stays where it is, a menu stays open, and who clicked beside everything is not sent elsewhere.
func TestACheckTakesNoNoticeAwayAndMovesNoFocus(t *testing.T) {
	t.Parallel()
	inBoth(t, func(t *testing.T, open opener) {
		f := newFamily(t)
		b := open(t, f.Site, f.Maria)
		b.Expect(http.StatusUnprocessableEntity)
		b.Go(paths.NewListItem(f.list))
		b.settle()
		b.Fill("Title", "Kite")
		b.Loading(func() { b.Click("#save-again", "") })
		b.settle()
		b.Says("#notices", "Added.")
		b.Fill("Quantity", "none")
		b.Click("#user", "")
		wrong(b, "Quantity", "Enter a number from 1 to 9999.")
		if Eval[bool](b, `!document.querySelector('#user-menu:popover-open') || !document.querySelector('#notices .notice')`) {
			t.Error("the menu was closed, or the notice is gone")
		}
		b.Key(Escape)
		b.Fill("Quantity", "2")
		Eval[bool](b, `(document.activeElement.blur(), true)`)
		b.Wait(`!document.querySelector('.error')`)
		if b.Focused() != "body#" {
			t.Errorf("the focus went to %s", b.Focused())
		}
	})
}
