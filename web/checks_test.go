package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/paths"
	"kinlist/internal/worlds"
	"kinlist/views/itemview"
	"kinlist/web/webtest"
)

// told is a form in which a field is typed wrong and right.
type told struct {
	page, control, wrong, says, right string
	part                              bool // the form is a part of another page
}

// formsOf are the forms that people fill in; item is one that Maria plans.
func formsOf(t *testing.T, s *webtest.Site, b *webtest.Browser, list, item string) []told {
	t.Helper()
	gift := b.Post(paths.Gifts.Index(), form("title", "Kite", "price", "10")).ID()
	tag := b.Post(paths.Tags.Index(), form("name", "Toys", "type", "custom")).ID()
	const price = "Write a price like 12,50."
	return []told{
		{page: paths.People.New(), control: "display_name", wrong: " ", says: "Enter a name.", right: "Zoe"},
		{page: paths.People.Edit(s.Ben), control: "birth_year", wrong: "1066", says: "Enter a year from 1850 to 2026, or leave it empty.", right: ""},
		{page: paths.People.New(), control: "size_value-0", wrong: "38", says: "Say what 38 is the size of.", right: ""},
		{page: paths.Occasions.New(), control: "date", wrong: "31.2.2027", says: "", right: "24.12.2027"},
		{page: paths.Occasions.Edit(s.Christmas), control: "person_budget_" + s.Ben, wrong: "-3", says: "", right: "30"},
		{page: paths.Lists.New(), control: "name", wrong: "", says: "Enter a name.", right: "Ben"},
		{page: paths.Lists.Edit(list), control: "name", wrong: "", says: "Enter a name.", right: "Ben"},
		{page: paths.Gifts.New(), control: "price", wrong: "lots", says: price, right: "12,50"},
		{page: paths.Gifts.Edit(gift), control: "link", wrong: "javascript:alert(1)", says: "Only links that start with http:// or https:// can be kept.", right: "https://shop.example/kite"},
		{page: paths.NewListItem(list), control: "quantity", wrong: "0", says: "", right: "2"},
		{page: paths.NewIdea(), control: "price", wrong: "lots", says: price, right: "12,50"},
		{page: paths.With(paths.QuickIdea(), "line", "Kite 20"), control: "quick-price", wrong: "lots", says: price, right: "12,50"},
		{page: paths.Items.Edit(item), control: "actual_price", wrong: "lots", says: price, right: "12,50"},
		{page: paths.With(paths.Items.Edit(item), "field", itemview.InRow), control: "edit-actual_price-" + item, wrong: "lots", says: price, right: "12,50", part: true},
		{page: paths.With(paths.Items.Edit(item), "field", "price"), control: "price-" + item, wrong: "lots", says: price, right: "12,50", part: true},
		{page: paths.Tags.New(), control: "name", wrong: "", says: "Enter a name.", right: "Books"},
		{page: paths.Tags.Edit(tag), control: "name", wrong: "a,b", says: "", right: "Games"},
		{page: paths.Profile(), control: "name", wrong: "", says: "Enter a name.", right: "Maria"},
		{page: paths.Family(), control: "time_zone", wrong: "Vienna", says: "Enter a time zone like Europe/Vienna.", right: "Europe/Vienna"},
		{page: paths.Members(), control: "email", wrong: "nobody", says: "", right: "new@example.org"},
	}
}

// One address, one handler, one set of rules: a field that was changed asks the form's own address, and takes itself from
// the answer.
func TestAFieldThatIsChangedIsToldWhatIsWrongWithItAndNothingIsWritten(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		b := s.As(t, s.Maria)
		all := formsOf(t, s, b, list, item)
		before := worlds.Rows(t, db)
		for _, f := range all {
			page := b
			if f.part {
				page = b.HTMX()
			}
			shown := page.Get(f.page)
			ask, typed := asking(t, shown.Doc, f.control)
			wrong := b.HTMX().Post(ask, with(typed, f.control, shown.Doc, f.wrong))
			said := strings.TrimSpace(wrong.Doc.Find(".error").Text())
			if wrong.Status != http.StatusUnprocessableEntity || said == "" || f.says != "" && said != f.says {
				t.Errorf("%s, %s %q: %d, says %q", f.page, f.control, f.wrong, wrong.Status, said)
			}
			field := wrong.Doc.Find("[id='" + f.control + "']")
			if field.Length() != 1 || field.AttrOr("hx-post", "") != ask || wrong.Doc.Find("body > *").Length() != 1 || wrong.Doc.Find("[autofocus], form, h1, title").Length() > 0 {
				t.Errorf("%s, %s: not the field alone: %s", f.page, f.control, wrong.Body)
			}
			if heard := wrong.Header.Get("HX-Trigger"); !strings.HasPrefix(heard, `{"announce":{"text":"`) {
				t.Errorf("%s, %s: nothing to be read out: %q", f.page, f.control, heard)
			}
			right := b.HTMX().Post(ask, with(typed, f.control, shown.Doc, f.right))
			if right.Status != http.StatusOK || right.Doc.Find(".error, [aria-invalid]").Length() > 0 || right.Doc.Find("[id='"+f.control+"']").Length() != 1 || right.Header.Get("HX-Trigger") != "" {
				t.Errorf("%s, %s %q: %d %s", f.page, f.control, f.right, right.Status, right.Body)
			}
		}
		worlds.Unchanged(t, before, worlds.Rows(t, db))
	})
}

