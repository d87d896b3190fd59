package metadata

import (
	"regexp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// body reads what a page shows where it says nothing to machines: its heading and,
// if the other sources lack them, its first large pictures and, where things are
// sold, the price beside it.
func (p *page) body(others []facts) facts {
	var f facts
	p.Find("h1").EachWithBreak(func(_ int, h1 *goquery.Selection) bool {
		f.title = innerText(h1.Get(0))
		return f.title == ""
	})
	if p.image(others) == "" || isPlaceholder(p.image(others)) {
		f.images = p.largeImages()
	}
	priced := slices.ContainsFunc(others, func(s facts) bool { return !s.price.none() })
	if !priced && p.sells() {
		f.price = p.shownPrice()
	}
	return f
}

// aside are the parts of a page that are about other things.
const aside = asideWithScripts + ", noscript"

const asideWithScripts = "header, footer, nav, aside, [class*=related], [class*=recommend], [class*=carousel], " +
	"[class*=upsell], [class*=cross-sell], [class*=similar], [id*=related], [id*=recommend], [id*=similar]"

// buying are the words of buttons and forms that put a thing into the basket.
var buying = regexp.MustCompile(`(?i)add.?to.?(cart|basket|bag)|(cart|basket)/add|buy.?now|in den (warenkorb|einkaufswagen)|warenkorb|ajouter au panier|(añadir|agregar) (al carrito|a la cesta)|aggiungi al carrello|in winkelwagen|do koszyka|do košíku|в корзину|adicionar ao carrinho|comprar|カートに入れる|handlekurv|varukorg|læg i kurv|ostoskoriin`)

// sells reports whether the page sells one thing: a heading, and a way to put it
// into the basket.
func (p *page) sells() bool {
	if strings.Contains(p.meta("og:type"), "article") || strings.Contains(p.meta("og:type"), "video") || p.Find("h1").Length() != 1 {
		return false
	}
	found := false
	p.Find("form[action], button, input[type=submit], a[class*=cart i], a[id*=cart i], a[class*=buy i], a[class*=btn], a[class*=call-to-action], a[role=button]").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		signs := s.AttrOr("action", "") + " " + s.AttrOr("class", "") + " " + s.AttrOr("id", "") + " " + s.AttrOr("name", "") + " " + s.AttrOr("value", "")
		if goquery.NodeName(s) != "form" {
			signs += " " + s.Text()
		}
		found = buying.MatchString(signs)
		return !found
	})
	return found
}

// maxShown is among how many of a page's prices the product's is looked for.
const maxShown = 50

const (
	salePlaces  = "[class*=price] ins, .sale-price, .special-price, [class*=sale-price], [class*=current-price]"
	pricePlaces = "[itemprop=price], #price, .price, .product-price, [class*=product-price], [class*=price], [data-price], [data-testid*=price i], [data-test*=price i]"
	fullPrices  = "del, s, strike, [class*=old], [class*=was], [class*=list-price], [class*=compare], [class*=line-through], [class*=strike]"
	otherPrices = fullPrices + ", [class*=saving], " +
		"[class*=shipping], [class*=delivery], [class*=versand], [class*=cart-total], [class*=minicart], " + aside
)

// shownPrice is the first price that the page shows for its thing: one below the
// heading before one above, the sale's before the full one.
func (p *page) shownPrice() price {
	for _, places := range []string{salePlaces, pricePlaces} {
		if shown := p.firstPrice(places); !shown.none() {
			return shown
		}
	}
	return price{}
}

// withoutFull is what a place says beside the full price that stands struck through in it.
func withoutFull(s *goquery.Selection) string {
	if s.Find(fullPrices).Length() > 0 {
		s = s.Clone()
		s.Find(fullPrices).Remove()
	}
	return innerText(s.Get(0))
}

func (p *page) firstPrice(places string) price {
	var above, below price
	headed := false
	p.Find("h1, " + places).EachWithBreak(func(i int, s *goquery.Selection) bool {
		if s.Is("h1") {
			headed = true
			return true
		}
		if isWithin(s, otherPrices) {
			return i < maxShown
		}
		if shown := p.textPrice(withoutFull(s), ""); headed {
			below = shown
		} else if above.none() {
			above = shown
		}
		return below.none() && i < maxShown
	})
	if below.none() {
		return above
	}
	return below
}
