// Package printview is everything on paper, and as tables for other programs. What is hidden on the screen is hidden on
// paper: the same values, no others.
package printview

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/views/ui"
)

// Frame is what every sheet has around its content.
type Frame struct {
	At        string // the address of the sheet without its options
	Back      string // the page that it is of
	Live      string // the same as a whole address, for the code that leads there
	CSV       string // the same as a table; "" for none
	Options   dto.PaperQuery
	Paper     domain.Paper
	PrintedBy string
	PrintedOn calendar.Date // the family's today
}

// Printed says who printed a sheet and when; one that may lie about has their initials.
func (f Frame) Printed(ctx context.Context) string {
	v := &veil{on: f.Options.Safe}
	return f.printed(ctx, v.person(f.PrintedBy))
}

func (f Frame) printed(ctx context.Context, by string) string {
	return lang.T(ctx, "Printed by %s, %s", by, lang.FullDate(ctx, f.PrintedOn))
}

// offer are the choices that a sheet has beside its paper.
type offer struct {
	groups []ui.Option
	sheets []ui.Option
	safe   bool
	labels bool
	keep   []string // what else stands in the address, key and value in turn
}

// paperOptions are the sizes of paper.
func paperOptions(ctx context.Context) []ui.Option {
	return []ui.Option{{Value: string(domain.PaperA4), Label: lang.T(ctx, "A4")}, {Value: string(domain.PaperLetter), Label: lang.T(ctx, "US Letter")}}
}

// chosen is the option that was asked for, the first where that is none of them.
func chosen(asked string, options []ui.Option) string {
	if slices.ContainsFunc(options, func(o ui.Option) bool { return o.Value == asked }) {
		return asked
	}
	return options[0].Value
}

// subtitle says for whom and for when a list is.
func subtitle(ctx context.Context, l dto.List, v *veil) string {
	kind := ui.ListTypeName(ctx, l.Type)
	switch {
	case l.Own || l.Target == nil && l.Occasion == nil:
		return kind
	case l.Target == nil:
		return lang.T(ctx, "%s, %s", kind, v.place(l.Occasion.Name))
	case l.Occasion == nil:
		return lang.T(ctx, "%s for %s", kind, v.person(l.Target.Name))
	}
	return lang.T(ctx, "%s for %s, %s", kind, v.person(l.Target.Name), v.place(l.Occasion.Name))
}

// notes are what stands beside an item; what matters most comes first. What is not a sentence yet becomes one where
// another follows.
func notes(priority string, texts ...string) string {
	out := priority
	for _, text := range texts {
		if text != "" && out != "" {
			if last, _ := utf8.DecodeLastRuneInString(out); !strings.ContainsRune(".!?:…", last) {
				out += "."
			}
			out += " "
		}
		out += text
	}
	return out
}

// about is a title with what stands below it: a column of notes would be narrow, and make a list of 300 twice as long.
func about(title, below string) string {
	if below == "" {
		return title
	}
	return title + "\n" + below
}

func priorityWord(ctx context.Context, p domain.Priority) string {
	if p == domain.PriorityNormal || p == "" {
		return ""
	}
	return ui.PriorityName(ctx, p)
}

func buyer(m *dto.Member) string {
	if m == nil {
		return ""
	}
	return m.Name
}

func price(m *dto.Money) string {
	if m == nil {
		return ""
	}
	return m.Text
}

// orNone is the name of a group, or the words for the group without one.
func orNone(name, none string) string {
	if name == "" {
		return none
	}
	return name
}
