package dto

import (
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// Occasion is a day on which the family gives.
type Occasion struct {
	ID         string
	Name       string
	Type       domain.OccasionType
	Date       calendar.Date // the first or only day
	Recurrence calendar.Recurrence
	NextOn     calendar.Date // the next day, or the only one
	Days       int           // from today to NextOn; negative once it is past
	Budget     *Money        // nil is no budget, and for an occasion that is the viewer's own
	Notes      string
	People     []OccasionPerson
	BirthdayOf *Ref // the person whose birthday this is: name and date follow theirs
	Archived   bool
	Version    int64
}

// OccasionPerson is a person in the scope of an occasion.
type OccasionPerson struct {
	PersonID string
	Name     string
	Budget   *Money
	Own      bool          // the viewer is this person: budget, counts and meter stay empty
	Counts   []StatusCount // by status, the zero ones left out
	Meter    *Meter        // nil without a budget
}

// OccasionCard is an occasion in the index.
type OccasionCard struct {
	ID       string
	Name     string
	Type     domain.OccasionType
	On       calendar.Date
	Days     int // negative once it is past
	People   int
	Archived bool
}

// OccasionPage is everything on an occasion's page.
type OccasionPage struct {
	Occasion Occasion
	Lists    []ListCard
	Sums     Sums
	Meter    *Meter // nil without a total budget
}

// OccasionQuery filters the index of occasions.
type OccasionQuery struct {
	Query
	Type     string `query:"type"`
	PersonID string `query:"person_id"` // in its scope
	When     string `query:"when"`      // upcoming, the default; past; or all
}

// OccasionInput is the occasion form as typed.
type OccasionInput struct {
	Name       string            `form:"name"`
	Type       string            `form:"type"`
	Date       string            `form:"date"`
	Recurrence string            `form:"recurrence"`
	Budget     string            `form:"budget"`
	Notes      string            `form:"notes"`
	PersonIDs  []string          `form:"person_ids"`
	NewPeople  string            `form:"new_people"` // names of people to be made with it, comma separated
	Budgets    map[string]string // person id → budget as typed, from the fields person_budget_ID
	Shown      map[string]string // person id → budget as the form showed it, from the fields shown_budget_ID: what was not touched stays
	Version    int64             `form:"version"`
}

// GiftDay is a usual gift day of the family's country, as an offer.
type GiftDay struct {
	Key        string // what GiftDaysInput names it by
	Name       string
	Type       domain.OccasionType
	On         calendar.Date // the next one, from today on
	Days       int           // from today; 0 is today
	Recurrence calendar.Recurrence
	There      bool // the family has an occasion for it already
}

// GiftDaysInput chooses gift days by their keys.
type GiftDaysInput struct {
	Keys []string `form:"keys"`
}

// NextOccasion is what starting next year's occasion would make.
type NextOccasion struct {
	ID      string // of the occasion that it follows
	Name    string
	Stays   string // what this one will be called from then on, as the day of its year
	Next    string // the name of the new one
	On      calendar.Date
	People  []string
	Lists   []string // the lists that are made, without gifts
	Started *Ref     // the new one, where it was started already: then only what is missing is added
}
