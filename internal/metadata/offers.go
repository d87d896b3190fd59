package metadata

import (
	"cmp"
	"slices"
	"strings"
)

// bestOffer picks among a product's offers: the one for this very page, else the
// first that can be had, else the first with a price.
func (p *page) bestOffer(product node) (price, string) {
	offers := offersOf(product, 0)
	if len(offers) == 0 {
		return price{}, availabilityOf(product.text("availability"))
	}
	// A variant's link chooses the variant.
	if i := slices.IndexFunc(offers, p.isForThisPage); i >= 0 && len(offers) > 1 {
		offers = offers[i : i+1]
	}
	var chosen node
	var paid price
	for _, offer := range offers {
		asked := p.offerPrice(offer)
		better := chosen == nil || paid.none() && !asked.none() ||
			!asked.none() && !canBeHad(chosen) && canBeHad(offer)
		if better {
			chosen, paid = offer, asked
		}
	}
	return paid, availabilityOf(chosen.text("availability"))
}

// offersOf collects a product's offers and those of its variants.
func offersOf(product node, depth int) []node {
	var offers []node
	for _, offer := range product.nodes("offers") {
		nested := offer.nodes("offers")
		if len(nested) > 0 && offer["lowPrice"] == nil && offer["price"] == nil {
			offers = append(offers, nested...)
			continue
		}
		offers = append(offers, offer)
	}
	if len(offers) == 0 && (product["price"] != nil || product["lowPrice"] != nil) {
		offers = append(offers, product)
	}
	if depth == 0 && len(offers) == 0 {
		for _, variant := range slices.Concat(product.nodes("hasVariant"), product.nodes("model")) {
			offers = append(offers, offersOf(variant, depth+1)...)
		}
	}
	return offers[:min(len(offers), maxNodes)]
}

// isForThisPage reports whether an offer's link is the page's, variant and all.
func (p *page) isForThisPage(offer node) bool {
	address := p.resolve(offer.text("url"))
	return address != "" && p.url.RawQuery != "" && Canonical(address) == Canonical(p.url.String())
}

func canBeHad(offer node) bool {
	switch availabilityOf(offer.text("availability")) {
	case OutOfStock, Gone:
		return false
	}
	return true
}

// offerPrice is the price of one offer.
func (p *page) offerPrice(offer node) price {
	code := offer.text("priceCurrency")
	if low := offer.text("lowPrice"); low != "" && offer.text("price") == "" {
		asked := p.readPrice(offer["lowPrice"], code)
		asked.from = offer.text("highPrice") != "" && offer.text("highPrice") != low
		return asked
	}
	if asked := p.readPrice(offer["price"], code); !asked.none() {
		return asked
	}
	return p.specifiedPrice(offer.nodes("priceSpecification"), code)
}

// specifiedPrice is the price asked among several specifications: the sale's, else
// the first that is neither a list price nor a price per kilogram.
func (p *page) specifiedPrice(specs []node, code string) price {
	best, bestRank := price{}, -1
	for _, spec := range specs {
		value := spec["price"]
		if value == nil {
			value = spec["minPrice"]
		}
		asked := p.readPrice(value, cmp.Or(spec.text("priceCurrency"), code))
		if rank := specRank(spec); !asked.none() && rank > bestRank {
			best, bestRank = asked, rank
		}
	}
	return best
}

func specRank(spec node) int {
	kind := bareName(spec.text("priceType"))
	switch {
	case spec["referenceQuantity"] != nil:
		return 0
	case strings.Contains(kind, "Sale"):
		return 3
	case kind == "" || kind == "RegularPrice" || kind == "MinimumAdvertisedPrice":
		return 2
	}
	return 1 // ListPrice, SRP, MSRP, StrikethroughPrice, InvoicePrice
}

// availabilities are the words of schema.org, Facebook and shops for whether a
// thing can be had, squashed.
var availabilities = map[string]string{
	"instock": InStock, "instoreonly": InStock, "onlineonly": InStock, "limitedavailability": InStock,
	"available": InStock, "availablefororder": InStock, "auflager": InStock, "lieferbar": InStock, "yes": InStock, "madetoorder": InStock,
	"outofstock": OutOfStock, "soldout": OutOfStock, "oos": OutOfStock, "unavailable": OutOfStock, "notavailable": OutOfStock, "reserved": OutOfStock,
	"preorder": PreOrder, "presale": PreOrder, "backorder": Backorder, "pending": PreOrder, "discontinued": Gone,
}

// availabilityOf reads an availability in any of its spellings.
func availabilityOf(text string) string {
	return availabilities[squashed(bareName(text))]
}
