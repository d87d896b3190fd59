// Package itemview is one gift on a list: for those who plan it, with its status, buyer and prices; for the list's
// target, as a wish.
package itemview

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// FormProps is the form of an item as somebody left it.
type FormProps struct {
	dto.ItemForm
	Values dto.ItemInput
	Errors apperr.Fields
	Field  string // the one that somebody came for, and that has the focus
	Next   string // where to go on to; "" is the item's page
	InRow  bool   // it stands in the item's row on its list's page
}

// InRow is the field that stands for all of them, where they are edited in a row of a list's page.
const InRow = "all"

// id is the id of a control. Several rows may be edited on one page.
func (p FormProps) id(name string) string {
	if p.InRow {
		return "edit-" + name + "-" + p.Item.ID
	}
	return name
}

// forecast stands beside the prices, and asks again when one of them is changed.
func (p FormProps) forecast() ForecastProps {
	return ForecastProps{
		ID: p.id("forecast"), At: paths.ItemForecast(p.Item.ID), Forecast: p.Forecast,
		Fields: []string{p.id("quantity"), p.id("planned_price"), p.id("actual_price")},
	}
}

// back is where the form leads without saving.
func (p FormProps) back() string {
	if p.Next != "" {
		return p.Next + "#row-" + p.Item.ID
	}
	return paths.Items.One(p.Item.ID)
}

// has reports whether a field gets the focus; errors have it first.
func (p FormProps) has(field string) bool { return p.Field == field && len(p.Errors) == 0 }

// WishFormProps is the form of a wish, for the list's target.
type WishFormProps struct {
	Wish   dto.Wish
	List   dto.List
	Values dto.ItemInput
	Errors apperr.Fields
}

func (p FormProps) fields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "quantity", Label: lang.T(ctx, "Quantity"), ID: p.id("quantity")},
		{Name: "planned_price", Label: lang.T(ctx, "Planned price"), ID: p.id("planned_price")},
		{Name: "actual_price", Label: lang.T(ctx, "Actual price"), ID: p.id("actual_price")},
		{Name: "priority", Label: lang.T(ctx, "Priority"), ID: p.id("priority")},
		{Name: "notes", Label: lang.T(ctx, "Notes"), ID: p.id("notes")},
		{Name: "privacy", Label: lang.T(ctx, "Hide"), ID: p.id("privacy")},
	}
}

// News is one sentence about what just happened to an item or to several, and what of it can be taken back.
type News struct {
	Sentence string
	Taken    *dto.Elsewhere // what the sentence says of the same gift elsewhere; nil where it is about something else
	UndoItem string         // whose last change is taken back; "" when there is nothing to undo
	Batch    string         // what was done to several, taken back as a whole; "" for none
	Not      []dto.NotDone  // what was not done, and why
	Ask      *Ask           // the sentence is a question; nil when it is none
	Next     string         // the page that it stands on, as it is arranged
}

// undo is where the change is taken back, "" for nowhere.
func (n News) undo() string {
	switch {
	case n.Batch != "":
		return paths.With(paths.Undo(), "batch", n.Batch)
	case n.UndoItem != "":
		return paths.ItemUndo(n.UndoItem)
	}
	return ""
}

