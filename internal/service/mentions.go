package service

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"kinlist/internal/dto"
	"kinlist/internal/text"
)

// names are those who may be called with an @, by folded name; two may share one.
type names[T any] struct {
	of      map[string][]T
	longest int // in characters
}

func namesOf[T any](all []T, name func(T) string) names[T] {
	n := names[T]{of: map[string][]T{}}
	for _, one := range all {
		key := text.Fold(name(one))
		n.of[key] = append(n.of[key], one)
		n.longest = max(n.longest, utf8.RuneCountInString(name(one)))
	}
	return n
}

func memberNames(members []dto.Member) names[dto.Member] {
	return namesOf(members, func(m dto.Member) string { return m.Name })
}

// segments cuts a body into text and mentions: an @ that no word goes before, and the longest name after it, letter
// case and accents aside.
func segments(n names[dto.Member], body string) []dto.Segment {
	var all []dto.Segment
	plain := 0
	for at := 0; at < len(body); {
		end, who := n.mention(body, at)
		if who == nil {
			_, size := utf8.DecodeRuneInString(body[at:])
			at += size
			continue
		}
		if at > plain {
			all = append(all, dto.Segment{Text: body[plain:at]})
		}
		all = append(all, dto.Segment{Text: body[at:end], Mention: &who[0]})
		at, plain = end, end
	}
	if plain < len(body) {
		all = append(all, dto.Segment{Text: body[plain:]})
	}
	return all
}

// mentioned are the ids of those whom a body mentions; of one name, all who bear it.
func mentioned(n names[dto.Member], body string) []string {
	var ids []string
	for at := range len(body) {
		_, who := n.mention(body, at)
		for _, m := range who {
			if !slices.Contains(ids, m.UserID) {
				ids = append(ids, m.UserID)
			}
		}
	}
	return ids
}

// mention returns who is mentioned at a place of a body, and where the mention ends; nobody where there is none.
func (n names[T]) mention(body string, at int) (int, []T) { return n.marked('@', body, at) }

// marked is mention for what another mark than an @ stands before.
func (n names[T]) marked(mark byte, body string, at int) (int, []T) {
	if body[at] != mark {
		return 0, nil
	}
	if before, _ := utf8.DecodeLastRuneInString(body[:at]); at > 0 && inWord(before) {
		return 0, nil
	}
	rest := body[at+1:]
	if stop := strings.IndexAny(rest, "@\n"); stop >= 0 {
		rest = rest[:stop]
	}
	if strings.HasPrefix(rest, " ") {
		return 0, nil
	}
	end, last, length := 0, ' ', 0
	var who []T
	for i, r := range rest + " " {
		if length > 2*n.longest { // a name may be typed with more blanks than it has
			break
		}
		if i > 0 && !inWord(r) && last != ' ' {
			if found := n.of[text.Fold(rest[:i])]; found != nil {
				end, who = at+1+i, found
			}
		}
		last, length = r, length+1
	}
	return end, who
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
