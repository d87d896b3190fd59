package gallery

import (
	"kinlist/internal/calendar"
	"kinlist/internal/dto"
	"kinlist/views/personview"
)

func people() []Sample {
	return []Sample{
		page("people", "people", "People", personview.Index(personview.IndexProps{MayEdit: true, Page: dto.Page[dto.PersonCard]{Items: cards, Next: "n", Prev: "p"}})),
		page("people-empty", "people", "People", personview.Index(personview.IndexProps{MayEdit: true})),
		page("people-none-found", "people", "People", personview.Index(personview.IndexProps{Query: dto.PeopleQuery{Query: dto.Query{Q: hostile, Archived: true}}})),
		page("person", "people", "Emil", personview.Page(emilPage(), true)),
		page("person-bare", "people", "Maria", personview.Page(dto.PersonPage{Person: dto.Person{ID: "p", Name: longWord, Relationship: "other", Own: true, Account: &maria, Archived: true}}, true)),
		page("person-guest", "people", "Emil", personview.Page(emilPage(), false)),
		page("person-new", "people", "Add a person", personview.FormPage(personview.FormProps{Members: members})),
		page("person-wrong", "people", "Error: Edit", personview.FormPage(personview.FormProps{
			ID: "p-emil", Members: members, Values: emilTyped,
			Errors: wrongFields("display_name", "relationship", "birth_day", "birth_year", "interests", "sizes", "constraints", "notes", "photo_url", "user_id", "tags"),
		})),
	}
}

var cards = []dto.PersonCard{
	{ID: "p-emil", Name: "Emil", Relationship: "child", Interests: []string{"trains", "baking", "the sea", "dinosaurs", "everything with wheels"}, Next: &dto.Upcoming{ID: "o-emil", Name: "Emil’s birthday", Days: 12}, Coverage: &dto.Coverage{Chosen: 2, Total: 5}},
	{ID: "p-astrid", Name: "Grandma Astrid", Relationship: "grandparent", Interests: []string{"roses", "crosswords"}, Next: nextUp, Coverage: &dto.Coverage{Total: 1}},
	{ID: "p-jonas", Name: "Jonas", Relationship: "spouse", Next: nextUp, Coverage: &dto.Coverage{Chosen: 1, Total: 1}},
	{ID: "p-maria", Name: "Maria", Relationship: "spouse", Picture: "0190d6a0-0000-7000-8000-00000000000a", Next: nextUp},
	{ID: "p-otto", Name: "Otto the cat", Relationship: "pet", Interests: []string{"fish"}, Archived: true, Coverage: &dto.Coverage{}},
	{ID: "p-long", Name: longWord, Relationship: "extended", Interests: []string{longText}},
	{ID: "p-bad", Name: hostile, Relationship: "friend"},
}

func emilPage() dto.PersonPage {
	return dto.PersonPage{
		Person: dto.Person{
			ID: "p-emil", Name: "Emil", Relationship: "child", Birthday: &dto.Birthday{Day: 5, Month: 12, Year: 2018},
			NextBirthday: calendar.Date{Year: 2026, Month: 12, Day: 5}, TurnsAge: 8,
			Interests: []string{"trains", "baking", "the sea"}, Sizes: []dto.Size{{Label: "Shoes", Value: "EU 33"}, {Label: "Shirt", Value: "134"}},
			Constraints: "Nuts. No more plushies.", Notes: "Has the big Lego station.\nLoves everything with a timetable.",
			Tags: []dto.Ref{{ID: "t1", Name: "outdoors"}, {ID: "t2", Name: "building"}}, Version: 3,
		},
		Upcoming: []dto.Upcoming{{ID: birthday.ID, Name: birthday.Name, On: calendar.Date{Year: 2026, Month: 12, Day: 5}, Days: 12}, *nextUp},
		Ideas:    []dto.Item{trainIdea, storybook, item("i-odd", hostile, "shortlisted", nil)}, Lists: listCards[:2],
	}
}

var emilTyped = dto.PersonInput{
	DisplayName: hostile, Relationship: "child", BirthDay: "31", BirthMonth: "2", BirthYear: "x", Interests: longText,
	SizeLabels: []string{"Shoes", "Shirt"}, SizeValues: []string{"EU 33"}, Constraints: longText, Notes: hostile,
	PhotoURL: "javascript:alert(1)", UserID: "u-jonas", Tags: "outdoors, building", Version: 3,
}
