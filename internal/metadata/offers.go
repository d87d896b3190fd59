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
	if offer := p.chosen(offers); offer != nil {
		offers = []node{offer}
	}
	var chosen node
	var paid price
	for _, offer := range offers {
		asked := p.offerPrice(offer)
		better := chosen == nil || paid.none() && !asked.none() || !asked.none() && offerRank(offer) > offerRank(chosen)
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
		for _, variant := range variantsOf(product) {
			offers = append(offers, offersOf(variant, depth+1)...)
		}
	}
	return offers[:min(len(offers), maxNodes)]
}

// offerRank puts what can be had before what can't, and new before used.
func offerRank(offer node) int {
	rank := 2
	switch availabilityOf(offer.text("availability")) {
	case OutOfStock, Gone:
		rank = 0
	}
	switch bareName(offer.text("itemCondition")) {
	case "UsedCondition", "RefurbishedCondition", "DamagedCondition":
		return rank
	}
	return rank + 1
}

// offerPrice is the price of one offer.
func (p *page) offerPrice(offer node) price {
	code := offer.text("priceCurrency")
	if low := offer.text("lowPrice"); low != "" && offer.text("price") == "" {
		asked, most := p.readPrice(offer["lowPrice"], code), p.readPrice(offer["highPrice"], code)
		asked.from = offer.text("offerCount") != "1" && (most.none() || asked.none() || most.amount.Minor != asked.amount.Minor)
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
		code := cmp.Or(spec.text("priceCurrency"), code)
		asked := p.readPrice(spec["price"], code)
		if asked.none() {
			asked = p.readPrice(spec["minPrice"], code)
			asked.from = spec.text("maxPrice") != spec.text("minPrice")
		}
		if rank := specRank(spec); !asked.none() && rank > bestRank {
			best, bestRank = asked, rank
		}
	}
	return best
}

// pieces are the codes of UN/CEFACT for one piece.
var pieces = words("C62 H87 EA NAR XPP")

func specRank(spec node) int {
	kind := bareName(spec.text("priceType"))
	switch {
	case spec.is("DeliveryChargeSpecification", "PaymentChargeSpecification"):
		return -1
	case spec["referenceQuantity"] != nil || spec["validForMemberTier"] != nil || spec["unitCode"] != nil && !slices.Contains(pieces, spec.text("unitCode")):
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
