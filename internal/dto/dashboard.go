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
	Status   domain.Status
	List     Ref
	Target   *Ref
	Occasion *Ref
	On       calendar.Date // of the occasion; zero without
	Cost     *Money
}

// Activity is one line of the feed.
type Activity struct {
	Actor    string
	Verb     domain.Verb
	Entity   domain.Entity
	EntityID string
	Title    string // of the thing at the time
	From, To string // statuses or names, where the verb has them
	At       string // in the family's time zone, for reading
}
