// Package dto is what crosses the services' edge: input as people typed it, and answers that hold only what the viewer
// may see. ORM rows never leave the services.
package dto

import "kinlist/internal/domain"

// Page is one page of a listing. Next and Prev are opaque cursors, "" where there is nothing more.
type Page[T any] struct {
	Items []T
	Next  string
	Prev  string
}

// Query is what an index page was asked for, as it stands in the address.
type Query struct {
	Q        string `query:"q"`
	Sort     string `query:"sort"`
	Cursor   string `query:"cursor"`
	Limit    int    `query:"limit"`         // 0 is the default of 50; at most 200
	Archived bool   `query:"archived"`      // the archived ones too
	Only     bool   `query:"only_archived"` // nothing but the archived ones
}

// Ref names another thing and where it is.
type Ref struct {
	ID   string
	Name string
}

// Member is a user of the viewer's family.
type Member struct {
	UserID string
	Name   string
	Role   domain.Role
}

// Money is an amount in minor units of a currency, with the two ways it is written for the family.
type Money struct {
	Minor    int64
	Currency string // ISO 4217
	Text     string // for reading: "12,50 €"
	Input    string // for a form field: "12,50"
}

// InputOf is what a form field shows for m: "" for no amount.
func InputOf(m *Money) string {
	if m == nil {
		return ""
	}
	return m.Input
}
