package dto

import (
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// Item is a gift on a list, for those who plan it. The list's target never gets one: see Wish.
type Item struct {
	ID          string
	ListID      string
	Gift        ItemGift
	Status      domain.Status
	Moves       []domain.Status // where this viewer may move it now
	Buyer       *Member
	Mine        bool // the viewer is the buyer
	MayTakeOver bool
	Quantity    int
	Planned     *Money
	Actual      *Money
	Cost        *Money // what counts: actual, else planned, else the gift's price, times quantity
	Currency    string // of planned and actual
	Priority    domain.Priority
	Privacy     domain.Privacy
	Notes       string // of those who plan; the target never sees them
	WishNotes   string // the target's own words
	Wish        bool   // the target added it, and would notice if it went
	Withdrawn   bool   // the target took the wish back while somebody had it in hand
	GiftedOn    calendar.Date
	Version     int64      // of the plan: status, buyer, prices, notes
	WishVersion int64      // of the wish: quantity and priority
	Elsewhere   *Elsewhere // nil when nobody buys the same for the same person
	News        []Change   // what the target changed of the wish while somebody had it in hand
}

// ItemGift is what an item shows of its gift.
type ItemGift struct {
	ID      string
	Title   string
	Link    string
	Picture string // its id, "" is none
	Source  string
	Price   *Money
}

// ItemForm is an item for its form.
type ItemForm struct {
	Item     Item
	List     List
	Forecast Forecast // with the item as it is
}

// ItemPage is everything on an item's page.
type ItemPage struct {
	Item    Item
	List    List
	Members []Member
	Tags    []Ref          // of the gift
	Links   []GiftLink     // further ones, of the gift
	History []StatusChange // newest first
}

// StatusChange is one step in the history of an item.
type StatusChange struct {
	Actor    string
	ActorID  string
	From, To domain.Status
	At       string // in the family's time zone, for reading
}

// Wish is an item as the list's target sees it. It has no field for status, buyer, prices or history, so that no
// template can give a surprise away.
type Wish struct {
	ID       string
	ListID   string
	GiftID   string
	Title    string
	Link     string
	Picture  string // its id, "" is none
	Source   string
	Quantity int
	Priority domain.Priority
	Notes    string // the viewer's own
	Mine     bool   // the viewer added it and may change it
	Version  int64
	Links    []GiftLink // further ones
}

// WishList is a list as its target sees it.
type WishList struct {
	List   List
	Wishes []Wish
}

// ItemInput puts a gift on a list or changes an item, as typed.
type ItemInput struct {
	GiftID       string `form:"gift_id"`
	Quantity     string `form:"quantity"`
	PlannedPrice string `form:"planned_price"`
	ActualPrice  string `form:"actual_price"`
	Priority     string `form:"priority"`
	Notes        string `form:"notes"`
	Privacy      string `form:"privacy"`
	Version      int64  `form:"version"`
	WishVersion  int64  `form:"wish_version"` // 0 does not ask
}

// AddInput is the form that adds a gift to a list: a gift of the catalog by gift_id, or a new one.
type AddInput struct {
	ItemInput
	GiftInput
	Sure bool `form:"sure"` // whoever would see it there is meant to
}

// StatusInput moves an item.
type StatusInput struct {
	Status   string `form:"status"` // or one of domain.StepOn and StepBack
	Version  int64  `form:"version"`
	GiftedOn string `form:"gifted_on"` // the day of a gift that is recorded afterwards; "" is the usual day
	Sure     bool   `form:"sure"`      // what somebody buys elsewhere is meant too
}

// AssignInput says who buys an item.
type AssignInput struct {
	UserID  string `form:"user_id"`
	Version int64  `form:"version"`
	Sure    bool   `form:"sure"`
}
