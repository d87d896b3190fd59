package authview

import (
	"maps"
	"net/url"
	"slices"
)

// DraftProps is a form that was sent while nobody was signed in, and where to.
type DraftProps struct {
	To   string
	Form url.Values
}

// values are the form's fields in a fixed order.
func (p DraftProps) values() (all [][2]string) {
	for _, name := range slices.Sorted(maps.Keys(p.Form)) {
		for _, v := range p.Form[name] {
			all = append(all, [2]string{name, v})
		}
	}
	return all
}

// typed are the words that somebody typed: not the ids, versions and choices around them.
func (p DraftProps) typed() (lines []string) {
	words := []string{"title", "name", "display_name", "link", "body", "notes", "description", "price", "planned_price", "lines", "interests", "constraints", "line"}
	for _, name := range words {
		for _, v := range p.Form[name] {
			if v != "" {
				lines = append(lines, v)
			}
		}
	}
	return lines
}
