package ui

import (
	"bytes"
	"context"
	"io"
	"slices"

	"github.com/a-h/templ"

	"kinlist/internal/paths"
)

// asking is a form whose controls are looked at when they change.
type asking struct {
	action string // of the form
	part   string // what comes back: the nearest element around a control that this selects
}

type askingKey struct{}

// Checked is that part of a form whose fields are looked at when they change: each asks the form's address what is wrong
// with it, and takes itself from the answer. It never asks while somebody types. One that comes back asks anew.
func Checked(action string) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		children := templ.GetChildren(ctx)
		return children.Render(context.WithValue(templ.ClearChildren(ctx), askingKey{}, asking{action, ".field"}), w)
	})
}

// Whole is one fieldset whose controls are right or wrong together: they come back together from a check, and message,
// about all of them, with them.
func Whole(label, message string, controls ...string) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		children := templ.GetChildren(ctx)
		ctx = templ.ClearChildren(ctx)
		if a, asks := ctx.Value(askingKey{}).(asking); asks {
			ctx = context.WithValue(ctx, askingKey{}, asking{a.action, "fieldset"})
		}
		return look(children, label, message, controls...).Render(ctx, w)
	})
}

// A Look is what a check wants to see of a form: the part that has a control.
type Look struct {
	HTML    bytes.Buffer
	Wrong   string // what is wrong there, with its label; "" for nothing
	control string
	within  bool
}

type lookKey struct{}

// WithLook lets a form that is rendered with the context keep the part that has the control with an id.
func WithLook(ctx context.Context, control string) (context.Context, *Look) {
	l := &Look{control: control}
	return context.WithValue(ctx, lookKey{}, l), l
}

// Looks is the control that a check is about which is rendered, false where none is.
func Looks(ctx context.Context) (control string, check bool) {
	if l, _ := ctx.Value(lookKey{}).(*Look); l != nil {
		return l.control, true
	}
	return "", false
}

// look is a part of a form that has some controls. A check keeps the part that it is about.
func look(part templ.Component, label, message string, controls ...string) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		l, _ := ctx.Value(lookKey{}).(*Look)
		switch {
		case l == nil || l.within:
			return part.Render(ctx, w)
		case !slices.Contains(controls, l.control):
			return nil
		}
		l.within = true
		defer func() { l.within = false }()
		if message != "" {
			l.Wrong = label + ": " + message
		}
		return part.Render(ctx, &l.HTML)
	})
}

// asks lets the control ask when it was changed, with its form; what was asked of the same part before is of no interest
// any more. Somebody who changes a field by sending the form gets one answer: that takes less than the delay.
func (p FieldProps) asks(ctx context.Context, attrs templ.Attributes) {
	a, asks := ctx.Value(askingKey{}).(asking)
	if !asks || p.ReadOnly || slices.Contains(proven, p.Autocomplete) {
		return
	}
	attrs["hx-post"] = paths.Check(a.action, p.id())
	attrs["hx-trigger"] = "change delay:150ms"
	attrs["hx-target"], attrs["hx-swap"] = "closest "+a.part, "outerMorph"
	attrs["hx-sync"] = "closest " + a.part + ":replace"
}

// proven is what only the server knows to be right, and says only to who sends a form.
var proven = []string{"current-password", "one-time-code"}
