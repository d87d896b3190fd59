package metadata

import (
	"net/url"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func FuzzHTML(f *testing.F) {
	for _, p := range patterns(f) {
		f.Add(p.link, p.contentType, saved(f, "patterns/"+p.name+".html"))
	}
	f.Add("https://www.amazon.de/dp/B08N5WRWNW", "text/html; charset=utf-8", []byte(`<span id=productTitle>A</span><span class=a-price><span class=a-offscreen>1 €`))
	f.Add("https://shop.example/a.png", "image/png", []byte("\x89PNG"))
	f.Add("x", "", []byte(ld(`{"@id":"a","b":{"@id":"a"}}`)))
	f.Fuzz(func(t *testing.T, link, contentType string, body []byte) {
		checkProduct(t, Parse(link, contentType, body))
	})
}

// checkProduct holds a product to what every reader of it may rely on.
func checkProduct(t *testing.T, p Product) {
	t.Helper()
	for _, text := range []string{p.Title, p.Description, p.Site} {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) || strings.TrimSpace(text) != text {
			t.Errorf("unclean text %q", text)
		}
	}
	for _, link := range []string{p.ImageURL, p.CanonicalURL} {
		if u, err := url.Parse(link); link != "" && (err != nil || !isWeb(u) || u.User != nil) {
			t.Errorf("unsafe link %q", link)
		}
	}
	if utf8.RuneCountInString(p.Title) > maxTitle || utf8.RuneCountInString(p.Description) > maxDescription {
		t.Error("too long a text")
	}
	if p.Price != nil && p.Price.Minor < 0 {
		t.Errorf("price %v", p.Price)
	}
	if _, err := p.MarshalJSON(); err != nil {
		t.Error(err)
	}
}

func FuzzJSONLD(f *testing.F) {
	f.Add(`{"@type":"Product","name":"Ball","offers":[{"price":1,},],} // x`)
	f.Add(`<!-- {"@graph":[{"@id":"a","offers":{"@id":"b"}},{"@id":"b","price":"1"}]} -->`)
	f.Add("{\"a\":\"\n\\'\"}")
	f.Fuzz(func(t *testing.T, script string) {
		checkProduct(t, ParseAs("https://shop.example/p/1", []byte(ld(script))))
	})
}

func FuzzLinks(f *testing.F) {
	for _, link := range []string{
		"https://shop.example/p?utm_source=x&a=%zz#r", " java\nscript:alert(1)", `https:\\u:p@müller.example\x`, "http://0x7f.1:80/", "shop.example", "https://www.amazon.de/dp/B08N5WRWNW?tag=x",
	} {
		f.Add(link)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		link, err := CleanLink(raw)
		if err != nil {
			return
		}
		u, err := url.Parse(link)
		if err != nil || !isWeb(u) || u.User != nil || len(link) > maxLink || strings.ContainsFunc(link, func(r rune) bool { return r <= ' ' || r > '~' }) {
			t.Errorf("%q: unsafe link %q", raw, link)
		}
		if again, err := CleanLink(link); again != link {
			t.Errorf("%q: %q becomes %q, %v", raw, link, again, err)
		}
		if Canonical(Canonical(link)) != Canonical(link) {
			t.Errorf("%q: unstable key %q, %q", raw, Canonical(link), Canonical(Canonical(link)))
		}
	})
}
