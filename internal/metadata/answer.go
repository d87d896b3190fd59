package metadata

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"

	"github.com/andybalholm/brotli"
	"golang.org/x/net/html"
)

// answer is what a server sent.
type answer struct {
	address     *url.URL // the one that answered, after redirects
	status      int
	contentType string
	body        []byte
	slow        bool // the time was up before the body's end
	garbled     bool // the body is packed in a way that can't be read
}

// newAnswer reads a response, at most limit bytes of it. A body that breaks off is
// kept as far as it came, as most of what is looked for stands at its start.
func newAnswer(response *http.Response, limit int64) (*answer, error) {
	a := &answer{
		address:     response.Request.URL,
		status:      response.StatusCode,
		contentType: response.Header.Get("Content-Type"),
	}
	unpacked, err := unpack(response.Body, response.Header.Get("Content-Encoding"))
	if err != nil {
		a.garbled = true
		return a, response.Request.Context().Err()
	}
	a.body, err = io.ReadAll(io.LimitReader(unpacked, limit))
	a.slow = err != nil && response.Request.Context().Err() != nil
	if a.slow && len(a.body) == 0 {
		return nil, err
	}
	return a, nil
}

// unpack reads through the encodings that a body was packed in, the last first.
func unpack(body io.Reader, encodings string) (io.Reader, error) {
	list := strings.Split(encodings, ",")
	var err error
	for i := len(list) - 1; i >= 0 && err == nil; i-- {
		switch strings.ToLower(strings.TrimSpace(list[i])) {
		case "gzip", "x-gzip":
			body, err = gzip.NewReader(body)
		case "br":
			body = brotli.NewReader(body)
		case "deflate":
			body, err = inflate(body)
		case "", "identity":
		default:
			err = http.ErrNotSupported
		}
	}
	return body, err
}

// inflate reads deflate with and without its wrapping, as servers send both.
func inflate(body io.Reader) (io.Reader, error) {
	head := make([]byte, 2)
	n, err := io.ReadFull(body, head)
	if err != nil {
		return nil, err
	}
	whole := io.MultiReader(bytes.NewReader(head[:n]), body)
	if head[0]&0x0f == 8 && (int(head[0])<<8|int(head[1]))%31 == 0 {
		return zlib.NewReader(whole)
	}
	return flate.NewReader(whole), nil
}

// product reads the answer to a link.
func (a *answer) product(asked *url.URL) Product {
	if sentence := statusSentence(a.status); sentence != "" {
		return fromLink(asked, sentence)
	}
	if a.garbled {
		return fromLink(asked, warnBroken)
	}
	product := readBody(asked, a.address, a.contentType, a.body)
	if a.slow {
		product.warn(warnSlow)
	}
	return product
}

// statusSentence says why there is no page, or is "" when there is one.
func statusSentence(status int) string {
	switch {
	case status >= 200 && status < 300:
		return ""
	case status == http.StatusUnauthorized:
		return warnSignIn
	case status == http.StatusForbidden || status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable:
		return warnWall
	case status == http.StatusNotFound || status == http.StatusGone:
		return warnMissing
	case status >= 500:
		return warnTrouble
	}
	return warnBroken
}

// refreshTo is the address in a meta refresh that happens at once.
var refreshTo = regexp.MustCompile(`(?i)^\s*[0-3](?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?['"]?([^'"]+)`)

// refresh is where a page sends its visitors by a tag, or nil. Only small pages do
// nothing else; one within <noscript> is for browsers without scripts.
func (a *answer) refresh() *url.URL {
	const small = 64 << 10
	if len(a.body) > small || !bytes.Contains(bytes.ToLower(a.body), []byte("http-equiv")) {
		return nil
	}
	doc, err := html.Parse(bytes.NewReader(a.body))
	if err != nil {
		return nil
	}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "meta" || !strings.EqualFold(attr(n, "http-equiv"), "refresh") {
			continue
		}
		if found := refreshTo.FindStringSubmatch(attr(n, "content")); found != nil {
			return a.follow(found[1])
		}
	}
	return nil
}

// follow resolves a link of the answer; nil when it leads nowhere else.
func (a *answer) follow(link string) *url.URL {
	next, err := a.address.Parse(strings.TrimSpace(link))
	if err != nil {
		return nil
	}
	next, err = parseLink(next.String())
	if err != nil || next.String() == a.address.String() {
		return nil
	}
	return next
}
