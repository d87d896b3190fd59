package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// SetStatus moves an item on its path, with its history and the feed in the same transaction.
func (s *Items) SetStatus(ctx context.Context, v domain.Viewer, id string, in dto.StatusInput) (dto.Item, error) {
	to := domain.Status(in.Status)
	return s.edit(ctx, v, id, func(tx *repository.Store, row *repository.ItemRow) error {
		if in.Version != 0 && in.Version != row.Version {
			return apperr.New(apperr.Conflict, "Somebody changed this just now.")
		}
		item := machineItem(row)
		if err := policy.Move(v, item, to); err != nil {
			return err
		}
		before := row.ListItem
		row.Status, row.BuyerID = to, idOrNil(policy.BuyerAfter(v, item, to))
		on, err := s.giftedOn(ctx, tx, v, row, in.GiftedOn)
		if err != nil {
			return err
		}
		row.GiftedOn = on
		if err := saveStep(ctx, tx, v, row, before, false); err != nil {
			return err
		}
		return record(ctx, tx, v, onItem(domain.VerbStatus, row.ListItem),
			payload{Title: row.GiftTitle, From: string(before.Status), To: string(to)})
	})
}

// Undo takes back the viewer's own last change of an item's status while nobody changed the item since.
func (s *Items) Undo(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	return s.edit(ctx, v, id, func(tx *repository.Store, row *repository.ItemRow) error {
		steps, err := tx.Items.History(ctx, v, id)
		if err != nil {
			return err
		}
		if len(steps) == 0 || steps[0].ActorID != v.UserID || steps[0].Undo || steps[0].ItemVersion != row.Version {
			return apperr.New(apperr.Conflict, "There is no change of yours to take back: somebody has changed this since, or you never did.")
		}
		last, before := steps[0], row.ListItem
		row.Status, row.BuyerID, row.GiftedOn = last.FromStatus, last.FromBuyerID, last.FromGiftedOn
		if err := saveStep(ctx, tx, v, row, before, true); err != nil {
			return err
		}
		return record(ctx, tx, v, onItem(domain.VerbUndone, row.ListItem),
			payload{Title: row.GiftTitle, From: string(before.Status), To: string(row.Status)})
	})
}

// saveStep writes an item's new status, buyer and day, and the step in its history.
func saveStep(ctx context.Context, tx *repository.Store, v domain.Viewer, row *repository.ItemRow, before model.ListItem, undo bool) error {
	if err := tx.Items.Update(ctx, v, &row.ListItem, "status", "buyer_id", "gifted_on"); err != nil {
		return err
	}
	if err := nameBuyer(ctx, tx, v, row); err != nil {
		return err
	}
	return tx.Items.AddChange(ctx, v, &model.StatusChange{
		ItemID: row.ID, FromStatus: before.Status, ToStatus: row.Status, FromBuyerID: before.BuyerID, ToBuyerID: row.BuyerID,
		FromGiftedOn: before.GiftedOn, ItemVersion: row.Version, Undo: undo,
	})
}

// giftedOn is the day that an item entering gifted was given on: the one that was typed, else its occasion's, when that
// is today or past, else today. Of an occasion that repeats, the day just past counts only while the next one is farther away: what is given
// a week before Christmas was not given last year.
func (s *Items) giftedOn(ctx context.Context, tx *repository.Store, v domain.Viewer, row *repository.ItemRow, typed string) (calendar.Date, error) {
	if row.Status != domain.StatusGifted {
		return calendar.Date{}, nil
	}
	today := s.today(v)
	if !blank(typed) {
		f := apperr.Fields{}
		return pastDate(f, "gifted_on", typed, today), f.Err()
	}
	if row.ListOccasionID == nil {
		return today, nil
	}
	o, err := tx.Occasions.Get(ctx, v, *row.ListOccasionID)
	switch {
	case apperr.CodeOf(err) == apperr.NotFound: // in the trash
		return today, nil
	case err != nil:
		return today, err
	}
	last, next := calendar.Last(o.Date, o.Recurrence, today), calendar.Next(o.Date, o.Recurrence, today.AddDays(1))
	if last.IsZero() || o.Recurrence != calendar.Once && today.DaysUntil(next) < last.DaysUntil(today) {
		return today, nil
	}
	return last, nil
}

// Assign says who buys an item; "" is nobody.
func (s *Items) Assign(ctx context.Context, v domain.Viewer, id string, in dto.AssignInput) (dto.Item, error) {
	return s.edit(ctx, v, id, func(tx *repository.Store, row *repository.ItemRow) error {
		if in.Version != 0 && in.Version != row.Version {
			return apperr.New(apperr.Conflict, "Somebody changed this just now.")
		}
		if err := policy.Assign(v, machineItem(row)); err != nil {
			return err
		}
		return setBuyer(ctx, tx, v, row, in.UserID, domain.VerbAssigned)
	})
}

// TakeOver makes the viewer the buyer in another's place.
func (s *Items) TakeOver(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	return s.edit(ctx, v, id, func(tx *repository.Store, row *repository.ItemRow) error {
		if !policy.MayTakeOver(v, machineItem(row)) {
			return apperr.New(apperr.Invalid, "There is nobody to take this over from.")
		}
		return setBuyer(ctx, tx, v, row, v.UserID, domain.VerbTakenOver)
	})
}

// setBuyer makes a member who may see the list the item's buyer.
func setBuyer(ctx context.Context, tx *repository.Store, v domain.Viewer, row *repository.ItemRow, userID string, verb domain.Verb) error {
	list, err := tx.Lists.Get(ctx, v, row.ListID)
	if err != nil {
		return err
	}
	seers, err := tx.Lists.Seers(ctx, v, list)
	if err != nil {
		return err
	}
	was, now := nameOf(row.BuyerName), ""
	for _, m := range seers {
		if m.UserID == userID {
			now = m.Name
		}
	}
	if userID != "" && now == "" {
		return apperr.Fields{"user_id": "Choose a member who may see this list."}.Err()
	}
	row.BuyerID = idOrNil(userID)
	row.BuyerName = idOrNil(now)
	if err := tx.Items.Update(ctx, v, &row.ListItem, "buyer_id"); err != nil {
		return err
	}
	return record(ctx, tx, v, onItem(verb, row.ListItem), payload{Title: row.GiftTitle, From: was, To: now})
}

// nameBuyer brings the row's buyer name in line with its buyer.
func nameBuyer(ctx context.Context, tx *repository.Store, v domain.Viewer, row *repository.ItemRow) error {
	row.BuyerName = nil
	if row.BuyerID == nil {
		return nil
	}
	members, err := tx.Accounts.Members(ctx, v)
	for _, m := range members {
		if m.UserID == *row.BuyerID {
			row.BuyerName = &m.Name
		}
	}
	return err
}

func nameOf(name *string) string { return idOf(name) }
