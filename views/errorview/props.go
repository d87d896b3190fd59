// Package errorview tells a person what failed, and what to do next.
package errorview

import (
	"context"

	"kinlist/internal/lang"
	"kinlist/internal/paths"
)

// Props is a failure as a person reads it.
type Props struct {
	Status  int
	Code    string
	Title   string
	Message string
	TraceID string
	Back    string // where to go on from here; "" is the dashboard
}

func (p Props) back() string {
	if paths.Local(p.Back) {
		return p.Back
	}
	return paths.Home()
}

// ConfirmProps is a question before something is deleted.
type ConfirmProps struct {
	Message string
	Action  string // where the answer "yes" is posted
	Label   string // of the button that says yes; "" is "Delete"
	Back    string // where "no" leads
}

func (p ConfirmProps) label(ctx context.Context) string {
	if p.Label != "" {
		return p.Label
	}
	return lang.T(ctx, "Delete")
}
