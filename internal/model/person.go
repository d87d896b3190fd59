package model

import (
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// Person is somebody the family gives to.
type Person struct {
	Editable
	DisplayName  string
	NameKey      string // folded: sorts, and finds without regard to case and accents
	LegalName    string
	Relationship domain.Relationship
	BirthDay     *int
	BirthMonth   *int
	BirthYear    *int // unknown when nil, though the day is known
	Notes        string
	Interests    []string `gorm:"serializer:json"`
	Sizes        []Size   `gorm:"serializer:json"`
	Constraints  string
	PhotoURL     string
	UserID       *string // the account of this person, at most one person for each user and family
}

// TableName is the plural that people use.
func (Person) TableName() string { return "people" }

// Size is one measure of a person: "shoes", "EU 38".
type Size struct {
	Label string `json:"label"`
	Value string `json:"value"`
}

// Occasion is a day on which the family gives.
type Occasion struct {
	Editable
	Name       string
	NameKey    string
	Type       domain.OccasionType
	Date       calendar.Date       // the first or only day
	Recurrence calendar.Recurrence // how it comes again
	NextOn     calendar.Date       // the next day as of the last look; the day itself when it comes once
	Budget     *int64              // in the family's home currency; nil is no budget, zero is zero
	Notes      string
	PersonID   *string // the person whose birthday this is: it follows their birthdate and name
	FollowsID  *string // the occasion of the year before, which this one was started from
}

// OccasionPerson puts a person in the scope of an occasion.
type OccasionPerson struct {
	OccasionID string `gorm:"primaryKey"`
	PersonID   string `gorm:"primaryKey"`
	FamilyID   string
	Budget     *int64 // in the family's home currency
}

// TableName is the plural that people use.
func (OccasionPerson) TableName() string { return "occasion_people" }

// HeldBudget is what others set for a person who then took themselves off the occasion. It comes back with them.
type HeldBudget struct {
	OccasionID string `gorm:"primaryKey"`
	PersonID   string `gorm:"primaryKey"`
	FamilyID   string
	Budget     int64 // in the family's home currency
}
