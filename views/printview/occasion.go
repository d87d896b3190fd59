package printview

import (
	"context"
	"strconv"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// The sheets of an occasion.
const (
	SheetSummary  = "summary"
	SheetWrapping = "wrapping"
	SheetTags     = "tags"
	SheetThanks   = "thanks"
)

// Sheets lists them; the first is what an address that names none gets.
var Sheets = []string{SheetSummary, SheetWrapping, SheetTags, SheetThanks}

var sheetNames = map[string]string{
	SheetSummary: lang.Word("Summary"), SheetWrapping: lang.Word("Wrapping list"), SheetTags: lang.Word("Gift tags"),
	SheetThanks: lang.Word("Thank-you list"),
}

// SheetName is what a sheet of an occasion is called.
func SheetName(ctx context.Context, sheet string) string { return lang.T(ctx, sheetNames[sheet]) }

func sheetOptions(ctx context.Context) []ui.Option {
	options := make([]ui.Option, len(Sheets))
	for i, s := range Sheets {
		options[i] = ui.Option{Value: s, Label: SheetName(ctx, s)}
	}
	return options
}

// FrameOfOccasion is where the sheets of an occasion stand.
func FrameOfOccasion(id string) Frame {
	return Frame{At: paths.Occasions.Print(id), Back: paths.Occasions.One(id)}
}

// SummaryProps is an occasion on paper: how far it is, and what it costs.
type SummaryProps struct {
	Frame
	Page dto.OccasionPage
}

func (p SummaryProps) people(ctx context.Context, v *veil) table {
	t := table{id: "people", heading: lang.T(ctx, "People"), caption: lang.T(ctx, "People"), columns: []column{
		{"p-name", lang.T(ctx, "Person"), head},
		{"", lang.T(ctx, "Gifts"), text},
		{"p-price", lang.T(ctx, "Budget"), num},
		{"p-price", lang.T(ctx, "Planned"), num},
		{"p-price", lang.T(ctx, "Committed"), num},
		{"p-price", lang.T(ctx, "Spent"), num},
	}}
	for _, person := range p.Page.Occasion.People {
		line := []string{v.person(person.Name), counts(ctx, person), "", "", "", ""}
		if m := person.Meter; m != nil {
			line[2], line[3], line[4], line[5] = m.Budget.Text, m.Planned.Text, m.Committed.Text, m.Spent.Text
			if m.Level != dto.LevelNone {
				line[1] = notes(line[1], ui.LevelName(ctx, m.Level))
			}
		}
		t.rows = append(t.rows, line)
	}
	return t
}

// counts are the statuses of a person's gifts: "2 × Idea, 1 × Wrapped".
func counts(ctx context.Context, p dto.OccasionPerson) string {
	if p.Own {
		return lang.T(ctx, "This is you: no peeking.")
	}
	if ui.Total(p.Counts) == 0 {
		return lang.T(ctx, "Nothing yet.")
	}
	texts := make([]string, len(p.Counts))
	for i, c := range p.Counts {
		texts[i] = ui.Int(c.Count) + " × " + ui.StatusName(ctx, c.Status)
	}
	return strings.Join(texts, ", ")
}

func (p SummaryProps) lists(ctx context.Context, v *veil) table {
	t := table{id: "lists", heading: lang.T(ctx, "Lists"), caption: lang.T(ctx, "Lists"), columns: []column{
		{"", lang.T(ctx, "List"), head},
		{"p-person", lang.T(ctx, "For"), text},
		{"p-price", lang.T(ctx, "Gifts"), num},
		{"p-price", lang.T(ctx, "Committed"), num},
		{"p-price", lang.T(ctx, "Spent"), num},
	}}
	for _, l := range p.Page.Lists {
		line := []string{v.place(l.Name), "", ui.Int(l.Items), "", ""}
		if l.Target != nil {
			line[1] = v.person(l.Target.Name)
		}
		if l.Plan != nil {
			line[3], line[4] = ui.Amounts(l.Plan.Sums.Committed), ui.Amounts(l.Plan.Sums.Spent)
		}
		t.rows = append(t.rows, line)
	}
	return t
}

// ItemsProps is a sheet about the gifts of an occasion.
type ItemsProps struct {
	Frame
	dto.OccasionItems
	ForViewer bool // the viewer gets gifts here too, of which they know nothing: lines to fill in by hand
}

// toWrap are the gifts from buying on that are not given yet. A gift has the same number on the wrapping list and on its tag.
func toWrap(items []dto.PaperItem) []dto.PaperItem {
	var some []dto.PaperItem
	for _, i := range items {
		if i.Status.InHand() {
			some = append(some, i)
		}
	}
	return some
}

// byPerson are tables of items, one for each person; they come in the order of the people.
func byPerson(ctx context.Context, v *veil, items []dto.PaperItem, columns []column, line func(n int, i dto.PaperItem) []string) []table {
	var all []table
	last := "\x00"
	for n, i := range items {
		id := ""
		if i.Target != nil {
			id = i.Target.ID
		}
		if id != last {
			last = id
			t := table{id: "g-" + strconv.Itoa(len(all)), heading: lang.T(ctx, "Nobody in particular"), columns: columns}
			if i.Target != nil {
				t.heading = v.person(i.Target.Name)
			}
			t.caption = caption(ctx, t.heading)
			all = append(all, t)
		}
		t := &all[len(all)-1]
		t.rows = append(t.rows, line(n, i))
	}
	return all
}

func (p ItemsProps) wrapping(ctx context.Context, v *veil) []table {
	columns := []column{
		{"p-tick", lang.T(ctx, "Wrapped"), tick},
		{"p-code", lang.T(ctx, "Tag"), num},
		{"", lang.T(ctx, "Gift"), head},
		{"p-quantity", lang.T(ctx, "Quantity"), num},
		{"p-status", lang.T(ctx, "Status"), text},
		{"p-buyer", lang.T(ctx, "Buyer"), text},
	}
	return byPerson(ctx, v, toWrap(p.Items), columns, func(n int, i dto.PaperItem) []string {
		title, beside := v.gift(ctx, i.Title, i.Notes)
		done := ""
		if i.Status == domain.StatusWrapped {
			done = ui.StatusName(ctx, i.Status)
		}
		return []string{done, ui.Int(n + 1), about(title, beside), ui.Int(i.Quantity), ui.StatusName(ctx, i.Status), v.person(buyer(i.Buyer))}
	})
}

// linesByHand is how many empty lines stand where the sheet knows of no gifts.
const linesByHand = 8

func (p ItemsProps) thanks(ctx context.Context, v *veil) []table {
	columns := []column{
		{"", lang.T(ctx, "Gift"), head},
		{"p-person", lang.T(ctx, "From"), text},
		{"p-tick", lang.T(ctx, "Written"), tick},
		{"p-tick", lang.T(ctx, "Sent"), tick},
	}
	var given []dto.PaperItem
	for _, i := range p.Items {
		if i.Status == domain.StatusGifted {
			given = append(given, i)
		}
	}
	all := byPerson(ctx, v, given, columns, func(_ int, i dto.PaperItem) []string {
		title, _ := v.gift(ctx, i.Title, "")
		return []string{title, v.person(buyer(i.Buyer)), "", ""}
	})
	if p.ForViewer || len(all) == 0 {
		byHand := table{id: "by-hand", heading: lang.T(ctx, "To fill in by hand"), caption: lang.T(ctx, "To fill in by hand"), columns: columns}
		for range linesByHand {
			byHand.rows = append(byHand.rows, make([]string, len(columns)))
		}
		all = append(all, byHand)
	}
	return all
}
