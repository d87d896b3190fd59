package metadata

// FromLink is what a link alone tells of a product, without a look at its page: a title where the path has one, the
// shop, the link as it is kept. The warning says why the page was not read; "" says nothing. Of what is no link it
// tells nothing.
func FromLink(link, warning string) Product {
	address, err := parseLink(link)
	if err != nil {
		return Product{Warnings: []string{err.Error()}}
	}
	product := fromLink(address, warning)
	if warning == "" {
		product.Warnings = nil
	}
	return product
}
