package metadata

import (
	"net/netip"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"
)

// site is the shop's name: as the page gives it, else its host.
func (p *page) site(sources []facts) string {
	if amazonHost.MatchString(p.url.Hostname()) {
		return siteOf(p.url)
	}
	for _, s := range sources {
		if name := plain(s.site, 80); name != "" {
			return name
		}
	}
	return siteOf(p.url)
}

// siteOf is the host of a link without what means nothing to people.
func siteOf(u *url.URL) string {
	host := sameShop.ReplaceAllString(u.Hostname(), "")
	if country, ok := strings.CutPrefix(host, "amazon."); ok && amazonHost.MatchString(host) {
		return "Amazon." + country
	}
	return host
}

// hostName is the registered label of a host: "shop" for www.shop.co.uk.
func hostName(u *url.URL) string {
	domain := registered(u.Hostname())
	name, _, _ := strings.Cut(domain, ".")
	return name
}

// registered is the domain that somebody registered, or the host itself.
func registered(host string) string {
	if domain, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return domain
	}
	return host
}

// titleParts is what stands between a title's parts.
var titleParts = regexp.MustCompile(`\s+[|\-–—:·•»>/~]+\s+|\s*\|\s*|\s*::\s*|: `)

// amazonInTitle is what Amazon puts around a product's name.
var amazonInTitle = regexp.MustCompile(`(?i)^amazon\.[a-z.]+\s*[:|-]\s*|\s*[:|-]\s*amazon\.[a-z.]+(\s*[:|-].*)?$`)

// title cleans a title and cuts the shop's name off its ends.
func (p *page) title(raw, site string) string {
	title := plain(raw, maxTitle)
	if amazonHost.MatchString(p.url.Hostname()) {
		title = amazonInTitle.ReplaceAllString(title, "")
	}
	shops := []string{squashed(site), squashed(siteOf(p.url)), squashed(hostName(p.url))}
	isShop := func(part string) bool { return namesShop(part, shops) }
	for range 2 {
		seams := titleParts.FindAllStringIndex(title, -1)
		if len(seams) == 0 {
			break
		}
		first, last := seams[0], seams[len(seams)-1]
		switch {
		case isShop(title[last[1]:]):
			title = title[:last[0]]
		case isShop(title[:first[0]]):
			title = title[first[1]:]
		}
	}
	return strings.TrimSpace(withoutShop(p.untilHeading(title), shops))
}

// untilHeading is a title that begins with the page's heading without what is joined to that: a shop's name in other words
// than its host's.
func (p *page) untilHeading(title string) string {
	heading := squashed(p.first("h1").Text())
	for _, seam := range titleParts.FindAllStringIndex(title, -1) {
		if heading != "" && squashed(title[:seam[0]]) == heading {
			return title[:seam[0]]
		}
	}
	return title
}

var (
	// atShop is a title that ends in where the thing is sold.
	atShop = regexp.MustCompile(`(?i)^(.+?)(?: online)? (?:on|at|from|bei|auf|chez|sur|en|su|da|op|bij|hos|på|w) (\S+(?: \S+){0,2})$`)
	// buyOnline is what shops write around it in English: "Buy NAME Online at Best Price in India".
	buyOnline = regexp.MustCompile(`(?i)^buy (.+?) online(?: at .+| in .+)?$`)
	// toBuy is what shops write around a name for search engines.
	toBuy = regexp.MustCompile(`(?i)(?: (?:jetzt|günstig|hier))*(?: online)? (?:kaufen|bestellen|shoppen)$`)
)

// withoutShop cuts "on Toyland" and "online kaufen" off a title's end.
func withoutShop(title string, shops []string) string {
	if found := atShop.FindStringSubmatch(title); found != nil && slices.Contains(shops, squashed(found[2])) {
		title = strings.TrimPrefix(found[1], "Buy ")
	}
	if found := buyOnline.FindStringSubmatch(title); found != nil {
		title = found[1]
	}
	if shorter := toBuy.ReplaceAllString(title, ""); shorter != "" {
		return shorter
	}
	return title
}

// namesShop reports whether a title's part is a shop's name, alone or with a few
// words beside it: "Buy at Toyland".
func namesShop(part string, shops []string) bool {
	const aFewWords, aName = 4, 4
	name := squashed(part)
	return name != "" && slices.ContainsFunc(shops, func(shop string) bool {
		beside := len(shop) >= aName && len(strings.Fields(part)) <= aFewWords &&
			(strings.HasPrefix(name, shop) || strings.HasSuffix(name, shop))
		return name == shop || beside
	})
}

// image is the first picture that can be the product's.
func (p *page) image(sources []facts) string {
	fallback := ""
	for _, s := range sources {
		for _, link := range s.images {
			resolved := p.pictureLink(link)
			if resolved == "" {
				continue
			}
			if !isPlaceholder(resolved) {
				return resolved
			}
			if fallback == "" && !isPixel.MatchString(resolved) {
				fallback = resolved
			}
		}
	}
	return fallback
}

// bareImage is a picture's link that lacks its scheme.
var bareImage = regexp.MustCompile(`(?i)^www\.[a-z0-9-]+(\.[a-z0-9-]+)+/`)

// pictureLink resolves a picture's link, over https where the page is, or is "" for
// one on a private host that a public page names.
func (p *page) pictureLink(link string) string {
	if bareImage.MatchString(link) {
		link = "https://" + link
	}
	u, err := url.Parse(p.resolve(link))
	if err != nil || u.Host == "" || isPrivateName(u.Hostname()) && u.Hostname() != p.url.Hostname() {
		return ""
	}
	if p.url.Scheme == "https" && u.Port() == "" {
		u.Scheme = "https"
	}
	return u.String()
}

func isPrivateName(host string) bool {
	if address, err := netip.ParseAddr(host); err == nil {
		return !isPublic(address)
	}
	return isLocalName(host)
}

var (
	isPixel = regexp.MustCompile(`(?i)(^|[/_-])(pixel|spacer|blank|transparent|1x1|clear)[^/]*\.(gif|png)`)
	isLogo  = regexp.MustCompile(`(?i)(^|[/_.-])(logo|placeholder|no[-_]?image|default[-_]?image|favicon|sprite|avatar)([/_.-]|\d|$)`)
)

// isPlaceholder reports a picture that shows a shop rather than a product: its
// logo, a sprite, a counting pixel; or a drawing, which no photo is.
func isPlaceholder(link string) bool {
	u, err := url.Parse(link)
	return err != nil || isPixel.MatchString(u.Path) || isLogo.MatchString(path.Base(u.Path)) || strings.HasSuffix(strings.ToLower(u.Path), ".svg")
}
