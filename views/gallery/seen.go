package gallery

import (
	"kinlist/internal/dto"
	"kinlist/views/listview"
	"kinlist/views/personview"
)

func seen() []Sample {
	eyes := dto.Seen{Who: jonasP, Account: true, There: true}
	own := ownList()
	own.MayAdd, own.MayEdit = false, false
	plan := guestPlan()
	hers := dto.PersonPage{Person: dto.Person{ID: jonasP.ID, Name: jonasP.Name, Own: true}, Lists: []dto.ListCard{{List: own, Items: 3}}}
	shown := dto.Ref{ID: own.ID, Name: own.Name}
	return []Sample{
		page("seen-wishes", "lists", "Seen", listview.SeenPage(dto.SeenList{Seen: eyes, List: shown, Wishes: &dto.WishList{List: own, Wishes: wishes}, Hidden: 2})),
		page("seen-no-wishes", "lists", "Seen", listview.SeenPage(dto.SeenList{Seen: eyes, List: shown, Wishes: &dto.WishList{List: own}, Hidden: 1})),
		page("seen-plan", "lists", "Seen", listview.SeenPage(dto.SeenList{Seen: eyes, List: dto.Ref{ID: plan.List.ID, Name: plan.List.Name}, Plan: &plan})),
		page("seen-hidden", "lists", "Seen", listview.SeenPage(dto.SeenList{Seen: dto.Seen{Who: dto.Ref{ID: "p", Name: longWord}, Account: true}, List: dto.Ref{ID: "l", Name: hostile}})),
		page("seen-nobody", "lists", "Seen", listview.SeenPage(dto.SeenList{Seen: dto.Seen{Who: emil}, List: shown})),
		page("seen-person", "people", "Seen", personview.SeenPage(dto.SeenPerson{Seen: eyes, Page: hers})),
		page("seen-person-bare", "people", "Seen", personview.SeenPage(dto.SeenPerson{Seen: eyes})),
		page("seen-person-nobody", "people", "Seen", personview.SeenPage(dto.SeenPerson{Seen: dto.Seen{Who: emil}})),
	}
}
