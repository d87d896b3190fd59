package text

import (
	"slices"
	"strings"
	"unicode"
)

// Alike reports whether two titles are as good as one: the same words in any order, or all but the same letters. Two
// titles with different numbers are different things, however much alike.
func Alike(a, b string) bool {
	x, y := Words(a), Words(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if sameSet(x, y) {
		return true
	}
	if !sameSet(numbered(x), numbered(y)) {
		return false
	}
	l, r := []rune(strings.Join(x, " ")), []rune(strings.Join(y, " "))
	longest := max(len(l), len(r))
	return distance(l, r)*7 <= longest // one letter in seven may differ
}

func sameSet(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// numbered are the words with a digit in them.
func numbered(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !strings.ContainsFunc(w, unicode.IsNumber) })
}

// distance is how many letters have to be put in, taken out or replaced to get from a to b.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, ra := range a {
		before := row[0]
		row[0] = i + 1
		for j, rb := range b {
			cost := before
			if ra != rb {
				cost = 1 + min(before, row[j], row[j+1])
			}
			before, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
