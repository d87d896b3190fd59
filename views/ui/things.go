package ui

import (
	"kinlist/internal/domain"
	"kinlist/internal/paths"
)

var collections = map[domain.Entity]paths.Collection{
	domain.EntityPerson:   paths.People,
	domain.EntityOccasion: paths.Occasions,
	domain.EntityList:     paths.Lists,
	domain.EntityGift:     paths.Gifts,
	domain.EntityItem:     paths.Items,
	domain.EntityTag:      paths.Tags,
}

// PageOf is the page of a thing; "" for a kind that has none.
func PageOf(kind domain.Entity, id string) string {
	c, known := collections[kind]
	if !known || id == "" {
		return ""
	}
	return c.One(id)
}
