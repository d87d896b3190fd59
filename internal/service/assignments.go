package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/money"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Assignments returns one page of what the viewer buys over all lists, and what all of it costs. Admins may ask for what
// is in hand without a buyer instead.
func (s *Items) Assignments(ctx context.Context, v domain.Viewer, q dto.AssignmentQuery) (dto.Assignments, error) {
	f, err := assignmentFilter(v, q)
	if err != nil {
		return dto.Assignments{}, err
	}
	page, err := s.store.Items.Assignments(ctx, v, f, pageQuery(q.Query))
	if err != nil {
		return dto.Assignments{}, err
	}
	sums, err := s.store.Items.AssignmentSums(ctx, v, f)
	out := dto.Assignments{Page: dto.Page[dto.Assignment]{Next: page.Next, Prev: page.Prev}}
	for i := range page.Rows {
		out.Items = append(out.Items, toAssignment(v, &page.Rows[i]))
	}
	var total money.Totals
	for _, sum := range sums {
		if sum.Currency != "" {
			total.Add(money.Amount{Minor: sum.Cost, Currency: sum.Currency})
		}
	}
	out.Sums = written(v, total)
	return out, err
}

// assignmentFilter is what a query asks for.
func assignmentFilter(v domain.Viewer, q dto.AssignmentQuery) (repository.AssignmentFilter, error) {
	f := repository.AssignmentFilter{OccasionID: q.OccasionID, PersonID: q.PersonID, Shop: text.Line(q.Store), NoBuyer: q.Buyer == "none"}
	if f.NoBuyer && !v.Admin() {
		return f, apperr.New(apperr.Forbidden, "Only admins look after what nobody buys.")
	}
	if domain.Known(domain.Status(q.Status), domain.Statuses) {
		f.Status = domain.Status(q.Status)
	}
	return f, nil
}

func toAssignment(v domain.Viewer, row *repository.AssignmentRow) dto.Assignment {
	item := toItem(v, &row.ItemRow)
	return dto.Assignment{
		ItemID: row.ID, Title: row.GiftTitle, Link: row.GiftLink, Picture: idOf(row.GiftPicture), Source: row.GiftSource,
		Status: row.Status, Moves: item.Moves, Quantity: row.Quantity, List: dto.Ref{ID: row.ListID, Name: row.ListName},
		Target: refOf(row.ListTargetID, row.TargetName), Occasion: refOf(row.ListOccasionID, row.OccasionName),
		On: row.OccasionOn, Cost: item.Cost, NoBuyer: idOf(row.BuyerID) != v.UserID, Version: row.Version,
	}
}
