package gallery

import (
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/dashview"
	"kinlist/views/layout"
)

func dashboards() []Sample {
	return []Sample{
		page("dashboard", "dashboard", "Dashboard", dashview.Page(fullDashboard())),
		page("dashboard-first", "dashboard", "Dashboard", dashview.Page(dto.Dashboard{Inbox: inbox, MayAdd: true})),
		page("dashboard-started", "dashboard", "Dashboard", dashview.Page(dto.Dashboard{
			Inbox: inbox, MayAdd: true, Primary: nextUp, Total: 3, Start: dto.Start{HasPeople: true, HasOccasions: true},
		})),
		page("dashboard-quiet", "dashboard", "Dashboard", dashview.Page(dto.Dashboard{
			Inbox: inbox, Start: dto.Start{HasPeople: true, HasOccasions: true, HasLists: true},
		})),
		guestDashboard(),
	}
}

// guestDashboard also wears every other look: another season, the dark theme, a long name, a flash.
func guestDashboard() Sample {
	d := fullDashboard()
	d.MayAdd, d.Meter, d.Primary = false, nil, &dto.Upcoming{ID: "o-long", Name: longWord, On: christmasDay}
	return Sample{"dashboard-guest", layout.Page(layout.Chrome{
		Title: "Dashboard", Section: "dashboard", UserName: longWord, FamilyName: hostile, Theme: "dark", Season: "birthday",
		Accent: "ocean", Session: "b7", Flash: "Saved " + longWord + ".", Guest: true,
	}, dashview.Page(d))}
}

var (
	inbox  = dto.Ref{ID: "l-inbox", Name: "Idea Inbox"}
	nextUp = &dto.Upcoming{ID: christmas.ID, Name: christmas.Name, On: christmasDay, Days: 31}
)

func fullDashboard() dto.Dashboard {
	return dto.Dashboard{
		Primary: nextUp, Covered: 2, Total: 5, Pipeline: counts, Meter: calm, Sums: sums, Inbox: inbox,
		Needing: []dto.PersonNeed{
			{Person: astrid, ListID: "l-astrid"},
			{Person: dto.Ref{ID: "p-otto", Name: "Otto"}},
			{Person: jonasP, Items: 1, ListID: "l-jonas"},
		},
		InboxTop: []dto.Item{
			{ID: "i-in-1", Gift: dto.ItemGift{Title: "Subscription to the zoo", Price: e8900}},
			{ID: "i-in-2", Gift: dto.ItemGift{Title: "A weekend at the lake"}},
		},
		Assignments: []dto.Assignment{
			{ItemID: "i-1", Title: "Wooden train with a bridge", Status: domain.StatusOrdered, List: dto.Ref{ID: "l-emil", Name: "Emil"}, Target: &emil, Occasion: &christmas, On: christmasDay, Cost: e4999},
			{ItemID: "i-2", Title: "Wool socks, the thick ones", Status: domain.StatusWrapped, List: dto.Ref{ID: "l-astrid", Name: "Astrid"}, Target: &astrid, On: christmasDay, Cost: e1290},
			{ItemID: "i-3", Title: "Board game for everybody", Status: domain.StatusBuying, List: inbox},
		},
		Activity: feed(), MayAdd: true,
		Start: dto.Start{HasPeople: true, HasOccasions: true, HasLists: true},
	}
}

func feed() []dto.Activity {
	item := func(actor string, verb domain.Verb, title, from, to, at string) dto.Activity {
		return dto.Activity{Actor: actor, Verb: verb, Entity: domain.EntityItem, EntityID: "i-1", Title: title, From: from, To: to, At: at}
	}
	return []dto.Activity{
		item("Jonas", domain.VerbStatus, "Wooden train with a bridge", "buying", "ordered", "today, 14:02"),
		item("Jonas", domain.VerbAssigned, "Wool socks, the thick ones", "", "Maria", "today, 13:40"),
		item("Maria", domain.VerbTakenOver, "Storybook", "Jonas", "Maria", "yesterday, 20:11"),
		{Actor: "Maria", Verb: domain.VerbCreated, Entity: domain.EntityPerson, EntityID: emil.ID, Title: "Emil", At: "yesterday, 19:58"},
		{Actor: "Maria", Verb: domain.VerbDeleted, Entity: domain.EntityGift, EntityID: "g-9", Title: hostile, At: "21 Nov 2026"},
		{Actor: "Maria", Verb: domain.VerbCreated, Entity: domain.EntityFamily, Title: "The Lindqvists", At: "20 Nov 2026"},
	}
}
