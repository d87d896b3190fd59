package ui

import (
	"context"

	"kinlist/internal/lang"
	"kinlist/internal/paths"
)

// Chosen is a filter that is on: what it says, and the address without it.
type Chosen struct{ Label, Without string }

// Without is an address with its filters but one; value tells apart a filter that stands there several times.
func Without(path string, pairs []string, key, value string) string {
	var rest []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] != key || pairs[i+1] != value {
			rest = append(rest, pairs[i], pairs[i+1])
		}
	}
	return paths.With(path, rest...)
}

// Including is an address with its filters and one more of them, which takes the place of another of its kind.
func Including(path string, pairs []string, key, value string) string {
	var all []string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] != key {
			all = append(all, pairs[i], pairs[i+1])
		}
	}
	return paths.With(path, append(all, key, value)...)
}

// NameIn is the name of one of several things, and a word for something else where it is none of them.
func NameIn(ctx context.Context, refs []Option, id string) string {
	for _, r := range refs {
		if r.Value == id {
			return r.Label
		}
	}
	return lang.T(ctx, "something else")
}
