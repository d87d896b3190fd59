package ui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"kinlist/internal/text"
)

// Piece is a part of a text, and whether it was looked for.
type Piece struct {
	Text string
	Hit  bool
}

// Pieces cuts a text where a word of it begins with a word of q, letter case and accents aside.
func Pieces(s, q string) []Piece {
	wanted := text.Words(q)
	var all []Piece
	add := func(t string, hit bool) {
		if n := len(all); n > 0 && all[n-1].Hit == hit {
			all[n-1].Text += t
		} else if t != "" {
			all = append(all, Piece{t, hit})
		}
	}
	for len(s) > 0 {
		end := strings.IndexFunc(s, text.InWord)
		if end != 0 {
			if end < 0 {
				end = len(s)
			}
			add(s[:end], false)
			s = s[end:]
			continue
		}
		if end = strings.IndexFunc(s, func(r rune) bool { return !text.InWord(r) }); end < 0 {
			end = len(s)
		}
		hit := hits(s[:end], wanted)
		add(s[:hit], true)
		add(s[hit:end], false)
		s = s[end:]
	}
	return all
}

// Excerpts begin a little before what was found and are not long.
const (
	excerptBefore = 60 // characters
	excerptLength = 240
)

// Excerpt is the part of a long text around the first word that was looked for.
func Excerpt(s, q string) string {
	before := 0
	for _, p := range Pieces(s, q) {
		if p.Hit {
			break
		}
		before += len(p.Text)
	}
	if before == len(s) {
		before = 0
	}
	start := len([]rune(s[:before])) - excerptBefore
	runes := []rune(s)
	if start > 0 {
		runes = append([]rune("…"), runes[start:]...)
	}
	if len(runes) > excerptLength {
		runes = append(runes[:excerptLength:excerptLength], '…')
	}
	return string(runes)
}

// hits is how much of a word is the longest of the wanted ones.
func hits(word string, wanted []string) int {
	first, _ := utf8.DecodeRuneInString(word)
	start := text.Fold(string(first))
	if !slices.ContainsFunc(wanted, func(w string) bool { return strings.HasPrefix(w, start) }) {
		return 0 // folding every beginning of every word takes its time
	}
	longest := 0
	for i, r := range word {
		end := i + len(string(r))
		if slices.Contains(wanted, text.Fold(word[:end])) {
			longest = end
		}
	}
	return longest
}
