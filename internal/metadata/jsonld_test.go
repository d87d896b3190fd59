package metadata

import "testing"

// ld wraps JSON-LD in a page.
func ld(scripts ...string) string {
	html := `<html><head><title>T</title>`
	for _, script := range scripts {
		html += `<script type="application/ld+json">` + script + `</script>`
	}
	return html + `</head><body></body></html>`
}

func TestJSONLDShapes(t *testing.T) {
	t.Parallel()
	runSamples(t, []sample{
		{
			name: "offer as object", html: ld(`{"@context":"https://schema.org","@type":"Product","name":"Ball","image":"https://c.example/b.jpg","description":"Round","offers":{"@type":"Offer","price":"12.50","priceCurrency":"EUR","availability":"https://schema.org/InStock"}}`),
			title: "Ball", price: "12.50 EUR", image: "https://c.example/b.jpg", desc: "Round", avail: InStock,
		},
		{
			name: "offers as array: the one in stock", html: ld(`{"@type":"Product","name":"B","offers":[{"price":10,"priceCurrency":"EUR","availability":"OutOfStock"},{"price":12,"priceCurrency":"EUR","availability":"http://schema.org/InStock"}]}`),
			price: "12.00 EUR", avail: InStock,
		},
		{name: "all sold out: the first", html: ld(`{"@type":"Product","name":"B","offers":[{"price":10,"priceCurrency":"EUR","availability":"SoldOut"}]}`), price: "10.00 EUR", avail: OutOfStock},
		{name: "aggregate offer", html: ld(`{"@type":"Product","name":"B","offers":{"@type":"AggregateOffer","lowPrice":"5","highPrice":"9","priceCurrency":"USD"}}`), price: "from 5.00 USD"},
		{name: "aggregate of one price", html: ld(`{"@type":"Product","name":"B","offers":{"@type":"AggregateOffer","lowPrice":5,"highPrice":5,"priceCurrency":"USD"}}`), price: "5.00 USD"},
		{name: "offers inside an aggregate", html: ld(`{"@type":"Product","name":"B","offers":{"@type":"AggregateOffer","offers":[{"@type":"Offer","price":"7","priceCurrency":"USD"}]}}`), price: "7.00 USD"},
		{name: "graph", html: ld(`{"@graph":[{"@type":"Organization","name":"Shop"},{"@type":"Product","name":"Ball","offers":{"price":"1","priceCurrency":"EUR"}}]}`), title: "Ball", price: "1.00 EUR"},
		{name: "top-level array", html: ld(`[{"@type":"BreadcrumbList"},{"@type":"Product","name":"Ball"}]`), title: "Ball"},
		{name: "type as array", html: ld(`{"@type":["Thing","Product"],"name":"Ball"}`), title: "Ball"},
		{name: "type with http prefix", html: ld(`{"@type":"http://schema.org/Product","name":"Ball"}`), title: "Ball"},
		{name: "type with short prefix", html: ld(`{"@type":"schema:Product","schema:name":"Ball","schema:offers":{"@type":"schema:Offer","schema:price":"3","schema:priceCurrency":"EUR"}}`), title: "Ball", price: "3.00 EUR"},
		{name: "main entity", html: ld(`{"@type":"ItemPage","name":"Page","mainEntity":{"@type":"Product","name":"Ball"}}`), title: "Ball"},
		{name: "other scripts first", html: ld(`{"@type":"Organization","name":"Shop"}`, `{"@type":"BreadcrumbList","itemListElement":[]}`, `{"@type":"Product","name":"Ball"}`), title: "Ball"},
		{name: "broken script first", html: ld(`{"@type":"Product","name":`, `{"@type":"Product","name":"Ball"}`), title: "Ball"},
		{
			name: "reference by id", html: ld(`{"@graph":[{"@type":"Product","name":"Ball","offers":{"@id":"#o"},"image":{"@id":"#i"}},{"@id":"#o","@type":"Offer","price":"4","priceCurrency":"EUR"},{"@id":"#i","@type":"ImageObject","url":"/b.jpg"}]}`),
			price: "4.00 EUR", image: "https://shop.example/b.jpg",
		},
		{name: "references in a circle", html: ld(`{"@graph":[{"@id":"#a","@type":"WebPage","mainEntity":{"@id":"#b"}},{"@id":"#b","@type":"WebPage","mainEntity":{"@id":"#a"},"name":{"@id":"#a"}}]}`), title: "T"},
		{name: "offer that names what it offers", html: ld(`{"@type":"Offer","price":"5","priceCurrency":"EUR","itemOffered":{"@type":"Product","name":"Ball"}}`), title: "Ball", price: "5.00 EUR"},
		{
			name: "group with variants", html: ld(`{"@type":"ProductGroup","name":"Shirt","hasVariant":[{"@type":"Product","name":"Shirt S","image":"/s.jpg","offers":{"price":"20","priceCurrency":"EUR","availability":"OutOfStock"}},{"@type":"Product","name":"Shirt M","offers":{"price":"21","priceCurrency":"EUR","availability":"InStock"}}]}`),
			title: "Shirt", price: "21.00 EUR", image: "https://shop.example/s.jpg",
		},
		{name: "the variant that the link chooses", link: "https://shop.example/p?variant=2", html: ld(`{"@type":"Product","name":"Shirt","offers":[{"price":"20","priceCurrency":"EUR","url":"/p?variant=1"},{"price":"25","priceCurrency":"EUR","url":"/p?variant=2"}]}`), price: "25.00 EUR"},
		{name: "category: no product of a list", html: ld(`{"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":{"@type":"Product","name":"Ball","offers":{"price":"5","priceCurrency":"EUR"}}}]}`), title: "T", price: none},
		{name: "category: many products side by side", html: ld(`[{"@type":"Product","name":"Ball","offers":{"price":1}},{"@type":"Product","name":"Kite","offers":{"price":2}},{"@type":"Product","name":"Doll","offers":{"price":3}}]`), title: "T", price: none},
		{name: "many products, one of the page's name", html: `<h1>Red kite</h1>` + ld(`[{"@type":"Product","name":"Ball","offers":{"price":1,"priceCurrency":"EUR"}},{"@type":"Product","name":"Red kite","offers":{"price":2,"priceCurrency":"EUR"}},{"@type":"Product","name":"Doll"}]`), title: "Red kite", price: "2.00 EUR"},
		{name: "related products don't count", html: ld(`{"@type":"Product","name":"Ball","isRelatedTo":{"@type":"Product","name":"Kite","offers":{"price":"9","priceCurrency":"EUR"}}}`), title: "Ball", price: none},
		{name: "book", html: ld(`{"@type":"Book","name":"Momo","isbn":"9783522202107","offers":{"price":"14","priceCurrency":"EUR"}}`), title: "Momo", price: "14.00 EUR"},
		{name: "game", html: ld(`{"@type":["VideoGame"],"name":"Zelda","offers":{"price":"59.99","priceCurrency":"USD"}}`), title: "Zelda", price: "59.99 USD"},
		{name: "car", html: ld(`{"@type":"Car","name":"Beetle","offers":{"price":"12000","priceCurrency":"USD"}}`), title: "Beetle", price: "12000.00 USD"},
		{name: "unknown type with offers", html: ld(`{"@type":"Jewelry","name":"Ring","offers":{"price":"99","priceCurrency":"USD"}}`), title: "Ring", price: "99.00 USD"},
		{name: "an article is no product", html: ld(`{"@type":"Article","headline":"News","name":"News"}`), title: "T", price: none},
		{name: "type of the script with charset and capitals", html: `<script type="Application/LD+JSON; charset=utf-8">{"@type":"Product","name":"Ball"}</script>`, title: "Ball"},
		{name: "entities in a name", html: ld(`{"@type":"Product","name":"Tom &amp; Jerry&#39;s"}`), title: "Tom & Jerry's"},
		{name: "images as array", html: ld(`{"@type":"Product","name":"B","image":["","https://c.example/1.jpg"]}`), image: "https://c.example/1.jpg"},
		{name: "image as object", html: ld(`{"@type":"Product","name":"B","image":{"@type":"ImageObject","contentUrl":"https://c.example/o.jpg"}}`), image: "https://c.example/o.jpg"},
	})
}

