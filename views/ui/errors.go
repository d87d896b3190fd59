package ui

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/lang"
)

// FieldName is a field of a form and its label, for the summary of errors.
type FieldName struct {
	Name, Label string
	ID          string // of the control; Name when empty
}

// whatIsWrong heads the summary; an error of the whole form marks no field.
func whatIsWrong(ctx context.Context, errs apperr.Fields) string {
	if _, whole := errs[""]; whole {
		return lang.T(ctx, "This was not saved.")
	}
	return lang.T(ctx, "Please check the marked fields.")
}

// wrong is one line of the summary.
type wrong struct {
	id, message string
}

// inOrder are the errors in the order of the form; those of fields that the form does not show come last.
func inOrder(errs apperr.Fields, order []FieldName) []wrong {
	var out []wrong
	seen := map[string]bool{}
	for _, f := range order {
		if message, ok := errs[f.Name]; ok {
			out = append(out, wrong{id: or(f.ID, f.Name), message: f.Label + ": " + message})
			seen[f.Name] = true
		}
	}
	return append(out, rest(errs, seen)...)
}

func rest(errs apperr.Fields, seen map[string]bool) []wrong {
	var names []string
	for name := range errs {
		if !seen[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	out := make([]wrong, len(names))
	for i, name := range names {
		out[i] = wrong{message: errs[name]}
	}
	return out
}
