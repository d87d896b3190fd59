package metadata

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
)

// maxDepth bounds how deep nested data is followed.
const maxDepth = 32

// jsonLD are the top-level things of all JSON-LD scripts of a page.
func (p *page) jsonLD() []node {
	var values []any
	p.Find("script").Each(func(_ int, script *goquery.Selection) {
		kind := strings.ToLower(script.AttrOr("type", ""))
		if strings.HasPrefix(strings.TrimSpace(kind), "application/ld+json") {
			values = append(values, decodeJSON(script.Text())...)
		}
	})

	var graph graph
	var top []node
	for _, value := range values {
		for _, item := range list(graph.add(value, 0)) {
			if n, ok := item.(node); ok {
				top = append(top, n)
			}
		}
	}
	graph.link()
	return top
}

// graph is all the nodes of a page's scripts, which may refer to each other.
type graph struct {
	all  []node
	byID map[string]node

	merged int // how many parts of one thing were put together, to bound it
}

// add turns decoded objects into nodes, and notes those that have an @id and say
// something about it.
func (g *graph) add(value any, depth int) any {
	if depth > maxDepth {
		return nil
	}
	switch value := value.(type) {
	case []any:
		var out []any
		for _, item := range value {
			out = append(out, list(g.add(item, depth+1))...)
		}
		return out
	case map[string]any:
		n := node{}
		for property, item := range value {
			n[cleanProperty(property)] = g.add(item, depth+1)
		}
		g.note(n)
		return n
	}
	return value
}

func (g *graph) note(n node) {
	g.all = append(g.all, n)
	id, ok := n["@id"].(string)
	if !ok || isReference(n) {
		return
	}
	if g.byID == nil {
		g.byID = map[string]node{}
	}
	known := g.byID[id]
	if known != nil && g.merged < maxNodes && (n["@type"] == nil || known["@type"] == nil || n.is(known.types()...)) {
		g.merged++
		complete(known, n)
		complete(n, known)
	}
	if len(n) > len(known) {
		g.byID[id] = n
	}
}

// isReference reports a node that only names another.
func isReference(n node) bool {
	return n["@id"] != nil && (len(n) == 1 || len(n) == 2 && n["@type"] != nil)
}

// complete gives a node what another part of the same thing says.
func complete(n, part node) {
	for property, value := range part {
		if n[property] == nil {
			n[property] = value
		}
	}
}

// link puts what an @id refers to in the reference's place.
func (g *graph) link() {
	for _, n := range g.all {
		for property, value := range n {
			items := list(value)
			for i, item := range items {
				if reference, ok := item.(node); ok && isReference(reference) {
					if target := g.byID[reference.text("@id")]; target != nil {
						items[i] = target
					}
				}
			}
			if len(items) == 1 {
				n[property] = items[0]
			}
		}
	}
}

// cleanProperty cuts the vocabulary off a property, and a capital that some shops
// write: "schema:name" and "Name" are "name".
func cleanProperty(property string) string {
	if strings.HasPrefix(property, "@") {
		return property
	}
	name := bareName(property)
	if name == "" {
		return name
	}
	return strings.ToLower(name[:1]) + name[1:]
}
