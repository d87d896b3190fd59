package service

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/lang"
)

// changedWhat says that something was changed, and what of it.
func changedWhat(ctx context.Context, kind domain.Entity, name string) string {
	switch kind { //nolint:exhaustive // of the others all of the form was
	case domain.EntityPlace, domain.EntityWishPlace:
		return lang.T(ctx, "Put “%s” elsewhere on its list.", name)
	}
	return lang.T(ctx, "Changed “%s”.", name)
}
