package printview

import (
	"context"
	"strconv"
	"strings"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// ShoppingProps is what somebody buys, on paper.
type ShoppingProps struct {
	Frame
	List  dto.ShoppingList
	Query dto.AssignmentQuery
}

// FrameOfShopping is where the shopping list on paper stands.
func FrameOfShopping(q dto.AssignmentQuery) Frame {
	return Frame{
		At: paths.AssignmentsPrint(), Back: paths.With(paths.Assignments(), kept(q)...),
		CSV: paths.With(paths.AssignmentsCSV(), kept(q)...),
	}
}

// kept are the filters of the page that a sheet is of.
func kept(q dto.AssignmentQuery) []string {
	return []string{"status", q.Status, "occasion_id", q.OccasionID, "person_id", q.PersonID, "store", q.Store, "buyer", q.Buyer}
}

func shoppingGroups(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Value: "shop", Label: lang.T(ctx, "Shop")},
		{Value: "person", Label: lang.T(ctx, "Person")},
		{Value: "occasion", Label: lang.T(ctx, "Occasion")},
	}
}

func (p ShoppingProps) sheet(ctx context.Context) sheet {
	v := &veil{on: p.Options.Safe}
	s := sheet{offer: offer{groups: shoppingGroups(ctx), safe: true, keep: kept(p.Query)}, veil: v, title: lang.T(ctx, "Shopping list")}
	group := p.List.Group
	columns := without([]column{
		{"p-box", lang.T(ctx, "Done"), tick},
		{"", lang.T(ctx, "Gift"), head},
		{"p-person", lang.T(ctx, "For"), text},
		{"p-quantity", lang.T(ctx, "Quantity"), num},
		{"p-price", lang.T(ctx, "Budget"), num},
		{"p-paid", lang.T(ctx, "Paid"), blank},
		{"p-shop", lang.T(ctx, "Shop"), text},
	}, map[string]string{"shop": "p-shop"}[group])
	for i, g := range p.List.Groups {
		t := table{id: "g-" + strconv.Itoa(i), columns: columns, heading: g.Name, quiet: ui.Date(ctx, g.On)}
		switch group {
		case "person":
			t.heading = orNone(v.person(g.Name), lang.T(ctx, "Nobody in particular"))
		case "occasion":
			t.heading = orNone(v.place(g.Name), lang.T(ctx, "No occasion"))
		default:
			t.heading = orNone(g.Name, lang.T(ctx, "No shop"))
		}
		t.caption = caption(ctx, t.heading)
		for _, i := range g.Items {
			t.rows = append(t.rows, shoppingLine(ctx, v, i, group))
		}
		t.sum = lang.T(ctx, "Together: %s", ui.Amounts(g.Sums))
		s.tables = append(s.tables, t)
	}
	return s
}

func shoppingLine(ctx context.Context, v *veil, i dto.PaperItem, group string) []string {
	title, beside := v.gift(ctx, i.Title, notes("", i.Notes, i.WishNotes))
	line := []string{"", about(title, notes(priorityWord(ctx, i.Priority), beside)), whoFor(v, i), ui.Int(i.Quantity), price(i.Cost), ""}
	if group != "shop" {
		line = append(line, ui.Shop(i.Source, i.Link))
	}
	return line
}

// whoFor is a person with what one needs to know of them in a shop, each on a line of its own.
func whoFor(v *veil, i dto.PaperItem) string {
	if i.Target == nil {
		return ""
	}
	who := []string{v.person(i.Target.Name)}
	if i.Person == nil {
		return who[0]
	}
	if len(i.Person.Sizes) > 0 {
		who = append(who, sizes(i.Person.Sizes))
	}
	if i.Person.KeepInMind != "" && !v.on {
		who = append(who, i.Person.KeepInMind)
	}
	return strings.Join(who, "\n")
}

// sizes are measures for reading: "Shoes 33, Clothes 134".
func sizes(all []dto.Size) string {
	texts := make([]string, len(all))
	for i, s := range all {
		texts[i] = strings.TrimSpace(s.Label + " " + s.Value)
	}
	return strings.Join(texts, ", ")
}
