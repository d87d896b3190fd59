package model

// Text holds the words that one thing is found by, folded and split so that both databases search alike. Exactly one of
// the ids is set.
type Text struct {
	Seq        int64 `gorm:"primaryKey;autoIncrement"`
	FamilyID   string
	PersonID   *string
	OccasionID *string
	ListID     *string
	GiftID     *string
	ItemID     *string
	CommentID  *string
	Words      *string // with single blanks between; nil until the program has read the thing
	Folded     *string // the whole text, folded: what is no word is looked for in it
}
