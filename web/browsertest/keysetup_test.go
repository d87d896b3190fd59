package browsertest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kinlist/internal/dbtest"
	"kinlist/internal/paths"
	"kinlist/web/webtest"
)

// Nobody touches the mouse: Tab and typing in forms, the keys of the registry everywhere else.
func TestAFamilyGoesFromSetUpToThePrintedListByKeysAlone(t *testing.T) {
	t.Parallel()
	windows(t, func(t *testing.T, open func(testing.TB, string, ...Option) *Browser) {
		setUpToPrint(t, open(t, webtest.Empty(t, dbtest.Open(t), nil).Server.URL))
	})
}

func setUpToPrint(t *testing.T, b *Browser) {
	t.Helper()
	b.Go(paths.Home())
	b.Says("h1", "Welcome")
	b.Write("Family name", "Berg")
	b.Choose("Currency", "GBP")
	b.Write("Your name", "Maria")
	b.Write("Email", "maria@example.org")
	b.Write("Password", "correct horse")
	b.Loading(func() { b.Key(Enter) })
	b.Says("h2", "First steps")

	b.Loading(func() { b.Strike("g", "p") })
	b.Press("main a", "Add a person")
	b.Write("Name", "Ben")
	b.Choose("Relationship", "Child")
	b.Write("Day", "29")
	b.Choose("Month", "February")
	b.Loading(func() { b.Strike("Mod+Enter") })
	b.Says("h1", "Ben")

	b.Loading(func() { b.Strike("g", "o") })
	b.Press("main a", "Add an occasion")
	b.Write("Name", "Christmas")
	b.Choose("Type", "Christmas")
	b.Write("Date", "25 Dec 2026")
	b.Choose("Repeats", "Every year on this date")
	b.Tick("Ben")
	b.Write("Budget for Ben", "200")
	b.Loading(func() { b.Strike("Mod+Enter") })
	b.Says("h1", "Christmas")

	b.Loading(func() { b.Strike("g", "l") })
	b.Press("main a", "New list")
	b.Write("Name", "For Ben")
	b.Choose("For", "Ben")
	b.Choose("Occasion", "Christmas")
	b.Loading(func() { b.Strike("Mod+Enter") })
	b.Says("h1", "For Ben")

	b.Loading(func() { b.Strike("c") })
	b.Write("Title", "Flea tablets")
	b.Write("Price", "12.50")
	b.Loading(func() { b.Strike("Mod+Enter") })
	b.Says("h1", "For Ben")
	b.Says("#group-idea [data-row]", "Flea tablets")
	b.Strike("j", "3")
	b.Says("#group-buying [data-row]", "Flea tablets")
	b.Strike("6")
	b.Says("#group-wrapped [data-row]", "Flea tablets")

	b.Loading(func() { b.Strike("p") })
	b.Wait(`document.querySelector('.sheet-table')`)
	b.Says("body", "Flea tablets")
	file := filepath.Join(t.TempDir(), "list.pdf")
	if err := os.WriteFile(file, b.PDF(), 0o600); err != nil {
		t.Fatal(err)
	}
	_, wrapped, _ := strings.Cut(output(t, "pdftotext", "-layout", file, "-"), "Wrapped")
	if !strings.Contains(wrapped, "Flea tablets") || !strings.Contains(wrapped, "12.50") {
		t.Errorf("on paper: %s", wrapped)
	}
}
