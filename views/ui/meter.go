package ui

import (
	"context"
	"slices"
	"strconv"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
)

// barWidth is the width of a bar in its own units; the style sheet stretches it.
const barWidth = 1000

// filled is how much of a meter is filled, in units of the bar.
func filled(permille int) string { return strconv.Itoa(min(max(permille, 0), barWidth)) }

// spentWidth is the part of a meter's bar that is already paid.
func spentWidth(m dto.Meter) string {
	if m.Budget.Minor <= 0 {
		return "0"
	}
	return filled(int(m.Spent.Minor * barWidth / m.Budget.Minor))
}

// foreign reports whether sums hold another currency than the home one.
func foreign(s dto.Sums, home string) bool {
	other := func(m dto.Money) bool { return m.Currency != home }
	return slices.ContainsFunc(s.Planned, other) || slices.ContainsFunc(s.Committed, other) || slices.ContainsFunc(s.Spent, other)
}

var levelNames = map[dto.Level]string{
	dto.LevelNone:        lang.Word("Within the budget"),
	dto.LevelApproaching: lang.Word("Approaching the budget"),
	dto.LevelNear:        lang.Word("Near the limit"),
	dto.LevelExceeded:    lang.Word("Over the budget"),
}

// LevelName says how close committed is to the budget.
func LevelName(ctx context.Context, l dto.Level) string { return word(ctx, levelNames, l) }

// segment is one status in a pipeline bar.
type segment struct {
	status   domain.Status
	x, width string
}

// segments share the bar out among the statuses that have items.
func segments(counts []dto.StatusCount) []segment {
	total := Total(counts)
	var out []segment
	sum := 0
	for _, c := range counts {
		if c.Count <= 0 {
			continue
		}
		x := sum * barWidth / total
		sum += c.Count
		width := sum*barWidth/total - x
		out = append(out, segment{c.Status, strconv.Itoa(x), strconv.Itoa(width)})
	}
	return out
}

// Total is the number of items in all statuses.
func Total(counts []dto.StatusCount) int {
	n := 0
	for _, c := range counts {
		n += c.Count
	}
	return n
}
