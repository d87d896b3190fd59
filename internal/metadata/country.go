package metadata

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"kinlist/internal/money"
)

// worldwide are country domains that shops of any country use.
var worldwide = words("io co me tv ai cc to fm ly gg sh so gl la st vc ws cx im")

// findCountry tells a shop's country by its address (shop.de, shop.com/en-ca/), and
// by the page's language where that names one. It is "" for the world's .com.
func (p *page) findCountry() string {
	if country := hostCountry(p.url.Hostname()); country != "" {
		return country
	}
	for part := range strings.SplitSeq(p.url.Path, "/") {
		if country := localeCountry(part); country != "" && localeInPath.MatchString(part) {
			return country
		}
	}
	for _, tag := range []string{p.meta("og:locale"), p.first("html").AttrOr("lang", ""), p.meta("geo.region")} {
		if country := localeCountry(tag); country != "" {
			return country
		}
	}
	return ""
}

// localeInPath is a language with its country as a part of a path.
var localeInPath = regexp.MustCompile(`(?i)^[a-z]{2}[-_][a-z]{2}$`)

// findCurrency is the currency that a page names once for all its prices, or "".
func (p *page) findCurrency() string {
	named := p.meta("product:price:currency", "og:price:currency", "product:sale_price:currency", "og:currency", "currency")
	if code := money.Recognize(named, p.country); code != "" {
		return code
	}
	named, _ = p.first("meta[itemprop=priceCurrency]").Attr("content")
	return money.Recognize(named, p.country)
}

// hostCountry is the country of a host's last label.
func hostCountry(host string) string {
	label := host[strings.LastIndexByte(host, '.')+1:]
	switch {
	case label == "uk":
		return "GB"
	case len(label) != 2 || slices.Contains(worldwide, label):
		return ""
	}
	return strings.ToUpper(label)
}

// localeCountry is the region that a language tag names itself: DE of "de-DE",
// none of "de".
func localeCountry(tag string) string {
	parsed, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-"))
	if err != nil {
		return ""
	}
	region, confidence := parsed.Region()
	if confidence != language.Exact {
		return ""
	}
	return region.String()
}
