package printview

import (
	"context"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/views/ui"
)

// PlanTable is a list as rows for other programs, its head first. Amounts are written as people type them.
func PlanTable(ctx context.Context, p dto.Plan) [][]string {
	rows := [][]string{{
		lang.T(ctx, "Gift"), lang.T(ctx, "Status"), lang.T(ctx, "For"), lang.T(ctx, "Occasion"), lang.T(ctx, "Buyer"), lang.T(ctx, "Quantity"),
		lang.T(ctx, "Planned price"), lang.T(ctx, "Actual price"), lang.T(ctx, "In all"), lang.T(ctx, "Currency"), lang.T(ctx, "Priority"),
		lang.T(ctx, "Shop"), lang.T(ctx, "Link"), lang.T(ctx, "Notes"),
	}}
	for _, g := range p.Groups {
		for _, i := range g.Items {
			total, currency := amount(i.Cost)
			rows = append(rows, []string{
				i.Gift.Title, ui.StatusName(ctx, i.Status), nameOf(p.List.Target), nameOf(p.List.Occasion), buyer(i.Buyer), ui.Int(i.Quantity),
				dto.InputOf(i.Planned), dto.InputOf(i.Actual), total, currency, ui.PriorityName(ctx, i.Priority),
				ui.Shop(i.Gift.Source, i.Gift.Link), i.Gift.Link, i.Notes,
			})
		}
	}
	return rows
}

// WishTable is a list as its target sees it.
func WishTable(ctx context.Context, w dto.WishList) [][]string {
	rows := [][]string{{
		lang.T(ctx, "Wish"), lang.T(ctx, "Quantity"), lang.T(ctx, "Priority"), lang.T(ctx, "Shop"), lang.T(ctx, "Link"), lang.T(ctx, "Notes"),
	}}
	for _, wish := range w.Wishes {
		rows = append(rows, []string{
			wish.Title, ui.Int(wish.Quantity), ui.PriorityName(ctx, wish.Priority), ui.Shop(wish.Source, wish.Link), wish.Link, wish.Notes,
		})
	}
	return rows
}

// ShoppingTable is what somebody buys.
func ShoppingTable(ctx context.Context, l dto.ShoppingList) [][]string {
	rows := [][]string{{
		lang.T(ctx, "Gift"), lang.T(ctx, "Status"), lang.T(ctx, "For"), lang.T(ctx, "Sizes"), lang.T(ctx, "Keep in mind"), lang.T(ctx, "Occasion"),
		lang.T(ctx, "Date"), lang.T(ctx, "List"), lang.T(ctx, "Quantity"), lang.T(ctx, "In all"), lang.T(ctx, "Currency"), lang.T(ctx, "Shop"),
		lang.T(ctx, "Link"), lang.T(ctx, "Notes"),
	}}
	for _, g := range l.Groups {
		for _, i := range g.Items {
			total, currency := amount(i.Cost)
			day, person := "", dto.PaperPerson{}
			if !i.On.IsZero() {
				day = i.On.String()
			}
			if i.Person != nil {
				person = *i.Person
			}
			rows = append(rows, []string{
				i.Title, ui.StatusName(ctx, i.Status), nameOf(i.Target), sizes(person.Sizes), person.KeepInMind, nameOf(i.Occasion), day,
				i.List.Name, ui.Int(i.Quantity), total, currency, ui.Shop(i.Source, i.Link), i.Link, i.Notes,
			})
		}
	}
	return rows
}

// amount is what counts for an item and its currency.
func amount(m *dto.Money) (total, currency string) {
	if m == nil {
		return "", ""
	}
	return m.Input, m.Currency
}

func nameOf(r *dto.Ref) string {
	if r == nil {
		return ""
	}
	return r.Name
}
