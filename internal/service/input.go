package service

import (
	"strings"
	"unicode/utf8"

	"kinlist/internal/apperr"
	"kinlist/internal/metadata"
	"kinlist/internal/text"
)

// Longest texts, in characters.
const (
	maxName  = 120
	maxTitle = 300
	maxShort = 200
	maxNotes = 10_000
)

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// required cleans one line of text that must not stay empty.
func required(f apperr.Form, field, typed, empty string, longest int) string {
	line := optional(f, field, typed, longest)
	if line == "" {
		f.Add(field, empty)
	}
	return line
}

// optional cleans one line of text.
func optional(f apperr.Form, field, typed string, longest int) string {
	return within(f, field, text.Line(typed), longest)
}

// notes cleans text of several lines.
func notes(f apperr.Form, field, typed string) string {
	return within(f, field, text.Block(typed), maxNotes)
}

func within(f apperr.Form, field, cleaned string, longest int) string {
	if n := utf8.RuneCountInString(cleaned); n > longest {
		f.Add(field, "This is too long: %d characters, %d are possible.", n, longest)
	}
	return cleaned
}

// link checks an address that is going to be shown as a link or a picture: http or https, nothing else.
func link(f apperr.Form, field, typed string) string {
	if blank(typed) {
		return ""
	}
	clean, err := metadata.CleanLink(typed)
	if err != nil {
		f.Say(field, sentenceOf(err))
	}
	return clean
}

// choice checks a word against those that a form offers; nothing chosen is the first of them.
func choice[W ~string](f apperr.Form, field, typed string, words []W) W {
	if typed == "" {
		return words[0]
	}
	for _, w := range words {
		if string(w) == typed {
			return w
		}
	}
	f.Add(field, "Choose one of the list.")
	return words[0]
}

// idOrNil is a reference of a form: nothing chosen is NULL.
func idOrNil(id string) *string {
	if id == "" {
		return nil
	}
	return &id
}

func idOf(id *string) string {
	if id == nil {
		return ""
	}
	return *id
}
