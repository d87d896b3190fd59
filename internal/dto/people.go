package dto

import (
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// Birthday is a day and month, and the year where it is known (0 where not).
type Birthday struct {
	Day, Month, Year int
}

// Size is one measure of a person: "shoes", "EU 38".
type Size struct {
	Label, Value string
}

// Person is somebody the family gives to.
type Person struct {
	ID           string
	Name         string
	LegalName    string
	Relationship domain.Relationship
	Birthday     *Birthday
	NextBirthday calendar.Date // zero without a birthday
	TurnsAge     int           // on the next birthday; 0 while the year is unknown
	Interests    []string
	Sizes        []Size
	Constraints  string
	Notes        string
	PhotoURL     string  // where the picture is fetched from
	Picture      string  // its id, "" is none
	Account      *Member // the user this person is
	Tags         []Ref
	Own          bool // the viewer is this person
	Archived     bool
	Version      int64
}

// PersonCard is a person in the index.
type PersonCard struct {
	ID           string
	Name         string
	Relationship domain.Relationship
	Picture      string // its id, "" is none
	Interests    []string
	Next         *Upcoming
	Coverage     *Coverage // nil for the viewer's own person
	Archived     bool
}

// Coverage counts a person's items: Chosen are those in hand or given, Total all but the dropped.
type Coverage struct {
	Chosen, Total int
}

// Upcoming is an occasion to come.
type Upcoming struct {
	ID   string
	Name string
	On   calendar.Date
	Days int // from the family's today; 0 is today
}

// PersonPage is everything on a person's page.
type PersonPage struct {
	Person   Person
	Upcoming []Upcoming
	Lists    []ListCard
	Ideas    []Item  // of Shown: the latest that nobody has in hand
	History  History // of Shown
	Thread   Thread  // of Shown
}

// History is one page of what was given to a person, the latest first. A year or an occasion that goes on stands on the
// next page again.
type History struct {
	Years []HistoryYear
	Next  string
	Prev  string
}

// HistoryYear is what was given in a year.
type HistoryYear struct {
	Year      int
	Occasions []HistoryOccasion
}

// HistoryOccasion is what was given at an occasion, nil for gifts without one.
type HistoryOccasion struct {
	Occasion *Ref
	Gifts    []Given
}

// Given is a gift that somebody got.
type Given struct {
	ItemID   string
	GiftID   string
	Title    string
	Quantity int
	Buyer    *Member
	Cost     *Money // times quantity, as Item.Cost
	List     Ref
	On       calendar.Date
}

// PeopleQuery filters the index of people.
type PeopleQuery struct {
	Query
	Relationship string   `query:"relationship"`
	Tags         []string `query:"tag"` // ids; people with any of them
}

// PersonInput is the person form as typed.
type PersonInput struct {
	DisplayName  string   `form:"display_name"`
	LegalName    string   `form:"legal_name"`
	Relationship string   `form:"relationship"`
	BirthDay     string   `form:"birth_day"`
	BirthMonth   string   `form:"birth_month"`
	BirthYear    string   `form:"birth_year"`
	Interests    string   `form:"interests"` // comma separated
	SizeLabels   []string `form:"size_label"`
	SizeValues   []string `form:"size_value"`
	Constraints  string   `form:"constraints"`
	Notes        string   `form:"notes"`
	PhotoURL     string   `form:"photo_url"`
	UserID       string   `form:"user_id"`
	Tags         string   `form:"tags"` // comma separated
	Version      int64    `form:"version"`
}
