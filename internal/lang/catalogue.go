package lang

import (
	"embed"
	"io/fs"
	"maps"
	"path"
	"slices"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"
)

// One folder a language, one file a feature.
//
//go:embed de
var files embed.FS

// translated reads a language's files. They are part of the program, so one that cannot be read is a fault that its first
// start shows.
func translated(tag, name string, writings []writing) *Language {
	l := &Language{Tag: tag, Name: name, writings: writings, sentences: map[string]string{}}
	bundle := i18n.NewBundle(language.Make(tag))
	names, err := fs.Glob(files, tag+"/*.toml")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		messages, err := messagesOf(name)
		if err != nil {
			panic(err)
		}
		for _, m := range messages {
			l.sentences[m.ID] = m.Other
		}
		if err := bundle.AddMessages(language.Make(tag), messages...); err != nil {
			panic(err)
		}
	}
	l.localizer = i18n.NewLocalizer(bundle, tag)
	return l
}

// Sentence is the translation of a sentence of the source, in its form for many, and whether there is one.
func (l *Language) Sentence(text string) (translation string, known bool) {
	translation, known = l.sentences[text]
	return translation, known
}

// Sentences are the sentences of the source that the language has.
func (l *Language) Sentences() []string { return slices.Sorted(maps.Keys(l.sentences)) }

func messagesOf(name string) ([]*i18n.Message, error) {
	source, err := files.ReadFile(name)
	if err != nil {
		return nil, err
	}
	// go-i18n reads the language from a file's name; here the folder says it.
	file, err := i18n.ParseMessageFileBytes(source, path.Dir(name)+".toml", map[string]i18n.UnmarshalFunc{"toml": toml.Unmarshal})
	if err != nil {
		return nil, err
	}
	return file.Messages, nil
}

// plural asks for the form of a sentence; what is put in is fmt's business, not the catalogue's.
func plural(id string, n int) *i18n.LocalizeConfig {
	return &i18n.LocalizeConfig{MessageID: id, PluralCount: n, TemplateParser: template.IdentityParser{}}
}
