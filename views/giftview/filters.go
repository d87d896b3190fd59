package giftview

import (
	"context"
	"slices"

	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

func usedOrNot(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Label: lang.T(ctx, "On a list or not")}, {Value: "yes", Label: lang.T(ctx, "On a list")}, {Value: "no", Label: lang.T(ctx, "On no list")},
	}
}

func sorts(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Label: lang.T(ctx, "Newest first")},
		{Value: "title", Label: lang.T(ctx, "Title")},
		{Value: "price", Label: lang.T(ctx, "Cheapest first")},
		{Value: "-price", Label: lang.T(ctx, "Dearest first")},
	}
}

func (p IndexProps) on(tagID string) bool { return slices.Contains(p.Query.Tags, tagID) }

// unseen are the filters of the address that the form has no control for: it carries them along.
func (p IndexProps) unseen() [][2]string {
	var some [][2]string
	for _, f := range [][2]string{{"link", p.Query.Link}, {"source", p.Query.Source}, {"created_by_id", p.Query.CreatedByID}} {
		if f[1] != "" {
			some = append(some, f)
		}
	}
	return some
}

// chosen are the filters that are on.
func (p IndexProps) chosen(ctx context.Context) []ui.Chosen {
	var on []ui.Chosen
	add := func(label, key, value string) {
		if value != "" {
			on = append(on, ui.Chosen{Label: label, Without: ui.Without(paths.Gifts.Index(), p.kept(), key, value)})
		}
	}
	q := p.Query
	for _, id := range q.Tags {
		add(lang.T(ctx, "Tag: %s", ui.NameIn(ctx, ui.Refs("", p.Tags), id)), "tag", id)
	}
	add(ui.NameIn(ctx, usedOrNot(ctx), q.Used), "used", q.Used)
	add(lang.T(ctx, "Price from %s", q.MinPrice), "min", q.MinPrice)
	add(lang.T(ctx, "Price up to %s", q.MaxPrice), "max", q.MaxPrice)
	add(lang.T(ctx, "Shop: %s", q.Source), "source", q.Source)
	add(map[string]string{"yes": lang.T(ctx, "With a link"), "no": lang.T(ctx, "Without a link")}[q.Link], "link", q.Link)
	add(lang.T(ctx, "Added by one member"), "created_by_id", q.CreatedByID)
	return on
}

func (p IndexProps) counted(ctx context.Context) string {
	return lang.N(ctx, len(p.Page.Items), "%d gift", "%d gifts")
}
