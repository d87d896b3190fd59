package service

import (
	"cmp"
	"context"
	"reflect"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Update saves what those who plan may change of an item. How many were wished for, and how much, is the target's to
// say: they would see another number.
func (s *Items) Update(ctx context.Context, v domain.Viewer, id string, in dto.ItemInput) (dto.Item, error) {
	return s.edit(ctx, v, id, domain.VerbUpdated, func(t turn, row *repository.ItemRow) error {
		list, err := t.tx.Lists.Named(ctx, v, row.ListID)
		if err != nil {
			return err
		}
		before := row.ListItem
		err = fillItem(v, list.List, &row.ListItem, in)
		if isWish(row) && row.WithdrawnAt == nil { // a wish that its target sees stays as they see it
			row.Privacy = before.Privacy
			err = both(err, wouldNotice(nameOf(list.TargetName), before, row.ListItem))
		}
		if err != nil {
			return err
		}
		if reflect.DeepEqual(before, row.ListItem) {
			return cmp.Or(staleIf(or(in.Version, before.Version) != before.Version), errNothingToDo)
		}
		if err := saveItem(ctx, t, row, before, in); err != nil {
			return err
		}
		return record(ctx, t.tx, v, onItem(domain.VerbUpdated, row.ListItem), payload{Title: row.GiftTitle})
	})
}

func staleIf(is bool) error {
	if is {
		return stale()
	}
	return nil
}

// wouldNotice refuses another quantity or priority of a wish.
func wouldNotice(name string, before, row model.ListItem) error {
	f := apperr.Form{}
	if before.Quantity != row.Quantity {
		f.Add("quantity", "%s wished for %d and would notice another number.", name, before.Quantity)
	}
	if before.Priority != row.Priority {
		f.Add("priority", "%s chose this priority and would notice another one.", name)
	}
	return f.Err()
}

// saveItem writes both sides of an item, each on the version that the form was made on.
func saveItem(ctx context.Context, t turn, row *repository.ItemRow, before model.ListItem, in dto.ItemInput) error {
	if before.Quantity != row.Quantity || before.Priority != row.Priority {
		row.WishVersion = or(in.WishVersion, row.WishVersion)
		if err := t.tx.Items.UpdateWish(ctx, t.v, &row.ListItem, "quantity", "priority"); err != nil {
			return err
		}
	}
	row.Version = or(in.Version, row.Version)
	err := t.tx.Items.Update(ctx, t.v, &row.ListItem, "planned_price", "actual_price", "notes", "privacy")
	if err == nil && before.Privacy == domain.PrivacyHidden && row.Privacy == domain.PrivacyShared {
		return t.tx.Items.ShowLast(ctx, t.v, row.ListItem)
	}
	return err
}

// Archive takes an item out of its list's default view.
func (s *Items) Archive(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	return s.edit(ctx, v, id, domain.VerbArchived, func(t turn, row *repository.ItemRow) error {
		return putAway(domain.VerbArchived)(ctx, t, row)
	})
}

// Delete puts an item into the trash.
func (s *Items) Delete(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	return s.edit(ctx, v, id, domain.VerbDeleted, func(t turn, row *repository.ItemRow) error {
		return putAway(domain.VerbDeleted)(ctx, t, row)
	})
}

// putAway archives or deletes an item that nobody else has in hand and that nobody would miss on their list.
func putAway(verb domain.Verb) func(context.Context, turn, *repository.ItemRow) error {
	return func(ctx context.Context, t turn, row *repository.ItemRow) error {
		if isWish(row) && row.WithdrawnAt == nil {
			return apperr.New(apperr.Forbidden, "This is a wish of the person it is for, who would notice. Move it to dropped instead: that stays between you.")
		}
		if err := policy.Assign(t.v, machineItem(row)); err != nil {
			return err
		}
		now, column := t.tx.Now(), "archived_at"
		if verb == domain.VerbDeleted {
			row.DeletedAt, column = &now, "deleted_at"
		} else {
			row.ArchivedAt = &now
		}
		if err := t.tx.Items.Update(ctx, t.v, &row.ListItem, column); err != nil {
			return err
		}
		return record(ctx, t.tx, t.v, onItem(verb, row.ListItem), payload{Title: row.GiftTitle})
	}
}

// Restore brings an item back from the archive or the trash. Where its list or its gift is in the trash too, it says so.
func (s *Items) Restore(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	var out dto.Item
	err := s.inTurn(ctx, v, func(t turn) error {
		before, err := mayRestore(ctx, t, id)
		if err != nil {
			return err
		}
		if err := t.tx.Items.Restore(ctx, v, id); err != nil {
			return err
		}
		row, err := t.tx.Items.Planned(ctx, v, id)
		if err != nil {
			return err
		}
		out = toItem(v, &row)
		if err := t.keep(ctx, domain.VerbRestored, before, row); err != nil {
			return err
		}
		return record(ctx, t.tx, v, onItem(domain.VerbRestored, row.ListItem), payload{Title: row.GiftTitle})
	})
	return out, err
}

// mayRestore decides whether an item can come back to where it was, and returns it as it is.
func mayRestore(ctx context.Context, t turn, id string) (model.ListItem, error) {
	there, err := t.tx.Items.Anywhere(ctx, t.v, id)
	if err != nil {
		return there.ListItem, err
	}
	return there.ListItem, comesBack(ctx, t, there)
}

func comesBack(ctx context.Context, t turn, there repository.PastRow) error {
	switch row := &there.ItemRow; {
	case there.ListGone != nil:
		return apperr.New(apperr.Conflict, "The list that this stood on is in the trash. Restore the list: the gift comes along.")
	case there.GiftGone != nil:
		return apperr.New(apperr.Conflict, "This gift is in the trash. Restore the gift in the catalog first.")
	case row.DeletedAt != nil && isWish(row) && row.WithdrawnAt == nil:
		return apperr.New(apperr.Conflict, "This was a wish, and the person it is for took it back. Put the gift on the list anew: they will not see it.")
	case row.DeletedAt != nil:
		held, err := t.tx.Items.OnList(ctx, t.v, row.ListID, row.GiftID)
		if err == nil && held.ID != row.ID {
			return apperr.New(apperr.Conflict, "This gift is on the list again already.")
		}
		if err != nil && apperr.CodeOf(err) != apperr.NotFound {
			return err
		}
	}
	return nil
}
