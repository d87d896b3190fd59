package service

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// What a filter says of items without a buyer, and without a shop; and of those whose way has not ended.
const (
	nobodys = dto.NoBuyer
	noShop  = "none"
	open    = "open"
)

// checkPlanQuery refuses words that no form offers.
func checkPlanQuery(q dto.PlanQuery) error {
	if _, err := filterWord("group", q.Group, []string{"status", "person", "shop", "buyer", "none"}); err != nil {
		return err
	}
	if _, err := filterWord("sort", q.Sort, []string{"title", "price", "priority", "new"}); err != nil {
		return err
	}
	if q.Status != open {
		if _, err := filterWord("status", q.Status, domain.Statuses); err != nil {
			return err
		}
	}
	_, err := filterWord("priority", q.Priority, domain.Priorities)
	return err
}

// filter is the condition that a query puts on the items of a list.
func (s *Items) filter(ctx context.Context, v domain.Viewer, listID string, q dto.PlanQuery) (func(*repository.ItemRow) bool, error) {
	var tagged []string
	if q.Tag != "" {
		var err error
		if tagged, err = s.store.Tags.GiftsOfList(ctx, v, listID, q.Tag); err != nil {
			return func(*repository.ItemRow) bool { return false }, err
		}
	}
	return func(row *repository.ItemRow) bool {
		return (q.Status == "" || isAt(row, q.Status)) &&
			(q.Buyer == "" || q.Buyer == firstOf(idOf(row.BuyerID), nobodys)) &&
			(q.Priority == "" || q.Priority == string(row.Priority)) &&
			(q.Shop == "" || q.Shop == firstOf(shopOfRow(row), noShop)) &&
			(q.Tag == "" || slices.Contains(tagged, row.GiftID))
	}, nil
}

func isAt(row *repository.ItemRow, status string) bool {
	if status == open {
		return row.Status != domain.StatusGifted && row.Status != domain.StatusDropped
	}
	return string(row.Status) == status
}

func kept(rows []repository.ItemRow, keep func(*repository.ItemRow) bool) []*repository.ItemRow {
	out := make([]*repository.ItemRow, 0, len(rows))
	for i := range rows {
		if keep(&rows[i]) {
			out = append(out, &rows[i])
		}
	}
	return out
}

// sortRows sorts rows that stand in the list's own order; among equals that order stays.
func sortRows(rows []*repository.ItemRow, by, home string) {
	var than func(a, b *repository.ItemRow) int
	switch by {
	case "title":
		than = func(a, b *repository.ItemRow) int {
			return strings.Compare(text.Key(a.GiftTitle), text.Key(b.GiftTitle))
		}
	case "price":
		than = func(a, b *repository.ItemRow) int {
			x, y := costInCents(a, home), costInCents(b, home)
			return cmp.Or(cmp.Compare(x.group, y.group), strings.Compare(x.currency, y.currency), cmp.Compare(y.minor, x.minor))
		}
	case "priority":
		than = func(a, b *repository.ItemRow) int {
			return slices.Index(domain.Priorities, b.Priority) - slices.Index(domain.Priorities, a.Priority)
		}
	case "new":
		than = func(a, b *repository.ItemRow) int { return strings.Compare(b.ID, a.ID) }
	default:
		return
	}
	slices.SortStableFunc(rows, than)
}

// priceKey sorts by price: the home currency first, what has no price last.
type priceKey struct {
	group    int
	currency string
	minor    int64
}

func costInCents(row *repository.ItemRow, home string) priceKey {
	each, currency := row.ActualPrice, row.Currency
	if each == nil {
		each = row.PlannedPrice
	}
	if each == nil {
		each, currency = row.GiftPrice, row.GiftCurrency
	}
	switch {
	case each == nil:
		return priceKey{group: 2}
	case currency == home:
		return priceKey{0, "", *each * int64(row.Quantity)}
	}
	return priceKey{1, currency, *each * int64(row.Quantity)}
}

// shopOfRow is what a row calls the shop of its gift: what somebody typed, else the host of the link; "" for none.
func shopOfRow(row *repository.ItemRow) string {
	if row.GiftSource != "" || row.GiftLink == "" {
		return row.GiftSource
	}
	return shopOf(row.GiftLink)
}

// planChoices counts what the items of a list can be filtered by.
func planChoices(rows []repository.ItemRow, statuses []dto.StatusCount, tags []repository.TagOnList) dto.PlanChoices {
	buyers, priorities, shops := tally{}, tally{}, tally{}
	for i := range rows {
		row := &rows[i]
		buyers.add(firstOf(idOf(row.BuyerID), nobodys), nameOf(row.BuyerName))
		priorities.add(string(row.Priority), "")
		shop := shopOfRow(row)
		shops.add(firstOf(shop, noShop), shop)
	}
	out := dto.PlanChoices{Statuses: statuses, Buyers: buyers.sorted(), Shops: shops.sorted()}
	for _, p := range domain.Priorities {
		if n := priorities[string(p)].Count; n > 0 {
			out.Priorities = append(out.Priorities, dto.Choice{Value: string(p), Count: n})
		}
	}
	for _, t := range tags {
		out.Tags = append(out.Tags, dto.Choice{Value: t.ID, Name: t.Name, Count: t.Items})
	}
	return out
}

// tally counts choices by their value.
type tally map[string]dto.Choice

func (t tally) add(value, name string) {
	c := t[value]
	t[value] = dto.Choice{Value: value, Name: name, Count: c.Count + 1}
}

// sorted are the choices by name, the nameless last.
func (t tally) sorted() []dto.Choice {
	all := make([]dto.Choice, 0, len(t))
	for _, c := range t {
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b dto.Choice) int {
		if (a.Name == "") != (b.Name == "") {
			return cmp.Compare(len(b.Name), len(a.Name))
		}
		return cmp.Or(strings.Compare(text.Key(a.Name), text.Key(b.Name)), strings.Compare(a.Value, b.Value))
	})
	return all
}
