package service

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
)

// Items is what a family does with the gifts on its lists. Those who plan get dto.Items, a list's target dto.Wishes;
// what one side asks for of the other is not found.
type Items struct {
	core
	lists *Lists
	undo  *Undo
}

// Wishes returns one of the viewer's own lists.
func (s *Items) Wishes(ctx context.Context, v domain.Viewer, listID string) (dto.WishList, error) {
	list, err := s.store.Lists.Named(ctx, v, listID)
	if err != nil {
		return dto.WishList{}, err
	}
	rows, err := s.store.Items.Wishes(ctx, v, listID)
	out := dto.WishList{List: toList(v, list)}
	for _, row := range rows {
		out.Wishes = append(out.Wishes, toWish(v, row))
	}
	return out, err
}

// Page returns everything on an item's page.
func (s *Items) Page(ctx context.Context, v domain.Viewer, id string) (dto.ItemPage, error) {
	row, err := s.store.Items.Planned(ctx, v, id)
	if err != nil {
		return dto.ItemPage{}, err
	}
	list, err := s.store.Lists.Named(ctx, v, row.ListID)
	if err != nil {
		return dto.ItemPage{}, err
	}
	members, err := s.store.Lists.Seers(ctx, v, list.List)
	if err != nil {
		return dto.ItemPage{}, err
	}
	elsewhere, err := s.elsewhere(ctx, v, row.ListID, list.TargetPersonID, []repository.ItemRow{row})
	if err != nil {
		return dto.ItemPage{}, err
	}
	steps, err := s.store.Items.History(ctx, v, id)
	out := dto.ItemPage{Item: toItem(v, &row), List: toList(v, list), Members: toMembers(members), Links: giftLinks(row.GiftLinks)}
	out.Item.Elsewhere = elsewhere[id]
	if err != nil {
		return out, err
	}
	tags, err := s.store.Tags.OfItem(ctx, v, row.ListID, row.GiftID)
	for _, t := range tags {
		out.Tags = append(out.Tags, dto.Ref{ID: t.ID, Name: t.Name})
	}
	for _, step := range steps {
		out.History = append(out.History, dto.StatusChange{
			Actor: step.ActorName, ActorID: step.ActorID, From: step.FromStatus, To: step.ToStatus,
			At: moment(ctx, v, step.CreatedAt),
		})
	}
	return out, err
}

// Wish returns an item of one of the viewer's own lists, and the list.
func (s *Items) Wish(ctx context.Context, v domain.Viewer, id string) (dto.Wish, dto.List, error) {
	row, err := s.store.Items.Wish(ctx, v, id)
	if err != nil {
		return dto.Wish{}, dto.List{}, err
	}
	list, err := s.lists.Get(ctx, v, row.ListID)
	return toWish(v, row), list, err
}
