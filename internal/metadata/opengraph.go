package metadata

import (
	"strings"

	"kinlist/internal/money"
)

// openGraph reads the Open Graph tags, which Facebook made, with their extensions
// for shops.
func (p *page) openGraph() facts {
	f := facts{
		title:        p.meta("og:title"),
		description:  p.meta("og:description"),
		site:         p.meta("og:site_name"),
		canonical:    p.meta("og:url"),
		availability: availabilityOf(p.meta("product:availability", "og:availability", "availability")),
	}
	for _, name := range []string{"og:image:secure_url", "og:image", "og:image:url"} {
		f.images = append(f.images, p.metas[name]...)
	}
	for _, name := range []string{"product:sale_price", "product:price", "og:sale_price", "og:price", "product:pretax_price"} {
		currency := p.meta(name+":currency", "product:price:currency", "og:price:currency")
		if f.price = p.readPrice(p.meta(name+":amount", name), currency); !f.price.none() {
			break
		}
	}
	return f
}

// twitterCard reads Twitter's tags. A price stands in one of two labelled texts.
func (p *page) twitterCard() facts {
	f := facts{
		title:       p.meta("twitter:title", "twitter:text:title"),
		description: p.meta("twitter:description"),
	}
	for _, name := range []string{"twitter:image", "twitter:image:src"} {
		f.images = append(f.images, p.metas[name]...)
	}
	for _, n := range []string{"1", "2"} {
		data := p.meta("twitter:data" + n)
		label := strings.ToLower(p.meta("twitter:label" + n))
		named := strings.Contains(label, "price") || strings.Contains(label, "preis") || strings.Contains(label, "prix")
		if f.price.none() && (named || money.Recognize(data, "") != "") {
			f.price = p.readPrice(data, "")
		}
	}
	return f
}

// plainTags reads what every page has: title, description, application name.
func (p *page) plainTags() facts {
	canonical, _ := p.first("link[rel~=canonical i][href]").Attr("href")
	image, _ := p.first("link[rel~=image_src i][href]").Attr("href")
	f := facts{
		title:       p.first("head title").Text(),
		description: p.meta("description", "dc.description"),
		site:        p.meta("application-name"),
		canonical:   canonical,
	}
	if image != "" {
		f.images = []string{image}
	}
	return f
}
