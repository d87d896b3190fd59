package metadata

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kinlist/internal/money"
)

// none is what a test wants of a field that must stay empty.
const none = "(none)"

// sample is a page and what should be read off it. An empty want is not looked at.
type sample struct {
	name  string
	link  string // "https://shop.example/p/1" when empty
	html  string
	title string
	price string // "12.50 EUR", "from 12.50 EUR"
	image string
	desc  string
	site  string
	canon string
	avail string
	warn  string
}

func runSamples(t *testing.T, samples []sample) {
	t.Helper()
	for _, s := range samples {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			if s.link == "" {
				s.link = "https://shop.example/p/1"
			}
			s.check(t, ParseAs(s.link, []byte(s.html)))
		})
	}
}

func (s sample) check(t *testing.T, got Product) {
	t.Helper()
	for _, f := range s.fields(got) {
		if f.got != f.want {
			t.Errorf("%s: got %q, want %q", f.name, f.got, f.want)
		}
	}
}

// field is what was read of a product and what should have been.
type field struct{ name, want, got string }

// fields are those of a product that the sample says something about.
func (s sample) fields(got Product) []field {
	all := []field{
		{"title", s.title, got.Title},
		{"price", s.price, priceText(got)},
		{"image", s.image, got.ImageURL},
		{"description", s.desc, got.Description},
		{"site", s.site, got.Site},
		{"canonical", s.canon, got.CanonicalURL},
		{"availability", s.avail, got.Availability},
		{"warnings", s.warn, strings.Join(got.Warnings, " ")},
	}
	all = slices.DeleteFunc(all, func(f field) bool { return f.want == "" })
	for i := range all {
		if all[i].want == none {
			all[i].want = ""
		}
	}
	return all
}

func priceText(p Product) string {
	if p.Price == nil {
		return ""
	}
	text := strings.TrimSpace(money.Decimal(*p.Price) + " " + p.Price.Currency)
	if p.PriceFrom {
		return "from " + text
	}
	return text
}

// saved reads a page of testdata, unpacked when it is packed.
func saved(tb testing.TB, name string) []byte {
	tb.Helper()
	file, err := os.Open(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	var reader io.Reader = file
	if strings.HasSuffix(name, ".gz") {
		if reader, err = gzip.NewReader(file); err != nil {
			tb.Fatal(err)
		}
	}
	body, err := io.ReadAll(reader)
	if err != nil {
		tb.Fatal(err)
	}
	return body
}
