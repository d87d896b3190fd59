package browsertest

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/metadata"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

func TestAFamilySetsUpPlansAGiftFromARealPageAndPrintsTheList(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		t.Parallel()
		journey(t, db)
	})
}

func TestTheWholeJourneyWorksWithoutJavaScript(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		t.Parallel()
		journey(t, db, NoScript)
	})
}

// corrected is what the person in the journey makes of the title that the shop gives.
const corrected = "Flea tablets"

// journey takes a family from the first page to the list on paper, by what the pages offer to click and to type into.
func journey(t *testing.T, db *database.DB, options ...Option) {
	t.Helper()
	site := webtest.Empty(t, db, metadata.New(metadata.Config{Allow: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}}))
	b := Open(t, site.Server.URL, options...)
	scripted := len(options) == 0
	setUp(b)
	plan(b)
	b.Click("a", "Add a gift")
	addFromLink(b, shop(t)+"/shop-microdata.html")

	if scripted {
		Eval[bool](b, `window.same = true`)
	}
	for _, to := range []string{"Buying", "Ordered", "Wrapped"} {
		move(b, corrected, to, scripted)
	}
	if scripted && !Eval[bool](b, `window.same === true`) {
		t.Error("a status change loaded the page anew")
	}
	if row := b.Text("#group-wrapped [data-row]"); !strings.Contains(row, corrected) || !strings.Contains(row, "Maria") {
		t.Errorf("under Wrapped: %q", row)
	}

	b.Follow("a", "Print")
	b.Wait(`document.querySelector('.sheet-table')`)
	if Eval[bool](b, script("!!find('button', 'Print')")) != scripted {
		t.Errorf("the button that prints is there: %t; scripts: %t", !scripted, scripted)
	}
	onOneSheet(t, b.PDF())
}

// setUp makes the family on the first page that a new program shows.
func setUp(b *Browser) {
	b.tb.Helper()
	b.Go(paths.Home())
	b.Says("h1", "Welcome")
	b.Fill("Family name", "Berg")
	b.Set("Currency", "GBP")
	b.Fill("Your name", "Maria")
	b.Fill("Email", "maria@example.org")
	b.Fill("Password", "correct horse")
	b.Follow("button", "Create the family")
	b.Says("h2", "First steps")
}

// plan adds Ben, Christmas, and a list for the two.
func plan(b *Browser) {
	b.tb.Helper()
	b.Follow("main a", "Add a person")
	b.Fill("Name", "Ben")
	b.Set("Relationship", "Child")
	b.Fill("Day", "29")
	b.Set("Month", "February")
	b.Follow("button", "Save")
	b.Says("h1", "Ben")

	b.Follow("nav a", "Occasions")
	b.Follow("main a", "Add an occasion")
	b.Fill("Name", "Christmas")
	b.Set("Type", "Christmas")
	b.Set("Date", "2026-12-25")
	b.Set("Repeats", "Every year on this date")
	b.Check("Ben")
	b.Fill("Budget for Ben", "200")
	b.Follow("button", "Save")
	b.Says("h1", "Christmas")

	b.Follow("nav a", "Lists")
	b.Follow("main a", "New list")
	b.Fill("Name", "For Ben")
	b.Set("For", "Ben")
	b.Set("Occasion", "Christmas")
	b.Set("Who can see it", "Everybody but the person it is for")
	b.Follow("button", "Save")
	b.Says("h1", "For Ben")
}

// addFromLink lets Kinlist read a shop's page, corrects what it found and puts it on the list.
func addFromLink(b *Browser, link string) {
	b.tb.Helper()
	b.ExpectPictures()
	b.Says("h1", "Add")
	b.Fill("Paste a link", link)
	b.Click("button", "Read the link")
	b.Wait(script("document.readyState !== 'loading' && field('Title')?.value.startsWith('Johnsons 4 Fleas')"))
	if price, picture := b.Value("Price"), b.Value("Image link"); price == "" || !strings.HasPrefix(picture, "http") {
		b.tb.Errorf("of %s: price %q, picture %q", link, price, picture)
	}
	b.Fill("Title", corrected)
	b.Fill("Price", "5.50")
	b.Follow("button", "Add to the list")
	b.Says("#group-idea [data-row]", corrected)
}

// move takes a gift on a list's page to another status by its menu; by htmx, or by a plain form where scripts are off.
func move(b *Browser, gift, status string, scripted bool) {
	b.tb.Helper()
	if scripted {
		b.Click(b.Row(gift)+" .c-status a", "")
		b.Click("#moves button", status)
	} else { // the status leads to the item's page
		b.Follow(b.Row(gift)+" .c-status a", "")
		b.Click("#item .plan-status > button", "")
		b.Loading(func() { b.Click("#item [popover] button", status) })
		b.Follow(".trail a", "")
	}
	b.Says("#group-"+strings.ToLower(status)+" [data-row]", gift)
}

// onOneSheet checks a list on paper: one page with the title and the gift under Wrapped, and nothing of the screen.
func onOneSheet(t *testing.T, pdf []byte) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "list.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if info := output(t, "pdfinfo", file); !strings.Contains(info, "Pages:           1\n") || !strings.Contains(info, "(letter)") { // the browser says that it comes from America
		t.Errorf("one sheet of Letter was wanted:\n%s", info)
	}
	text := output(t, "pdftotext", "-layout", file, "-")
	_, wrapped, found := strings.Cut(text, "Wrapped")
	for _, want := range []string{corrected, "Maria", "5.50", "Totals"} {
		if !strings.Contains(wrapped, want) {
			t.Errorf("%q is missing under Wrapped (found: %t):\n%s", want, found, text)
		}
	}
	if !strings.Contains(text, "For Ben") || !strings.Contains(text, "Printed by Maria, November 23, 2026") {
		t.Errorf("no head:\n%s", text)
	}
	for _, screen := range []string{"Back", "Ctrl+P", "Dashboard", "Skip to"} {
		if strings.Contains(text, screen) {
			t.Errorf("%q is on paper:\n%s", screen, text)
		}
	}
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out)
}

// shop serves a real product page on loopback.
func shop(t *testing.T) string {
	t.Helper()
	file, err := os.Open("../../internal/metadata/testdata/shop-microdata.html.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	page, err := io.ReadAll(unzipped)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write(page)
	}))
	t.Cleanup(server.Close)
	return server.URL
}
