package service

import (
	"maps"
	"strconv"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/money"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// maxQuantity is the largest number of one gift.
const maxQuantity = 9999

// fillItem puts what those who plan an item may say of it into the row; on the viewer's own list, what they wish.
func fillItem(v domain.Viewer, list model.List, row *model.ListItem, in dto.ItemInput) error {
	f := apperr.Form{}
	row.Quantity = quantity(f, in.Quantity)
	row.Priority = choice(f, "priority", in.Priority, domain.Priorities)
	choice(f, "privacy", in.Privacy, []domain.Privacy{domain.PrivacyShared, domain.PrivacyHidden})
	if v.Is(idOf(list.TargetPersonID)) {
		row.WishNotes = notes(f, "notes", in.Notes)
		return f.Err()
	}
	row.PlannedPrice = priceIn(f, v, "planned_price", in.PlannedPrice, row.Currency)
	row.ActualPrice = priceIn(f, v, "actual_price", in.ActualPrice, row.Currency)
	row.Notes = notes(f, "notes", in.Notes)
	if in.Privacy != "" && list.TargetPersonID != nil { // a form that does not say leaves it as it is
		row.Privacy = choice(f, "privacy", in.Privacy, []domain.Privacy{domain.PrivacyHidden, domain.PrivacyShared})
	}
	return f.Err()
}

// quantity is one where a form says nothing.
func quantity(f apperr.Form, typed string) int {
	if blank(typed) {
		return 1
	}
	n, err := strconv.Atoi(text.Line(typed))
	if err != nil || n < 1 || n > maxQuantity {
		f.Add("quantity", "Enter a number from 1 to %d.", maxQuantity)
		return 1
	}
	return n
}

// machineItem is what the status machine has to know of an item.
func machineItem(row *repository.ItemRow) policy.Item {
	return policy.Item{Status: row.Status, BuyerID: idOf(row.BuyerID), BuyerName: nameOf(row.BuyerName)}
}

func toItem(v domain.Viewer, row *repository.ItemRow) dto.Item {
	machine := machineItem(row)
	item := dto.Item{
		ID: row.ID, ListID: row.ListID, Status: row.Status, Moves: policy.Moves(v, machine),
		Mine: machine.BuyerID == v.UserID, MayTakeOver: policy.MayTakeOver(v, machine), Quantity: row.Quantity,
		Planned: moneyOrNil(v, row.PlannedPrice, row.Currency), Actual: moneyOrNil(v, row.ActualPrice, row.Currency),
		Cost: cost(v, row), Currency: row.Currency, Priority: row.Priority, Privacy: row.Privacy, Notes: row.Notes,
		WishNotes: row.WishNotes, Wish: isWish(row), Withdrawn: row.WithdrawnAt != nil, GiftedOn: row.GiftedOn,
		Version: row.Version, WishVersion: row.WishVersion, News: newsOf(row.WishNews),
		Gift: dto.ItemGift{
			ID: row.GiftID, Title: row.GiftTitle, Link: row.GiftLink, Picture: idOf(row.GiftPicture),
			Source: row.GiftSource, Price: moneyOrNil(v, row.GiftPrice, row.GiftCurrency),
		},
	}
	if row.BuyerID != nil {
		item.Buyer = &dto.Member{UserID: *row.BuyerID, Name: machine.BuyerName}
	}
	return item
}

// cost is what an item counts with: the actual price, else the planned one, else the gift's, times quantity.
func cost(v domain.Viewer, row *repository.ItemRow) *dto.Money {
	var t money.Totals
	switch {
	case row.ActualPrice != nil:
		t.AddTimes(money.Amount{Minor: *row.ActualPrice, Currency: row.Currency}, row.Quantity)
	case row.PlannedPrice != nil:
		t.AddTimes(money.Amount{Minor: *row.PlannedPrice, Currency: row.Currency}, row.Quantity)
	case row.GiftPrice != nil:
		t.AddTimes(money.Amount{Minor: *row.GiftPrice, Currency: row.GiftCurrency}, row.Quantity)
	default:
		return nil
	}
	m := moneyOf(v, t.List(v.Currency)[0])
	return &m
}

func toWish(v domain.Viewer, row repository.WishRow) dto.Wish {
	w := dto.Wish{
		ID: row.ID, ListID: row.ListID, GiftID: row.GiftID, Title: row.Title, Link: row.Link, Picture: idOf(row.Picture),
		Links: giftLinks(row.Links), Source: row.Source, Quantity: row.Quantity, Priority: row.Priority, Mine: row.AddedBy == v.UserID, Version: row.WishVersion,
	}
	if w.Mine {
		w.Notes = row.WishNotes
	}
	return w
}

// firstOf is the first word that is not empty.
func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

// or is the version that a form was made on, or the current one where it does not say.
func or(asked, current int64) int64 {
	if asked == 0 {
		return current
	}
	return asked
}

// both joins the field messages of two checks, so that a form shows all of them at once.
func both(a, b error) error {
	fields := apperr.Form{}
	for _, err := range []error{a, b} {
		maps.Copy(fields, apperr.FormOf(err))
	}
	switch {
	case a != nil && apperr.FieldsOf(a) == nil:
		return a
	case b != nil && apperr.FieldsOf(b) == nil:
		return b
	}
	return fields.Err()
}
