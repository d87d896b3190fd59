package printview

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// ListProps is a list on paper for those who plan it.
type ListProps struct {
	Frame
	Plan dto.Plan
}

// sheet is a list as it is printed.
type sheet struct {
	offer                offer
	veil                 *veil
	title, about, remark string
	tables               []table
}

func listGroups(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Value: "status", Label: lang.T(ctx, "Status")},
		{Value: "person", Label: lang.T(ctx, "Person")},
		{Value: "shop", Label: lang.T(ctx, "Shop")},
		{Value: "buyer", Label: lang.T(ctx, "Buyer")},
		{Value: "none", Label: lang.T(ctx, "Nothing")},
	}
}

// sheet lays the list out. What was dropped only stands in a group of its own.
func (p ListProps) sheet(ctx context.Context) sheet {
	v, l := &veil{on: p.Options.Safe}, p.Plan.List
	s := sheet{offer: offer{groups: listGroups(ctx), safe: true}, veil: v}
	group := chosen(p.Options.Group, s.offer.groups)
	s.title, s.about = v.title(l.Name, ui.ListTypeName(ctx, l.Type)), subtitle(ctx, l, v)
	if !v.on {
		s.remark = l.Notes
	} else {
		s.about = v.place(l.Name) + " · " + s.about
	}
	columns := without([]column{
		{"p-box", lang.T(ctx, "Done"), tick},
		{"", lang.T(ctx, "Gift"), head},
		{"p-quantity", lang.T(ctx, "Quantity"), num},
		{"p-status", lang.T(ctx, "Status"), text},
		{"p-buyer", lang.T(ctx, "Buyer"), text},
		{"p-price", lang.T(ctx, "Price"), num},
		{"p-shop", lang.T(ctx, "Shop"), text},
	}, map[string]string{"status": "p-status", "buyer": "p-buyer", "shop": "p-shop"}[group])
	for _, g := range p.Plan.Groups {
		if g.Status == domain.StatusDropped && group != "status" {
			continue
		}
		for _, i := range g.Items {
			name := groupOf(ctx, v, l, i, group)
			at := slices.IndexFunc(s.tables, func(t table) bool { return t.heading == name })
			if at < 0 {
				at = len(s.tables)
				s.tables = append(s.tables, table{id: "g-" + strconv.Itoa(at), heading: name, caption: caption(ctx, name), columns: columns})
			}
			s.tables[at].rows = append(s.tables[at].rows, itemLine(ctx, v, i, group))
		}
	}
	if group == "shop" || group == "buyer" {
		slices.SortStableFunc(s.tables, func(a, b table) int { return strings.Compare(strings.ToLower(a.heading), strings.ToLower(b.heading)) })
	}
	return s
}

func caption(ctx context.Context, group string) string {
	if group == "" {
		return lang.T(ctx, "Gifts")
	}
	return lang.T(ctx, "Gifts: %s", group)
}

// groupOf is the heading that an item stands under; "" for no heading.
func groupOf(ctx context.Context, v *veil, l dto.List, i dto.Item, group string) string {
	switch group {
	case "status":
		return ui.StatusName(ctx, i.Status)
	case "shop":
		return orNone(ui.Shop(i.Gift.Source, i.Gift.Link), lang.T(ctx, "No shop"))
	case "buyer":
		return orNone(v.person(buyer(i.Buyer)), lang.T(ctx, "Nobody yet"))
	case "person":
		if l.Target != nil {
			return v.person(l.Target.Name)
		}
		return lang.T(ctx, "Nobody in particular")
	}
	return ""
}

// itemLine are the cells of an item, without the one that its group says already.
func itemLine(ctx context.Context, v *veil, i dto.Item, group string) []string {
	title, beside := v.gift(ctx, i.Gift.Title, notes("", i.Notes, i.WishNotes))
	line := []string{"", about(title, notes(priorityWord(ctx, i.Priority), beside)), ui.Int(i.Quantity)}
	if group != "status" {
		line = append(line, ui.StatusName(ctx, i.Status))
	}
	if group != "buyer" {
		line = append(line, v.person(buyer(i.Buyer)))
	}
	line = append(line, price(i.Cost))
	if group != "shop" {
		line = append(line, ui.Shop(i.Gift.Source, i.Gift.Link))
	}
	return line
}

// FrameOfList is where a list on paper stands.
func FrameOfList(id string) Frame {
	return Frame{At: paths.Lists.Print(id), Back: paths.Lists.One(id), CSV: paths.ListCSV(id)}
}
