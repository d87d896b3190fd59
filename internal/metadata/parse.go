package metadata

import (
	"bytes"
	"cmp"
	"mime"
	"net/http"
	"net/url"
	"strings"
)

// ParseAs reads an HTML page as if link had answered with it.
func ParseAs(link string, body []byte) Product {
	return Parse(link, "text/html", body)
}

// Parse reads what link answered with. It never fails: of what it can't read it
// gives what the link alone tells, and a warning.
func Parse(link, contentType string, body []byte) Product {
	address, err := parseLink(link)
	if err != nil {
		return Product{Warnings: []string{err.Error()}}
	}
	return readBody(address, address, contentType, body)
}

// readBody reads what came from an address when another was asked for. Where there
// is no page to read, the one that was asked for tells more.
func readBody(asked, address *url.URL, contentType string, body []byte) Product {
	switch kind := kindOf(contentType, body); {
	case strings.HasPrefix(kind, "image/"):
		product := fromLink(asked, warnPicture)
		product.ImageURL = address.String()
		return product
	case !isHTML(kind):
		return fromLink(asked, warnFile)
	}
	if len(bytes.TrimSpace(body)) == 0 {
		return fromLink(asked, warnEmpty)
	}
	p, err := newPage(address, contentType, body)
	if err != nil {
		return fromLink(asked, warnBroken)
	}
	p.asked = asked
	return p.product()
}

// fromLink is what a link alone tells.
func fromLink(address *url.URL, warning string) Product {
	product := Product{
		Title:        titleFromLink(address),
		Site:         siteOf(address),
		CanonicalURL: stored(address),
	}
	product.warn(warning)
	return product
}

// kindOf is the media type of a body, which is sniffed where the header says
// nothing useful or where it says a picture and sends a page.
func kindOf(contentType string, body []byte) string {
	kind, _, err := mime.ParseMediaType(contentType)
	sniffed, _, _ := mime.ParseMediaType(http.DetectContentType(body))
	vague := err != nil || kind == "text/plain" || kind == "application/octet-stream" || strings.HasPrefix(kind, "image/")
	if vague && (sniffed == "text/html" || err != nil) {
		return sniffed
	}
	return kind
}

func isHTML(kind string) bool {
	switch kind {
	case "text/html", "application/xhtml+xml", "application/xml", "text/xml":
		return true
	}
	return false
}

// product merges what the page's sources say, each field by the order of trust.
func (p *page) product() Product {
	sources, hasProduct := p.sources()
	if wall := p.wall(hasProduct); wall != "" {
		return fromLink(p.asked, wall)
	}
	product := Product{Site: p.site(sources), CanonicalURL: p.canonical(), ImageURL: p.image(sources)}
	for _, s := range sources {
		product.Title = cmp.Or(product.Title, p.title(s.title, product.Site))
		product.Description = cmp.Or(product.Description, plain(s.description, maxDescription))
		product.Availability = cmp.Or(product.Availability, s.availability)
		if product.Price == nil && s.price.amount != nil {
			product.Price, product.PriceFrom = s.price.amount, s.price.from
		}
	}
	p.complete(&product, hasProduct)
	return product
}

// sources are what the page says, the most trustworthy first, and whether any of
// it says that this is a product's page.
func (p *page) sources() (sources []facts, hasProduct bool) {
	if p.has(amazonTitle) && amazonHost.MatchString(p.url.Hostname()) {
		// The structure names the very article; the rest is made for search engines.
		return []facts{p.amazon(), p.openGraph(), p.plainTags()}, true
	}
	items := p.marked(microdata)
	for _, things := range [][]node{p.jsonLD(), items, p.marked(rdfa)} {
		found := p.schemaFacts(p.mainProduct(products(things)))
		if len(sources) > 0 && !alike(found, sources[0]) {
			continue // a notation that speaks of another product speaks of a related one
		}
		hasProduct = hasProduct || found.title != "" || !found.price.none()
		sources = append(sources, found)
	}
	tags := p.openGraph()
	hasProduct = hasProduct || strings.HasPrefix(p.meta("og:type"), "product") || !tags.price.none()
	sources = append(sources, tags, p.twitterCard(), p.schemaFacts(p.looseOffer(items)), p.microformat(), p.plainTags())
	return append(sources, p.body(sources)), hasProduct
}

// alike reports whether two sources may speak of one product: their titles are the
// same, or one holds the other, or is missing.
func alike(a, b facts) bool {
	one, other := squashed(plain(a.title, maxTitle)), squashed(plain(b.title, maxTitle))
	return strings.Contains(one, other) || strings.Contains(other, one)
}

// complete fills what no source said from the link, and says what is missing.
func (p *page) complete(product *Product, hasProduct bool) {
	onlyShop := squashed(product.Title) == squashed(product.Site) || squashed(product.Title) == squashed(hostName(p.url))
	if product.Title == "" || onlyShop && !hasProduct {
		product.Title = cmp.Or(titleFromLink(p.asked), product.Title)
	}
	switch {
	case !hasProduct && product.ImageURL == "" && p.shell():
		product.warn(warnScript)
	case product.Title == "" && product.ImageURL == "":
		product.warn(warnNothing)
	}
}
