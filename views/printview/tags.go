package printview

import (
	"context"
	"strconv"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/views/ui"
)

// maxFrom is how many characters fit on a tag.
const maxFrom = 40

// maxShift is how far a printer can be corrected, in millimetres: further, and labels would leave the sheet.
const maxShift = 4

// labels are the measures of a sheet of labels in millimetres; the style sheet has those of a single one.
type labels struct {
	name       string
	paper      domain.Paper // "" takes both
	rows       int
	left, top  float64
	onLetter   [2]float64 // left and top there, where both papers do
	cuttingOut bool
}

const columnsOfLabels = 3

// sheetsOfLabels: plain paper to cut up, and what Avery says of its sheets.
var sheetsOfLabels = []labels{
	{name: "plain", rows: 8, left: 10.5, top: 12.5, onLetter: [2]float64{10.45, 11.7}, cuttingOut: true},
	{name: "l7160", paper: domain.PaperA4, rows: 7, left: 7.25, top: 15.15},
	{name: "5160", paper: domain.PaperLetter, rows: 10, left: 4.76, top: 12.7},
}

func labelOptions(ctx context.Context) []ui.Option {
	return []ui.Option{
		{Value: "plain", Label: lang.T(ctx, "Plain paper to cut up, 3 × 8")},
		{Value: "l7160", Label: lang.T(ctx, "Avery L7160 on A4, 3 × 7")},
		{Value: "5160", Label: lang.T(ctx, "Avery 5160 on Letter, 3 × 10")},
	}
}

func labelsOf(q dto.PaperQuery) labels {
	for _, l := range sheetsOfLabels {
		if l.name == strings.ToLower(q.Label) {
			return l
		}
	}
	return sheetsOfLabels[0]
}

// LabelsOf is the name of the labels that a query asks for.
func LabelsOf(q dto.PaperQuery) string { return labelsOf(q).name }

// PaperOfTags is the paper that labels come on; plain tags are on the usual one.
func PaperOfTags(q dto.PaperQuery, usual domain.Paper) domain.Paper {
	if paper := labelsOf(q).paper; paper != "" {
		return paper
	}
	return usual
}

// tag is what stands on a gift. Its number is that of the wrapping list; it tells nothing of what is in the paper.
type tag struct {
	to, from, number string
}

// tagSheets are the tags by sheets of paper. Those that were used before are left empty.
func (p ItemsProps) tagSheets() [][]tag {
	size := labelsOf(p.Options).rows * columnsOfLabels
	tags := make([]tag, min(max(p.Options.Used, 0), size-1))
	items := toWrap(p.Items)
	if len(items) == 0 {
		return nil
	}
	for n, i := range items {
		t := tag{number: strconv.Itoa(n + 1), from: buyer(i.Buyer)}
		if i.Target != nil {
			t.to = i.Target.Name
		}
		if from := strings.TrimSpace(p.Options.From); from != "" {
			t.from = from
		}
		tags = append(tags, t)
	}
	var sheets [][]tag
	for len(tags) > size {
		sheets, tags = append(sheets, tags[:size]), tags[size:]
	}
	return append(sheets, tags)
}

// start is where the first label of a sheet begins, with the printer's correction, as lengths of SVG: an attribute that
// the content security policy lets pass.
func (p ItemsProps) start() (left, top string) {
	l := labelsOf(p.Options)
	x, y := l.left, l.top
	if l.paper == "" && p.Paper == domain.PaperLetter {
		x, y = l.onLetter[0], l.onLetter[1]
	}
	return millimetres(x + shift(p.Options.Right)), millimetres(y + shift(p.Options.Down))
}

func millimetres(mm float64) string { return strconv.FormatFloat(mm, 'f', 2, 64) + "mm" }

// shift reads a correction as people write it: "1.5", "-0,5". What is none counts as nothing.
func shift(typed string) float64 {
	mm, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(typed), ",", ".", 1), 64)
	if err != nil || mm != mm {
		return 0
	}
	return min(max(mm, -maxShift), maxShift)
}

func number(n int) string {
	if n <= 0 {
		return ""
	}
	return ui.Int(n)
}
