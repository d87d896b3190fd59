package listview

import (
	"context"
	"slices"

	"github.com/a-h/templ"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/views/ui"
)

// ChosenProps asks for the tags or the price that several gifts are to have, as somebody left it.
type ChosenProps struct {
	dto.Chosen
	Action string // tags or price
	IDs    []string
	From   string // the kind of page that it was asked for on
	Next   string // and its address
	Values dto.BulkInput
	Errors apperr.Fields
	Names  []dto.Ref // the tags that the field completes
}

// Title says what is asked.
func (p ChosenProps) Title(ctx context.Context) string {
	if p.Action == "tags" {
		return lang.N(ctx, len(p.IDs), "Tags of %d gift", "Tags of %d gifts")
	}
	return lang.N(ctx, len(p.IDs), "Planned price of %d gift", "Planned price of %d gifts")
}

// price is the price as it was typed or, where nothing was yet, as it is.
func (p ChosenProps) price() string {
	if len(p.Errors) > 0 {
		return p.Values.Value
	}
	return p.PlannedPrice
}

// hint says what the price is of, and how there is none.
func (p ChosenProps) hint(ctx context.Context) string {
	if p.Currency == "" {
		return lang.T(ctx, "For one piece, in the currency of each. Left empty, they have none.")
	}
	return lang.T(ctx, "In %s, for one piece. Left empty, they have none.", p.Currency)
}

func (p ChosenProps) off(tag dto.TagChosen) bool { return slices.Contains(p.Values.TagsOff, tag.Name) }

// carried says a tag, and on how many of the gifts it is.
func (p ChosenProps) carried(ctx context.Context, tag dto.TagChosen) string {
	switch {
	case p.Items == 1:
		return tag.Name
	case tag.Items == p.Items:
		return lang.T(ctx, "%s, on all of them", tag.Name)
	}
	return lang.T(ctx, "%s, on %d of %d", tag.Name, tag.Items, p.Items)
}

// part asks for the part of the page that the gifts are on.
func (p ChosenProps) part(method, at string) templ.Attributes {
	return templ.Attributes{method: at, "hx-target": target(p.From), "hx-swap": "outerHTML", "hx-sync": "this:drop"}
}

func chosenNames(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{{Name: "tags", Label: lang.T(ctx, "Add tags")}, {Name: "planned_price", Label: lang.T(ctx, "Planned price")}}
}
