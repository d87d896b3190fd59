package metadata

import "testing"

// The pages are cut down to what shops of each kind of software send.
func TestPagesAsShopSoftwareWritesThem(t *testing.T) {
	t.Parallel()
	runSamples(t, []sample{
		{
			name: "Shopify", link: "https://www.toyland.com/products/red-kite?variant=42",
			html: `<html lang="en"><head><title>Red Kite &ndash; Toyland</title><link rel="canonical" href="https://www.toyland.com/products/red-kite">
<meta property="og:site_name" content="Toyland"><meta property="og:title" content="Red Kite"><meta property="og:type" content="product"><meta property="og:image" content="http://www.toyland.com/cdn/shop/kite.jpg?v=1"><meta property="og:image:secure_url" content="https://www.toyland.com/cdn/shop/kite.jpg?v=1">
<meta property="og:price:amount" content="24.00"><meta property="og:price:currency" content="USD"></head>` +
				ld(`{"@context":"http://schema.org/","@type":"Product","name":"Red Kite","url":"https:\/\/www.toyland.com\/products\/red-kite","image":["https:\/\/www.toyland.com\/cdn\/shop\/kite_1920.jpg"],"brand":{"@type":"Brand","name":"Wind"},"offers":[{"@type":"Offer","sku":"K1","availability":"http://schema.org/OutOfStock","price":24.0,"priceCurrency":"USD","url":"https:\/\/www.toyland.com\/products\/red-kite?variant=41"},{"@type":"Offer","availability":"http://schema.org/InStock","price":28.0,"priceCurrency":"USD","url":"https:\/\/www.toyland.com\/products\/red-kite?variant=42"}]}`),
			title: "Red Kite", price: "28.00 USD", image: "https://www.toyland.com/cdn/shop/kite_1920.jpg", site: "Toyland", avail: InStock, canon: "https://www.toyland.com/products/red-kite?variant=42", warn: none,
		},
		{
			name: "WooCommerce with Yoast", link: "https://holzspiel.de/produkt/zug/",
			html: `<html lang="de-DE"><title>Holzzug kaufen | Holzspiel</title>` + ld(
				`{"@context":"https://schema.org","@graph":[{"@type":["WebPage","ItemPage"],"@id":"https://holzspiel.de/produkt/zug/","name":"Holzzug kaufen | Holzspiel"},{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"Home"}]},{"@type":"WebSite","name":"Holzspiel"}]}`,
				`{"@context":"https://schema.org/","@graph":[{"@type":"Product","@id":"https://holzspiel.de/produkt/zug/#product","name":"Holzzug","image":"https://holzspiel.de/zug.jpg","offers":[{"@type":"Offer","priceSpecification":[{"@type":"UnitPriceSpecification","price":"29.90","priceCurrency":"EUR","valueAddedTaxIncluded":true},{"@type":"UnitPriceSpecification","price":"39.90","priceCurrency":"EUR","priceType":"https://schema.org/ListPrice"}],"availability":"http://schema.org/InStock"}]}]}`),
			title: "Holzzug", price: "29.90 EUR", image: "https://holzspiel.de/zug.jpg", warn: none,
		},
		{
			name: "Magento microdata", link: "https://shop.fr/lampe.html",
			html:  `<html lang="fr"><div itemscope itemtype="http://schema.org/Product"><h1><span class="base" itemprop="name">Lampe</span></h1><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span class="price-wrapper"><span class="price">1 299,00&nbsp;€</span></span><meta itemprop="price" content="1299"><meta itemprop="priceCurrency" content="EUR"></div></div>`,
			title: "Lampe", price: "1299.00 EUR",
		},
		{
			name: "PrestaShop tags", link: "https://tienda.es/juguete.html",
			html:  `<title>Juguete - Tienda</title><meta property="og:title" content="Juguete"><meta property="og:type" content="product"><meta property="product:pretax_price:amount" content="10"><meta property="product:pretax_price:currency" content="EUR"><meta property="product:price:amount" content="12.1"><meta property="product:price:currency" content="EUR">`,
			title: "Juguete", price: "12.10 EUR",
		},
		{
			name: "a bookshop by ISBN", link: "https://buch.at/9783522202107",
			html:  ld(`{"@type":["Product","Book"],"name":"Momo","isbn":"9783522202107","workExample":[{"@type":"Book","bookFormat":"Hardcover","offers":{"price":"22","priceCurrency":"EUR"}}],"offers":{"@type":"Offer","price":"14,00","priceCurrency":"EUR"}}`),
			title: "Momo", price: "14.00 EUR",
		},
		{
			name: "a review of a product", link: "https://news.example/best-kites",
			html:  `<title>The best kites | News</title><h1>The best kites</h1>` + ld(`{"@type":"Review","itemReviewed":{"@type":"Product","name":"Red Kite","offers":{"price":"20","priceCurrency":"USD"}}}`),
			title: "The best kites", price: none,
		},
		{
			name: "an encyclopedia", link: "https://en.wikipedia.org/wiki/Kite",
			html:  `<title>Kite - Wikipedia</title><meta property="og:title" content="Kite - Wikipedia"><meta property="og:type" content="website"><h1>Kite</h1><p>A kite cost $5 in 1900.</p>` + ld(`{"@type":"Article","name":"Kite","mainEntity":"http://www.wikidata.org/entity/Q42861"}`),
			title: "Kite", price: none, warn: none,
		},
		{
			name: "a video", link: "https://www.youtube.com/watch?v=abc",
			html:  `<title>How to fly - YouTube</title><meta property="og:site_name" content="YouTube"><meta property="og:title" content="How to fly"><meta property="og:type" content="video.other"><div itemscope itemtype="http://schema.org/VideoObject"><meta itemprop="name" content="How to fly"><span itemprop="offers"></span></div>`,
			title: "How to fly", price: none, canon: "https://www.youtube.com/watch?v=abc",
		},
		{name: "words beside the shop's name", link: "https://www.toyland.com/x", html: `<title>Red Kite | Buy at Toyland.com</title>`, title: "Red Kite"},
		{name: "a name that holds the shop's", link: "https://www.lego.com/x", html: `<title>LEGO City Fire Station and Helicopter Set</title>`, title: "LEGO City Fire Station and Helicopter Set"},
		{
			name: "Etsy", link: "https://www.etsy.com/listing/1/ring",
			html:  `<title>Silver Ring - Etsy Ireland</title>` + ld(`{"@type":"Product","@context":"https:\/\/schema.org","url":"https:\/\/www.etsy.com\/listing\/1\/ring","name":"Silver Ring","image":[{"@type":"ImageObject","contentURL":"https:\/\/i.example\/r.jpg","thumbnail":"https:\/\/i.example\/t.jpg"}],"offers":{"@type":"AggregateOffer","offerCount":12,"lowPrice":"18.50","highPrice":"25.00","priceCurrency":"EUR","availability":"https:\/\/schema.org\/InStock"}}`),
			title: "Silver Ring", price: "from 18.50 EUR", image: "https://i.example/r.jpg", avail: InStock,
		},
	})
}
