package text

import (
	"slices"
	"strings"
	"unicode"
)

// maxWord bounds a word in characters: indexes refuse words of any length.
const maxWord = 100

// Words returns the words of s, folded, in their order, with repetitions. A word is a run of letters and digits; a
// character of Chinese or Japanese writing is a word of its own, because those put no blanks between words. What is
// longer than 100 characters is cut.
func Words(s string) []string {
	var words []string
	var word []rune
	end := func() {
		if len(word) > 0 {
			words = append(words, string(word[:min(len(word), maxWord)]))
			word = word[:0]
		}
	}
	for _, r := range Fold(s) {
		switch {
		case ideograph(r):
			end()
			words = append(words, string(r))
		case InWord(r):
			word = append(word, r)
		default:
			end()
		}
	}
	end()
	return words
}

// Signs returns the characters of s, folded, that are in no word and are no blanks, each once.
func Signs(s string) []rune {
	var signs []rune
	for _, r := range Fold(s) {
		if r != ' ' && !InWord(r) && !slices.Contains(signs, r) {
			signs = append(signs, r)
		}
	}
	return signs
}

// InWord reports whether a word may hold r: a letter, a digit, or a mark on one.
func InWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

func ideograph(r rune) bool {
	return InWord(r) && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// EndsInWord reports whether s stops within a word or just after one: somebody may still be typing it.
func EndsInWord(s string) bool {
	s = strings.ToValidUTF8(s, "")
	if s == "" {
		return false
	}
	runes := []rune(s)
	return InWord(runes[len(runes)-1])
}
