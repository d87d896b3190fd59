// Package itemview is one gift on a list: for those who plan it, with its status, buyer and prices; for the list's
// target, as a wish.
package itemview

import (
	"context"
	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// FormProps is the form of an item as somebody left it.
type FormProps struct {
	Item   dto.Item
	List   dto.List
	Values dto.ItemInput
	Errors apperr.Fields
}

// WishFormProps is the form of a wish, for the list's target.
type WishFormProps struct {
	Wish   dto.Wish
	List   dto.List
	Values dto.ItemInput
	Errors apperr.Fields
}

var fields = []ui.FieldName{
	{Name: "quantity", Label: "Quantity"},
	{Name: "planned_price", Label: "Planned price"},
	{Name: "actual_price", Label: "Actual price"},
	{Name: "priority", Label: "Priority"},
	{Name: "notes", Label: "Notes"},
	{Name: "privacy", Label: "Hide"},
}

// News is one sentence about what just happened to an item, and the item whose change can be taken back.
type News struct {
	Sentence string
	UndoItem string // "" when there is nothing to undo
	Ask      *Ask   // the sentence is a question; nil when it is none
}

// Ask is a change that is sent again with "sure" when it is meant.
type Ask struct {
	Action string
	Fields []AskField
}

// AskField is one value of the change.
type AskField struct{ Name, Value string }

// Where a change of an item was asked for, and so what is swapped.
const (
	fromList = "list"
	fromItem = "item"
)

// target is the part of the page that a change made from there swaps.
func target(from string) string {
	switch from {
	case fromList:
		return "#plan"
	case fromItem:
		return "#item"
	}
	return "#results" // of the page whose address it is
}

// mayBuy reports whether the viewer can say "I'll buy it".
func mayBuy(i dto.Item) bool {
	return i.Buyer == nil && domain.Known(domain.StatusBuying, i.Moves)
}

func buyerID(i dto.Item) string {
	if i.Buyer == nil {
		return ""
	}
	return i.Buyer.UserID
}

// PriceKind says what kind of price counts for an item: "paid", "planned", "about" for the gift's own, with the
// quantity where it matters.
func PriceKind(i dto.Item) string {
	kind := "about"
	switch {
	case i.Actual != nil:
		kind = "paid"
	case i.Planned != nil:
		kind = "planned"
	}
	if i.Quantity > 1 {
		return kind + ", for " + ui.Int(i.Quantity)
	}
	return kind
}

// MayHide reports whether a list is for somebody from whom one of its gifts can be hidden.
func MayHide(l dto.List) bool { return l.Target != nil && !l.Own }

// withdrawn says that the wish behind an item is gone.
func withdrawn(l dto.List) string {
	if l.Target == nil {
		return "This wish was withdrawn."
	}
	return l.Target.Name + " has withdrawn this wish, and does not know that somebody has it in hand."
}

// changed is one line about a wish that its target changed.
func changed(ctx context.Context, c dto.Change) string {
	label := map[string]string{
		"title": "Title", "link": "Link", "price": "Price", "quantity": "Quantity", "priority": "Priority", "notes": "Notes",
	}[c.Field]
	return label + ": " + orNothing(ctx, c.Field, c.From) + " → " + orNothing(ctx, c.Field, c.To)
}

func orNothing(ctx context.Context, field, value string) string {
	switch {
	case value == "":
		return "nothing"
	case field == "priority":
		return ui.PriorityName(ctx, domain.Priority(value))
	}
	return value
}

// newsTitle says whose wish changed.
func newsTitle(l dto.List) string {
	if l.Target == nil {
		return "The wish has changed"
	}
	return l.Target.Name + " has changed this wish"
}

// hides reports whether the box that hides an item is ticked: as it was typed, or as the list's default is.
func hides(l dto.List, v dto.ItemInput) bool {
	if v.Privacy == "" {
		return l.HideNew
	}
	return v.Privacy == string(domain.PrivacyHidden)
}

func cancel(itemID string) string { return paths.Items.One(itemID) }

// buyerDoes finishes the sentence that begins with the buyer's name.
func buyerDoes(i dto.Item) string {
	switch i.Status {
	case domain.StatusGifted:
		return "gave this."
	case domain.StatusIdea, domain.StatusShortlisted, domain.StatusDropped:
		return "would buy this."
	case domain.StatusBuying:
		return "is buying this."
	case domain.StatusOrdered, domain.StatusDelivered, domain.StatusWrapped:
	}
	return "has this in hand."
}
