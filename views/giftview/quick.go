package giftview

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/itemview"
	"kinlist/views/ui"
)

// QuickProps is the line of an idea, and what was understood of it.
type QuickProps struct {
	Draft      dto.QuickDraft
	Errors     apperr.Fields
	Currencies []string
	Forecast   dto.Forecast
	Alone      bool // as a page of its own, where the line takes the focus
}

// QuickOn is the empty line on the page of a list.
func QuickOn(listID string) QuickProps { return QuickProps{Draft: dto.QuickDraft{Asked: listID}} }

func (p QuickProps) forecast() itemview.ForecastProps {
	return itemview.ForecastProps{
		ID: "quick-forecast", At: paths.IdeaForecast(), Forecast: p.Forecast,
		Fields: []string{"quick-price", "quick-currency", "quick-list"},
	}
}

// back is where the line was written.
func (p QuickProps) back() string {
	if p.Draft.Asked == "" {
		return paths.QuickIdea()
	}
	return paths.Lists.One(p.Draft.Asked)
}

func quickFields(ctx context.Context) []ui.FieldName {
	return append([]ui.FieldName{
		{Name: "title", Label: lang.T(ctx, "Title"), ID: "quick-title"},
		{Name: "price", Label: lang.T(ctx, "Price"), ID: "quick-price"},
		{Name: "currency", Label: lang.T(ctx, "Currency"), ID: "quick-currency"},
		{Name: "list_id", Label: lang.T(ctx, "On the list"), ID: "quick-list"},
		{Name: "tags", Label: lang.T(ctx, "Tags"), ID: "quick-tags"},
		{Name: "link", Label: lang.T(ctx, "Link"), ID: "quick-link"},
	}, ui.NewListNames(ctx, "quick-")...)
}
