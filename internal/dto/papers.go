package dto

import (
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// PaperQuery is how a sheet is to be printed. All of it stands in the address, so that a bookmark prints the same again.
type PaperQuery struct {
	Group string `query:"group"` // by what the lines stand together
	Sheet string `query:"sheet"` // which of an occasion's sheets
	Paper string `query:"paper"` // a4 or letter; nothing is what is usual where the family lives
	QR    bool   `query:"qr"`    // a code that leads back to the page
	Safe  bool   `query:"safe"`  // initials and numbers, their key on a page of its own
	Auto  bool   `query:"auto"`  // the browser's dialog opens by itself

	// Of gift tags.
	Label string `query:"label"` // plain, l7160 or 5160; nothing is plain
	From  string `query:"from"`  // who gives; nothing is who buys
	Right string `query:"dx"`    // millimetres that the printer is to be corrected by
	Down  string `query:"dy"`
	Used  int    `query:"used"` // labels that the first sheet lacks
}

// ShoppingQuery chooses what stands on a shopping list.
type ShoppingQuery struct {
	AssignmentQuery
	Group string `query:"group"` // shop, the default; person; or occasion
}

// ShoppingList is what the viewer buys, with what one needs to know of the people in a shop.
type ShoppingList struct {
	Group  string
	Groups []ShoppingGroup
	Sums   []Money // of all groups, by currency
}

// ShoppingGroup is the part of a shopping list for one shop, person or occasion; without a name for none.
type ShoppingGroup struct {
	Name  string
	On    calendar.Date // of an occasion
	Items []PaperItem
	Sums  []Money
}

// PaperItem is an item on a sheet that goes over several lists.
type PaperItem struct {
	Assignment
	Buyer     *Member
	Priority  domain.Priority
	Notes     string // of those who plan
	WishNotes string // the target's own words
	GiftedOn  calendar.Date
	Person    *PaperPerson // nil without a target
}

// PaperPerson is what one needs to know of a person in a shop.
type PaperPerson struct {
	Sizes      []Size
	KeepInMind string
}

// OccasionItems is an occasion with all that is planned for it, by whom it is for.
type OccasionItems struct {
	Occasion Occasion
	Items    []PaperItem
}
