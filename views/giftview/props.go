// Package giftview is the family's catalog: the index, a gift's page, its form, and the form that puts a gift on a list.
package giftview

import (
	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// IndexProps is the index of gifts.
type IndexProps struct {
	Page    dto.Page[dto.GiftCard]
	Query   dto.GiftQuery
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
}

func (p FormProps) title() string {
	if p.ID == "" {
		return "Add a gift"
	}
	return "Edit " + p.Values.Title
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
	Catalog    []dto.GiftCard // gifts that are there already
}

func (p AddProps) title() string {
	if p.List.Own {
		return "Add a wish"
	}
	return "Add a gift to " + p.List.Name
}

var giftFields = []ui.FieldName{
	{Name: "title", Label: "Title"},
	{Name: "link", Label: "Link"},
	{Name: "price", Label: "Price"},
	{Name: "currency", Label: "Currency"},
	{Name: "image_url", Label: "Image link"},
	{Name: "source", Label: "Shop"},
	{Name: "description", Label: "Description"},
	{Name: "tags", Label: "Tags"},
}

var addFields = append(append([]ui.FieldName{}, giftFields...),
	ui.FieldName{Name: "gift_id", Label: "Gift", ID: "title"},
	ui.FieldName{Name: "quantity", Label: "Quantity"},
	ui.FieldName{Name: "planned_price", Label: "Planned price"},
	ui.FieldName{Name: "priority", Label: "Priority"},
	ui.FieldName{Name: "notes", Label: "Notes"},
	ui.FieldName{Name: "privacy", Label: "Hide"},
)
