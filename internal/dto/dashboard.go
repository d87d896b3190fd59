package dto

import (
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// Dashboard is everything on the first page.
type Dashboard struct {
	Primary     *Upcoming // the soonest occasion with a visible list; nil before the first
	Covered     int       // people of it with something in hand or given
	Total       int       // people of it, the viewer's own person left out
	Pipeline    []StatusCount
	Meter       *Meter
	Sums        Sums
	Needing     []PersonNeed // fewest ideas first
	Inbox       Ref
	InboxTop    []Item
	Assignments []Assignment
	Activity    []Activity
	MayAdd      bool // the viewer may add ideas
	Start       Start
}

// Start says which first steps a new family has behind it.
type Start struct {
	HasPeople, HasOccasions, HasLists bool
}

// Done reports whether no guidance is needed any more.
func (s Start) Done() bool { return s.HasPeople && s.HasOccasions && s.HasLists }

// PersonNeed is somebody of the primary occasion with nothing in hand yet, and how many ideas there are for them.
type PersonNeed struct {
	Person Ref
	Items  int
	ListID string // a visible list of theirs for the occasion; "" without
}

// Assignment is an item that the viewer buys.
type Assignment struct {
	ItemID   string
	Title    string
	Link     string
	Picture  string // its id, "" is none
	Source   string // the shop
	Status   domain.Status
	Moves    []domain.Status // where the viewer may move it now
	Quantity int
	List     Ref
	Target   *Ref
	Occasion *Ref
	On       calendar.Date // of the occasion; zero without
	Cost     *Money
	NoBuyer  bool // in hand, but nobody of the family buys it: shown to admins
	Version  int64
}

// Assignments is one page of them, and what all of the filter cost, by currency.
type Assignments struct {
	Page[Assignment]
	Sums []Money
}

// AssignmentQuery filters and sorts assignments: by occasion, shop, status or title.
type AssignmentQuery struct {
	Query
	Status     string `query:"status"` // nothing is all but what was given or dropped
	OccasionID string `query:"occasion_id"`
	PersonID   string `query:"person_id"`
	Store      string `query:"store"` // the shop
	Buyer      string `query:"buyer"` // "none", for admins: what is in hand without a buyer
}
