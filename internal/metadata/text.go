package metadata

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxTitle       = 300
	maxDescription = 2000
)

var (
	markup = regexp.MustCompile(`</?[a-zA-Z][^<>]*>|<!--.*?-->`)
	breaks = regexp.MustCompile(`(?i)<(br|/p|/li|/div)\b[^<>]*>`)
)

// plain turns what a page says into one line of text: no markup, no entities, no
// control characters, no marks that turn the direction of what follows.
func plain(text string, limit int) string {
	text = strings.ToValidUTF8(text[:min(len(text), maxInner)], "")
	for range 2 { // shops escape what is escaped already
		text = html.UnescapeString(breaks.ReplaceAllString(text, " "))
		text = markup.ReplaceAllString(text, "")
	}
	text = strings.Map(visible, text)
	return shorten(strings.Join(strings.Fields(text), " "), limit)
}

// visible keeps what can be seen, and the joiners that emoji and some scripts are
// written with.
func visible(r rune) rune {
	const nonJoiner, joiner = '\u200c', '\u200d'
	switch {
	case unicode.IsSpace(r):
		return ' '
	case r == nonJoiner || r == joiner:
		return r
	case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
		return -1
	}
	return r
}

// shorten cuts a text at a word's end and marks the cut.
func shorten(text string, limit int) string {
	if utf8.RuneCountInString(text) <= limit {
		return text
	}
	cut := string([]rune(text)[:limit-1])
	if blank := strings.LastIndexByte(cut, ' '); blank > len(cut)*3/4 {
		cut = cut[:blank]
	}
	return strings.TrimRight(cut, " ,.;:-") + "…"
}

// squashed is a name's letters and digits alone, to compare names by.
func squashed(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
