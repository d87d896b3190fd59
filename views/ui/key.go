package ui

import (
	"github.com/a-h/templ"

	"kinlist/internal/domain"
	"kinlist/internal/keys"
)

// Key are the attributes of a control that a key presses, by the key's name in package keys.
func Key(name string) templ.Attributes {
	k := keys.Named(name)
	attrs := templ.Attributes{"data-key": k.Data()}
	if aria := k.Aria(); aria != "" {
		attrs["aria-keyshortcuts"] = aria
	}
	return attrs
}

// StatusKey are the attributes of a control that moves to a status.
func StatusKey(s domain.Status) templ.Attributes {
	if s == domain.StatusIdea {
		return Key("idea-status")
	}
	return Key(string(s))
}
