package service

import (
	"context"
	"slices"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/text"
)

// maxLikely is how many gifts of each reason are named.
const maxLikely = 5

// Likely returns the gifts of the catalog that a new one with this link and title would double: those with the same
// link first, then those with nearly the same title. It knows of nothing that the viewer does not see.
func (s *Gifts) Likely(ctx context.Context, v domain.Viewer, link, title string) ([]dto.Likely, error) {
	linked, err := s.store.Gifts.WithLink(ctx, v, canonical(link), maxLikely)
	if err != nil {
		return nil, err
	}
	alike, err := s.store.Gifts.Alike(ctx, v, title)
	if err != nil {
		return nil, err
	}
	alike = slices.DeleteFunc(alike, func(g model.Gift) bool {
		return !text.Alike(g.Title, title) || slices.ContainsFunc(linked, func(l model.Gift) bool { return l.ID == g.ID })
	})
	found := append(likely(linked, lang.T(ctx, "same link")), likely(alike[:min(len(alike), maxLikely)], lang.T(ctx, "same title"))...)
	ids := make([]string, len(found))
	for i, l := range found {
		ids[i] = l.ID
	}
	uses, err := s.store.Gifts.Uses(ctx, v, ids...)
	for i := range found {
		for _, u := range uses {
			if u.GiftID == found[i].ID {
				found[i].Uses = append(found[i].Uses, giftUse(u))
			}
		}
	}
	return found, err
}

func likely(gifts []model.Gift, why string) []dto.Likely {
	all := make([]dto.Likely, len(gifts))
	for i, g := range gifts {
		all[i] = dto.Likely{ID: g.ID, Title: g.Title, Why: why}
	}
	return all
}

// alikeWarning says of a gift with nearly the same title that it is there already, and on which list.
func alikeWarning(ctx context.Context, l dto.Likely) string {
	if len(l.Uses) == 0 {
		return lang.T(ctx, "“%s” is in the catalog already, with nearly this title.", l.Title)
	}
	use := l.Uses[0]
	if use.Target == nil {
		return lang.T(ctx, "“%s” is in the catalog already, with nearly this title, and stands on “%s”.", l.Title, use.List.Name)
	}
	return lang.T(ctx, "“%s” is in the catalog already, with nearly this title, and stands on “%s”, a list for %s.",
		l.Title, use.List.Name, use.Target.Name)
}
