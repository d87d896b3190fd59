// Package printview is lists on paper. What is hidden on the screen is hidden on paper: the same values, no others.
package printview

import (
	"context"

	"kinlist/internal/dto"
	"kinlist/views/ui"
)

// ListProps is a list on paper for those who plan it.
type ListProps struct {
	Plan      dto.Plan
	Group     string // by what the items are grouped; only "status" so far
	PrintedBy string
	PrintedOn string // the family's today, for reading
}

// WishProps is a list on paper for its target.
type WishProps struct {
	WishList  dto.WishList
	PrintedBy string
	PrintedOn string
}

// subtitle says for whom and for when a list is.
func subtitle(ctx context.Context, l dto.List) string {
	text := ui.ListTypeName(ctx, l.Type)
	if l.Target != nil && !l.Own {
		text += " for " + l.Target.Name
	}
	if l.Occasion != nil {
		text += ", " + l.Occasion.Name
	}
	return text
}

func buyer(i dto.Item) string {
	if i.Buyer == nil {
		return ""
	}
	return i.Buyer.Name
}

// notes are what stands beside an item; what matters most comes first.
func notes(priority, text string) string {
	if priority == "" || text == "" {
		return priority + text
	}
	return priority + ". " + text
}
