package service

import (
	"context"
	"slices"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
)

// History returns one page of what was given to a person, the latest first, by year and occasion. Of the viewer's own
// person there is nothing to see: it is empty, whatever others gave.
func (s *People) History(ctx context.Context, v domain.Viewer, id string, q dto.Query) (dto.History, error) {
	var out dto.History
	if _, err := s.store.People.Get(ctx, v, id); err != nil {
		return out, err
	}
	page, err := s.store.Items.Given(ctx, v, id, pageQuery(q))
	out.Next, out.Prev = page.Next, page.Prev
	for i := range page.Rows {
		addGiven(v, &out, &page.Rows[i])
	}
	return out, err
}

// addGiven puts a gift under its year and occasion; gifts come latest first.
func addGiven(v domain.Viewer, h *dto.History, row *repository.GivenRow) {
	if last := len(h.Years) - 1; last < 0 || h.Years[last].Year != row.GiftedOn.Year {
		h.Years = append(h.Years, dto.HistoryYear{Year: row.GiftedOn.Year})
	}
	year := &h.Years[len(h.Years)-1]
	occasion := refOf(row.ListOccasionID, row.OccasionName)
	i := slices.IndexFunc(year.Occasions, func(o dto.HistoryOccasion) bool { return sameRef(o.Occasion, occasion) })
	if i < 0 {
		i = len(year.Occasions)
		year.Occasions = append(year.Occasions, dto.HistoryOccasion{Occasion: occasion})
	}
	given := dto.Given{
		ItemID: row.ID, GiftID: row.GiftID, Title: row.GiftTitle, Quantity: row.Quantity, Cost: cost(v, &row.ItemRow),
		List: dto.Ref{ID: row.ListID, Name: row.ListName}, On: row.GiftedOn,
	}
	if row.BuyerID != nil && row.BuyerName != nil {
		given.Buyer = &dto.Member{UserID: *row.BuyerID, Name: *row.BuyerName}
	}
	year.Occasions[i].Gifts = append(year.Occasions[i].Gifts, given)
}

func sameRef(a, b *dto.Ref) bool { return a == nil && b == nil || a != nil && b != nil && a.ID == b.ID }
