// Package lang says the program's sentences in the reader's language. The sentence as it stands in the code, in English,
// is its own key: whoever reads a template reads what the page says, and a sentence that a language lacks is shown in
// English rather than as a code.
//
// A sentence is known to the catalogue when it is written out as the first text of T, N or Word, or of an error of
// apperr; a test walks the source and fails on one that a language does not have.
package lang

import (
	"context"
	"fmt"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Language is one that people can read the program in.
type Language struct {
	Tag  string // BCP 47, as in <html lang>
	Name string // in that language

	sentences map[string]string
	localizer *i18n.Localizer // chooses the form of a number; nil where English is spoken as it stands
	writings  []writing
	pseudo    bool
}

// English is the language of the source.
var English = &Language{Tag: "en", Name: "English", writings: englishWritings}

// German is the first translation.
var German = translated("de", "Deutsch", germanWritings)

// Pseudo marks every sentence that went through the catalogue: tests see by it what did not.
var Pseudo = &Language{Tag: "en-XA", Name: "Pseudo", writings: englishWritings, pseudo: true}

// All are the languages in the order that forms offer them.
var All = []*Language{English, German}

// Named returns the language with the tag, nil for none.
func Named(tag string) *Language {
	for _, l := range All {
		if l.Tag == tag {
			return l
		}
	}
	return nil
}

var matcher = language.NewMatcher([]language.Tag{language.English, language.German})

// Match returns the language that suits the wishes best, each a tag or an Accept-Language header; empty ones are no wish.
func Match(wishes ...string) *Language {
	for _, wish := range wishes {
		tags, _, err := language.ParseAcceptLanguage(wish)
		if err != nil || len(tags) == 0 {
			continue
		}
		if _, i, sure := matcher.Match(tags...); sure > language.No {
			return All[i]
		}
	}
	return English
}

type key struct{}

// With returns a context in which sentences are said in the language.
func With(ctx context.Context, l *Language) context.Context { return context.WithValue(ctx, key{}, l) }

// Of is the language of the context, English where none was chosen.
func Of(ctx context.Context) *Language {
	if l, ok := ctx.Value(key{}).(*Language); ok {
		return l
	}
	return English
}

// Word marks a sentence that is said later, by a T that is handed a variable.
func Word(sentence string) string { return sentence }

// T is the sentence in the reader's language, with args put in as fmt does. What stands before a "|" tells meanings of
// one English word apart and is not shown: "shop|Open". Among the args, a Phrase is said and a day written in the same
// language.
func T(ctx context.Context, sentence string, args ...any) string {
	l := Of(ctx)
	said, known := l.sentences[sentence]
	if !known {
		said = meant(sentence)
	}
	return l.mark(put(said, spoken(ctx, args)))
}

// N is the sentence in the form that the number n asks for: N(ctx, n, "%d gift", "%d gifts"). The number is the first
// of the values put in, written for reading; args follow. The catalogue knows it by its first form.
func N(ctx context.Context, n int, one, many string, args ...any) string {
	l := Of(ctx)
	said := meant(many)
	if n == 1 {
		said = meant(one)
	}
	if l.localizer != nil {
		if form, err := l.localizer.Localize(plural(one, n)); err == nil {
			said = form
		}
	}
	return l.mark(put(said, append([]any{figure(Number(ctx, n))}, spoken(ctx, args)...)))
}

func (l *Language) mark(said string) string {
	if l.pseudo && said != "" {
		return "⟦" + said + "⟧"
	}
	return said
}

// meant is the sentence without what tells its meaning apart.
func meant(sentence string) string {
	if _, rest, found := strings.Cut(sentence, "|"); found {
		return rest
	}
	return sentence
}

// put fills a sentence. A form that does not name its number ("one gift") leaves it out.
func put(sentence string, args []any) string {
	if len(args) == 0 || !strings.Contains(sentence, "%") {
		return sentence
	}
	return fmt.Sprintf(sentence, args...)
}
