package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Order puts an item behind another of the same list; "" is before all others. Those who plan sort the plan, and the
// list's target notices nothing. What the target sorts moves in the plan too, and hides and shows nothing. It returns
// the list's id.
func (s *Items) Order(ctx context.Context, v domain.Viewer, id, after string) (string, error) {
	if err := policy.Change(v); err != nil {
		return "", err
	}
	listID := ""
	err := s.write(ctx, v, func(tx *repository.Store) error {
		item, err := tx.Items.Get(ctx, v, id)
		if err != nil {
			return err
		}
		listID = item.ListID
		if err := tx.Lists.Lock(ctx, v, listID); err != nil {
			return err
		}
		if after == id {
			return nil
		}
		if err := sameList(ctx, tx, v, listID, after); err != nil {
			return err
		}
		list, err := tx.Lists.Get(ctx, v, listID)
		if err != nil {
			return err
		}
		if v.Is(idOf(list.TargetPersonID)) {
			if err := tx.Items.PutAfter(ctx, v, repository.WishOrder, item, after); err != nil {
				return err
			}
		}
		return tx.Items.PutAfter(ctx, v, repository.PlanOrder, item, after)
	})
	return listID, err
}

// OrderStep puts an item before the one above it or behind the one below it, among those of the same group of the plan,
// or of the viewer's own wishes. At the end of the way nothing changes. It returns the list's id.
func (s *Items) OrderStep(ctx context.Context, v domain.Viewer, id string, in dto.OrderInput) (string, error) {
	if in.Step != "up" && in.Step != "down" {
		return "", apperr.Wrong("step", "Choose up or down.")
	}
	listID, ids, err := s.neighbours(ctx, v, id, in.Group)
	if err != nil {
		return "", err
	}
	switch at := slices.Index(ids, id); {
	case in.Step == "up" && at > 0:
		return s.Order(ctx, v, ids[at-1], id)
	case in.Step == "down" && at+1 < len(ids):
		return s.Order(ctx, v, id, ids[at+1])
	}
	return listID, policy.Change(v)
}

// neighbours are the items of an item's group, in their order.
func (s *Items) neighbours(ctx context.Context, v domain.Viewer, id, group string) (listID string, ids []string, err error) {
	item, err := s.store.Items.Planned(ctx, v, id)
	if apperr.CodeOf(err) == apperr.NotFound {
		return s.wishesBeside(ctx, v, id)
	}
	if err != nil {
		return "", nil, err
	}
	_, same := groupKey(&item, group)
	rows, err := s.store.Items.Plan(ctx, v, item.ListID)
	for i := range rows {
		if _, filter := groupKey(&rows[i], group); filter == same {
			ids = append(ids, rows[i].ID)
		}
	}
	return item.ListID, ids, err
}

func (s *Items) wishesBeside(ctx context.Context, v domain.Viewer, id string) (listID string, ids []string, err error) {
	wish, err := s.store.Items.Wish(ctx, v, id)
	if err != nil {
		return "", nil, err
	}
	rows, err := s.store.Items.Wishes(ctx, v, wish.ListID)
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	return wish.ListID, ids, err
}

// sameList refuses to put an item behind one of another list.
func sameList(ctx context.Context, tx *repository.Store, v domain.Viewer, listID, after string) error {
	if after == "" {
		return nil
	}
	item, err := tx.Items.Get(ctx, v, after)
	if err != nil {
		return err
	}
	if item.ListID != listID {
		return apperr.Wrong("after", "Choose a gift of the same list.")
	}
	return nil
}
