package dto

import "kinlist/internal/domain"

// List is a set of items, usually for one person and one occasion.
type List struct {
	ID         string
	Name       string
	Type       domain.ListType
	Owner      Member
	Target     *Ref
	Occasion   *Ref
	Visibility domain.Visibility
	Notes      string
	Inbox      bool // the family's Idea Inbox
	Own        bool // the viewer is the target: they see wishes, never the plan
	MayAdd     bool // the viewer may put gifts on it
	HideNew    bool // what the viewer adds is hidden from the target, unless they say otherwise
	MayEdit    bool // the viewer may change the list itself
	MayLook    bool // the viewer may see it through the eyes of whom it is for
	Archived   bool
	Version    int64
}

// ListCard is a list in an index. Counts and sums are of what the viewer may see; for the viewer's own list Plan is nil.
type ListCard struct {
	List
	Items int // dropped ones left out for those who plan
	Plan  *PlanSummary
}

// PlanSummary is how far the items of a list are and what they cost.
type PlanSummary struct {
	Counts []StatusCount // in the order of the path, the zero ones left out
	Sums   Sums
}

// StatusCount is how many items are at a status.
type StatusCount struct {
	Status domain.Status
	Count  int
}

// Sums are amounts by currency, the home currency first; an empty slice is nothing. Currencies are never mixed.
type Sums struct {
	Planned   []Money // idea and shortlisted, with a price
	Committed []Money // from buying on
	Spent     []Money // with an actual price, or gifted
}

// Meter compares what is committed with a budget, in the home currency.
type Meter struct {
	Budget, Committed, Spent, Planned Money
	Percent                           string // as the family writes it, "37,75 %"; "" for a budget of zero
	Permille                          int    // for the bar, 0 to 1000 and beyond
	Level                             Level
}

// Level is how close committed is to the budget.
type Level string

// The levels: below 75 %, from 75, from 90 and from 100.
const (
	LevelNone        Level = "none"
	LevelApproaching Level = "approaching"
	LevelNear        Level = "near"
	LevelExceeded    Level = "exceeded"
)

// ListQuery filters the index of lists.
type ListQuery struct {
	Query
	Type       string `query:"type"`
	PersonID   string `query:"target_person_id"`
	OccasionID string `query:"occasion_id"`
	OwnerID    string `query:"owner_id"`
	Visibility string `query:"visibility"`
	Status     string `query:"status"` // of a gift on it, as far as the viewer plans it
}

// FreshList is a list made in the form that picks one, in place of the one that is picked; no name is none.
type FreshList struct {
	NewList    string `form:"new_list"`
	NewListFor string `form:"new_list_for"` // a person; "" is nobody in particular
}

// ListInput is the list form as typed.
type ListInput struct {
	Name           string `form:"name"`
	Type           string `form:"type"`
	TargetPersonID string `form:"target_person_id"`
	OccasionID     string `form:"occasion_id"`
	Visibility     string `form:"visibility"`
	Notes          string `form:"notes"`
	Version        int64  `form:"version"`

	// Made with the list, and picked in place of the above; empty is none.
	NewPerson       string `form:"new_person"`
	NewOccasion     string `form:"new_occasion"`
	NewOccasionDate string `form:"new_occasion_date"`

	Sure bool `form:"sure"` // whoever would see more of it is meant to
}
