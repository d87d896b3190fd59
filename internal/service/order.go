package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
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
	err := s.store.InTx(ctx, func(tx *repository.Store) error {
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
		return apperr.Fields{"after": "Choose a gift of the same list."}.Err()
	}
	return nil
}
