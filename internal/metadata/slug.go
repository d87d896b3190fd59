package metadata

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

var (
	pageSuffix = regexp.MustCompile(`(?i)\.(html?|php|aspx?|jsp|jpe?g|png|webp|gif|avif|pdf|zip|docx?|json|xml)$`)
	slugBreaks = regexp.MustCompile(`[-_+.,]+`)
	hasDigit   = regexp.MustCompile(`\d`)
)

// titleFromLink reads a title off a link whose path has one, as most shops' do:
// "/p/wooden-train-set-12345.html" is "Wooden train set". It is "" when the path
// holds numbers and codes alone.
func titleFromLink(u *url.URL) string {
	segments := strings.Split(strings.Trim(u.Path, "/"), "/")
	best := ""
	for i, segment := range slices.Backward(segments) {
		// A single word may be a category; a longer name wins wherever it stands.
		if title := titleFromSlug(segment); strings.Count(title, " ") > strings.Count(best, " ") || best == "" && i == len(segments)-1 {
			best = title
		}
	}
	return shorten(best, maxTitle)
}

// titleFromSlug makes words of one path segment, less the numbers at its ends.
func titleFromSlug(segment string) string {
	segment = pageSuffix.ReplaceAllString(path.Base(plain(segment, maxTitle)), "")
	parts := strings.Fields(slugBreaks.ReplaceAllString(segment, " "))
	for len(parts) > 0 && isCode(parts[len(parts)-1]) {
		parts = parts[:len(parts)-1]
	}
	for len(parts) > 1 && isCode(parts[0]) {
		parts = parts[1:]
	}
	title := strings.Join(parts, " ")
	if !hasWord(title) {
		return ""
	}
	runes := []rune(title)
	runes[0] = unicode.ToUpper(runes[0])
	return string(runes)
}

// isCode reports an article number: five or more characters with a digit.
func isCode(part string) bool {
	return hasDigit.MatchString(part) && len(part) >= 5 || part == "p" || part == "dp"
}

// hasWord reports whether there is a run of three letters or more that no shop
// uses for its pages' kind.
func hasWord(title string) bool {
	switch strings.ToLower(title) {
	case "", "product", "products", "produkt", "item", "items", "index", "detail", "details", "shop", "article", "listing", "buy", "watch", "ref", "home":
		return false
	}
	run := 0
	for _, r := range title {
		if run++; !unicode.IsLetter(r) {
			run = 0
		}
		if run == 3 || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			return true
		}
	}
	return false
}
