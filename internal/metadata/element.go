package metadata

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

func attr(element *html.Node, name string) string {
	for _, a := range element.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasAttr(element *html.Node, name string) bool {
	for _, a := range element.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// innerText is the text that an element shows. Cents that are raised get their
// decimal sign back, and prices struck through are left out.
func innerText(element *html.Node) string {
	var out strings.Builder
	writeText(&out, element)
	return strings.Join(strings.Fields(out.String()), " ")
}

// maxInner bounds the text that is taken from an element.
const maxInner = 16 << 10

func writeText(out *strings.Builder, n *html.Node) {
	switch {
	case out.Len() > maxInner:
		return
	case n.Type == html.TextNode:
		out.WriteString(n.Data[:min(len(n.Data), maxInner)])
		return
	case n.Type != html.ElementNode && n.Type != html.DocumentNode:
		return
	}
	switch n.Data {
	case "script", "style", "del", "s", "strike", "template":
		return
	case "sup":
		out.WriteString(raisedCents(out.String(), n))
		return
	case "br", "p", "div", "li", "td":
		out.WriteByte(' ')
	}
	for child := range n.ChildNodes() {
		writeText(out, child)
	}
}

// raisedCents writes a raised text after a price: two digits are its cents.
func raisedCents(before string, sup *html.Node) string {
	var text strings.Builder
	for child := range sup.ChildNodes() {
		writeText(&text, child)
	}
	raised := strings.TrimSpace(text.String())
	before = strings.TrimSpace(before)
	if _, err := strconv.Atoi(raised); err == nil && len(raised) == 2 && before != "" && before[len(before)-1] >= '0' && before[len(before)-1] <= '9' {
		return "." + raised
	}
	return raised
}
