package service

import (
	"encoding/json"
	"slices"

	"kinlist/internal/model"
)

// past is how an item was before a change, as far as the change touched it.
type past struct {
	Columns []string       `json:"columns"`
	Was     model.ListItem `json:"was"`
	To      string         `json:"to,omitempty"` // what it became, in a word
}

// made stands for all columns of an item that was not there before.
const made = "made"

// restorables are the columns of an item that can be taken back, with the way to copy each.
var restorables = []struct {
	column string
	copy   func(to *model.ListItem, from model.ListItem)
}{
	{"status", func(to *model.ListItem, from model.ListItem) { to.Status = from.Status }},
	{"buyer_id", func(to *model.ListItem, from model.ListItem) { to.BuyerID = from.BuyerID }},
	{"gifted_on", func(to *model.ListItem, from model.ListItem) { to.GiftedOn = from.GiftedOn }},
	{"list_id", func(to *model.ListItem, from model.ListItem) { to.ListID = from.ListID }},
	{"position", func(to *model.ListItem, from model.ListItem) { to.Position = from.Position }},
	{"wish_position", func(to *model.ListItem, from model.ListItem) { to.WishPosition = from.WishPosition }},
	{"privacy", func(to *model.ListItem, from model.ListItem) { to.Privacy = from.Privacy }},
	{"added_by_id", func(to *model.ListItem, from model.ListItem) { to.AddedBy = from.AddedBy }},
	{"withdrawn_at", func(to *model.ListItem, from model.ListItem) { to.WithdrawnAt = from.WithdrawnAt }},
	{"quantity", func(to *model.ListItem, from model.ListItem) { to.Quantity = from.Quantity }},
	{"priority", func(to *model.ListItem, from model.ListItem) { to.Priority = from.Priority }},
	{"planned_price", func(to *model.ListItem, from model.ListItem) { to.PlannedPrice = from.PlannedPrice }},
	{"actual_price", func(to *model.ListItem, from model.ListItem) { to.ActualPrice = from.ActualPrice }},
	{"notes", func(to *model.ListItem, from model.ListItem) { to.Notes = from.Notes }},
	{"wish_notes", func(to *model.ListItem, from model.ListItem) { to.WishNotes = from.WishNotes }},
	{"wish_news", func(to *model.ListItem, from model.ListItem) { to.WishNews = from.WishNews }},
	{"archived_at", func(to *model.ListItem, from model.ListItem) { to.ArchivedAt = from.ArchivedAt }},
	{"deleted_at", func(to *model.ListItem, from model.ListItem) { to.DeletedAt = from.DeletedAt }},
}

// seenByTarget are the columns that whoever wished for an item would see change.
var seenByTarget = []string{made, "list_id", "privacy", "added_by_id", "quantity", "priority", "archived_at", "deleted_at", "wish_notes"}

func pastOf(step model.UndoStep) (past, error) {
	var p past
	return p, json.Unmarshal([]byte(step.Before), &p)
}

// touches reports whether the change was one of any of the columns.
func (p past) touches(columns ...string) bool {
	return slices.ContainsFunc(p.Columns, func(c string) bool { return slices.Contains(columns, c) })
}

// restore puts the item back to how it was and names the columns to write.
func (p past) restore(row *model.ListItem) []string {
	var columns []string
	for _, r := range restorables {
		if p.touches(r.column) {
			r.copy(row, p.Was)
			columns = append(columns, r.column)
		}
	}
	return columns
}
