package dto

import "kinlist/internal/domain"

// Elsewhere is the same gift, or the same link, in hand for the same person on another list.
type Elsewhere struct {
	Buyer    string // "" when nobody is named
	BuyerID  string
	Status   domain.Status
	List     Ref
	Sentence string // "Tom is buying this (Lena's Christmas)", without a full stop
}

// Change is one field of a wish that its target changed while somebody had it in hand.
type Change struct {
	Field string `json:"field"` // title, link, price, quantity, priority or notes
	From  string `json:"from"`  // for reading; "" for nothing
	To    string `json:"to"`
}

// MoveInput puts an item on another list, or a copy of it.
type MoveInput struct {
	ListID  string `form:"list_id"`
	Copy    bool   `form:"copy"`
	Version int64  `form:"version"` // 0 does not ask
	Sure    bool   `form:"sure"`    // whoever would see it there is meant to
}

// OrderInput puts an item behind another of its list; nothing is before all others.
type OrderInput struct {
	AfterID string `form:"after"`
	Step    string `form:"step"`  // up or down by one instead
	Group   string `form:"group"` // how the list is grouped in which the step is taken
}

// UndoInput says which request of the viewer's is taken back; nothing is the last one.
type UndoInput struct {
	BatchID string `form:"batch"`
}

// Moved is where an item stands after a move; its id may be another one then.
type Moved struct {
	ItemID string
	Title  string
	List   Ref
}

// Destinations are where an item can go.
type Destinations struct {
	Lists  []List // those for the same person first
	People []Ref  // whom a new list can be for
	For    string // whom its own list is for; "" is nobody in particular
}

// BulkInput does one thing to several items.
type BulkInput struct {
	FreshList
	ItemIDs []string `form:"item_ids"`
	Action  string   `form:"action"`   // status, assign, move, copy, tags, price, drop, archive or delete
	Value   string   `form:"value"`    // a status as in StatusInput, a user's id ("" is nobody), a list's id, tags to add, or a price ("" is none)
	TagsOff []string `form:"tags_off"` // the words of tags to take off
	Sure    bool     `form:"sure"`     // what somebody buys elsewhere is meant too, and what others would see
}

// Chosen is what several items have of that which one change can give all of them.
type Chosen struct {
	Items        int         // that the viewer plans
	Tags         []TagChosen // by name
	PlannedPrice string      // as a form shows it, of all of them; "" where they differ
	Currency     string      // of all of them; "" where they differ
}

// TagChosen is a word on several gifts.
type TagChosen struct {
	Name  string
	Items int // of how many of them
}

// BulkResult says of each of several items whether it was done. Batch is what Undo takes back as a whole, "" for nothing.
type BulkResult struct {
	Batch string
	Done  []Ref
	Not   []NotDone
}

// NotDone is an item that could not be changed, and the sentence why. What the viewer does not see has no title.
type NotDone struct {
	ID    string
	Title string
	Why   string
}
