package metadata

import (
	"net/url"
	"regexp"
	"strings"
)

// amazonHost are Amazon's shops under all their names but the link shorteners.
var amazonHost = regexp.MustCompile(`(^|\.)amazon\.(com|[a-z]{2}|com?\.[a-z]{2})$`)

// amazonPath finds the article's number in every form of an Amazon link.
var amazonPath = regexp.MustCompile(`/(?:dp|gp/product|gp/aw/d|gp/offer-listing|exec/obidos/ASIN|exec/obidos/tg/detail/-|o/ASIN|ASIN|d|product-reviews)/([A-Za-z0-9]{10})(?:[/?%]|$)`)

// shortForms are shops that write one page in many ways: what tells the article
// in a path, and the path that remains.
var shortForms = []struct {
	host, path *regexp.Regexp
	form       string
}{
	{amazonHost, amazonPath, "/dp/"},
	{regexp.MustCompile(`(^|\.)ebay\.[a-z.]+$`), regexp.MustCompile(`/itm/(?:[^/]+/)?(\d{9,})`), "/itm/"},
	{regexp.MustCompile(`(^|\.)etsy\.com$`), regexp.MustCompile(`/listing/(\d+)`), "/listing/"},
	{regexp.MustCompile(`(^|\.)aliexpress\.[a-z.]+$`), regexp.MustCompile(`/item/(?:[^/]+/)?(\d+)\.html`), "/item/"},
	{regexp.MustCompile(`(^|\.)walmart\.[a-z.]+$`), regexp.MustCompile(`^/(?:[a-z]{2}/)?ip/(?:[^/]+/)?(\d{5,})$`), "/ip/"},
	{regexp.MustCompile(`(^|\.)target\.com$`), regexp.MustCompile(`/A-(\d+)`), "/p/-/A-"},
	{regexp.MustCompile(`(^|\.)bestbuy\.[a-z.]+$`), regexp.MustCompile(`/(\d{7,})\.p$`), "/site/"},
	{regexp.MustCompile(`(^|\.)bol\.com$`), regexp.MustCompile(`/p/[^/]+/(\d{10,})`), "/p/-/"},
	{regexp.MustCompile(`(^|\.)ikea\.com$`), regexp.MustCompile(`-(s?\d{8})/?$`), "/p/"},
}

// inCollection is how shops of one kind of software write a product's page within a
// category; the address without it is the same page.
var inCollection = regexp.MustCompile(`/collections/[^/]+(/products/[^/]+)$`)

// withoutCollection is a path without the category that it was found in.
func withoutCollection(u *url.URL) {
	u.Path = inCollection.ReplaceAllString(u.Path, "$1")
	u.RawPath = inCollection.ReplaceAllString(u.RawPath, "$1")
}

// subdomains that lead to the same shop page.
var sameShop = regexp.MustCompile(`^(www|smile|m|mobile)\.`)

// shortForm is the one link for a page of a known shop, or "".
func shortForm(u *url.URL) string {
	for _, shop := range shortForms {
		if !shop.host.MatchString(u.Hostname()) {
			continue
		}
		if found := shop.path.FindStringSubmatch(u.Path); found != nil {
			host := sameShop.ReplaceAllString(u.Hostname(), "")
			return "https://" + host + shop.form + variant(u, strings.ToUpper(found[1]))
		}
	}
	return ""
}

// variant appends what chooses among an eBay listing's variants.
func variant(u *url.URL, id string) string {
	if chosen := u.Query().Get("var"); chosen != "" {
		return id + "?var=" + url.QueryEscape(chosen)
	}
	return id
}
