package giftview

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/itemview"
	"kinlist/views/ui"
)

// IdeaProps is the quick-add form as it came from outside, or as somebody left it.
type IdeaProps struct {
	Draft      dto.IdeaDraft
	Errors     apperr.Fields
	Currencies []string
	Forecast   dto.Forecast
}

func (p IdeaProps) forecast() itemview.ForecastProps {
	return itemview.ForecastProps{
		ID: "forecast", At: paths.IdeaForecast(), Forecast: p.Forecast, Fields: []string{"price", "currency", "list_id"},
	}
}

// ManyProps is the form for many ideas at once, as somebody left it.
type ManyProps struct {
	Values dto.ManyInput
	Lists  []dto.List
	People []dto.Ref // whom a new list can be for
	Errors apperr.Fields
	Added  dto.ManyAdded // what became of the lines that were sent; the wrong ones are in the form again
	Rows   []dto.Reading // the ideas that are on the list now
}

// asks reports whether a line is added when somebody may see what was hidden from them.
func (p ManyProps) asks() bool {
	return p.Values.Sure || slices.ContainsFunc(p.Added.Wrong, func(w dto.WrongLine) bool { return w.Asks })
}

// ReadingProps shows how far the pages of new ideas are read.
type ReadingProps struct {
	ListID string
	Rows   []dto.Reading
}

// waiting reports whether there is a page left to read.
func (p ReadingProps) waiting() bool { return slices.ContainsFunc(p.Rows, dto.Reading.Waits) }

// lanes is how many pages are read at once.
const lanes = 3

func lane(i int) string { return "lane-" + ui.Int(i%lanes) }

func manyFields(ctx context.Context) []ui.FieldName {
	return append([]ui.FieldName{{Name: "lines", Label: lang.T(ctx, "Links")}, {Name: "list_id", Label: lang.T(ctx, "On the list")}}, ui.NewListNames(ctx, "")...)
}

func ideaFields(ctx context.Context) []ui.FieldName {
	return slices.Concat([]ui.FieldName{{Name: "list_id", Label: lang.T(ctx, "On the list")}}, ui.NewListNames(ctx, ""), giftFields(ctx))
}

// listOptions are the lists to choose from, each with whom it is for.
func listOptions(ctx context.Context, lists []dto.List) []ui.Option {
	out := make([]ui.Option, len(lists))
	for i, l := range lists {
		out[i] = ui.Option{Value: l.ID, Label: l.Name}
		switch {
		case l.Own:
			out[i].Label = lang.T(ctx, "%s (for you)", l.Name)
		case l.Target != nil:
			out[i].Label = lang.T(ctx, "%s (for %s)", l.Name, l.Target.Name)
		}
	}
	return out
}