// Every field that asks gets an answer about itself; what nobody has come to yet is not scolded.
func TestEveryFieldThatAsksIsAnsweredAboutItself(t *testing.T) {
	t.Parallel()
	s, list, item := planned(t, dbtest.Open(t))
	b := s.As(t, s.Maria)
	asked := 0
	for _, f := range formsOf(t, s, b, list, item) {
		page := b
		if f.part {
			page = b.HTMX()
		}
		shown := page.Get(f.page)
		shown.Doc.Find("input[hx-post], select[hx-post], textarea[hx-post]").Each(func(_ int, e *goquery.Selection) {
			id := e.AttrOr("id", "")
			ask, typed := asking(t, shown.Doc, id)
			a := b.HTMX().Post(ask, typed)
			if a.Status != http.StatusOK && a.Status != http.StatusUnprocessableEntity || a.Doc.Find("[id='"+id+"']").Length() != 1 {
				t.Errorf("%s, %s: %d %s", f.page, id, a.Status, a.Body)
			}
			asked++
		})
	}
	if asked < 100 {
		t.Errorf("only %d fields ask", asked)
	}
}

func TestABirthdayIsNotScoldedBeforeItsMonthIsChosen(t *testing.T) {
	t.Parallel()
	s := webtest.Family(t, dbtest.Open(t))
	b := s.As(t, s.Maria).HTMX()
	for _, c := range []struct{ control, day, month, year, says string }{
		{"birth_day", "31", "", "", ""},
		{"birth_month", "31", "2", "", "This month has no day 31."},
		{"birth_day", "32", "", "", "Enter the day as a number from 1 to 31."},
		{"birth_day", "", "2", "", "Enter the day as a number from 1 to 31."},
		{"birth_year", "", "", "2001", ""},
		{"birth_year", "1", "2", "1066", "Enter a year from 1850 to 2026, or leave it empty."},
		{"birth_day", "28", "2", "2001", ""},
	} {
		typed := form("display_name", "", "birth_day", c.day, "birth_month", c.month, "birth_year", c.year)
		a := b.Post(paths.Check(paths.People.Index(), c.control), typed)
		if got := a.Doc.Find("#birthday-error").Text(); got != c.says {
			t.Errorf("%+v: says %q", c, got)
		}
	}
}

// What only saving brings to light is said when it is saved: that somebody else was there, that one may not.
func TestACheckSaysNothingBesideTheField(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, list, item := planned(t, db)
		wishes := s.List(t, s.Maria, dto.ListInput{Name: "Lena", TargetPersonID: s.LenaPerson, Visibility: "family"})
		hidden := s.Item(t, s.Maria, wishes, fixture.Gift("Skates", "40"))
		maria := s.As(t, s.Maria)
		others := map[string]*webtest.Browser{"guest": s.As(t, s.Gast), "child": s.As(t, s.Lena), "nobody": s.Browser(t)}
		maria.Submit(paths.Lists.One(list), form("name", "Ben’s list", "type", "gift", "target_person_id", s.Ben, "version", "1"))
		stale := form("name", "Ben", "type", "gift", "target_person_id", s.Ben, "version", "1")
		before := worlds.Rows(t, db)
		if a := maria.HTMX().Post(paths.Check(paths.Lists.One(list), "name"), stale); a.Status != http.StatusOK || a.Doc.Find(".error").Length() > 0 {
			t.Errorf("a stale form: %d %s", a.Status, a.Body)
		}
		for who, b := range others {
			for ask, typed := range map[string]url.Values{
				paths.Check(paths.Items.One(item), "actual_price"):      form("actual_price", "lots", "quantity", "1"),
				paths.Check(paths.Items.One(hidden), "actual_price"):    form("actual_price", "lots", "quantity", "1"),
				paths.Check(paths.Items.One("no-such"), "actual_price"): form("actual_price", "lots", "quantity", "1"),
				paths.Check(paths.Invitations(), "email"):               form("email", "nobody"),
				paths.Check(paths.Family(), "name"):                     form("name", ""),
				paths.Check(paths.Login(), "email"):                     form("email", "nobody"),
				paths.Check(paths.ItemStatus(item), "status"):           form("status", "buying", "version", "1"),
				paths.Tags.Index() + "?check=":                          form("name", ""),
				paths.Check(paths.Tags.Index(), "nothing"):              form("name", ""),
			} {
				if who == "child" && strings.Contains(ask, item) && !strings.Contains(ask, "/status") {
					continue // Lena plans for Ben too
				}
				a := b.HTMX().Post(ask, typed)
				if a.Status != http.StatusNoContent || a.Body != "" || a.Header.Get("HX-Redirect") != "" {
					t.Errorf("%s asks %s: %d %s", who, ask, a.Status, a.Body)
				}
			}
		}
		worlds.Unchanged(t, before, worlds.Rows(t, db))
	})
}

