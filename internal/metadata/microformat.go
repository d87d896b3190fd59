package metadata

import "github.com/PuerkitoBio/goquery"

// microformat reads a product that is marked by class names (h-product, and
// hproduct before it).
func (p *page) microformat() facts {
	product := p.first(".h-product, .hproduct")
	if product.Length() == 0 || p.Find(".h-product, .hproduct").Length() > 1 {
		return facts{}
	}
	valueOf := func(places, property string) string {
		found := product.Find(places).First()
		if found.Length() == 0 {
			return ""
		}
		return elementValue(found.Get(0), property)
	}
	f := facts{title: valueOf(".p-name, .fn", "name"), description: valueOf(".p-description, .e-description", "description")}
	product.Find(".u-photo, .photo").EachWithBreak(func(_ int, photo *goquery.Selection) bool {
		f.images = append(f.images, elementValue(photo.Get(0), "image"))
		return false
	})
	f.price = p.textPrice(valueOf(".p-price, .price", "price"), "")
	return f
}
