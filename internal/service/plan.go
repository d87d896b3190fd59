package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Plan returns a list with its items as those who plan it see them, by status.
func (s *Items) Plan(ctx context.Context, v domain.Viewer, listID string) (dto.Plan, error) {
	return s.Arranged(ctx, v, listID, dto.PlanQuery{})
}

// Arranged is Plan grouped, sorted and narrowed as the query asks. The list's target has none, whatever is asked.
func (s *Items) Arranged(ctx context.Context, v domain.Viewer, listID string, q dto.PlanQuery) (dto.Plan, error) {
	list, err := s.store.Lists.Named(ctx, v, listID)
	if err != nil {
		return dto.Plan{}, err
	}
	if v.Is(idOf(list.TargetPersonID)) {
		return dto.Plan{}, apperr.Missing()
	}
	if err := checkPlanQuery(q); err != nil {
		return dto.Plan{}, err
	}
	rows, err := s.store.Items.Plan(ctx, v, listID)
	if err != nil {
		return dto.Plan{}, err
	}
	tallies, err := s.store.Items.Tally(ctx, v, repository.TallyByList, []string{listID})
	if err != nil {
		return dto.Plan{}, err
	}
	members, err := s.store.Lists.Seers(ctx, v, list.List)
	if err != nil {
		return dto.Plan{}, err
	}
	tags, err := s.store.Tags.OfList(ctx, v, listID)
	if err != nil {
		return dto.Plan{}, err
	}
	elsewhere, err := s.elsewhere(ctx, v, listID, list.TargetPersonID, rows)
	if err != nil {
		return dto.Plan{}, err
	}
	keep, err := s.filter(ctx, v, listID, q)
	out := dto.Plan{
		List: toList(v, list), Query: q, Total: len(rows), Members: toMembers(members),
		Summary: dto.PlanSummary{Counts: counts(tallies), Sums: sums(v, tallies)},
	}
	out.Paths = policy.Paths()
	out.Choices = planChoices(rows, out.Summary.Counts, tags)
	kept := kept(rows, keep)
	sortRows(kept, q.Sort, v.Currency)
	out.Shown, out.Groups = len(kept), grouped(v, kept, elsewhere, q.Group)
	return out, err
}

// Row returns one item as its list's page shows it.
func (s *Items) Row(ctx context.Context, v domain.Viewer, id string) (dto.PlanRow, error) {
	row, err := s.store.Items.Planned(ctx, v, id)
	if err != nil {
		return dto.PlanRow{}, err
	}
	list, err := s.store.Lists.Named(ctx, v, row.ListID)
	if err != nil {
		return dto.PlanRow{}, err
	}
	tallies, err := s.store.Items.Tally(ctx, v, repository.TallyByList, []string{row.ListID})
	if err != nil {
		return dto.PlanRow{}, err
	}
	elsewhere, err := s.elsewhere(ctx, v, row.ListID, list.TargetPersonID, []repository.ItemRow{row})
	out := dto.PlanRow{
		List: toList(v, list), Item: toItem(v, &row),
		Summary: dto.PlanSummary{Counts: counts(tallies), Sums: sums(v, tallies)},
	}
	out.Item.Elsewhere = elsewhere[id]
	return out, err
}

// groupKey is what an item is grouped by: what the group is called, and what filters by it.
func groupKey(row *repository.ItemRow, group string) (name, filter string) {
	switch group {
	case "none":
		return "", ""
	case "buyer":
		if row.BuyerID == nil {
			return "", nobodys
		}
		return nameOf(row.BuyerName), *row.BuyerID
	case "shop":
		shop := shopOfRow(row)
		return shop, firstOf(shop, noShop)
	case "person":
		return "", idOf(row.ListTargetID)
	}
	return "", string(row.Status)
}

// grouped puts items into their groups: by status in the order of the path, else in the order of the first item of each,
// and what has none last.
func grouped(v domain.Viewer, rows []*repository.ItemRow, elsewhere map[string]*dto.Elsewhere, group string) []dto.ItemGroup {
	at := map[string]int{}
	var all []dto.ItemGroup
	if group == "" || group == "status" {
		for i, status := range domain.Statuses {
			at[string(status)] = i
			all = append(all, dto.ItemGroup{Status: status, Filter: string(status)})
		}
	}
	for _, row := range rows {
		name, filter := groupKey(row, group)
		n, known := at[filter]
		if !known {
			n = len(all)
			at[filter] = n
			all = append(all, dto.ItemGroup{Name: name, Filter: filter})
		}
		item := toItem(v, row)
		item.Elsewhere = elsewhere[item.ID]
		all[n].Items = append(all[n].Items, item)
	}
	return inOrder(all)
}

// inOrder leaves out the empty groups and puts those without a name behind the others.
func inOrder(all []dto.ItemGroup) []dto.ItemGroup {
	var named, nameless []dto.ItemGroup
	for _, g := range all {
		switch {
		case len(g.Items) == 0:
		case g.Status == "" && g.Name == "":
			nameless = append(nameless, g)
		default:
			named = append(named, g)
		}
	}
	return append(named, nameless...)
}
