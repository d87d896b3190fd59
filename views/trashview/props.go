// Package trashview is what can be taken back: the trash, and the viewer's changes of the last half hour.
package trashview

import (
	"context"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
)

// day is what was deleted on one day.
type day struct {
	on, until calendar.Date
	things    []dto.Trashed
}

// days are the things by day, in the order in which they come.
func days(things []dto.Trashed) []day {
	var all []day
	for _, t := range things {
		if len(all) == 0 || all[len(all)-1].on != t.On {
			all = append(all, day{on: t.On, until: t.Until})
		}
		last := &all[len(all)-1]
		last.things = append(last.things, t)
	}
	return all
}

var collections = map[domain.Entity]paths.Collection{
	domain.EntityPerson: paths.People, domain.EntityOccasion: paths.Occasions, domain.EntityList: paths.Lists,
	domain.EntityGift: paths.Gifts, domain.EntityItem: paths.Items, domain.EntityTag: paths.Tags, domain.EntityWish: paths.Items,
	domain.EntityPlace: paths.Items, domain.EntityWishPlace: paths.Items, domain.EntityGiftPicture: paths.Gifts, domain.EntityPersonPicture: paths.People,
}

var icons = map[domain.Entity]string{
	domain.EntityPerson: "person", domain.EntityOccasion: "occasions", domain.EntityList: "lists",
	domain.EntityGift: "gift", domain.EntityItem: "gift", domain.EntityTag: "tag", domain.EntityWish: "gift", domain.EntityComment: "note",
	domain.EntityPlace: "gift", domain.EntityWishPlace: "gift", domain.EntityProfile: "person", domain.EntityMember: "person",
	domain.EntityAppearance: "settings", domain.EntityShortcuts: "keyboard", domain.EntityFamily: "people",
	domain.EntityGiftPicture: "gift", domain.EntityPersonPicture: "person",
}

var kinds = map[domain.Entity]string{
	domain.EntityPerson: lang.Word("Person"), domain.EntityOccasion: lang.Word("Occasion"), domain.EntityList: lang.Word("List"),
	domain.EntityGift: lang.Word("Gift in the catalogue"), domain.EntityTag: lang.Word("Tag"),
}

// kind is what a thing is, of an item where it stood.
func kind(ctx context.Context, t dto.Trashed) string {
	if t.Entity == domain.EntityItem {
		return lang.T(ctx, "Gift on the list %s", t.Place)
	}
	return lang.T(ctx, kinds[t.Entity])
}

// settings are where that is set which is no thing.
var settings = map[domain.Entity]func() string{
	domain.EntityProfile: paths.Profile, domain.EntityAppearance: paths.Appearance, domain.EntityShortcuts: paths.Keyboard,
	domain.EntityFamily: paths.Family, domain.EntityMember: paths.Members,
}

// pageOf is where something that was changed is to be seen, "" where it is not.
func pageOf(t dto.Changed) string {
	if at, known := settings[t.Entity]; known {
		return at()
	}
	if at, known := collections[t.Entity]; known && t.There {
		return at.One(t.ID)
	}
	return ""
}

// mostNamed is how many things of a change are named.
const mostNamed = 5

// first are the items of a change that are named.
func first(items []dto.Ref) []dto.Ref { return items[:min(len(items), mostNamed)] }

// firstThings are the other things of a change that are named.
func firstThings(things []dto.Changed) []dto.Changed { return things[:min(len(things), mostNamed)] }

// more is how many things of a change are not named.
func more(b dto.UndoBatch) int {
	return len(b.Items) - len(first(b.Items)) + len(b.Things) - len(firstThings(b.Things))
}
