package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// UpdateWish saves what the target of a list may change of a wish of theirs: title and link live on the gift.
func (s *Items) UpdateWish(ctx context.Context, v domain.Viewer, id string, in dto.ItemInput) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := s.ownWish(ctx, tx, v, id)
		if err != nil {
			return err
		}
		before, f := row, apperr.Form{}
		row.Quantity = quantity(f, in.Quantity)
		row.Priority = choice(f, "priority", in.Priority, domain.Priorities)
		row.WishNotes = notes(f, "notes", in.Notes)
		if err := f.Err(); err != nil {
			return err
		}
		wishNews(before, &row)
		row.WishVersion = or(in.Version, row.WishVersion)
		if err := tx.Items.UpdateWish(ctx, v, &row, "quantity", "priority", "wish_notes", "wish_news"); err != nil {
			return err
		}
		if err := keepSave(ctx, tx, v, domain.EntityWish, id, row.WishVersion, wishWas(before), wishWas(row)); err != nil {
			return err
		}
		return recordWish(ctx, tx, v, domain.VerbUpdated, row)
	})
}

// DeleteWish takes a wish of the viewer's own off its list. What somebody has in hand already stays with them, hidden
// from the target from now on, with a note that it was withdrawn; the target notices no difference.
func (s *Items) DeleteWish(ctx context.Context, v domain.Viewer, id string) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := s.ownWish(ctx, tx, v, id)
		if err != nil {
			return err
		}
		return takeBackWish(ctx, tx, v, row)
	})
}

func takeBackWish(ctx context.Context, tx *repository.Store, v domain.Viewer, row model.ListItem) error {
	if err := recordWish(ctx, tx, v, domain.VerbDeleted, row); err != nil {
		return err
	}
	if inEarnest(row) {
		return tx.Items.Withdraw(ctx, v, row.ID)
	}
	return tx.Items.Trash(ctx, v, row.ID)
}

// recordWish tells those who plan for the target what the target did to a wish.
func recordWish(ctx context.Context, tx *repository.Store, v domain.Viewer, verb domain.Verb, row model.ListItem) error {
	wish, err := tx.Items.Wish(ctx, v, row.ID)
	if err != nil {
		return err
	}
	return record(ctx, tx, v, onItem(verb, row), payload{Title: wish.Title})
}

// ownWish locks and loads a wish that the viewer added to a list of their own.
func (s *Items) ownWish(ctx context.Context, tx *repository.Store, v domain.Viewer, id string) (model.ListItem, error) {
	if _, err := tx.Items.Lock(ctx, v, id); err != nil {
		return model.ListItem{}, err
	}
	wish, err := tx.Items.Wish(ctx, v, id)
	if err != nil {
		return model.ListItem{}, err
	}
	if wish.AddedBy != v.UserID {
		return model.ListItem{}, apperr.New(apperr.Forbidden, "Somebody else put this here. You can change what you added yourself.")
	}
	return tx.Items.Get(ctx, v, id)
}

// isWish reports whether the target of its list added the item.
func isWish(row *repository.ItemRow) bool {
	return row.TargetUserID != nil && *row.TargetUserID == row.AddedBy
}
