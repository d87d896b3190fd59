package metadata

import (
	"bytes"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// page is a document and where it stands.
type page struct {
	*goquery.Document
	asked    *url.URL // the link that somebody gave
	url      *url.URL // the address it came from, which redirects may have changed
	base     *url.URL // what its relative links are relative to
	country  string   // the shop's, as far as address and language tell; "" when unknown
	currency string   // the code that the page names for all its prices; "" when it names none
	metas    map[string][]string

	items, references int // how much marked data was read, to bound it
}

// newPage parses a body. It fails on what no parser makes a document of.
func newPage(address *url.URL, contentType string, body []byte) (*page, error) {
	doc, err := parseHTML(toUTF8(body, contentType))
	if err != nil {
		return nil, err
	}
	p := &page{Document: doc, url: address, base: address, metas: readMetas(doc)}
	if href, ok := doc.Find("base[href]").First().Attr("href"); ok {
		if base, err := address.Parse(strings.TrimSpace(href)); err == nil && isWeb(base) {
			p.base = base
		}
	}
	p.country = p.findCountry()
	p.currency = p.findCurrency()
	return p, nil
}

// parseHTML parses a document; of one that is nested too deeply for the parser it
// takes the head, where most of what is looked for stands.
func parseHTML(text []byte) (*goquery.Document, error) {
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(text))
	if err == nil {
		return doc, nil
	}
	head, _, found := bytes.Cut(text, []byte("</head>"))
	if !found {
		return nil, err
	}
	return goquery.NewDocumentFromReader(bytes.NewReader(head))
}

// toUTF8 decodes a body by its byte order mark, its header or its own word. A body
// that is valid UTF-8 beyond ASCII is UTF-8 whatever it says: text of another
// charset does not happen to be.
func toUTF8(body []byte, contentType string) []byte {
	decoding, name, _ := charset.DetermineEncoding(body, wideType(body, contentType))
	if name != "utf-8" && !bytes.HasPrefix(body, []byte{0xff, 0xfe}) && !bytes.HasPrefix(body, []byte{0xfe, 0xff}) && isUTF8(body) {
		name = "utf-8"
	}
	if name == "utf-8" && !utf8.Valid(body) && !isUTF8(body) {
		decoding, name = otherThanUTF8(body)
	}
	if name != "utf-8" {
		if decoded, err := decoding.NewDecoder().Bytes(body); err == nil {
			body = decoded
		}
	}
	body = bytes.TrimPrefix(body, []byte("\ufeff"))
	return bytes.ReplaceAll(bytes.ToValidUTF8(body, []byte("\ufffd")), []byte{0}, nil)
}

// wideType is the type of a body that is UTF-16 and does not say so.
func wideType(body []byte, contentType string) string {
	switch {
	case bytes.HasPrefix(body, []byte("<\x00")):
		return "text/html; charset=utf-16le"
	case bytes.HasPrefix(body, []byte("\x00<")):
		return "text/html; charset=utf-16be"
	}
	return contentType
}

// otherThanUTF8 is the encoding of a body that is called UTF-8 and isn't: the one
// that it names itself, or the West's where none of its letters is UTF-8.
func otherThanUTF8(body []byte) (encoding.Encoding, string) {
	if found, name, _ := charset.DetermineEncoding(body, ""); name != "utf-8" && name != "windows-1252" {
		return found, name
	}
	letters := 0
	for _, r := range string(body) {
		if r >= utf8.RuneSelf && r != utf8.RuneError {
			letters++
		}
	}
	if letters > 0 {
		return encoding.Nop, "utf-8" // with a few broken bytes
	}
	return charmap.Windows1252, "windows-1252"
}

// isUTF8 reports whether a body is UTF-8 with more than ASCII in it. Its last
// character may be cut off.
func isUTF8(body []byte) bool {
	for range utf8.UTFMax {
		if len(body) > 0 && !utf8.Valid(body) {
			body = body[:len(body)-1]
		}
	}
	beyond := bytes.IndexFunc(body, func(r rune) bool { return r >= utf8.RuneSelf })
	return beyond >= 0 && utf8.Valid(body)
}

// resolve makes a link of the page absolute, or "" when it is none that a browser
// could follow.
func (p *page) resolve(link string) string {
	link = strings.TrimSpace(link)
	if link == "" || len(link) > maxLink {
		return ""
	}
	u, err := p.base.Parse(escapePercent(strings.Map(visible, link)))
	if err != nil || !isWeb(u) || cleanHost(u) != nil {
		return ""
	}
	u.User = nil
	u.RawQuery = escapeRaw(u.RawQuery)
	return u.String()
}

func isWeb(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// meta is the content of the first of some meta tags that has any, whether named
// by property or by name. Names are in lower case.
func (p *page) meta(names ...string) string {
	for _, name := range names {
		for _, content := range p.metas[name] {
			if content != "" {
				return content
			}
		}
	}
	return ""
}

// readMetas gives the contents of all meta tags by name.
func readMetas(doc *goquery.Document) map[string][]string {
	all := map[string][]string{}
	doc.Find("meta[content]").Each(func(_ int, tag *goquery.Selection) {
		content := strings.TrimSpace(tag.AttrOr("content", ""))
		for _, attribute := range []string{"property", "name"} {
			for name := range strings.FieldsSeq(strings.ToLower(tag.AttrOr(attribute, ""))) {
				all[name] = append(all[name], content)
			}
		}
	})
	return all
}
