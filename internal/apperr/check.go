package apperr

import "context"

// Checked says that nothing is wrong with a change that was only looked at. Nothing was written.
const Checked Code = "checked"

type checkKey struct{}

// WithCheck is a context under which a change is only looked at: every rule is asked, and nothing is written. control is
// the id of the control of a form about which somebody wants to know.
func WithCheck(ctx context.Context, control string) context.Context {
	return context.WithValue(ctx, checkKey{}, control)
}

// CheckOf is the control about which somebody wants to know; false where a change is meant.
func CheckOf(ctx context.Context) (control string, check bool) {
	control, check = ctx.Value(checkKey{}).(string)
	return control, check
}

// OnlyChecked is Checked under the context of a check, to be answered before or instead of what a change does; nil where
// a change is meant.
func OnlyChecked(ctx context.Context) error {
	if _, check := CheckOf(ctx); !check {
		return nil
	}
	return &Error{Code: Checked, Message: "nothing is wrong, and nothing was changed"} // nobody reads it
}
