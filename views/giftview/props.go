// Package giftview is the family's catalog: the index, a gift's page, its form, and the form that puts a gift on a list.
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

// IndexProps is the index of gifts.
type IndexProps struct {
	Page    dto.Page[dto.GiftCard]
	Query   dto.GiftQuery
	Tags    []dto.Ref // to filter by
	MayEdit bool
}

func (p IndexProps) filtered() bool { return ui.Filtered(p.kept()) || p.Query.Cursor != "" }

func (p IndexProps) kept() []string {
	q := p.Query
	return append(ui.Kept(q.Query, "match", q.Match, "min", q.MinPrice, "max", q.MaxPrice, "used", q.Used, "link", q.Link,
		"source", q.Source, "created_by_id", q.CreatedByID), ui.Each("tag", q.Tags)...)
}

// FormProps is the form of a gift as somebody left it; an empty ID is a new gift.
type FormProps struct {
	ID         string
	Values     dto.GiftInput
	Errors     apperr.Fields
	Warnings   []string // what could not be read from the link, and why
	Currencies []string
	Tags       []dto.Ref // to complete what is typed
}

// Title is the form's heading.
func (p FormProps) Title(ctx context.Context) string {
	if p.ID == "" {
		return lang.T(ctx, "Add a gift")
	}
	return lang.T(ctx, "Edit %s", p.Values.Title)
}

func (p FormProps) action() string {
	if p.ID == "" {
		return paths.Gifts.Index()
	}
	return paths.Gifts.One(p.ID)
}

// AddProps is the form that puts a gift on a list, as somebody left it.
type AddProps struct {
	List       dto.List
	Values     dto.AddInput
	Errors     apperr.Fields
	Warnings   []string
	Currencies []string
	Tags       []dto.Ref      // to complete what is typed
	Q          string         // what is looked for in the catalog
	Catalog    []dto.GiftCard // gifts that are there already
	Known      string         // the title of the one of them that Values names; "" for a new one
	Forecast   dto.Forecast
}

func (p AddProps) forecast() itemview.ForecastProps {
	return itemview.ForecastProps{
		ID: "forecast", At: paths.ListForecast(p.List.ID), Forecast: p.Forecast,
		Fields: []string{"price", "currency", "quantity", "planned_price"},
	}
}

// Title is the form's heading.
func (p AddProps) Title(ctx context.Context) string {
	if p.List.Own {
		return lang.T(ctx, "Add a wish")
	}
	return lang.T(ctx, "Add a gift to %s", p.List.Name)
}

func giftFields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "title", Label: lang.T(ctx, "Title")},
		{Name: "link", Label: lang.T(ctx, "Link")},
		{Name: "price", Label: lang.T(ctx, "Price")},
		{Name: "currency", Label: lang.T(ctx, "Currency")},
		{Name: "image_url", Label: lang.T(ctx, "Image link")},
		{Name: "source", Label: lang.T(ctx, "Shop")},
		{Name: "description", Label: lang.T(ctx, "Description")},
		{Name: "links", Label: lang.T(ctx, "More links")},
		{Name: "tags", Label: lang.T(ctx, "Tags")},
	}
}

func addFields(ctx context.Context) []ui.FieldName {
	return append(giftFields(ctx),
		ui.FieldName{Name: "gift_id", Label: lang.T(ctx, "Gift"), ID: "title"},
		ui.FieldName{Name: "sure", Label: lang.T(ctx, "They may see it")},
		ui.FieldName{Name: "quantity", Label: lang.T(ctx, "Quantity")},
		ui.FieldName{Name: "planned_price", Label: lang.T(ctx, "Planned price")},
		ui.FieldName{Name: "priority", Label: lang.T(ctx, "Priority")},
		ui.FieldName{Name: "notes", Label: lang.T(ctx, "Notes")},
		ui.FieldName{Name: "privacy", Label: lang.T(ctx, "Hide")},
	)
}
