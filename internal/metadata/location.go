package metadata

import (
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"kinlist/internal/lang"
)

// maxLink is the length of the longest link that is kept.
const maxLink = 2048

// LinkError says in a sentence fit for a form field why a link is not taken.
type LinkError struct{ said lang.Phrase }

func (e *LinkError) Error() string { return e.said.String() }

// Phrase is the sentence, to be said in the reader's language.
func (e *LinkError) Phrase() lang.Phrase { return e.said }

// CleanLink turns what somebody pasted into a link that is safe to keep and
// show: http or https, a host, no credentials, no tracking parameters. It reads
// the text as a browser would, so that nothing means one thing here and another
// in the address bar.
func CleanLink(raw string) (string, error) {
	u, err := parseLink(raw)
	if err != nil {
		return "", err
	}
	u.RawQuery = withoutTracking(u)
	u.Fragment, u.RawFragment = keptFragment(u)
	link := u.String()
	if len(link) > maxLink {
		return "", &LinkError{lang.Said("That link is too long: %d characters are the most.", maxLink)}
	}
	return link, nil
}

// parseLink reads a link with a host under http or https, and normalizes what
// doesn't change its meaning.
func parseLink(raw string) (*url.URL, error) {
	text := asBrowsersRead(raw)
	if text == "" {
		return nil, &LinkError{lang.Said("Paste a link like https://shop.example/gift.")}
	}
	u, err := url.Parse(text)
	if err != nil {
		return nil, &LinkError{lang.Said("That is not a link. Paste one like https://shop.example/gift.")}
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, &LinkError{lang.Said("Only links that start with http:// or https:// can be kept.")}
	}
	if err := cleanHost(u); err != nil {
		return nil, err
	}
	u.User = nil
	u.RawQuery = escapeRaw(u.RawQuery)
	if u.Path == "" {
		u.Path = "/"
	}
	return u, nil
}

// bareHost is a link without its scheme, as people copy it: shop.example/gift.
var bareHost = regexp.MustCompile(`^[\pL\pN.-]+\.[\pL][\pL\pN-]+(:\d+)?([/?#]|$)`)

// asBrowsersRead drops the control characters that browsers ignore, turns
// backslashes into slashes, and escapes stray percent signs.
func asBrowsersRead(raw string) string {
	text := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, strings.ToValidUTF8(raw, ""))
	text = strings.TrimSpace(text)

	head := len(text)
	if i := strings.IndexAny(text, "?#"); i >= 0 {
		head = i
	}
	text = strings.ReplaceAll(text[:head], `\`, "/") + text[head:]
	if bareHost.MatchString(text) {
		text = "https://" + text
	}
	return escapePercent(oneScheme.ReplaceAllString(text, "$1://"))
}

// oneScheme is a web scheme with any number of slashes, which browsers read as two.
var oneScheme = regexp.MustCompile(`(?i)^(https?):/*`)

// escapePercent escapes each percent sign that starts no escape.
func escapePercent(text string) string {
	var out strings.Builder
	for i := range len(text) {
		out.WriteByte(text[i])
		if text[i] == '%' && (i+2 >= len(text) || !isHex(text[i+1]) || !isHex(text[i+2])) {
			out.WriteString("25")
		}
	}
	return out.String()
}

func isHex(c byte) bool {
	return strings.IndexByte("0123456789abcdefABCDEF", c) >= 0
}

// escapeRaw escapes in a query what may not stand in a link unescaped.
func escapeRaw(query string) string {
	var out strings.Builder
	for i := range len(query) {
		if c := query[i]; c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>`'", c) >= 0 {
			fmt.Fprintf(&out, "%%%02X", c)
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}

// names maps Unicode host names to what DNS knows them as.
var names = idna.New(idna.MapForLookup(), idna.Transitional(false), idna.StrictDomainName(false), idna.VerifyDNSLength(true))

var plainHost = regexp.MustCompile(`^[a-z0-9_-]+(\.[a-z0-9_-]+)*$`)

var errNoHost = &LinkError{lang.Said("That link has no website in it. Paste one like https://shop.example/gift.")}

// cleanHost lower-cases the host, writes it in ASCII and drops a port that the
// scheme implies.
func cleanHost(u *url.URL) error {
	host, port := strings.TrimSuffix(u.Hostname(), "."), u.Port()
	if address, err := netip.ParseAddr(host); err == nil {
		host = address.WithZone("").String()
	} else if host, err = toASCII(host); err != nil {
		return errNoHost
	} else if address, numeric := numericHost(host); numeric {
		if !address.IsValid() {
			return errNoHost
		}
		host = address.String()
	}
	if number, err := strconv.Atoi(port); port != "" && (err != nil || number < 1 || number > 65535) {
		return errNoHost
	}
	if u.Scheme == "http" && port == "80" || u.Scheme == "https" && port == "443" {
		port = ""
	}
	switch {
	case port != "":
		u.Host = net.JoinHostPort(host, port)
	case strings.Contains(host, ":"):
		u.Host = "[" + host + "]"
	default:
		u.Host = host
	}
	return nil
}

// toASCII writes a host's name as DNS knows it. A name that would not stand being
// written so once more is none.
func toASCII(host string) (string, error) {
	ascii, err := names.ToASCII(host)
	if again, errAgain := names.ToASCII(ascii); err != nil || errAgain != nil || again != ascii || !plainHost.MatchString(ascii) {
		return "", errNoHost
	}
	return ascii, nil
}

// keptFragment drops the marks that point into a text; other fragments may choose
// a variant and stay.
func keptFragment(u *url.URL) (fragment, raw string) {
	if strings.HasPrefix(u.Fragment, ":~:") {
		return "", ""
	}
	return u.Fragment, u.RawFragment
}

// Canonical is the key by which two links are the same product page: one scheme,
// no www, no tracking, parameters in order, and the short form of the shops that
// write one page in many ways. A text that is no link is its own key.
func Canonical(link string) string {
	u, err := parseLink(link)
	if err != nil {
		return strings.TrimSpace(link)
	}
	u.Scheme = "https"
	u.Host = strings.TrimSuffix(strings.TrimPrefix(u.Host, "www."), ":80")
	if short := shortForm(u); short != "" {
		return short
	}
	u.RawQuery = sortedQuery(withoutTracking(u))
	if strings.Trim(u.Path, "/") != "" {
		u.Path, u.RawPath = strings.TrimRight(u.Path, "/"), strings.TrimRight(u.RawPath, "/")
	}
	withoutCollection(u)
	if !strings.HasPrefix(u.Fragment, "/") && !strings.HasPrefix(u.Fragment, "!") {
		u.Fragment, u.RawFragment = "", ""
	}
	return u.String()
}
