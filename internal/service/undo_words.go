package service

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/lang"
)

// changedWhat says that something was changed, and what of it.
func changedWhat(ctx context.Context, kind domain.Entity, name string) string {
	switch kind { //nolint:exhaustive // of the others it was what the form shows
	case domain.EntityPlace, domain.EntityWishPlace:
		return lang.T(ctx, "Put “%s” elsewhere on its list.", name)
	case domain.EntityGiftPicture, domain.EntityPersonPicture:
		return lang.T(ctx, "Changed the picture of “%s”.", name)
	case domain.EntityProfile:
		return lang.T(ctx, "Changed your profile.")
	case domain.EntityAppearance:
		return lang.T(ctx, "Changed how the pages look.")
	case domain.EntityShortcuts:
		return lang.T(ctx, "Turned the keyboard shortcuts on or off.")
	case domain.EntityFamily:
		return lang.T(ctx, "Changed the family’s settings.")
	case domain.EntityMember:
		return lang.T(ctx, "Changed the role of %s.", name)
	}
	return lang.T(ctx, "Changed “%s”.", name)
}
