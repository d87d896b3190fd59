package metadata

import (
	"cmp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// notation is how schema.org's things are marked in HTML: which attributes open a
// thing, name its type and name its properties.
type notation struct{ scope, kind, property string }

var (
	microdata = notation{"itemscope", "itemtype", "itemprop"}
	rdfa      = notation{"typeof", "typeof", "property"}
)

// marked are the top-level things that a page marks in a notation.
func (p *page) marked(in notation) []node {
	var top []node
	p.Find("[" + in.scope + "]").Each(func(_ int, s *goquery.Selection) {
		element := s.Get(0)
		if attr(element, in.property) == "" || !in.withinScope(element) {
			top = append(top, p.read(in, element, 0))
		}
	})
	return top
}

func (in notation) withinScope(element *html.Node) bool {
	for up := element.Parent; up != nil; up = up.Parent {
		if hasAttr(up, in.scope) {
			return true
		}
	}
	return false
}

// maxReferences bounds how many properties of a page may stand elsewhere.
const maxReferences = 20

// read reads the thing that an element opens.
func (p *page) read(in notation, element *html.Node, depth int) node {
	n := node{}
	for kind := range strings.FieldsSeq(attr(element, in.kind)) {
		n["@type"] = append(list(n["@type"]), kind)
	}
	if id := cmp.Or(attr(element, "itemid"), attr(element, "resource")); id != "" {
		n["@id"] = id
	}
	if p.items++; depth > maxDepth || p.items > maxSteps {
		return n
	}
	p.readProperties(in, element, n, depth)
	for id := range strings.FieldsSeq(attr(element, "itemref")) {
		if p.references++; p.references > maxReferences {
			break // each is a search through the whole page
		}
		for _, elsewhere := range p.FindMatcher(byID(id)).Nodes {
			p.readProperty(in, elsewhere, n, depth)
		}
	}
	return n
}

// byID matches an element whose id may hold any character.
func byID(id string) goquery.Matcher {
	return goquery.Single(`[id="` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(id) + `"]`)
}

func (p *page) readProperties(in notation, element *html.Node, n node, depth int) {
	for child := range element.ChildNodes() {
		if child.Type == html.ElementNode {
			p.readProperty(in, child, n, depth)
		}
	}
}

// readProperty takes a property of n from an element, or looks for some within it.
// A thing within that is no property of n is another's.
func (p *page) readProperty(in notation, element *html.Node, n node, depth int) {
	names := in.names(element)
	var value any
	switch {
	case hasAttr(element, in.scope):
		if len(names) == 0 {
			return
		}
		value = p.read(in, element, depth+1)
	case len(names) > 0 && in == rdfa && hasAttr(element, "rel") && !hasAttr(element, "href"):
		value = p.readWithin(in, element, depth+1)
	case len(names) > 0:
		value = elementValue(element, names[0])
	}
	for _, name := range names {
		n[name] = append(list(n[name]), value)
	}
	if !hasAttr(element, in.scope) {
		p.readProperties(in, element, n, depth)
	}
}

// readWithin reads the thing that stands within an element that names it.
func (p *page) readWithin(in notation, element *html.Node, depth int) any {
	for inner := range element.Descendants() {
		if inner.Type == html.ElementNode && hasAttr(inner, in.scope) {
			return p.read(in, inner, depth)
		}
	}
	return nil
}

// names are the properties that an element names. In RDFa other vocabularies
// (og:, article:) share the attribute and are left out.
func (in notation) names(element *html.Node) []string {
	var names []string
	given := attr(element, in.property)
	if in == rdfa && given == "" && strings.HasPrefix(attr(element, "rel"), "schema:") {
		given = attr(element, "rel")
	}
	for name := range strings.FieldsSeq(given) {
		prefix, _, prefixed := strings.Cut(name, ":")
		if in == rdfa && prefixed && prefix != "schema" && !strings.HasPrefix(prefix, "http") {
			continue
		}
		names = append(names, bareName(name))
	}
	return names
}

// addresses are the properties whose value is a link where the element has one.
var addresses = words("url image availability itemCondition sameAs contentUrl thumbnailUrl")

// elementValue is the value of a property that an element gives.
func elementValue(element *html.Node, property string) string {
	if content := strings.TrimSpace(attr(element, "content")); content != "" {
		return content
	}
	text := func() string { return strings.TrimSpace(innerText(element)) }
	isAddress := slices.Contains(addresses, property)
	switch element.Data {
	case "img", "source":
		return imageSource(element)
	case "link", "a", "area":
		if isAddress || element.Data == "link" {
			return cmp.Or(attr(element, "href"), attr(element, "resource"))
		}
	case "data", "meter":
		return cmp.Or(attr(element, "value"), text())
	case "object":
		return attr(element, "data")
	}
	if isAddress {
		return cmp.Or(attr(element, "resource"), attr(element, "src"), attr(element, "href"), text())
	}
	return text()
}

// looseOffer makes a product of an offer or price that is marked outside of any
// product, when there is only one, as often as it is said.
func (p *page) looseOffer(top []node) node {
	offers := slices.DeleteFunc(slices.Clone(top), func(n node) bool { return !n.is("Offer", "AggregateOffer") })
	if len(offers) == 1 {
		return node{"offers": offers[0]}
	}
	var prices []string
	p.Find("[itemprop=price]").Each(func(_ int, s *goquery.Selection) {
		if value := elementValue(s.Get(0), "price"); !microdata.withinScope(s.Get(0)) && !slices.Contains(prices, value) {
			prices = append(prices, value)
		}
	})
	if len(prices) != 1 {
		return nil
	}
	return node{"offers": node{"price": prices[0], "priceCurrency": p.currency}}
}
