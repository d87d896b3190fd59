package dto

import "kinlist/internal/calendar"

// Found is what a search over everything found, a few things of each kind.
type Found struct {
	Q         string
	People    []Ref
	Occasions []FoundOccasion // the latest first
	Lists     []FoundList
	Gifts     []GiftCard
	Tags      []Ref
	Comments  []Comment // the newest first
}

// None reports whether nothing was found.
func (f Found) None() bool {
	return len(f.People)+len(f.Occasions)+len(f.Lists)+len(f.Gifts)+len(f.Tags)+len(f.Comments) == 0
}

// FoundOccasion is an occasion that a search found, with its next day.
type FoundOccasion struct {
	Ref
	On calendar.Date
}

// FoundList is a list that a search found.
type FoundList struct {
	Ref
	Target *Ref // nil for a list for nobody
}

// Likely is a gift of the catalog that a new one would double.
type Likely struct {
	ID    string
	Title string
	Why   string    // "same link" or "same title"
	Uses  []GiftUse // where the viewer sees it
}
