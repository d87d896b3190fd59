package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Order puts an item behind another of the same list; "" is before all others. Those who plan sort the plan, and the
// list's target notices nothing. What the target sorts moves in the plan too, and hides and shows nothing. It returns
// the list's id.
func (s *Items) Order(ctx context.Context, v domain.Viewer, id, after string) (string, error) {
	return s.order(ctx, v, id, spot{beside: after})
}

// spot is where an item is put: behind another, or ahead of it.
type spot struct {
	beside string
	ahead  bool
}

func (s *Items) order(ctx context.Context, v domain.Viewer, id string, to spot) (string, error) {
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
		if to.beside == id {
			return nil
		}
		if err := sameList(ctx, tx, v, listID, to.beside); err != nil {
			return err
		}
		list, err := tx.Lists.Get(ctx, v, listID)
		if err != nil {
			return err
		}
		return reorder(ctx, tx, v, item, to, v.Is(idOf(list.TargetPersonID)))
	})
	return listID, err
}

// reorder puts an item beside another in the plan and, for the list's target, among their wishes. Undo knows of it when
// the viewer sees it stand elsewhere then.
func reorder(ctx context.Context, tx *repository.Store, v domain.Viewer, item model.ListItem, to spot, own bool) error {
	before, err := placeOf(ctx, tx, v, item, own)
	if err != nil {
		return err
	}
	if own {
		if err := putBeside(ctx, tx, v, repository.WishOrder, item, to); err != nil {
			return err
		}
	}
	if err := putBeside(ctx, tx, v, repository.PlanOrder, item, to); err != nil {
		return err
	}
	return keepPlace(ctx, tx, v, item, before)
}

// putBeside puts an item there in one of the orders.
func putBeside(ctx context.Context, tx *repository.Store, v domain.Viewer, by repository.Order, item model.ListItem, to spot) error {
	after := to.beside
	if to.ahead {
		all, err := tx.Items.Standings(ctx, v, by, item.ListID)
		if err != nil {
			return err
		}
		after = standing(without(all, item.ID), to.beside).Exact
	}
	return tx.Items.PutAfter(ctx, v, by, item, after)
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
		return s.order(ctx, v, id, spot{ids[at-1], true})
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
