package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/repository"
)

// seasonDays is how long a gift that was given for an occasion speaks against giving it again: an occasion that comes
// every year is one row for all years.
const seasonDays = 183

func seasonStart(today calendar.Date) calendar.Date { return today.AddDays(-seasonDays) }

// twin is the same gift, or the same link, among what is taken for the same person on other lists: in hand,
// or given for the same occasion already; nil when there is none.
func twin(taken []repository.TakenRow, row *repository.ItemRow) *repository.TakenRow {
	var given *repository.TakenRow
	for i := range taken {
		t := &taken[i]
		same := t.GiftID == row.GiftID || t.Canonical != "" && t.Canonical == row.GiftCanonical
		switch {
		case !same:
		case t.Status.InHand():
			return t
		case t.OccasionID != nil && idOf(t.OccasionID) == idOf(row.ListOccasionID):
			given = t
		}
	}
	return given
}

// elsewhere tells of the twins of items of one list, which is for a person.
func (s *Items) elsewhere(ctx context.Context, v domain.Viewer, listID string, personID *string, rows []repository.ItemRow) (map[string]*dto.Elsewhere, error) {
	if personID == nil {
		return nil, nil
	}
	taken, err := s.store.Items.TakenFor(ctx, v, *personID, listID, seasonStart(s.today(v)))
	found := map[string]*dto.Elsewhere{}
	for i := range rows {
		if t := twin(taken, &rows[i]); t != nil {
			found[rows[i].ID] = elsewhereOf(ctx, t)
		}
	}
	return found, err
}

func elsewhereOf(ctx context.Context, t *repository.TakenRow) *dto.Elsewhere {
	return &dto.Elsewhere{
		Buyer: nameOf(t.BuyerName), BuyerID: idOf(t.BuyerID), Status: t.Status, List: dto.Ref{ID: t.ListID, Name: t.ListName},
		Sentence: boughtBy(t).In(ctx),
	}
}

// boughtBy says who buys a twin, and where.
func boughtBy(t *repository.TakenRow) lang.Phrase {
	name := nameOf(t.BuyerName)
	switch given := t.Status == domain.StatusGifted; {
	case given && name != "":
		return lang.Said("%s gave this already (%s)", name, t.ListName)
	case given:
		return lang.Said("This was given already (%s)", t.ListName)
	case name != "":
		return lang.Said("%s is buying this (%s)", name, t.ListName)
	}
	return lang.Said("This is being bought already (%s)", t.ListName)
}

// untaken asks first (Unconfirmed) before an item is taken in hand whose twin somebody has in hand already. Of two who
// press at the same instant one waits for the other's transaction: the person is locked until it ends.
func (c core) untaken(ctx context.Context, t turn, row *repository.ItemRow, sure bool) error {
	if sure || row.ListTargetID == nil {
		return nil
	}
	if err := t.tx.People.Lock(ctx, t.v, *row.ListTargetID); err != nil {
		return err
	}
	taken, err := t.tx.Items.TakenFor(ctx, t.v, *row.ListTargetID, row.ListID, seasonStart(c.today(t.v)))
	if err != nil {
		return err
	}
	if other := twin(taken, row); other != nil {
		return apperr.New(apperr.Unconfirmed, "%s.", boughtBy(other)).Because(TakenError{elsewhereOf(ctx, other)})
	}
	return nil
}

// TakenError is why a change is asked about first: somebody has the same gift in hand on another list.
type TakenError struct{ Elsewhere *dto.Elsewhere }

// Error is who, and on which list.
func (e TakenError) Error() string { return e.Elsewhere.Sentence }
