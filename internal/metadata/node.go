package metadata

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// node is one thing as schema.org describes it, whether it was written in JSON-LD,
// microdata or RDFa: its properties by name, "@type" and "@id" among them.
type node map[string]any

// types are a node's types without the vocabulary: "Product" for
// "https://schema.org/Product" and "schema:Product".
func (n node) types() []string {
	var types []string
	for _, value := range list(n["@type"]) {
		if name, ok := value.(string); ok {
			types = append(types, bareName(name))
		}
	}
	return types
}

// is reports whether a node is of one of the types, in capitals or not.
func (n node) is(types ...string) bool {
	return slices.ContainsFunc(n.types(), func(t string) bool {
		return slices.ContainsFunc(types, func(wanted string) bool { return strings.EqualFold(t, wanted) })
	})
}

// bareName cuts the vocabulary off a schema.org name.
func bareName(name string) string {
	name = strings.TrimRight(strings.TrimSpace(name), "/")
	return name[strings.LastIndexAny(name, "/#:")+1:]
}

// text is a property's text: of several values the first, of a node its value, its
// name or its address.
func (n node) text(property string) string {
	for _, value := range list(n[property]) {
		text := scalar(value)
		if child, ok := value.(node); ok {
			text = cmp.Or(scalar(child["@value"]), scalar(child["name"]), scalar(child["@id"]), scalar(child["url"]))
		}
		if text != "" {
			return text
		}
	}
	return ""
}

// scalar is the text of a value that is a string, a number or a list of them.
func scalar(value any) string {
	for _, value := range list(value) {
		switch value := value.(type) {
		case string:
			if text := strings.TrimSpace(value); text != "" {
				return text
			}
		case json.Number:
			return value.String()
		}
	}
	return ""
}

// maxNodes bounds how many nodes of one property are looked at: pages can refer to
// their nodes over and over, and no honest one names as many.
const maxNodes = 200

// nodes are a property's values that are nodes.
func (n node) nodes(property string) []node {
	var nodes []node
	for _, value := range list(n[property]) {
		if child, ok := value.(node); ok && len(nodes) < maxNodes {
			nodes = append(nodes, child)
		}
	}
	return nodes
}

// list makes a list of a value that may be one already.
func list(value any) []any {
	switch value := value.(type) {
	case nil:
		return nil
	case []any:
		return value
	default:
		return []any{value}
	}
}
