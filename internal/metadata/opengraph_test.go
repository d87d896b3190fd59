package metadata

import "testing"

func TestTagsOfSocialNetworks(t *testing.T) {
	t.Parallel()
	runSamples(t, []sample{
		{
			name: "title and image", html: `<meta property="og:title" content="Wooden train"><meta property="og:image" content="/i/train.jpg">`,
			title: "Wooden train", image: "https://shop.example/i/train.jpg", price: none,
		},
		{name: "product price", html: `<meta property="og:title" content="A"><meta property="product:price:amount" content="12.50"><meta property="product:price:currency" content="EUR">`, price: "12.50 EUR"},
		{name: "og price with thousands", html: `<meta property="og:price:amount" content="1,234.50"><meta property="og:price:currency" content="USD">`, price: "1234.50 USD"},
		{name: "name in place of property", html: `<meta name="og:title" content="Kite"><meta name="product:price:amount" content="9"><meta name="product:price:currency" content="GBP">`, title: "Kite", price: "9.00 GBP"},
		{
			name: "single quotes, no quotes, upper case", html: `<META PROPERTY='og:title' CONTENT='Big ball'><Meta Property=OG:Image Content=https://cdn.example/b.png>`,
			title: "Big ball", image: "https://cdn.example/b.png",
		},
		{name: "sale price beside the full one", html: `<meta property="product:price:amount" content="40"><meta property="product:price:currency" content="EUR"><meta property="product:sale_price:amount" content="30"><meta property="product:sale_price:currency" content="EUR">`, price: "30.00 EUR"},
		{name: "several images: the first", html: `<meta property="og:image" content="https://c.example/1.jpg"><meta property="og:image" content="https://c.example/2.jpg">`, image: "https://c.example/1.jpg"},
		{
			name: "twitter alone", html: `<meta name="twitter:title" content="Puzzle"><meta name="twitter:image" content="//c.example/p.jpg"><meta name="twitter:label1" content="Price"><meta name="twitter:data1" content="$25.00 USD">`,
			title: "Puzzle", price: "25.00 USD", image: "https://c.example/p.jpg",
		},
		{name: "twitter's other label", html: `<meta name="twitter:label1" content="Age"><meta name="twitter:data1" content="3"><meta name="twitter:label2" content="Price"><meta name="twitter:data2" content="€ 7,50">`, price: "7.50 EUR"},
		{name: "site name cut from the title", html: `<meta property="og:title" content="Red scarf | Müller &amp; Sons"><meta property="og:site_name" content="Müller & Sons">`, title: "Red scarf", site: "Müller & Sons"},
		{name: "site name before the title", html: `<title>Toyland: Kite - big</title><meta property="og:site_name" content="Toyland">`, title: "Kite - big"},
		{name: "host cut from the title", link: "https://www.toy-land.co.uk/x", html: `<title>Kite - Toy Land</title>`, title: "Kite"},
		{name: "a dash that belongs to the name stays", html: `<title>Spider-Man - Far From Home</title>`, title: "Spider-Man - Far From Home"},
		{name: "description alone", html: `<meta name=description content="A warm scarf">`, desc: "A warm scarf"},
		{name: "empty content falls to the next", html: `<meta property="og:title" content=""><meta name="twitter:title" content=" "><title>Lamp</title>`, title: "Lamp"},
		{name: "meta in the body", html: `<body><p>x</p><meta property="og:title" content="Late"></body>`, title: "Late"},
		{name: "symbol for a currency", html: `<meta property="og:price:amount" content="1.299,00"><meta property="og:price:currency" content="€">`, price: "1299.00 EUR"},
		{name: "currency by the shop's country", link: "https://shop.ch/p", html: `<meta property="product:price:amount" content="49">`, price: "49.00 CHF"},
		{name: "currency by the page's language", html: `<html lang="en-GB"><meta property="product:price:amount" content="49">`, price: "49.00 GBP"},
		{name: "currency unknown", link: "https://shop.com/p", html: `<html lang="en"><meta property="product:price:amount" content="49">`, price: "49.00"},
		{name: "nought is no price", html: `<meta property="product:price:amount" content="0"><meta property="product:price:currency" content="EUR">`, price: none},
		{name: "availability", html: `<meta property="og:title" content="A"><meta property="product:availability" content="oos">`, avail: OutOfStock},
	})
}

func TestTitlesAreCleaned(t *testing.T) {
	t.Parallel()
	runSamples(t, []sample{
		{name: "entities and markup", html: `<meta property="og:title" content="Tom &amp;amp; Jerry &lt;b&gt;DVD&lt;/b&gt;">`, title: "Tom & Jerry DVD"},
		{name: "less-than in a name", html: `<title>I &lt;3 Mum</title>`, title: "I <3 Mum"},
		{name: "blanks and line breaks", html: "<title>\n  Soft \t toy\u00a0bear \n</title>", title: "Soft toy bear"},
		{name: "direction overrides and NUL", html: "<title>Evil\u202egpj.exe\u0000</title>", title: "Evilgpj.exe"},
		{name: "emoji with joiners", html: "<title>Family 👨\u200d👩\u200d👧</title>", title: "Family 👨\u200d👩\u200d👧"},
		{name: "blank: the heading", html: `<title> </title><h1>Blue <em>mug</em></h1>`, title: "Blue mug"},
		{name: "nothing: the link", link: "https://shop.example/p/blue-mug-12345.html", html: `<p>x</p>`, title: "Blue mug"},
		{name: "the title of a picture in the body is not the page's", html: `<body><svg><title>Cart</title></svg><h1>Mug</h1>`, title: "Mug"},
	})
}

func TestHugeTitlesAreCut(t *testing.T) {
	t.Parallel()
	body := make([]byte, 0, 200<<10)
	body = append(body, "<title>"...)
	for len(body) < 100<<10 {
		body = append(body, "word "...)
	}
	if got := ParseAs("https://shop.example/p/1", body).Title; len([]rune(got)) > maxTitle {
		t.Errorf("%d characters", len([]rune(got)))
	}
}
