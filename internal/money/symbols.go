package money

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/bojanz/currency"
)

//go:embed symbols.txt
var symbolLines string

// symbol is one way of writing one or more currencies, the likeliest first.
type symbol struct {
	text          string
	codes         []string
	exact         bool // matches only in its own case
	before, after bool // where it may stand from the number
}

// symbols holds the longest first, so that "US$" is found before "$".
var symbols = sync.OnceValue(func() []*symbol {
	byText := map[string]*symbol{}
	add := func(text, code string) {
		s := newSymbol(text)
		key := text
		if !s.exact {
			key = s.text
		}
		if byText[key] == nil {
			byText[key] = s
		}
		if !slices.Contains(byText[key].codes, code) {
			byText[key].codes = append(byText[key].codes, code)
		}
	}
	for line := range strings.Lines(symbolLines) {
		names := strings.Fields(line)
		if len(names) == 0 || names[0] == "#" {
			continue
		}
		for _, name := range names[1:] {
			add(clean(strings.ReplaceAll(name, "~", " ")), names[0])
		}
		add(names[0], names[0])
	}
	for _, code := range currency.GetCurrencyCodes() {
		add(code, code)
	}
	all := make([]*symbol, 0, len(byText))
	for _, s := range byText {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b *symbol) int {
		return cmp.Or(len(b.text)-len(a.text), strings.Compare(a.text, b.text))
	})
	return all
})

// newSymbol reads one entry of the list. Short names with a capital match only in
// their own case, since "all", "top", "try" and "km" mean other things; the codes
// of common currencies are written in any case.
func newSymbol(text string) *symbol {
	s := &symbol{
		text:   strings.Trim(text, "_"),
		before: !strings.HasPrefix(text, "_"),
		after:  !strings.HasSuffix(text, "_"),
	}
	letters := strings.ReplaceAll(s.text, ".", "")
	short := len(letters) <= 3 && isLetters(letters) && lower(letters) != letters
	s.exact = short && !slices.Contains(common, s.text) || oneLetter(s.text)
	if !s.exact {
		s.text = lower(s.text)
	}
	return s
}

// in picks the spelling of the text that the symbol is compared with.
func (s *symbol) in(text, folded string) string {
	if s.exact {
		return text
	}
	return folded
}

// symbolAtEnd finds the symbol that a text ends with.
func symbolAtEnd(text string) *symbol {
	folded := lower(text)
	for _, s := range symbols() {
		rest, ok := strings.CutSuffix(s.in(text, folded), s.text)
		if ok && s.before && apart(rest, s.text) {
			return s
		}
	}
	return nil
}

// symbolAtStart finds the symbol that a text starts with.
func symbolAtStart(text string) *symbol {
	folded := lower(text)
	for _, s := range symbols() {
		rest, ok := strings.CutPrefix(s.in(text, folded), s.text)
		if ok && s.after && apart(s.text, rest) {
			return s
		}
	}
	return nil
}

// symbolWithin finds a symbol anywhere in a text, as a word of its own; single
// letters count only beside a number.
func symbolWithin(text string) *symbol {
	folded := lower(text)
	for _, s := range symbols() {
		if !s.before || !s.after || oneLetter(s.text) {
			continue
		}
		before, after, ok := strings.Cut(s.in(text, folded), s.text)
		if ok && apart(before, s.text) && apart(s.text, after) {
			return s
		}
	}
	return nil
}

// apart reports whether two texts that follow each other are no one word.
func apart(left, right string) bool {
	return !endsInLetter(left) || !startsInLetter(right)
}

func startsInLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return partOfWord(r)
}

func endsInLetter(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(text)
	return partOfWord(r)
}

// partOfWord reports a letter of a script that sets words apart.
func partOfWord(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsMark(r)) && !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

func oneLetter(text string) bool {
	return isLetters(text) && utf8.RuneCountInString(text) == 1
}

func isLetters(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) }) < 0
}
