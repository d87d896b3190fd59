package model

import (
	"time"

	"kinlist/internal/domain"
)

// Tag is a word on gifts and people.
type Tag struct {
	Editable
	Name        string
	NameKey     string // nobody sees two live tags with one key, unless what carried them came into their sight
	Type        domain.TagType
	Color       domain.Accent
	Description string
	CreatedByID string // whose it is while nothing visible carries it
}

// GiftTag puts a tag on a gift.
type GiftTag struct {
	GiftID string `gorm:"primaryKey"`
	TagID  string `gorm:"primaryKey"`
}

// PersonTag puts a tag on a person.
type PersonTag struct {
	PersonID string `gorm:"primaryKey"`
	TagID    string `gorm:"primaryKey"`
}

// Comment hangs on exactly one parent, which decides who sees it.
type Comment struct {
	Editable
	PersonID   *string
	OccasionID *string
	ListID     *string
	GiftID     *string
	ItemID     *string
	AuthorID   string
	Body       string
	EditedAt   *time.Time
	ResolvedAt *time.Time
	ResolvedBy *string `gorm:"column:resolved_by_id"`
}

// CommentMention is a member named in a comment.
type CommentMention struct {
	CommentID string `gorm:"primaryKey"`
	UserID    string `gorm:"primaryKey"`
}

// Activity tells what somebody did; it is written in the transaction that it tells of. Its entity decides who sees it.
type Activity struct {
	Seq        int64 `gorm:"primaryKey;autoIncrement"` // monotonic in a database, never shown to a browser
	ID         string
	FamilyID   string
	ActorID    *string // nil once the account is gone
	Verb       domain.Verb
	EntityType domain.Entity
	EntityID   string
	ListID     *string
	ItemID     *string
	GiftID     *string
	PersonID   *string   // the list's target, or the person itself
	Payload    string    // small JSON
	CreatedAt  time.Time `gorm:"autoCreateTime:false"`
}
