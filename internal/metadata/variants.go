package metadata

import (
	"maps"
	"slices"
	"strings"
)

// variantsOf are the versions in which a product comes: sizes, colours, editions.
func variantsOf(product node) []node {
	return slices.Concat(product.nodes("hasVariant"), product.nodes("model"), product.nodes("workExample"))
}

// grouped puts variants that stand beside their group into it, so that what is left
// are products of their own.
func grouped(found []node) []node {
	groups := map[string]node{}
	whole := map[string]bool{} // those that say themselves what their variants cost
	for _, n := range found {
		if id := groupID(n); id != "" && n.is("ProductGroup") {
			groups[id] = n
			whole[id] = slices.ContainsFunc(n.nodes("hasVariant"), func(variant node) bool { return variant["offers"] != nil })
		}
	}
	return slices.DeleteFunc(found, func(variant node) bool {
		id := groupOf(variant)
		group := groups[id]
		if groupID(variant) == id {
			return false // a group is no variant of itself
		}
		if group != nil && !whole[id] {
			group["hasVariant"] = append(list(group["hasVariant"]), variant)
		}
		return group != nil
	})
}

// groupID is what a group's variants name it by.
func groupID(group node) string {
	if id := group.text("@id"); id != "" {
		return id
	}
	return group.text("productGroupID")
}

// groupOf is the id of the group that a variant belongs to, or "".
func groupOf(variant node) string {
	for _, group := range variant.nodes("isVariantOf") {
		return groupID(group)
	}
	return variant.text("inProductGroupWithID")
}

// variant is the product as the variant that the page's address or heading chooses,
// with what the variant leaves unsaid from its group; the product itself when
// nothing chooses.
func (p *page) variant(product node) node {
	variants := variantsOf(product)
	chosen := p.chosen(variants)
	if chosen == nil {
		heading := squashed(p.first("h1").Text())
		chosen = only(variants, func(n node) bool { return heading != "" && squashed(n.text("name")) == heading })
	}
	if chosen == nil {
		return product
	}
	whole := maps.Clone(product)
	if len(offersOf(chosen, 1)) > 0 {
		delete(whole, "offers")
	}
	maps.Copy(whole, chosen)
	for _, property := range []string{"hasVariant", "model", "workExample"} {
		delete(whole, property)
	}
	return whole
}

// chosen is the one of several offers or variants that the page's address is for,
// by its link or by its number; nil when none or more than one are.
func (p *page) chosen(several []node) node {
	if len(several) < 2 {
		return nil
	}
	here := Canonical(p.url.String())
	leadsHere := func(address string) bool {
		address = p.elsewhere(address)
		return address != "" && Canonical(address) == here
	}
	byLink := only(several, func(n node) bool {
		return leadsHere(n.text("url")) || leadsHere(n.text("@id")) ||
			slices.ContainsFunc(n.nodes("offers"), func(offer node) bool { return leadsHere(offer.text("url")) })
	})
	if byLink != nil {
		return byLink
	}
	return only(several, p.hasNumberHere)
}

// elsewhere resolves what is more than the name of a part of this page: "#a" and "#b" are two things, and not the page.
func (p *page) elsewhere(address string) string {
	if strings.HasPrefix(address, "#") {
		return ""
	}
	return p.resolve(address)
}

// hasNumberHere reports whether a thing's number stands in the page's address.
func (p *page) hasNumberHere(n node) bool {
	var inQuery []string
	for name, values := range p.url.Query() {
		if isChooser(name) {
			inQuery = append(inQuery, values...)
		}
	}
	inPath := strings.Split(p.url.Path, "/")
	for _, property := range []string{"sku", "productID", "mpn", "isbn", "gtin", "gtin13", "gtin12"} {
		number := n.text(property)
		if number == "" {
			continue
		}
		same := func(part string) bool { return strings.EqualFold(part, number) }
		if slices.ContainsFunc(inQuery, same) || len(number) > 3 && slices.ContainsFunc(inPath, same) {
			return true
		}
	}
	return false
}

// only is the one node of which something is true, or nil.
func only(several []node, is func(node) bool) node {
	var found node
	for _, n := range several {
		if is(n) {
			if found != nil {
				return nil
			}
			found = n
		}
	}
	return found
}
