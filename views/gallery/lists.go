package gallery

import (
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/listview"
)

func lists() []Sample {
	full := listview.IndexProps{MayEdit: true, Members: members, People: everybody, Occasions: []dto.Ref{christmas, birthday}, Page: dto.Page[dto.ListCard]{Items: listCards, Prev: "p"}}
	return []Sample{
		page("lists", "lists", "Lists", listview.Index(full)),
		page("lists-empty", "lists", "Lists", listview.Index(listview.IndexProps{MayEdit: true})),
		page("lists-first", "lists", "Lists", listview.Index(listview.IndexProps{MayEdit: true, Page: dto.Page[dto.ListCard]{Items: []dto.ListCard{{List: dto.List{ID: "l-inbox", Name: "Idea Inbox", Type: "idea", Inbox: true}}}}})),
		page("lists-none-found", "lists", "Lists", listview.Index(listview.IndexProps{Query: dto.ListQuery{Type: "idea", PersonID: "p-emil"}, People: everybody})),
		page("list-new", "lists", "New list", listview.FormPage(listview.FormProps{People: everybody, Occasions: []dto.Ref{christmas}, Values: dto.ListInput{TargetPersonID: "p-emil"}})),
		page("list-asked", "lists", "Error: Edit", listview.FormPage(listview.FormProps{
			ID: "l-emil", People: everybody, Occasions: []dto.Ref{christmas}, Values: dto.ListInput{Name: hostile, TargetPersonID: "p-emil", Visibility: "family", Version: 2}, Errors: wrongFields("sure"),
		})),
		page("list-wrong", "lists", "Error: Edit", listview.FormPage(listview.FormProps{
			ID: "l-emil", People: everybody, Values: dto.ListInput{Name: hostile, Visibility: "owner", Notes: longText, Version: 7},
			Errors: wrongFields("name", "type", "target_person_id", "occasion_id", "visibility", "notes"),
		})),
	}
}

func list(id, name string, target *dto.Ref, visibility domain.Visibility) dto.List {
	return dto.List{
		ID: id, Name: name, Type: domain.ListGift, Owner: maria, Target: target, Occasion: &christmas, Visibility: visibility,
		MayAdd: true, MayEdit: true, Version: 4,
	}
}

var (
	emilList   = list("l-emil", "Emil, Christmas", &emil, domain.VisibleToFamily)
	astridList = list("l-astrid", "Grandma Astrid, Christmas", &astrid, domain.HiddenFromTarget)
	privateOne = list("l-long", longWord, nil, domain.VisibleToOwner)
)

func ownList() dto.List {
	l := list("l-maria", "What I would like", &mariaP, domain.VisibleToFamily)
	l.Own, l.Type = true, domain.ListWishlist
	return l
}

func inboxList() dto.List {
	l := list("l-inbox", "Idea Inbox", nil, domain.VisibleToFamily)
	l.Inbox, l.Type, l.Occasion = true, domain.ListIdea, nil
	return l
}

var listCards = []dto.ListCard{
	{List: emilList, Items: 13, Plan: &dto.PlanSummary{Counts: counts, Sums: sums}},
	{List: astridList, Items: 1, Plan: &dto.PlanSummary{Counts: counts[:1]}},
	{List: ownList(), Items: 3},
	{List: inboxList(), Plan: &dto.PlanSummary{}},
	{List: archived(privateOne), Items: 2, Plan: &dto.PlanSummary{Counts: counts[4:], Sums: sums}},
}

func archived(l dto.List) dto.List {
	l.Archived = true
	return l
}
