package ui

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
)

// AllAt says where the menu of a status leads.
func AllAt(ctx context.Context, s domain.Status) string {
	return lang.T(ctx, "All that is “%s”", StatusName(ctx, s))
}

// AllOf says where the menu of a buyer leads, "" for nobody.
func AllOf(ctx context.Context, buyer string) string {
	if buyer == "" {
		return lang.T(ctx, "All that nobody buys")
	}
	return lang.T(ctx, "All that %s buys", buyer)
}

// elsewhere is what dto.Elsewhere says, cut at the names in it.
func elsewhere(ctx context.Context, e *dto.Elsewhere) []Name {
	list := Name{Text: e.List.Name, Href: paths.Lists.One(e.List.ID)}
	buyer := Name{Text: e.Buyer, Href: paths.With(list.Href, "buyer", e.BuyerID)}
	switch given := e.Status == domain.StatusGifted; {
	case given && e.Buyer != "":
		return Sentence(ctx, lang.Word("%s gave this already (%s)"), buyer, list)
	case given:
		return Sentence(ctx, lang.Word("This was given already (%s)"), list)
	case e.Buyer != "":
		return Sentence(ctx, lang.Word("%s is buying this (%s)"), buyer, list)
	}
	return Sentence(ctx, lang.Word("This is being bought already (%s)"), list)
}
