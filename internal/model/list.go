package model

import (
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// List is a set of items, usually for one person and one occasion.
type List struct {
	Editable
	Name           string
	NameKey        string
	Type           domain.ListType
	OwnerID        string
	TargetPersonID *string
	OccasionID     *string
	Visibility     domain.Visibility
	Notes          string
	Inbox          bool // the family's Idea Inbox: one each, and it cannot be deleted
}

// Gift is a thing in the family's catalog.
type Gift struct {
	Editable
	Title        string
	TitleKey     string
	Description  string
	Link         string // as shown: http or https
	CanonicalURL string // as compared: without tracking; empty without a link
	Links        []Link `gorm:"serializer:json"`
	ImageURL     string
	Price        *int64
	Currency     string
	Source       string // the shop
	CreatedByID  string
	Metadata     string // JSON: what the page said, kept as read
}

// Link is a further address of a gift.
type Link struct {
	Label string `json:"label"`
	URL   string `json:"url"`
}

// ListItem is a gift on a list. What its target may edit of it (the wish) and what others plan on it carry separate
// versions and times, so that neither betrays nor blocks the other: Version and UpdatedAt are the plan's.
type ListItem struct {
	Editable
	ListID   string
	GiftID   string
	Position int64
	Privacy  domain.Privacy
	AddedBy  string `gorm:"column:added_by_id"`

	Quantity      int
	WishPosition  int64 // the order that the target sees; Position is the plan's
	Priority      domain.Priority
	WishNotes     string // the target's own words
	WishVersion   int64
	WishUpdatedAt time.Time
	WithdrawnAt   *time.Time // the target took the wish back while somebody had it in hand

	Status       domain.Status
	BuyerID      *string
	Currency     string // of both prices
	PlannedPrice *int64
	ActualPrice  *int64
	GiftedOn     calendar.Date
	Notes        string // of those who plan; the target never sees it
	WishNews     string // JSON: what the target changed of the wish while it was in hand; "" is nothing
}

// StatusChange is one step in the history of an item, with what Undo needs to take it back.
type StatusChange struct {
	ID           string `gorm:"primaryKey"`
	FamilyID     string
	ItemID       string
	ActorID      string
	FromStatus   domain.Status
	ToStatus     domain.Status
	FromBuyerID  *string
	ToBuyerID    *string
	FromGiftedOn calendar.Date
	ItemVersion  int64     // the version that the change made; nobody changed the item since while it still has it
	Undo         bool      // the change took another back
	CreatedAt    time.Time `gorm:"autoCreateTime:false"`
}
