// Package text cleans what people type and folds it for comparing: the one place that knows of accents, letter case,
// control characters and direction overrides.
package text

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Fold returns s as it is compared and sorted: without case, accents and needless blanks ("Zoë  Ågren" → "zoe agren").
func Fold(s string) string {
	strip := transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn)), cases.Fold(), norm.NFC)
	folded, _, err := transform.String(strip, Line(s))
	if err != nil {
		folded = strings.ToLower(s)
	}
	return strings.Join(strings.Fields(folded), " ")
}

// maxKey bounds a key in characters: folding can make one character into many, and a column holds 500.
const maxKey = 250

// Key is Fold for a column that sorts and finds: never longer than the column.
func Key(s string) string {
	folded := []rune(Fold(s))
	return string(folded[:min(len(folded), maxKey)])
}

// Line cleans one line of text: no control characters, no direction overrides, single blanks, trimmed.
func Line(s string) string {
	return strings.Join(strings.Fields(strings.Map(printable, strings.ToValidUTF8(s, ""))), " ")
}

// Block cleans text of several lines: as Line, but line breaks and inner blanks stay.
func Block(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return printable(r)
	}, s)
	return strings.TrimSpace(s)
}

// List splits a comma-separated line into cleaned words; what repeats, letter case aside, falls out, and so does what
// folds to nothing.
func List(s string) []string {
	var words []string
	seen := map[string]bool{}
	for part := range strings.SplitSeq(s, ",") {
		word := Line(part)
		if key := Fold(word); key != "" && !seen[key] {
			seen[key] = true
			words = append(words, word)
		}
	}
	return words
}

// printable keeps r, turns other blanks into a space, and drops what no person types: controls, and the marks that
// turn the reading direction of everything after them.
func printable(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0xFEFF, r == 0xFFFD:
		return -1
	}
	return r
}