func notDone(ctx context.Context, n dto.NotDone) string {
	if n.Title == "" {
		return lang.T(ctx, "What is not there")
	}
	return "“" + n.Title + "”:"
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

// steps are the moves by one that a status has.
func steps(s domain.Status) []string {
	switch s { //nolint:exhaustive // the others have both
	case domain.StatusIdea:
		return []string{domain.StepOn}
	case domain.StatusGifted:
		return []string{domain.StepBack}
	case domain.StatusDropped:
		return nil
	}
	return []string{domain.StepOn, domain.StepBack}
}

func buyerID(i dto.Item) string {
	if i.Buyer == nil {
		return ""
	}
	return i.Buyer.UserID
}

// PriceKind says what kind of price counts for an item: "paid", "planned", "about" for the gift's own, with the
// quantity where it matters.
func PriceKind(ctx context.Context, i *dto.Item) string {
	switch many := i.Quantity > 1; {
	case i.Actual != nil && many:
		return lang.T(ctx, "paid, for %d", i.Quantity)
	case i.Actual != nil:
		return lang.T(ctx, "paid")
	case i.Planned != nil && many:
		return lang.T(ctx, "planned, for %d", i.Quantity)
	case i.Planned != nil:
		return lang.T(ctx, "planned")
	case many:
		return lang.T(ctx, "about, for %d", i.Quantity)
	}
	return lang.T(ctx, "about")
}

// MayHide reports whether a list is for somebody from whom one of its gifts can be hidden.
func MayHide(l dto.List) bool { return l.Target != nil && !l.Own }

// withdrawn says that the wish behind an item is gone.
func withdrawn(ctx context.Context, l dto.List) string {
	if l.Target == nil {
		return lang.T(ctx, "This wish was withdrawn.")
	}
	return lang.T(ctx, "%s has withdrawn this wish, and does not know that somebody has it in hand.", l.Target.Name)
}

// changed is one line about a wish that its target changed.
func changed(ctx context.Context, c dto.Change) string {
	label := map[string]string{
		"title": lang.Word("Title"), "link": lang.Word("Link"), "price": lang.Word("Price"), "quantity": lang.Word("Quantity"),
		"priority": lang.Word("Priority"), "notes": lang.Word("Notes"),
	}[c.Field]
	return lang.T(ctx, "%s: %s → %s", lang.T(ctx, label), orNothing(ctx, c.Field, c.From), orNothing(ctx, c.Field, c.To))
}

func orNothing(ctx context.Context, field, value string) string {
	switch {
	case value == "":
		return lang.T(ctx, "nothing")
	case field == "priority":
		return ui.PriorityName(ctx, domain.Priority(value))
	}
	return value
}

// newsTitle says whose wish changed.
func newsTitle(ctx context.Context, l dto.List) string {
	if l.Target == nil {
		return lang.T(ctx, "The wish has changed")
	}
	return lang.T(ctx, "%s has changed this wish", l.Target.Name)
}

// hides reports whether the box that hides an item is ticked: as it was typed, or as the list's default is.
func hides(l dto.List, v dto.ItemInput) bool {
	if v.Privacy == "" {
		return l.HideNew
	}
	return v.Privacy == string(domain.PrivacyHidden)
}

func cancel(itemID string) string { return paths.Items.One(itemID) }

// buyerDoes says what the buyer does with an item.
func buyerDoes(ctx context.Context, i dto.Item) string {
	switch i.Status {
	case domain.StatusGifted:
		return said(ctx, i, lang.Word("You gave this."), lang.Word("%s gave this."))
	case domain.StatusIdea, domain.StatusShortlisted, domain.StatusDropped:
		return said(ctx, i, lang.Word("You would buy this."), lang.Word("%s would buy this."))
	case domain.StatusBuying:
		return said(ctx, i, lang.Word("You are buying this."), lang.Word("%s is buying this."))
	case domain.StatusOrdered, domain.StatusDelivered, domain.StatusWrapped:
	}
	return said(ctx, i, lang.Word("You have this in hand."), lang.Word("%s has this in hand."))
}

func said(ctx context.Context, i dto.Item, yours, theirs string) string {
	if i.Mine {
		return lang.T(ctx, yours)
	}
	return lang.T(ctx, theirs, i.Buyer.Name)
}

// doer is who took a step, leading to what else they did.
func doer(c dto.StatusChange) ui.Name {
	return ui.Name{Text: c.Actor, Href: ui.Did(c.ActorID), Who: true}
}

// at is a status in a sentence, leading to what else of the list is there.
func at(ctx context.Context, listID string, s domain.Status) ui.Name {
	return ui.Name{Text: ui.StatusName(ctx, s), Href: paths.With(paths.Lists.One(listID), "status", string(s))}
}
