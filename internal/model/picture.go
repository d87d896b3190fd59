package model

import "time"

// Picture is the picture of a gift or of a person, one each. It never changes: another picture is another row, so that a
// browser may keep what it has seen of this one.
type Picture struct {
	ID           string    `gorm:"primaryKey"`
	CreatedAt    time.Time `gorm:"autoCreateTime:false"`
	FamilyID     string
	GiftID       *string // one of the two
	PersonID     *string
	FileKey      string // under which both sizes are kept: random, so that it tells nothing
	Width        int    // of the large one, in pixels
	Height       int
	ContentType  string
	Bytes        int64   // of both sizes
	SourceURL    string  // where it was fetched; "" was sent as a file
	UploadedByID *string // who sent it or made it be fetched
}
