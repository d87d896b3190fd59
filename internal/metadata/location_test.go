package metadata

import (
	"errors"
	"net/url"
	"strings"
	"testing"
)

func TestCleanLinkKeepsWebLinks(t *testing.T) {
	t.Parallel()
	for raw, want := range map[string]string{
		"https://shop.example/p/1":                           "https://shop.example/p/1",
		" https://shop.example/p/1\n":                        "https://shop.example/p/1",
		"ht\ntps://shop.ex\tample/p":                         "https://shop.example/p",
		"HTTPS://Shop.Example":                               "https://shop.example/",
		"shop.example/p":                                     "https://shop.example/p",
		"www.shop.example":                                   "https://www.shop.example/",
		"shop.example:8443/p":                                "https://shop.example:8443/p",
		"https:shop.example/p":                               "https://shop.example/p",
		`https:\\shop.example\p`:                             "https://shop.example/p",
		`https://shop.example\@evil.example/`:                "https://shop.example/@evil.example/",
		"https://user:password@shop.example/p":               "https://shop.example/p",
		"https://müller.example/bär?q=süß":                   "https://xn--mller-kva.example/b%C3%A4r?q=s%C3%BC%C3%9F",
		"https://shop.example/50%-off?q=100%":                "https://shop.example/50%25-off?q=100%25",
		"https://shop.example/a b":                           "https://shop.example/a%20b",
		"https://shop.example/p?utm_source=a&x=1&fbclid=2#r": "https://shop.example/p?x=1#r",
		"https://shop.example/p?b=2&a=1":                     "https://shop.example/p?b=2&a=1",
		"https://shop.example/p#:~:text=foo":                 "https://shop.example/p",
		"https://www.amazon.de/dp/B08N5WRWNW?tag=x-21&th=1":  "https://www.amazon.de/dp/B08N5WRWNW",
		"https://shop.example:443/p":                         "https://shop.example/p",
		"http://shop.example:80/p":                           "http://shop.example/p",
		"http://[2001:db8::1]:8080/":                         "http://[2001:db8::1]:8080/",
		"http://0x7f.1/":                                     "http://127.0.0.1/",
		"http://2130706433/":                                 "http://127.0.0.1/",
		"http://0177.0.0.01/":                                "http://127.0.0.1/",
		"https://shop.example/\u202egpj":                     "https://shop.example/gpj",
		"https://shop.example/?q=\"<script>":                 "https://shop.example/?q=%22%3Cscript%3E",
	} {
		got, err := CleanLink(raw)
		if err != nil || got != want {
			t.Errorf("%q: got %q, %v; want %q", raw, got, err, want)
		}
	}
}

func TestCleanLinkRefusesWhatIsNoWebLink(t *testing.T) {
	t.Parallel()
	for _, raw := range []string{
		"", " ", "javascript:alert(1)", " java\nscript:alert(1)", "\x01javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\x00script:alert(1)", "javascript://shop.example/%0aalert(1)",
		"data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "ftp://shop.example", "mailto:ann@shop.example", "tel:1", "blob:https://shop.example/1",
		"http://", "https:///", "http://?q", "https://user@/", "//shop.example/p", "/p/1", "shop", "ann@shop.example", "http://shop.example:99999/", "http://1.2.3.4.5/", "http://256.1.1.1/",
		"https://sh op.example/", "https://shop.example:http/", "https://%zz/", "https://" + strings.Repeat("a", 300) + ".example/", "https://shop.example/" + strings.Repeat("a", 2048),
	} {
		got, err := CleanLink(raw)
		var refused *LinkError
		if !errors.As(err, &refused) || got != "" {
			t.Errorf("%q: got %q, %v", raw, got, err)
		} else if !strings.HasSuffix(refused.Error(), ".") {
			t.Errorf("%q: no sentence: %q", raw, refused.Error())
		}
	}
}

func TestTitleFromLink(t *testing.T) {
	t.Parallel()
	for link, want := range map[string]string{
		"https://s.example/p/red-wooden-train-12345.html":  "Red wooden train",
		"https://s.example/12345-red_wooden+train":         "Red wooden train",
		"https://s.example/Red-Wooden-Train/dp/B08N5WRWNW": "Red Wooden Train",
		"https://s.example/products/b%C3%A4r-braun?v=1":    "Bär braun",
		"https://s.example/toys/ball":                      "Ball",
		"https://s.example/p/12345":                        "",
		"https://s.example/product/B08N5WRWNW":             "",
		"https://s.example/":                               "",
		"https://s.example/index.php":                      "",
		"https://s.example/おもちゃ-電車":                        "おもちゃ 電車",
		"https://s.example/img/red-ball.JPG":               "Red ball",
		"https://s.example/a-very-nice-lamp/reviews":       "A very nice lamp",
	} {
		u, err := url.Parse(link)
		if err != nil {
			t.Fatal(err)
		}
		if got := titleFromLink(u); got != want {
			t.Errorf("%s: got %q, want %q", link, got, want)
		}
	}
}
