package metadata

import "testing"

func TestCanonicalLinkOfPages(t *testing.T) {
	t.Parallel()
	rel := func(link string) string { return `<link rel="canonical" href="` + link + `">` }
	runSamples(t, []sample{
		{name: "relative", link: "https://shop.example/p/1?utm_source=x", html: rel("/products/ball"), canon: "https://shop.example/products/ball"},
		{name: "rel in capitals", html: `<link rel="Canonical" href="/b">`, canon: "https://shop.example/b"},
		{name: "none: the link, less what tracks", link: "https://shop.example/p/1?utm_source=x&color=red&gclid=1", html: "", canon: "https://shop.example/p/1?color=red"},
		{name: "another host", html: rel("https://evil.example/p/1"), canon: "https://shop.example/p/1"},
		{name: "another name of the same site", link: "https://m.shop.co.uk/p/1", html: rel("https://www.shop.co.uk/p/1"), canon: "https://www.shop.co.uk/p/1"},
		{name: "the home page", html: rel("https://shop.example/"), canon: "https://shop.example/p/1"},
		{name: "one for all variants", link: "https://shop.example/p/1?variant=7", html: rel("/p/1"), canon: "https://shop.example/p/1?variant=7"},
		{name: "og:url", html: `<meta property="og:url" content="https://shop.example/ball?utm_campaign=x">`, canon: "https://shop.example/ball"},
		{name: "no link at all", html: rel("javascript:alert(1)"), canon: "https://shop.example/p/1"},
	})
}

func TestCanonicalIsOneKeyForOnePage(t *testing.T) {
	t.Parallel()
	for want, links := range map[string][]string{
		"https://amazon.de/dp/B08N5WRWNW": {
			"https://www.amazon.de/dp/B08N5WRWNW", "https://amazon.de/dp/b08n5wrwnw/", "https://www.amazon.de/Echo-Dot/dp/B08N5WRWNW/ref=sr_1_1?keywords=echo&qid=1&sr=8-1",
			"https://www.amazon.de/gp/product/B08N5WRWNW?psc=1", "https://www.amazon.de/gp/aw/d/B08N5WRWNW", "https://smile.amazon.de/dp/B08N5WRWNW?tag=x-21&th=1",
			"http://m.amazon.de/-/en/dp/B08N5WRWNW", "https://www.amazon.de/exec/obidos/ASIN/B08N5WRWNW/x-21", "https://www.amazon.de:443/o/ASIN/B08N5WRWNW",
		},
		"https://amazon.co.uk/dp/B08N5WRWNW":        {"https://www.amazon.co.uk/dp/B08N5WRWNW"},
		"https://shop.example/dp/B08N5WRWNW":        {"https://shop.example/dp/B08N5WRWNW"},
		"https://walmart.com/ip/123456789":          {"https://www.walmart.com/ip/Red-Ball/123456789?from=/search", "https://walmart.com/ip/123456789"},
		"https://target.com/p/-/A-12345678":         {"https://www.target.com/p/red-ball/-/A-12345678#lnk=sametab", "https://www.target.com/p/other/-/A-12345678?preselect=1"},
		"https://bestbuy.com/site/1234567":          {"https://www.bestbuy.com/site/red-ball/1234567.p?skuId=1234567"},
		"https://bol.com/p/-/9300000012345678":      {"https://www.bol.com/nl/nl/p/rode-bal/9300000012345678/?bltgh=x", "https://www.bol.com/nl/p/bal/9300000012345678/"},
		"https://shop.example/products/ball":        {"https://shop.example/collections/toys/products/ball", "https://www.shop.example/products/ball?ref=x"},
		"https://shop.example/p/2":                  {"https://shop.example/p/2?tag=anna-20", "https://shop.example/p/2?tag=anna0b-21&gbraid=1&ttclid=2&srsltid=3&aff=4"},
		"https://ebay.de/itm/123456789012":          {"https://www.ebay.de/itm/Some-Title/123456789012?hash=item1&_trkparms=x", "https://www.ebay.de/itm/123456789012"},
		"https://ebay.de/itm/123456789012?var=5":    {"https://www.ebay.de/itm/123456789012?hash=x&var=5"},
		"https://etsy.com/listing/123456":           {"https://www.etsy.com/de/listing/123456/silver-ring?click_key=1&ref=shop"},
		"https://shop.example/p/1":                  {"http://www.shop.example/p/1/", "https://shop.example:443/p/1?utm_source=a&fbclid=b#reviews", "HTTPS://SHOP.example./p/1?gclid=1&msclkid=2&mc_cid=3&igshid=4&ref=5"},
		"https://shop.example/p/1?color=red&size=m": {"https://shop.example/p/1?size=m&color=red", "https://shop.example/p/1?color=red&UTM_Source=x&size=m"},
		"https://shop.example/p/1?sku=7":            {"https://shop.example/p/1?sku=7"},
		"https://shop.example/p/1?tag=kids":         {"https://shop.example/p/1?tag=kids"},
		"https://shop.example/p?price-range=5":      {"https://shop.example/p?price-range=5"},
		"https://shop.example/#/p/1":                {"https://shop.example/#/p/1"},
		"https://shop.example:8443/p/1":             {"https://shop.example:8443/p/1"},
		"https://xn--mller-kva.example/p":           {"https://müller.example/p", "https://MÜLLER.example/p"},
		"no link":                                   {" no link "},
	} {
		for _, link := range links {
			if got := Canonical(link); got != want {
				t.Errorf("%s: got %s, want %s", link, got, want)
			}
			if again := Canonical(Canonical(link)); again != Canonical(link) {
				t.Errorf("%s: not stable: %s", link, again)
			}
		}
	}
}