func TestJSONLDMistakesAreMended(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"trailing comma":      `{"@type":"Product","name":"Ball","offers":[{"price":"1","priceCurrency":"EUR",},],}`,
		"raw line break":      "{\"@type\":\"Product\",\"name\":\"Ball\",\"description\":\"a\nb\tc\",\"offers\":{\"price\":\"1\",\"priceCurrency\":\"EUR\"}}",
		"comments":            "/* c */ {\"@type\":\"Product\", // it's\n\"name\":\"Ball\",\"url\":\"https://shop.example/b\",\"offers\":{\"price\":\"1\",\"priceCurrency\":\"EUR\"}}",
		"CDATA":               "//<![CDATA[\n{\"@type\":\"Product\",\"name\":\"Ball\",\"offers\":{\"price\":\"1\",\"priceCurrency\":\"EUR\"}}\n//]]>",
		"HTML comment":        `<!-- {"@type":"Product","name":"Ball","offers":{"price":"1","priceCurrency":"EUR"}} -->`,
		"semicolon":           `{"@type":"Product","name":"Ball","offers":{"price":"1","priceCurrency":"EUR"}};`,
		"escaped quotes":      `{&quot;@type&quot;:&quot;Product&quot;,&quot;name&quot;:&quot;Ball&quot;,&quot;offers&quot;:{&quot;price&quot;:&quot;1&quot;,&quot;priceCurrency&quot;:&quot;EUR&quot;}}`,
		"unknown escape":      `{"@type":"Product","name":"Ball","description":"it\'s","offers":{"price":"1","priceCurrency":"EUR"}}`,
		"two objects":         `{"@type":"Organization","name":"S"}{"@type":"Product","name":"Ball","offers":{"price":"1","priceCurrency":"EUR"}}`,
		"byte order mark":     "\ufeff{\"@type\":\"Product\",\"name\":\"Ball\",\"offers\":{\"price\":\"1\",\"priceCurrency\":\"EUR\"}}",
		"a list in a list":    `[[{"@type":"Product","name":"Ball","offers":[[{"price":"1","priceCurrency":"EUR"}]]}]]`,
		"value objects":       `{"@type":"Product","name":{"@value":"Ball","@language":"en"},"offers":{"price":{"@value":"1"},"priceCurrency":"EUR"}}`,
		"lower-case currency": `{"@type":"Product","name":"Ball","offers":{"price":"1","priceCurrency":"eur"}}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sample{title: "Ball", price: "1.00 EUR"}.check(t, ParseAs("https://shop.com/p/1", []byte(ld(script))))
		})
	}
}

func TestJSONLDPrices(t *testing.T) {
	t.Parallel()
	for offer, want := range map[string]string{
		`"price":12.5,"priceCurrency":"EUR"`:         "12.50 EUR",
		`"price":"12.50","priceCurrency":"EUR"`:      "12.50 EUR",
		`"price":"12,50","priceCurrency":"EUR"`:      "12.50 EUR",
		`"price":"€12.50"`:                           "12.50 EUR",
		`"price":"1299.000","priceCurrency":"EUR"`:   "1299.00 EUR",
		`"price":"1.299","priceCurrency":"EUR"`:      "1299.00 EUR",
		`"price":"1,299","priceCurrency":"USD"`:      "1299.00 USD",
		`"price":1.999,"priceCurrency":"EUR"`:        "2.00 EUR",
		`"price":"12.345","priceCurrency":"KWD"`:     "12.345 KWD",
		`"price":1.2e3,"priceCurrency":"USD"`:        "1200.00 USD",
		`"price":"1200","priceCurrency":"JPY"`:       "1200 JPY",
		`"price":"1200.00","priceCurrency":"JPY"`:    "1200 JPY",
		`"price":0,"priceCurrency":"EUR"`:            none,
		`"price":"","priceCurrency":"EUR"`:           none,
		`"price":null,"priceCurrency":"EUR"`:         none,
		`"price":-5,"priceCurrency":"EUR"`:           none,
		`"price":"on request","priceCurrency":"EUR"`: none,
		`"price":"49.90"`:                            "49.90",
		`"price":"Free","priceCurrency":"EUR"`:       "0.00 EUR",
		`"price":"$49.90"`:                           "49.90 USD",
		`"priceSpecification":[{"priceType":"https://schema.org/ListPrice","price":100,"priceCurrency":"EUR"},{"price":80,"priceCurrency":"EUR"}]`:                                  "80.00 EUR",
		`"priceSpecification":[{"price":100,"priceCurrency":"EUR"},{"priceType":"SalePrice","price":70,"priceCurrency":"EUR"}]`:                                                     "70.00 EUR",
		`"priceSpecification":[{"price":4,"priceCurrency":"EUR","referenceQuantity":{"@type":"QuantitativeValue","value":"1","unitCode":"KGM"}},{"price":8,"priceCurrency":"EUR"}]`: "8.00 EUR",
		`"priceSpecification":{"price":"8","priceCurrency":"EUR"}`:                                                                                                                  "8.00 EUR",
	} {
		t.Run(offer, func(t *testing.T) {
			t.Parallel()
			body := ld(`{"@type":"Product","name":"Ball","offers":{"@type":"Offer",` + offer + `}}`)
			sample{price: want}.check(t, ParseAs("https://shop.com/p/1", []byte(body)))
		})
	}
}
