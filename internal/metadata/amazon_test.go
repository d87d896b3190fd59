package metadata

import "testing"

func TestAmazonPages(t *testing.T) {
	t.Parallel()
	const title = `<span id="productTitle">   Echo Dot   </span>`
	const dp = "https://www.amazon.com/dp/B08N5WRWNW"
	offscreen := func(price string) string {
		return `<span class="a-price"><span class="a-offscreen">` + price + `</span></span>`
	}
	runSamples(t, []sample{
		{name: "title with blanks and price", link: dp, html: title + `<div id="corePrice_feature_div">` + offscreen("$49.99") + `</div>`, title: "Echo Dot", price: "49.99 USD", site: "Amazon.com"},
		{name: "deal, not the list price struck through", link: dp, html: title + `<div id="corePriceDisplay_desktop_feature_div"><span class="a-price a-text-price" data-a-strike="true"><span class="a-offscreen">$59.99</span></span>` + offscreen("$39.99") + `</div>`, price: "39.99 USD"},
		{name: "whole and fraction", link: "https://www.amazon.de/dp/B08N5WRWNW", html: title + `<div id="corePrice_feature_div"><span class="a-price"><span class="a-offscreen"> </span><span aria-hidden="true"><span class="a-price-whole">1.049<span class="a-price-decimal">,</span></span><span class="a-price-fraction">99</span><span class="a-price-symbol">€</span></span></span></div>`, price: "1049.99 EUR"},
		{name: "old page", link: dp, html: title + `<span id="priceblock_ourprice">$12.00</span>`, price: "12.00 USD"},
		{name: "yen", link: "https://www.amazon.co.jp/dp/B08N5WRWNW", html: title + `<div id="corePrice_feature_div">` + offscreen("￥32,970") + `</div>`, price: "32970 JPY", site: "Amazon.co.jp"},
		{name: "dollars of the shop's country", link: "https://www.amazon.ca/dp/B08N5WRWNW", html: title + `<div id="corePrice_feature_div">` + offscreen("$32.97") + `</div>`, price: "32.97 CAD"},
		{name: "carousels don't count", link: dp, html: title + `<div class="a-carousel-container">` + offscreen("$9.99") + `</div>`, price: none},
		{name: "another article's card", link: dp, html: title + `<div id="rightCol"><a href="/dp/B000000001">` + offscreen("$9.99") + `</a></div>`, price: none},
		{name: "only other sellers", link: dp, html: title + `<div id="unqualifiedBuyBox">See all buying options</div>` + offscreen("$9.99"), price: none},
		{name: "unavailable", link: dp, html: title + `<div id="availability"> Currently unavailable. </div>` + offscreen("$9.99"), price: none, avail: OutOfStock},
		{name: "unavailable in German", link: "https://www.amazon.de/dp/B08N5WRWNW", html: title + `<div id="availability">Derzeit nicht verfügbar.</div>`, price: none, avail: OutOfStock},
		{name: "in stock in French", link: "https://www.amazon.fr/dp/B08N5WRWNW", html: title + `<div id="availability">En stock</div>`, avail: InStock},
		{name: "largest picture", link: dp, html: title + `<img id="landingImage" src="data:image/gif;base64,R0l" data-a-dynamic-image='{"https://m.example/s.jpg":[100,100],"https://m.example/l.jpg":[900,800]}'>`, image: "https://m.example/l.jpg"},
		{name: "high resolution picture", link: dp, html: title + `<img id="landingImage" src="https://m.example/s.jpg" data-old-hires="https://m.example/hi.jpg">`, image: "https://m.example/hi.jpg"},
		{name: "title tag alone", link: dp, html: `<title>Amazon.com: Echo Dot (4th Gen) : Electronics</title>`, title: "Echo Dot (4th Gen) : Electronics"},
		{name: "shop after the title", link: "https://www.amazon.es/dp/B08N5WRWNW", html: `<title>Echo Dot : Amazon.es: Hogar y cocina</title>`, title: "Echo Dot"},
		{name: "robot check", link: "https://www.amazon.com/Echo-Dot-4th-Gen/dp/B08N5WRWNW", html: `<title>Robot Check</title><form action="/errors/validateCaptcha"></form>`, title: "Echo Dot 4th Gen", price: none, warn: warnWall},
		{name: "sorry page", link: dp, html: `<title>Sorry! Something went wrong!</title>`, title: none, warn: warnWall},
		{name: "an empty title with a form", link: dp, html: `<title>Amazon.com</title><form action="/errors/validateCaptcha"></form>`, title: none, warn: warnWall},
		{name: "another shop's page of the same make", link: "https://shop.example/dp/B08N5WRWNW", html: `<h1>Lamp</h1><span id="priceblock_ourprice">$12.00</span>`, title: "Lamp", price: none, canon: "https://shop.example/dp/B08N5WRWNW"},
		{name: "short link", link: "https://smile.amazon.de/Lampe/dp/B08N5WRWNW/ref=sr_1?psc=1&tag=x-21", html: title, canon: "https://www.amazon.de/dp/B08N5WRWNW"},
	})
}
