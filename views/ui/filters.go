package ui

import (
	"context"
	"slices"

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

// narrowed is the line under which the filters of a listing fold.
func narrowed(ctx context.Context, pairs []string) string {
	on := 0
	for i := 0; i+1 < len(pairs); i += 2 {
		if !slices.Contains([]string{"q", "sort", "limit"}, pairs[i]) && pairs[i+1] != "" {
			on++
		}
	}
	if on == 0 {
		return lang.T(ctx, "Filters")
	}
	return lang.N(ctx, on, "Filters: %d is on", "Filters: %d are on")
}

func isOn(pairs []string, key string) bool {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == key {
			return pairs[i+1] != ""
		}
	}
	return false
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
