package gallery

import (
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/activityview"
	"kinlist/views/searchview"
)

func searches() []Sample {
	found := dto.Found{
		Q: "em wooden", People: []dto.Ref{emil}, Occasions: []dto.FoundOccasion{{Ref: birthday, On: christmasDay}},
		Lists: []dto.FoundList{{Ref: dto.Ref{ID: "l-emil", Name: "Emil’s Christmas"}, Target: &emil}, {Ref: dto.Ref{ID: "l-2", Name: longWord}}},
		Gifts: []dto.GiftCard{{ID: "g-train", Title: "Wooden train", Source: "toys.example", Price: e4999}, {ID: "g-2", Title: longWord}}, Tags: []dto.Ref{{ID: "t-1", Name: "emergency"}}, Comments: talk(),
	}
	return []Sample{
		page("search", "", "Search: em", searchview.Page(found)),
		page("search-blank", "", "Search", searchview.Page(dto.Found{})),
		page("search-nothing", "", "Search", searchview.Page(dto.Found{Q: hostile})),
	}
}

func feeds() []Sample {
	on := dto.Parent{ParentType: domain.EntityItem, ParentID: "i-train"}
	line := func(verb domain.Verb, kind domain.Entity, title, from, to string) dto.Activity {
		return dto.Activity{Actor: "Jonas", ActorID: jonas.UserID, Verb: verb, Entity: kind, EntityID: "x-1", Title: title, From: from, To: to, At: "24 Nov 2026, 14:02"}
	}
	said := line(domain.VerbCommented, domain.EntityComment, "Wooden train", "", "")
	said.On = &on
	gone := line(domain.VerbUpdated, domain.EntityPerson, hostile, "", "")
	gone.Actor, gone.ActorID = "Somebody", ""
	lines := []dto.Activity{
		line(domain.VerbCreated, domain.EntityItem, "Wooden train", "", "Emil’s Christmas"), line(domain.VerbStatus, domain.EntityItem, longWord, "idea", "buying"),
		line(domain.VerbUndone, domain.EntityItem, "Kite", "buying", "idea"), line(domain.VerbAssigned, domain.EntityItem, "Kite", "", "Maria"),
		line(domain.VerbAssigned, domain.EntityItem, "Kite", "Maria", ""), line(domain.VerbTakenOver, domain.EntityItem, "Kite", "Maria", "Jonas"),
		line(domain.VerbMoved, domain.EntityItem, "Kite", "", ""), line(domain.VerbMerged, domain.EntityTag, "books", "", ""),
		line(domain.VerbDeleted, domain.EntityGift, "Drum", "", ""), line(domain.VerbJoined, domain.EntityFamily, "The Lindqvists", "", "member"),
		said, gone, line("unheard", domain.EntityList, "List", "", ""),
	}
	q := dto.ActivityQuery{ActorID: jonas.UserID, Entity: "list_item", EntityID: "x", ListID: "y"}
	return []Sample{
		page("activity", "", "Activity", activityview.Page(activityview.Props{Page: dto.Page[dto.Activity]{Items: lines, Next: "n", Prev: "p"}, Members: members})),
		page("activity-filtered", "", "Activity", activityview.Page(activityview.Props{Page: dto.Page[dto.Activity]{Items: lines[:1]}, Members: members, Query: q})),
		page("activity-empty", "", "Activity", activityview.Page(activityview.Props{Members: members})),
		page("activity-none-found", "", "Activity", activityview.Page(activityview.Props{Query: q})),
	}
}
