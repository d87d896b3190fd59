package gallery

import (
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/itemview"
	"kinlist/views/listview"
)

func plans() []Sample {
	return []Sample{
		page("plan", "lists", "Emil, Christmas", listview.PlanPage(fullPlan(), itemview.News{})),
		page("plan-conflict", "lists", "Emil, Christmas", listview.PlanPage(fullPlan(), itemview.News{Sentence: "Updated just now by Jonas. This is how it stands."})),
		page("plan-empty", "lists", "Grandma Astrid", listview.PlanPage(dto.Plan{List: astridList}, itemview.News{})),
		page("plan-inbox", "lists", "Idea Inbox", listview.PlanPage(dto.Plan{List: inboxList(), Groups: longGroups()}, itemview.News{})),
		page("plan-guest", "lists", "Emil", listview.PlanPage(guestPlan(), itemview.News{})),
		page("wishes", "lists", "What I would like", listview.WishPage(dto.WishList{List: ownList(), Wishes: wishes})),
		page("wishes-empty", "lists", "What I would like", listview.WishPage(dto.WishList{List: ownList()})),
	}
}

func fullPlan() dto.Plan {
	return dto.Plan{
		List: withNotes(emilList), Members: members, Summary: dto.PlanSummary{Counts: counts, Sums: sums},
		Groups: []dto.ItemGroup{
			{Status: domain.StatusIdea, Items: []dto.Item{trainIdea, storybook, seaTrip}},
			{Status: domain.StatusBuying, Items: []dto.Item{changedSince(puzzle)}},
			{Status: domain.StatusOrdered, Items: []dto.Item{train}},
			{Status: domain.StatusWrapped, Items: []dto.Item{socks}},
			{Status: domain.StatusDropped, Items: []dto.Item{drum}},
		},
	}
}

func withNotes(l dto.List) dto.List {
	l.Notes = "Not too big this year: everything must fit into the car."
	return l
}

func longGroups() []dto.ItemGroup {
	odd := item("i-odd", longWord, domain.StatusIdea, nil)
	odd.Gift.Link, odd.Gift.Source, odd.Notes, odd.Cost = "javascript:alert(1)", "", longText, yen
	bad := item("i-bad", hostile, domain.StatusIdea, nil)
	bad.Gift.Source = longWord
	return []dto.ItemGroup{{Status: domain.StatusIdea, Items: []dto.Item{odd, bad}}}
}

// guestPlan is a plan that its viewer may only read.
func guestPlan() dto.Plan {
	p := fullPlan()
	p.List.MayAdd, p.List.MayEdit = false, false
	for g := range p.Groups {
		for i := range p.Groups[g].Items {
			p.Groups[g].Items[i].Moves = nil
		}
	}
	return p
}

var wishes = []dto.Wish{
	{ID: "w-1", ListID: "l-maria", Title: "Fountain pen, fine nib", Link: "https://pens.example/fine", Source: "pens.example", Quantity: 1, Priority: domain.PriorityMust, Notes: "Green ink, please.", Mine: true, Version: 2},
	{ID: "w-2", ListID: "l-maria", Title: "Towels", Quantity: 4, Priority: domain.PriorityNormal},
	{ID: "w-3", ListID: "l-maria", Title: longWord, Link: "ftp://old.example/x", Quantity: 1, Priority: domain.PriorityHigh, Notes: hostile},
}
