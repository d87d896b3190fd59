package metadata

import (
	"slices"
	"strings"
)

// facts are what one source on a page says about the product.
type facts struct {
	title, description, site, canonical, availability string
	images                                            []string
	price                                             price
}

// productTypes are the schema.org types of things in shops. A thing of another
// type is one when it has offers.
var productTypes = words(`Product ProductGroup ProductModel IndividualProduct SomeProducts ProductCollection
	Book Audiobook Game VideoGame SoftwareApplication MobileApplication WebApplication Car Vehicle Motorcycle
	MusicAlbum MusicRelease Movie CreativeWorkSeries Course Drug Painting VisualArtwork`)

// neverProducts are types that have offers and are no gift.
var neverProducts = words(`Organization Corporation LocalBusiness Store OnlineStore WebSite WebPage Offer AggregateOffer
	ItemList OfferCatalog Person Service`)

// roads lead from a page's top-level things to its product. Others (isRelatedTo,
// isSimilarTo, itemListElement) lead to other products.
var roads = []string{"@graph", "mainEntity", "mainEntityOfPage", "itemOffered", "about"}

// maxSteps bounds the search, as things may refer to each other in circles.
const maxSteps = 2000

// products finds the things that a page sells.
func products(top []node) []node {
	var found []node
	steps := 0
	var walk func(n node, depth int)
	walk = func(n node, depth int) {
		if isProduct(n) {
			found = append(found, n)
			return
		}
		if steps++; depth == len(roads) || steps > maxSteps || len(found) >= maxNodes {
			return
		}
		for _, road := range roads {
			for _, next := range n.nodes(road) {
				walk(offered(n, next, road), depth+1)
			}
		}
	}
	for _, n := range top {
		walk(n, 0)
	}
	return found
}

// offered gives a product that is named within its offer that offer.
func offered(offer, product node, road string) node {
	if road == "itemOffered" && product["offers"] == nil {
		product["offers"] = offer
	}
	return product
}

func isProduct(n node) bool {
	if n.is(productTypes...) {
		return true
	}
	return n["offers"] != nil && n["name"] != nil && !n.is(neverProducts...)
}

// mainProduct is the product that the page is about, in the variant that it shows.
func (p *page) mainProduct(found []node) node {
	found = grouped(slices.DeleteFunc(found, func(n node) bool { return n.text("name") == "" && n["offers"] == nil }))
	product := p.ownProduct(found)
	if product == nil {
		return nil
	}
	if product["offers"] == nil {
		// Ratings and sales are often said by two programs, each of the whole product.
		twin := slices.IndexFunc(found, func(n node) bool { return n["offers"] != nil && n.text("name") == product.text("name") })
		if twin >= 0 {
			complete(product, found[twin])
		}
	}
	return p.variant(product)
}

// ownProduct picks the product that the page is about: the one it links itself to, the one its heading names, or the only one. A page with several and no
// such sign is a category, and none is right.
func (p *page) ownProduct(found []node) node {
	if len(found) == 0 {
		return nil
	}
	if i := slices.IndexFunc(found, p.linksHere); i >= 0 {
		return found[i]
	}
	headings := squashed(p.first("h1").Text() + " " + p.meta("og:title") + " " + p.first("title").Text())
	if i := slices.IndexFunc(found, func(n node) bool { return named(n, headings) }); i >= 0 {
		return found[i]
	}
	if sameName(found) {
		return richest(found)
	}
	if len(found) > 2 {
		return nil
	}
	return found[0]
}

// linksHere reports whether a product's address is the page's.
func (p *page) linksHere(n node) bool {
	if p.url.Path == "/" || n["offers"] == nil && n["image"] == nil {
		return false
	}
	here := Canonical(p.url.String())
	for _, property := range []string{"url", "@id", "mainEntityOfPage"} {
		if address := p.elsewhere(n.text(property)); address != "" && Canonical(address) == here {
			return true
		}
	}
	return false
}

// named reports whether the page's squashed headings hold the product's name.
func named(n node, headings string) bool {
	name := squashed(plain(n.text("name"), maxTitle))
	return name != "" && strings.Contains(headings, name)
}

func sameName(found []node) bool {
	for _, n := range found {
		if n.text("name") != found[0].text("name") {
			return false
		}
	}
	return true
}

// richest is the node that says most.
func richest(found []node) node {
	return slices.MaxFunc(found, func(a, b node) int { return len(a) - len(b) })
}

// schemaFacts reads a product's node.
func (p *page) schemaFacts(n node) facts {
	if n == nil {
		return facts{}
	}
	f := facts{
		title:       n.text("name"),
		description: n.text("description"),
		images:      imagesOf(n),
		canonical:   n.text("url"),
	}
	f.price, f.availability = p.bestOffer(n)
	return f
}

// imagesOf are a node's pictures, or those of its variants when a group has none.
func imagesOf(n node) []string {
	images := ownImages(n)
	for _, variant := range variantsOf(n) {
		if len(images) == 0 {
			images = ownImages(variant)
		}
	}
	return images
}

// splitLinks splits links that a template joined with commas.
func splitLinks(value string) []string {
	first, rest, found := strings.Cut(value, ",http")
	if !found {
		return []string{value}
	}
	return append([]string{first}, splitLinks("http"+rest)...)
}

// ownImages are a node's own pictures: links, lists of them, or ImageObjects.
func ownImages(n node) []string {
	var images []string
	for _, value := range slices.Concat(list(n["image"]), list(n["primaryImageOfPage"])) {
		switch value := value.(type) {
		case string:
			images = append(images, splitLinks(value)...)
		case node:
			for _, property := range []string{"contentUrl", "contentURL", "url", "@id", "thumbnailUrl", "@value"} {
				images = append(images, value.text(property))
			}
		}
	}
	return slices.DeleteFunc(images, func(image string) bool { return image == "" })
}