// Whoever has no account may ask as often as they type: it takes no hash, and tells no secret. Case 34.
func TestTheDoorsTellNoSecretWhileSomebodyTypes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := webtest.Family(t, db)
		email := s.SetPassword(t, s.Tom)
		invite := paths.Invite(inviteToken(t, s))
		b := s.Browser(t)
		for range 50 {
			for _, c := range []struct {
				at, control string
				typed       url.Values
				says        string
			}{
				{invite, "password", form("email", email, "password", "not the one"), ""},
				{invite, "name", form("email", "new@example.org", "password", ""), ""},
				{invite, "email", form("email", "nobody"), "Enter an e-mail address."},
				{invite, "password", form("email", "new@example.org", "password", "short"), "Use at least 8 characters."},
				{paths.Setup(), "family_name", form("family_name", ""), "Enter the family's name."},
			} {
				a := b.HTMX().Post(paths.Check(c.at, c.control), c.typed)
				if got := strings.TrimSpace(a.Doc.Find(".error").Text()); a.Status == http.StatusTooManyRequests || c.says == "" && got != "" || c.says != "" && got == "" {
					t.Fatalf("%s, %s %v: %d %q", c.at, c.control, c.typed, a.Status, got)
				}
			}
		}
		maria := s.As(t, s.Maria)
		for range 20 { // which addresses have an account is nobody's to find out
			a := maria.HTMX().Post(paths.Check(paths.Profile(), "email"), form("name", "Maria", "email", email, "version", "1"))
			if a.Status != http.StatusOK {
				t.Fatalf("another's address: %d %s", a.Status, a.Body)
			}
		}
		if a := b.Post(invite, form("name", "New", "email", "new@example.org", "password", fixture.Password)); a.Status != http.StatusSeeOther {
			t.Errorf("the invitation afterwards: %d", a.Status)
		}
	})
}

func inviteToken(t *testing.T, s *webtest.Site) string {
	t.Helper()
	made, err := s.Services.Invitations.Create(t.Context(), s.Maria, dto.InvitationInput{Role: "member"})
	if err != nil {
		t.Fatal(err)
	}
	return made.Token
}

// asking is where a control asks about itself, and its form as it stands on the page.
func asking(t *testing.T, doc *goquery.Document, control string) (string, url.Values) {
	t.Helper()
	e := doc.Find("[id='" + control + "']")
	ask, asks := e.Attr("hx-post")
	if !asks {
		t.Fatalf("%s asks nothing: %s", control, doc.Text())
	}
	typed := url.Values{}
	e.Closest("form").Find("[name]").Each(func(_ int, f *goquery.Selection) {
		name, value := f.AttrOr("name", ""), f.AttrOr("value", "")
		_, checked := f.Attr("checked")
		switch {
		case f.Is("button"), f.Is("[type=checkbox]") && !checked:
			return
		case f.Is("textarea"):
			value = f.Text()
		case f.Is("select"):
			value = f.Find("option[selected]").AttrOr("value", f.Find("option").First().AttrOr("value", ""))
		}
		typed.Add(name, value)
	})
	return ask, typed
}

// with is a form with another value for one control.
func with(typed url.Values, control string, doc *goquery.Document, value string) url.Values {
	out, name := url.Values{}, doc.Find("[id='"+control+"']").AttrOr("name", "")
	for n, all := range typed {
		out[n] = slices.Clone(all)
	}
	out[name][0] = value
	return out
}
