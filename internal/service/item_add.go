package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Add puts a gift on a list: one of the catalog by its id, or a new one from the form. It returns the item's id. It asks
// first (a wrong field sure) before somebody sees a gift of the catalog that was hidden from them.
func (s *Items) Add(ctx context.Context, v domain.Viewer, listID string, in dto.AddInput) (string, error) {
	var id string
	err := s.inTurn(ctx, v, func(t turn) error {
		var err error
		id, err = addTo(ctx, t, listID, in)
		return err
	})
	return id, err
}

// addTo is Add within a turn.
func addTo(ctx context.Context, t turn, listID string, in dto.AddInput) (string, error) {
	tx, v := t.tx, t.v
	list, err := tx.Lists.Get(ctx, v, listID)
	if err != nil {
		return "", err
	}
	gift, fresh, err := giftFor(ctx, tx, v, in)
	if err != nil && apperr.FieldsOf(err) == nil {
		return "", err
	}
	item := model.ListItem{
		ListID: listID, GiftID: gift.ID, AddedBy: v.UserID, Status: domain.StatusIdea, WishVersion: 1,
		WishUpdatedAt: tx.Now(),
	}
	item.Currency = firstOf(gift.Currency, v.Currency)
	if err := both(err, fillItem(v, list, &item, in.ItemInput)); err != nil {
		return "", err
	}
	if fresh {
		if err := insertGift(ctx, tx, v, &gift, in.Tags); err != nil {
			return "", err
		}
		item.GiftID = gift.ID
	}
	item.Privacy, err = privacyOfNew(ctx, tx, v, list, domain.Privacy(in.Privacy))
	if err != nil {
		return "", err
	}
	if !fresh && !in.Sure {
		if err := t.mayShow(ctx, list, gift, item); err != nil {
			return "", asked(err)
		}
	}
	id, err := put(ctx, tx, v, list, item, gift.Title)
	switch {
	case err != nil:
		return "", err
	case v.Is(idOf(list.TargetPersonID)):
		return id, keepNew(ctx, tx, v, domain.EntityWish, id)
	}
	item.ID, item.Version = id, 1
	return id, t.keepPast(ctx, domain.VerbCreated, item, past{Columns: []string{made}})
}

// giftFor is the gift that a form speaks of: one of the catalog, or a fresh one that is checked but not stored yet.
func giftFor(ctx context.Context, tx *repository.Store, v domain.Viewer, in dto.AddInput) (model.Gift, bool, error) {
	if in.GiftID != "" {
		gift, err := tx.Gifts.Get(ctx, v, in.GiftID)
		return gift, false, err
	}
	gift := model.Gift{CreatedByID: v.UserID}
	return gift, true, fillGift(v, &gift, in.GiftInput)
}

// put inserts an item at the end of its list. A gift that stands there already is refused; but when it stands there
// hidden from the list's target, and the target adds it, it becomes their wish, and the plan for it goes on: the
// target is told nothing.
func put(ctx context.Context, tx *repository.Store, v domain.Viewer, list model.List, item model.ListItem, title string) (string, error) {
	last, err := tx.Items.LastPlace(ctx, v, list.ID)
	if err != nil {
		return "", err
	}
	item.Position, item.WishPosition = last.Plan+repository.PositionGap, last.Wish+repository.PositionGap
	held, err := tx.Items.OnList(ctx, v, list.ID, item.GiftID)
	switch {
	case apperr.CodeOf(err) == apperr.NotFound:
		if err := tx.Items.Create(ctx, v, &item); err != nil {
			return "", err
		}
		return item.ID, record(ctx, tx, v, onItem(domain.VerbCreated, item), payload{Title: title})
	case err != nil:
		return "", err
	case v.Is(idOf(list.TargetPersonID)) && held.Privacy == domain.PrivacyHidden:
		item.ID, err = tx.Items.Adopt(ctx, v, held, item)
		if err != nil {
			return "", err
		}
		return item.ID, record(ctx, tx, v, onItem(domain.VerbCreated, item), payload{Title: title})
	}
	return "", standsThere(title)
}

// privacyOfNew is the privacy of an item that the viewer adds to a list.
func privacyOfNew(ctx context.Context, tx *repository.Store, v domain.Viewer, list model.List, wanted domain.Privacy) (domain.Privacy, error) {
	if list.TargetPersonID == nil {
		return domain.PrivacyShared, nil
	}
	target, err := tx.People.Get(ctx, v, *list.TargetPersonID)
	return policy.PrivacyOfNew(v, target.ID, idOf(target.UserID), wanted), err
}
