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

// SetStatus moves an item on its path, with its history and the feed in the same transaction. It asks first (Unconfirmed)
// before it takes in hand what somebody buys for the same person elsewhere.
func (s *Items) SetStatus(ctx context.Context, v domain.Viewer, id string, in dto.StatusInput) (dto.Item, error) {
	return s.edit(ctx, v, id, domain.VerbStatus, func(t turn, row *repository.ItemRow) error { return s.setStatus(ctx, t, row, in) })
}

func (s *Items) setStatus(ctx context.Context, t turn, row *repository.ItemRow, in dto.StatusInput) error {
	if in.Version != 0 && in.Version != row.Version {
		return stale()
	}
	item := machineItem(row)
	to, err := policy.Step(row.Status, in.Status)
	if err == nil {
		err = policy.Move(t.v, item, to)
	}
	if err != nil {
		return err
	}
	if to.Committed() && !row.Status.Committed() {
		if err := s.untaken(ctx, t, row, in.Sure); err != nil {
			return err
		}
	}
	before := row.ListItem
	row.Status, row.BuyerID = to, idOrNil(policy.BuyerAfter(t.v, item, to))
	on, err := s.giftedOn(ctx, t.tx, t.v, row, in.GiftedOn)
	if err != nil {
		return err
	}
	row.GiftedOn = on
	if !inEarnest(row.ListItem) {
		row.WishNews = ""
	}
	if err := t.tx.Items.Update(ctx, t.v, &row.ListItem, "status", "buyer_id", "gifted_on", "wish_news"); err != nil {
		return err
	}
	if err := nameBuyer(ctx, t.tx, t.v, row); err != nil {
		return err
	}
	if err := addChange(ctx, t.tx, t.v, row, before, false); err != nil {
		return err
	}
	return record(ctx, t.tx, t.v, onItem(domain.VerbStatus, row.ListItem),
		payload{Title: row.GiftTitle, From: string(before.Status), To: string(to)})
}

// Undo takes back the viewer's own last change of an item while nobody changed the item since.
func (s *Items) Undo(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	var out dto.Item
	err := s.inTurn(ctx, v, func(t turn) error {
		row, err := t.hold(ctx, id)
		if err != nil {
			return err
		}
		step, err := t.tx.Undo.LastOn(ctx, v, id, row.Version)
		if apperr.CodeOf(err) == apperr.NotFound {
			return updatedBy(ctx, t.tx, v, id, nothingOfYours())
		}
		if err != nil {
			return err
		}
		row, err = s.undo.takeBack(ctx, t, step)
		out = toItem(v, &row)
		return err
	})
	return out, err
}

func nothingOfYours() error {
	return apperr.New(apperr.Conflict, "There is no change of yours to take back: somebody has changed this since, or you never did.")
}

// addChange writes the step in an item's history.
func addChange(ctx context.Context, tx *repository.Store, v domain.Viewer, row *repository.ItemRow, before model.ListItem, undo bool) error {
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
		f := apperr.Form{}
		return pastDate(f, v, "gifted_on", typed, today), f.Err()
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

// Assign says who buys an item; "" is nobody. Of what is in hand it asks first (Unconfirmed) when somebody buys the same
// elsewhere.
func (s *Items) Assign(ctx context.Context, v domain.Viewer, id string, in dto.AssignInput) (dto.Item, error) {
	return s.edit(ctx, v, id, domain.VerbAssigned, func(t turn, row *repository.ItemRow) error { return s.assign(ctx, t, row, in) })
}

func (s *Items) assign(ctx context.Context, t turn, row *repository.ItemRow, in dto.AssignInput) error {
	if in.Version != 0 && in.Version != row.Version {
		return stale()
	}
	if err := policy.Assign(t.v, machineItem(row)); err != nil {
		return err
	}
	if in.UserID != "" && row.BuyerID == nil && row.Status.InHand() {
		if err := s.untaken(ctx, t, row, in.Sure); err != nil {
			return err
		}
	}
	return setBuyer(ctx, t, row, in.UserID, domain.VerbAssigned)
}

// TakeOver makes the viewer the buyer in another's place.
func (s *Items) TakeOver(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	return s.edit(ctx, v, id, domain.VerbTakenOver, func(t turn, row *repository.ItemRow) error {
		if !policy.MayTakeOver(v, machineItem(row)) {
			return apperr.New(apperr.Invalid, "There is nobody to take this over from.")
		}
		return setBuyer(ctx, t, row, v.UserID, domain.VerbTakenOver)
	})
}

// setBuyer makes a member who may see the list the item's buyer.
func setBuyer(ctx context.Context, t turn, row *repository.ItemRow, userID string, verb domain.Verb) error {
	was, now, before := nameOf(row.BuyerName), "", idOf(row.BuyerID)
	if userID != "" {
		name, err := buyerName(ctx, t, row.ListID, userID)
		if err != nil {
			return err
		}
		if now = name; now == "" {
			return apperr.Wrong("user_id", "Choose a member who may see this list.")
		}
	}
	row.BuyerID, row.BuyerName = idOrNil(userID), idOrNil(now)
	if !inEarnest(row.ListItem) {
		row.WishNews = ""
	}
	if err := t.tx.Items.Update(ctx, t.v, &row.ListItem, "buyer_id", "wish_news"); err != nil {
		return err
	}
	return record(ctx, t.tx, t.v, onItem(verb, row.ListItem),
		payload{Title: row.GiftTitle, From: was, To: now, FromUser: before, ToUser: userID})
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
