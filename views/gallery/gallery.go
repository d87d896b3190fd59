// Package gallery shows every view in every state that matters: empty, full, wrong, long, one's own, put away. The
// tests check each sample; the pictures in the docs are made of them.
package gallery

import (
	"github.com/a-h/templ"

	"kinlist/internal/paths"
	"kinlist/views/layout"
)

// Sample is one state of one page, as a whole document.
type Sample struct {
	Name      string // file name without extension: thing, then state
	Component templ.Component
}

// Samples are all of them.
func Samples() []Sample {
	var all []Sample
	for _, some := range [][]Sample{
		doors(), dashboards(), people(), occasions(), lists(), plans(), items(), gifts(), ideas(), papers(), faults(), keySamples(),
		settings(), links(),
		comments(), assignments(), searches(), feeds(), tags(),
		trash(), seen(),
	} {
		all = append(all, some...)
	}
	return all
}

func page(name, section, title string, body templ.Component) Sample {
	return Sample{name, layout.Page(chrome(section, title), body)}
}

func chrome(section, title string) layout.Chrome {
	return layout.Chrome{
		Title: title, Section: section, UserName: "Maria Lindqvist", FamilyName: "The Lindqvists", Season: "christmas",
		Session: "f3a9", Idea: paths.NewIdea(),
	}
}

// both shows several parts one after the other.
func both(parts ...templ.Component) templ.Component { return templ.Join(parts...) }
