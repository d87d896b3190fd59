package metadata

import (
	"encoding/json"

	"kinlist/internal/money"
)

// Availability is whether a shop has a product, as far as its page says.
const (
	InStock    = "in_stock"
	OutOfStock = "out_of_stock"
	PreOrder   = "preorder"
	Backorder  = "backorder"
	Gone       = "discontinued"
)

// Product is what a page says about the thing it sells. Every field may be empty.
type Product struct {
	Title        string
	Description  string
	ImageURL     string
	Price        *money.Amount // its currency is "" when the page names none
	PriceFrom    bool          // the price is the lowest of several
	Site         string
	CanonicalURL string
	Availability string
	Warnings     []string // sentences on what went wrong
}

// MarshalJSON writes a product with all its keys, an unknown value as "".
func (p Product) MarshalJSON() ([]byte, error) {
	out := struct {
		Title        string   `json:"title"`
		Description  string   `json:"description"`
		ImageURL     string   `json:"image_url"`
		Price        string   `json:"price"`
		Currency     string   `json:"currency"`
		PriceFrom    bool     `json:"price_from"`
		Site         string   `json:"site"`
		CanonicalURL string   `json:"canonical_url"`
		Availability string   `json:"availability"`
		Warnings     []string `json:"warnings"`
	}{
		Title: p.Title, Description: p.Description, ImageURL: p.ImageURL,
		PriceFrom: p.PriceFrom, Site: p.Site, CanonicalURL: p.CanonicalURL,
		Availability: p.Availability, Warnings: append([]string{}, p.Warnings...),
	}
	if p.Price != nil {
		out.Price, out.Currency = money.Decimal(*p.Price), p.Price.Currency
	}
	return json.Marshal(out)
}

// warn adds a sentence on what went wrong.
func (p *Product) warn(sentence string) { p.Warnings = append(p.Warnings, sentence) }
