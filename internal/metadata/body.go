package metadata

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// body reads what a page shows where it says nothing to machines: its heading,
// its first large pictures and, where things are sold, the price beside it.
func (p *page) body() facts {
	f := facts{images: p.largeImages()}
	p.Find("h1").EachWithBreak(func(_ int, h1 *goquery.Selection) bool {
		f.title = innerText(h1.Get(0))
		return f.title == ""
	})
	if p.sells() {
		f.price = p.shownPrice()
	}
	return f
}

// aside are the parts of a page that are about other things.
const aside = "header, footer, nav, aside, noscript, [class*=related], [class*=recommend], [class*=carousel], " +
	"[class*=upsell], [class*=cross-sell], [class*=similar], [id*=related], [id*=recommend], [id*=similar]"

// largeImages are the pictures of a page in order, less those that are small by
// their own word or by their name.
func (p *page) largeImages() []string {
	var images []string
	p.Find("img").Each(func(_ int, img *goquery.Selection) {
		element := img.Get(0)
		source := imageSource(element)
		if len(images) < 5 && source != "" && !isSmall(element) && img.Closest(aside).Length() == 0 {
			images = append(images, source)
		}
	})
	return images
}

// smallest is the least side of a picture that may show a product.
const smallest = 100

func isSmall(img *html.Node) bool {
	for _, side := range []string{"width", "height"} {
		length, err := strconv.Atoi(strings.TrimSuffix(attr(img, side), "px"))
		if err == nil && length < smallest {
			return true
		}
	}
	return false
}

// buying are the words of buttons and forms that put a thing into the basket.
var buying = regexp.MustCompile(`(?i)add.?to.?(cart|basket|bag)|(cart|basket)/add|buy.?now|in den (warenkorb|einkaufswagen)|warenkorb|ajouter au panier|(añadir|agregar) (al carrito|a la cesta)|aggiungi al carrello|in winkelwagen|do koszyka|do košíku|в корзину|adicionar ao carrinho|comprar|カートに入れる|handlekurv|varukorg|læg i kurv|ostoskoriin`)

// sells reports whether the page sells one thing: a heading, and a way to put it
// into the basket.
func (p *page) sells() bool {
	if strings.Contains(p.meta("og:type"), "article") || strings.Contains(p.meta("og:type"), "video") || p.Find("h1").Length() != 1 {
		return false
	}
	found := false
	p.Find("form[action], button, input[type=submit], a[class*=cart], a[id*=cart]").EachWithBreak(func(_ int, s *goquery.Selection) bool {
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

// shownPrice is the first price that the page shows for its thing, the sale's
// before the full one.
func (p *page) shownPrice() price {
	var shown price
	for _, selector := range []string{"[class*=price] ins, .sale-price, .special-price, [class*=sale-price], [class*=current-price]", "[itemprop=price], #price, .price, .product-price, [class*=product-price], [class*=price], [data-price]"} {
		p.Find(selector).EachWithBreak(func(i int, s *goquery.Selection) bool {
			if s.Closest("del, s, strike, [class*=old], [class*=was], [class*=list-price], [class*=compare], [class*=saving], "+aside).Length() == 0 {
				shown = p.textPrice(innerText(s.Get(0)), "")
			}
			return shown.none() && i < maxShown
		})
		if !shown.none() {
			break
		}
	}
	return shown
}
