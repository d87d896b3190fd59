package metadata

import "testing"

func TestMicrodataAndRDFa(t *testing.T) {
	t.Parallel()
	const open = `<div itemscope itemtype="http://schema.org/Product">`
	runSamples(t, []sample{
		{
			name: "by text", html: open + `<h1 itemprop="name">Ball</h1><img itemprop="image" src="b.jpg"><div itemprop="offers" itemscope itemtype="http://schema.org/Offer"><span itemprop="price">12,50 €</span></div></div>`,
			title: "Ball", price: "12.50 EUR", image: "https://shop.example/p/b.jpg",
		},
		{
			name: "by content", html: open + `<meta itemprop="name" content="Ball"><div itemprop="offers" itemscope><meta itemprop="price" content="12.50"><meta itemprop="priceCurrency" content="GBP"><link itemprop="availability" href="https://schema.org/PreOrder"></div></div>`,
			title: "Ball", price: "12.50 GBP", avail: PreOrder,
		},
		{name: "price straight in the product", html: open + `<b itemprop="name">Ball</b><b itemprop="price" content="5">five</b><meta itemprop="priceCurrency" content="EUR"></div>`, price: "5.00 EUR"},
		{name: "name in a link", html: open + `<a itemprop="name" href="/x">Ball</a></div>`, title: "Ball"},
		{name: "picture by link", html: open + `<b itemprop="name">Ball</b><link itemprop="image" href="//c.example/b.jpg"></div>`, image: "https://c.example/b.jpg"},
		{name: "lazy picture", html: open + `<b itemprop="name">Ball</b><img itemprop="image" src="data:image/gif;base64,R0" data-src="/b.jpg"></div>`, image: "https://shop.example/b.jpg"},
		{name: "a related product's price is out of scope", html: open + `<b itemprop="name">Ball</b><div itemprop="isRelatedTo" itemscope itemtype="http://schema.org/Product"><b itemprop="name">Kite</b><b itemprop="price">9 €</b></div></div>`, title: "Ball", price: none},
		{name: "a product beside the product", html: open + `<h1 itemprop="name">Ball</h1></div><div itemscope itemtype="http://schema.org/Product"><b itemprop="name">Kite</b><b itemprop="price">9 €</b></div>`, title: "Ball", price: none},
		{name: "itemref", html: open[:len(open)-1] + ` itemref="o"><b itemprop="name">Ball</b></div><div id="o" itemprop="offers" itemscope><b itemprop="price">3 €</b></div>`, title: "Ball", price: "3.00 EUR"},
		{name: "struck price within", html: open + `<b itemprop="name">Ball</b><b itemprop="price"><del>20 €</del> <ins>15 €</ins></b></div>`, price: "15.00 EUR"},
		{name: "raised cents", html: open + `<b itemprop="name">Ball</b><b itemprop="price">$12<sup>99</sup></b></div>`, price: "12.99 USD"},
		{name: "an offer alone", html: `<h1>Ball</h1><div itemscope itemtype="https://schema.org/Offer"><b itemprop="price">3 €</b></div>`, title: "Ball", price: "3.00 EUR"},
		{name: "a price alone", html: `<h1>Ball</h1><b itemprop="price" content="3">x</b><meta itemprop="priceCurrency" content="EUR">`, price: "3.00 EUR"},
		{name: "a category's products", html: `<h1>Toys</h1>` + open + `<b itemprop="name">Ball</b></div>` + open + `<b itemprop="name">Kite</b></div>` + open + `<b itemprop="name">Doll</b><b itemprop="price">3 €</b></div>`, title: "Toys", price: none},
		{name: "RDFa", html: `<div vocab="https://schema.org/" typeof="Product"><b property="name">Ball</b><div property="offers" typeof="Offer"><b property="price" content="7.00">7</b><meta property="priceCurrency" content="EUR"></div></div>`, title: "Ball", price: "7.00 EUR"},
		{name: "RDFa with prefixes", html: `<div typeof="schema:Product"><b property="schema:name">Ball</b><b property="schema:price">7 €</b><meta property="og:price" content="9"></div>`, title: "Ball", price: "7.00 EUR"},
		{name: "JSON-LD comes first", html: open + `<b itemprop="name">Micro</b></div>` + ld(`{"@type":"Product","name":"Script"}`), title: "Script"},
		{name: "what JSON-LD lacks", html: open + `<b itemprop="name">Ball</b><b itemprop="price">2 €</b></div>` + ld(`{"@type":"Product","name":"Ball, red"}`), title: "Ball, red", price: "2.00 EUR"},
		{name: "not another product's price", html: open + `<b itemprop="name">Kite</b><b itemprop="price">2 €</b></div>` + ld(`{"@type":"Product","name":"Ball"}`), title: "Ball", price: none},
	})
}

func TestPricesThatPagesShowOnlyToPeople(t *testing.T) {
	t.Parallel()
	const cart = `<form action="/cart/add"><button>Add to cart</button></form>`
	runSamples(t, []sample{
		{name: "beside a basket", html: `<h1>Ball</h1><p class="price">$12.50</p>` + cart, price: "12.50 USD"},
		{name: "sale", html: `<h1>Ball</h1><p class="price"><del><span class="amount">€20</span></del> <ins><span class="amount">€15</span></ins></p>` + cart, price: "15.00 EUR"},
		{name: "per piece", html: `<h1>Ball</h1><p class="product-price">US $21.98/ea</p>` + cart, price: "21.98 USD"},
		{name: "range", html: `<h1>Ball</h1><p class="price">$10.00 – $20.00</p>` + cart, price: "from 10.00 USD"},
		{name: "split", html: `<h1>Ball</h1><p class="price"><span>12</span><sup>99</sup> €</p>` + cart, price: "12.99 EUR"},
		{name: "old price first", html: `<h1>Ball</h1><p class="old-price">$30</p><p class="price">$20</p>` + cart, price: "20.00 USD"},
		{name: "recommendations only", html: `<h1>Ball</h1><div class="related"><p class="price">$30</p></div>` + cart, price: none},
		{name: "nothing sold", html: `<h1>The history of balls</h1><p class="price">$30</p>`, price: none},
		{name: "a video", html: `<meta property="og:type" content="video.other"><h1>Ball</h1><p class="price">$30</p>` + cart, price: none},
	})
}
