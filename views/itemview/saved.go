package itemview

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/views/ui"
)

// Saved says of an item in words what its form has as keys.
func Saved(ctx context.Context, i dto.Item, l dto.List) map[string]string {
	said := map[string]string{"priority": ui.PriorityName(ctx, i.Priority), "privacy": lang.T(ctx, "Not hidden")}
	if i.Privacy == domain.PrivacyHidden && l.Target != nil {
		said["privacy"] = ui.HiddenFrom(ctx, l.Target)
	}
	return said
}

// SavedWish is Saved for a wish.
func SavedWish(ctx context.Context, w dto.Wish) map[string]string {
	return map[string]string{"priority": ui.PriorityName(ctx, w.Priority)}
}
