package ui

import (
	"context"
	"strings"

	"kinlist/internal/lang"
	"kinlist/internal/paths"
)

// Name is a part of a sentence; with an address it leads on.
type Name struct {
	Text, Href string
	Who        bool // somebody who did something
}

// Sentence is a sentence of the catalogue with names put in, cut at them.
func Sentence(ctx context.Context, sentence string, in ...Name) []Name {
	marks, args := "", make([]any, len(in))
	for i := range in { // characters that nobody types
		marks += string(rune(i + 1))
		args[i] = marks[i:]
	}
	said := lang.T(ctx, sentence, args...)
	var all []Name
	for said != "" {
		at := strings.IndexAny(said, marks)
		if at < 0 {
			return append(all, Name{Text: said})
		}
		if at > 0 {
			all = append(all, Name{Text: said[:at]})
		}
		all = append(all, in[said[at]-1])
		said = said[at+1:]
	}
	return all
}

// Did is where a member's doings stand.
func Did(userID string) string { return paths.With(paths.Activity(), "actor_id", userID) }
