package ui

import (
	"context"
	"slices"
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
)

// Option is one choice of a select.
type Option struct {
	Value, Label string
}

// Words are choices from words of the domain and the names that people read for them.
func Words[W ~string](ctx context.Context, words []W, name func(context.Context, W) string) []Option {
	out := make([]Option, 0, len(words)+1)
	for _, w := range words {
		out = append(out, Option{Value: string(w), Label: name(ctx, w)})
	}
	return out
}

// Relationships are the choices of a relationship.
func Relationships(ctx context.Context) []Option {
	return Words(ctx, domain.Relationships, RelationshipName)
}

// OccasionTypes are the choices of an occasion's type.
func OccasionTypes(ctx context.Context) []Option {
	return Words(ctx, domain.OccasionTypes, OccasionTypeName)
}

// ListTypes are the choices of a list's type.
func ListTypes(ctx context.Context) []Option { return Words(ctx, domain.ListTypes, ListTypeName) }

// Visibilities are the choices of who can see a list.
func Visibilities(ctx context.Context) []Option {
	return Words(ctx, domain.Visibilities, VisibilityName)
}

// Priorities are the choices of a priority.
func Priorities(ctx context.Context) []Option { return Words(ctx, domain.Priorities, PriorityName) }

// Recurrences are the choices of how often a day comes.
func Recurrences(ctx context.Context) []Option {
	return Words(ctx, calendar.Recurrences, RecurrenceName)
}

// Refs are choices from references, after the choice of none.
func Refs(none string, refs []dto.Ref) []Option {
	out := []Option{{Label: none}}
	for _, r := range refs {
		out = append(out, Option{Value: r.ID, Label: r.Name})
	}
	return out
}

// Members are choices from the family's users, after the choice of none.
func Members(none string, members []dto.Member) []Option {
	out := []Option{{Label: none}}
	for _, m := range members {
		out = append(out, Option{Value: m.UserID, Label: m.Name})
	}
	return out
}

// Currencies are the choices of a currency; the chosen one is among them in any case.
func Currencies(codes []string, chosen string) []Option {
	if chosen != "" && !slices.Contains(codes, chosen) {
		codes = append([]string{chosen}, codes...)
	}
	out := make([]Option, len(codes))
	for i, code := range codes {
		out[i] = Option{Value: code, Label: code}
	}
	return out
}

// Months are the choices of a birthday's month.
func Months(ctx context.Context) []Option {
	out := []Option{{Label: "–"}}
	for m := time.January; m <= time.December; m++ {
		out = append(out, Option{Value: Int(int(m)), Label: lang.Month(ctx, m)})
	}
	return out
}
