package listview

import (
	"context"
	"strconv"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// cleared is the page without filters, grouped and sorted as before.
func cleared(p PlanProps) string {
	return paths.With(paths.Lists.One(p.List.ID), "group", p.Query.Group, "sort", p.Query.Sort)
}

// only is the page with nothing but what has one status or buyer, grouped and sorted as before.
func only(p PlanProps, key, value string) string {
	return paths.With(paths.Lists.One(p.List.ID), "group", p.Query.Group, "sort", p.Query.Sort, key, value)
}

func groupID(g dto.ItemGroup, n int) string {
	if g.Status != "" {
		return "group-" + string(g.Status)
	}
	return "group-" + strconv.Itoa(n)
}

// groupName is what a group is called on the page.
func groupName(ctx context.Context, p PlanProps, g dto.ItemGroup) string {
	switch {
	case g.Status != "":
		return ui.StatusName(ctx, g.Status)
	case g.Name != "":
		return g.Name
	case p.Query.Group == "buyer":
		return lang.T(ctx, "Nobody yet")
	case p.Query.Group == "shop":
		return lang.T(ctx, "No shop")
	case p.Query.Group == "person" && p.List.Target != nil:
		return p.List.Target.Name
	case p.Query.Group == "person":
		return lang.T(ctx, "Nobody in particular")
	}
	return lang.T(ctx, "All gifts")
}

// groupFilter is the page with nothing but a group; "" where no filter says it, or it is narrowed to it already.
func groupFilter(p PlanProps, g dto.ItemGroup) string {
	q := p.Query
	switch q.Group {
	case "", "status":
		q.Status = g.Filter
	case "buyer":
		q.Buyer = g.Filter
	case "shop":
		q.Shop = g.Filter
	}
	if q == p.Query || p.Still {
		return ""
	}
	return paths.With(paths.Lists.One(p.List.ID), q.Pairs()...)
}

func groupings(ctx context.Context, p PlanProps) []ui.Option {
	all := []ui.Option{{Label: lang.T(ctx, "Status")}, {Value: "buyer", Label: lang.T(ctx, "Buyer")}, {Value: "shop", Label: lang.T(ctx, "Shop")}}
	if p.List.Target != nil || p.Query.Group == "person" {
		all = append(all, ui.Option{Value: "person", Label: lang.T(ctx, "Person")})
	}
	return append(all, ui.Option{Value: "none", Label: lang.T(ctx, "Nothing")})
}

func sorts(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Label: lang.T(ctx, "As it stands")},
		{Value: "title", Label: lang.T(ctx, "Title")},
		{Value: "price", Label: lang.T(ctx, "Price, the highest first")},
		{Value: "priority", Label: lang.T(ctx, "Priority")},
		{Value: "new", Label: lang.T(ctx, "The newest first")},
	}
}

func counted(name string, n int) string { return name + " (" + strconv.Itoa(n) + ")" }

func statusChoices(ctx context.Context, p PlanProps) []ui.Option {
	all := []ui.Option{{Label: lang.T(ctx, "Any status")}, {Value: "open", Label: lang.T(ctx, "Not given yet")}}
	known := p.Query.Status == "" || p.Query.Status == "open"
	for _, c := range p.Choices.Statuses {
		all = append(all, ui.Option{Value: string(c.Status), Label: counted(ui.StatusName(ctx, c.Status), c.Count)})
		known = known || string(c.Status) == p.Query.Status
	}
	if !known { // what nothing has any more stays chosen
		all = append(all, ui.Option{Value: p.Query.Status, Label: ui.StatusName(ctx, domain.Status(p.Query.Status))})
	}
	return all
}

func priorityChoices(ctx context.Context, p PlanProps) []ui.Option {
	named := make([]dto.Choice, len(p.Choices.Priorities))
	for i, c := range p.Choices.Priorities {
		named[i] = dto.Choice{Value: c.Value, Name: ui.PriorityName(ctx, domain.Priority(c.Value)), Count: c.Count}
	}
	return choices(lang.T(ctx, "Any priority"), "", named, p.Query.Priority)
}

// choices are the values of a filter after that of none; what has no name is called nameless. What is chosen is among
// them in any case.
func choices(none, nameless string, all []dto.Choice, chosen string) []ui.Option {
	out := []ui.Option{{Label: none}}
	known := chosen == ""
	for _, c := range all {
		name := c.Name
		if name == "" {
			name = nameless
		}
		out = append(out, ui.Option{Value: c.Value, Label: counted(name, c.Count)})
		known = known || c.Value == chosen
	}
	if !known {
		out = append(out, ui.Option{Value: chosen, Label: chosen})
	}
	return out
}
