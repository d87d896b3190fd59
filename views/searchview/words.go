// Package searchview is the search over everything.
package searchview

import (
	"context"
	"strings"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
)

func blank(f dto.Found) bool { return strings.TrimSpace(f.Q) == "" }

// counted says how many things are shown, for those who hear the page.
func counted(ctx context.Context, f dto.Found) string {
	n := len(f.People) + len(f.Occasions) + len(f.Lists) + len(f.Gifts) + len(f.Tags) + len(f.Comments)
	return lang.N(ctx, n, "%d thing found", "%d things found")
}

// Title is the page's name in the browser.
func Title(ctx context.Context, f dto.Found) string {
	if blank(f) {
		return lang.T(ctx, "Search")
	}
	return lang.T(ctx, "Search: %s", f.Q)
}
