package service

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/money"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Shopping returns all that the viewer buys as Assignments filters it, by shop, person or occasion, with what the
// people's sizes are.
func (s *Items) Shopping(ctx context.Context, v domain.Viewer, q dto.ShoppingQuery) (dto.ShoppingList, error) {
	f, err := assignmentFilter(v, q.AssignmentQuery)
	if err != nil {
		return dto.ShoppingList{}, err
	}
	rows, err := s.store.Items.Shopping(ctx, v, f)
	if err != nil {
		return dto.ShoppingList{}, err
	}
	items, err := paperItems(ctx, s.store, v, rows)
	out := dto.ShoppingList{Group: q.Group, Sums: paperSums(v, items)}
	if out.Group != "person" && out.Group != "occasion" {
		out.Group = "shop"
	}
	for _, item := range items {
		addShopping(&out, item)
	}
	if out.Group != "occasion" { // these come soonest first
		slices.SortStableFunc(out.Groups, func(a, b dto.ShoppingGroup) int { return byName(a.Name, b.Name) })
	}
	for i := range out.Groups {
		out.Groups[i].Sums = paperSums(v, out.Groups[i].Items)
	}
	return out, err
}

// addShopping puts an item into its group, which is made for the first one.
func addShopping(list *dto.ShoppingList, item dto.PaperItem) {
	group := dto.ShoppingGroup{Name: item.Source}
	switch list.Group {
	case "person":
		group.Name = nameOrNone(item.Target)
	case "occasion":
		group.Name, group.On = nameOrNone(item.Occasion), item.On
	}
	i := slices.IndexFunc(list.Groups, func(g dto.ShoppingGroup) bool { return g.Name == group.Name && g.On == group.On })
	if i < 0 {
		i = len(list.Groups)
		list.Groups = append(list.Groups, group)
	}
	list.Groups[i].Items = append(list.Groups[i].Items, item)
}

func nameOrNone(r *dto.Ref) string {
	if r == nil {
		return ""
	}
	return r.Name
}

// byName sorts names as people read them; what has none comes last.
func byName(a, b string) int {
	if a == "" || b == "" {
		return len(b) - len(a)
	}
	return cmp.Or(strings.Compare(text.Key(a), text.Key(b)), strings.Compare(a, b))
}

// Items returns all that the viewer plans for an occasion, by whom it is for.
func (s *Occasions) Items(ctx context.Context, v domain.Viewer, id string) (dto.OccasionItems, error) {
	o, err := s.Get(ctx, v, id)
	if err != nil {
		return dto.OccasionItems{}, err
	}
	rows, err := s.store.Items.OfOccasion(ctx, v, id)
	if err != nil {
		return dto.OccasionItems{}, err
	}
	items, err := paperItems(ctx, s.store, v, rows)
	return dto.OccasionItems{Occasion: o, Items: items}, err
}

// paperItems are items with what one needs to know of the people that they are for.
func paperItems(ctx context.Context, store *repository.Store, v domain.Viewer, rows []repository.AssignmentRow) ([]dto.PaperItem, error) {
	var ids []string
	items := make([]dto.PaperItem, len(rows))
	for i := range rows {
		row := &rows[i]
		items[i] = dto.PaperItem{
			Assignment: toAssignment(v, row), Priority: row.Priority, Notes: row.Notes, WishNotes: row.WishNotes, GiftedOn: row.GiftedOn,
		}
		if row.BuyerID != nil {
			items[i].Buyer = &dto.Member{UserID: *row.BuyerID, Name: nameOf(row.BuyerName)}
		}
		if row.ListTargetID != nil && !slices.Contains(ids, *row.ListTargetID) {
			ids = append(ids, *row.ListTargetID)
		}
	}
	people, err := store.People.Measures(ctx, v, ids)
	known := map[string]*dto.PaperPerson{}
	for _, p := range people {
		person := dto.PaperPerson{KeepInMind: p.Constraints}
		for _, size := range p.Sizes {
			person.Sizes = append(person.Sizes, dto.Size(size))
		}
		known[p.ID] = &person
	}
	for i := range items {
		if items[i].Target != nil {
			items[i].Person = known[items[i].Target.ID]
		}
	}
	return items, err
}

// paperSums are what items cost, by currency.
func paperSums(v domain.Viewer, items []dto.PaperItem) []dto.Money {
	var total money.Totals
	for _, item := range items {
		if item.Cost != nil {
			total.Add(money.Amount{Minor: item.Cost.Minor, Currency: item.Cost.Currency})
		}
	}
	return written(v, total)
}
