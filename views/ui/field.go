package ui

import (
	"context"
	"strings"

	"github.com/a-h/templ"

	"kinlist/internal/calendar"
	"kinlist/internal/lang"
)

// FieldProps is one labelled control, its hint, and what is wrong with it.
type FieldProps struct {
	Name, Label, Value string
	Hint, Error        string
	ID                 string   // Name when empty
	Type               string   // of the input: "email", "password", …; "text" when empty
	Day                bool     // a date, typed as people write it; Value is "2026-12-24", or what was typed
	InputMode          string   // "decimal", "numeric", "url"
	Autocomplete       string   // "off" when empty: these are others' data
	Options            []Option // makes it a select
	Rows               int      // makes it a textarea
	Width              string   // "s", "m" or "" for the whole line
	Max                int      // characters; 0 for the usual limit of its kind
	Key                string   // the name of the key that leads to it; "" for none
	Required           bool
	ReadOnly           bool
	Mentions           string // of a textarea: the id of the list of names that it completes after an @
	List               string // of an input: the id of the datalist that it offers
	Autofocus          bool
	ErrorAt            string // marks the control as wrong; the message stands elsewhere, under this id
}

// Field is a labelled input, textarea or select.
func Field(p FieldProps) templ.Component { return look(field(p), p.Label, p.Error, p.id()) }

func (p FieldProps) id() string { return or(p.ID, p.Name) }

// kind is the type of the input. What is no address comes back as it was typed, which such an input must not hold.
func (p FieldProps) kind() string {
	if p.Error != "" && (p.Type == "url" || p.Type == "email") {
		return "text"
	}
	return or(p.Type, "text")
}

// shown is the value as people write it. What is no day yet comes back as it was typed.
func (p FieldProps) shown(ctx context.Context) string {
	if d, err := calendar.Parse(p.Value); p.Day && err == nil {
		return lang.Date(ctx, d)
	}
	return p.Value
}

// asTags is a field of tags, which the script completes.
func (p FieldProps) asTags(ctx context.Context) FieldProps {
	p.Name, p.Mentions, p.Hint = "tags", "tag-names", lang.T(ctx, "Separate them with commas.")
	return p
}

func (p FieldProps) autocomplete() string { return or(p.Autocomplete, "off") }

func (p FieldProps) max() string {
	switch {
	case p.Max > 0:
		return Int(p.Max)
	case p.Rows > 0:
		return "10000"
	}
	return "2000"
}

// describedBy names the hint and the error, as far as there are any.
func (p FieldProps) describedBy() string {
	var ids []string
	if p.Hint != "" {
		ids = append(ids, p.id()+"-hint")
	}
	if p.Error != "" {
		ids = append(ids, p.id()+"-error")
	}
	if p.ErrorAt != "" {
		ids = append(ids, p.ErrorAt+"-error")
	}
	return strings.Join(ids, " ")
}

func or(s, fallback string) string {
	if s == "" {
		return fallback
	}
	return s
}

// aria ties the control to its hint and error, and lets it ask where its form is looked at.
func (p FieldProps) aria(ctx context.Context) templ.Attributes {
	attrs := templ.Attributes{}
	if p.Key != "" {
		attrs = Key(p.Key)
	}
	if _, check := Looks(ctx); p.Autofocus && !check { // a check moves no focus
		attrs["autofocus"] = true
	}
	if p.Error != "" || p.ErrorAt != "" {
		attrs["aria-invalid"] = "true"
	}
	if ids := p.describedBy(); ids != "" {
		attrs["aria-describedby"] = ids
	}
	if p.Mentions != "" {
		attrs["data-mentions"], attrs["aria-autocomplete"], attrs["aria-controls"] = p.Mentions, "list", p.Mentions
	}
	if p.List != "" {
		attrs["list"] = p.List
	}
	p.asks(ctx, attrs)
	return attrs
}
