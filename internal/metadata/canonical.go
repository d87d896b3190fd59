package metadata

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// variantParams are the parameters by which shops choose a variant of a product,
// productParams those by which some choose the product itself.
var (
	variantParams = words("variant variant_id variantid sku color colour size model style option selected farbe groesse var vid skuid sku_id")
	productParams = words("pid id product product_id productid item itemid item_id article artnr artikel p")
)

// isChooser reports whether a parameter chooses what a page shows.
func isChooser(name string) bool {
	name = strings.ToLower(name)
	return slices.Contains(variantParams, name) || slices.Contains(productParams, name) ||
		strings.HasPrefix(name, "dwvar_") || strings.HasPrefix(name, "attribute_")
}

// canonical is the page's own address for itself, when it is to be believed: on
// the same site and about the same thing.
func (p *page) canonical() string {
	for _, link := range []string{p.plainTags().canonical, p.openGraph().canonical} {
		u, err := parseLink(p.resolve(link))
		if err != nil || registered(u.Hostname()) != registered(p.url.Hostname()) || p.speaksOfOther(u) {
			continue
		}
		return stored(p.sameVariant(u))
	}
	return stored(p.url)
}

// noProduct are the paths of pages that are no product's, with which broken
// templates fill the tag: front pages by language, errors, searches, sign-in.
var noProduct = regexp.MustCompile(`(?i)^/([a-z]{2}([-_][a-z]{2})?/?)?$|^/(.*/)?(404|error|not-?found|page-not-found|search|suche|recherche|catalogsearch|login|signin|sign-in|captcha)(\.[a-z]+)?(/|$)`)

// speaksOfOther reports whether an address that the page gives for itself is not
// that of its product: the front page, a category above it, another product.
func (p *page) speaksOfOther(u *url.URL) bool {
	if strings.TrimRight(u.Path, "/") == strings.TrimRight(p.url.Path, "/") {
		return p.choosesProduct(u)
	}
	if noProduct.MatchString(u.Path) && (u.Path != "/" || u.RawQuery == "") {
		return true
	}
	if rest, above := strings.CutPrefix(p.url.Path, strings.TrimRight(u.Path, "/")+"/"); above && namesSomething(rest) {
		return true
	}
	return otherNumber(p.url, u)
}

// choosesProduct reports whether the page's address names the product in a
// parameter that the other address lacks.
func (p *page) choosesProduct(other *url.URL) bool {
	theirs := other.Query()
	for name := range p.url.Query() {
		if slices.Contains(productParams, strings.ToLower(name)) && !theirs.Has(name) {
			return true
		}
	}
	return false
}

// namesSomething reports whether the last part of a path names a thing: it holds a
// number or several words. "reviews" does not.
func namesSomething(path string) bool {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	last := parts[len(parts)-1]
	return strings.ContainsAny(last, "-_+0123456789") && !strings.ContainsAny(last, "=;")
}

var (
	longNumber  = regexp.MustCompile(`\d{5,}`)
	wholeNumber = regexp.MustCompile(`^\d+$`)
)

// otherNumber reports whether both addresses name a thing by number, and not the same.
func otherNumber(own, other *url.URL) bool {
	ours, theirs := lastPart(own), lastPart(other)
	if wholeNumber.MatchString(ours) && wholeNumber.MatchString(theirs) {
		return ours != theirs
	}
	numbers := longNumber.FindAllString(own.Path, -1)
	others := longNumber.FindAllString(other.Path, -1)
	return len(numbers) > 0 && len(others) > 0 &&
		!slices.ContainsFunc(numbers, func(number string) bool { return slices.Contains(others, number) })
}

func lastPart(u *url.URL) string {
	path := strings.TrimRight(u.Path, "/")
	return path[strings.LastIndexByte(path, '/')+1:]
}

// sameVariant completes an address that stands for all variants by what chooses one
// in the page's own, over https where the page is.
func (p *page) sameVariant(u *url.URL) *url.URL {
	whole := *u
	if p.url.Scheme == "https" && u.Port() == "" {
		whole.Scheme = "https"
	}
	theirs := u.Query()
	for pair := range strings.SplitSeq(p.url.RawQuery, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if isChooser(name) && !slices.Contains(productParams, strings.ToLower(name)) && !theirs.Has(name) {
			whole.RawQuery = strings.TrimPrefix(whole.RawQuery+"&"+pair, "&")
		}
	}
	return &whole
}

// stored is a link as it is kept: short where the shop has a short form, without
// tracking.
func stored(u *url.URL) string {
	if short := shortForm(u); short != "" && amazonHost.MatchString(u.Hostname()) {
		return strings.Replace(short, "https://amazon.", "https://www.amazon.", 1)
	}
	clean, err := CleanLink(u.String())
	if err != nil {
		return u.String()
	}
	return clean
}
