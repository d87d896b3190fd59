package gallery

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/itemview"
	"kinlist/views/listview"
)

func plans() []Sample {
	return []Sample{
		page("plan", "lists", "Emil, Christmas", listview.PlanPage(listview.PlanProps{Plan: fullPlan()})),
		page("plan-conflict", "lists", "Emil, Christmas", listview.PlanPage(listview.PlanProps{Plan: fullPlan(), News: itemview.News{Sentence: "Updated just now by Jonas. This is how it stands."}})),
		page("plan-shops", "lists", "Emil, Christmas", listview.PlanPage(listview.PlanProps{Plan: byShop()})),
		page("plan-none-found", "lists", "Emil, Christmas", listview.PlanPage(listview.PlanProps{Plan: noneFound()})),
		page("plan-some-not", "lists", "Emil, Christmas", listview.PlanPage(listview.PlanProps{Plan: fullPlan(), News: itemview.News{
			Sentence: "2 done, 2 not.", Batch: "b-1", Next: "/lists/l-emil",
			Not: []dto.NotDone{{ID: "i-1", Title: hostile, Why: "Jonas has this in hand. You can take it over."}, {ID: "i-2", Why: "Nothing is here."}},
		}})),
		page("move-wrong", "lists", "Error: Move or copy", listview.MovePage(listview.MoveProps{
			Items: []string{"i-1"}, Next: "/lists", Errors: wrongFields("new_list", "new_list_for"),
			Values: dto.BulkInput{FreshList: dto.FreshList{NewList: hostile}},
		})),
		page("move-shown", "lists", "Error: Move or copy", listview.MovePage(listview.MoveProps{
			Items: []string{"i-1"}, Destinations: dto.Destinations{Lists: []dto.List{astridList}}, Next: "/lists",
			Values: dto.BulkInput{Value: astridList.ID},
			Errors: apperr.Fields{"sure": "Emil would see “Blocks” on Grandma Astrid, with who buys it and how far it is. Where it stands now, they do not."},
		})),
		page("move", "lists", "Move or copy", listview.MovePage(listview.MoveProps{Items: []string{"i-1"}, Destinations: dto.Destinations{Lists: []dto.List{astridList}}, Next: "/lists"})),
		page("chosen-tags", "lists", "Tags of 3 gifts", listview.ChosenPage(chosen("tags"))),
		page("chosen-tags-wrong", "lists", "Error: Tags of 3 gifts", listview.ChosenPage(wrongly(chosen("tags")))),
		page("chosen-price", "lists", "Planned price of 3 gifts", listview.ChosenPage(chosen("price"))),
		page("chosen-price-wrong", "lists", "Error: Planned price of 3 gifts", listview.ChosenPage(wrongly(chosen("price")))),
		page("plan-empty", "lists", "Grandma Astrid", listview.PlanPage(listview.PlanProps{Plan: dto.Plan{List: astridList}})),
		page("plan-row-wrong", "lists", "Error: Grandma Astrid", both(listview.PlanPage(listview.PlanProps{Plan: dto.Plan{List: astridList}}), inTable(listview.EditRow(itemview.FormProps{
			ItemForm: dto.ItemForm{Item: train, List: emilList, Forecast: foreseen}, InRow: true, Next: "/lists/l-emil", Values: dto.ItemInput{Quantity: "many", Notes: hostile, Version: 2},
			Errors: wrongFields("quantity", "planned_price", "notes", "privacy"),
		})))),
		page("plan-inbox", "lists", "Idea Inbox", listview.PlanPage(listview.PlanProps{Plan: dto.Plan{List: inboxList(), Groups: longGroups(), Shown: 2, Total: 2}})),
		page("plan-guest", "lists", "Emil", listview.PlanPage(listview.PlanProps{Plan: guestPlan()})),
		page("wishes", "lists", "What I would like", listview.WishPage(dto.WishList{List: ownList(), Wishes: wishes})),
		page("wishes-empty", "lists", "What I would like", listview.WishPage(dto.WishList{List: ownList()})),
	}
}

// chosen asks what three gifts are to have.
func chosen(action string) listview.ChosenProps {
	return listview.ChosenProps{
		Chosen: dto.Chosen{Items: 3, Tags: []dto.TagChosen{{Name: "wool", Items: 3}, {Name: hostile, Items: 1}}, PlannedPrice: "12.50", Currency: "EUR"},
		Action: action, IDs: []string{"i-1", "i-2", "i-3"}, From: "list", Next: "/lists/l-emil", Names: []dto.Ref{{ID: "t-1", Name: hostile}},
	}
}

// wrongly is chosen as it comes back.
func wrongly(p listview.ChosenProps) listview.ChosenProps {
	p.Values, p.Errors = dto.BulkInput{Value: hostile, TagsOff: []string{"wool"}}, wrongFields(map[string]string{"tags": "tags", "price": "planned_price"}[p.Action])
	p.Currency = ""
	return p
}

// inTable is a row of a list's page by itself.
func inTable(row templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		_, err := io.WriteString(w, `<form id="bulk" method="post" action="/items/bulk" aria-label="Selected gifts"></form><table class="plan-table"><caption>Idea</caption><thead><tr><td></td>`+
			strings.Repeat(`<th scope="col">Column</th>`, 8)+`</tr></thead><tbody>`)
		if err == nil {
			err = row.Render(ctx, w)
		}
		if err == nil {
			_, err = io.WriteString(w, "</tbody></table>")
		}
		return err
	})
}

func fullPlan() dto.Plan {
	return dto.Plan{
		List: withNotes(emilList), Members: members, Shown: 7, Total: 7, Choices: planChoices, Paths: policyPaths(), Summary: dto.PlanSummary{Counts: counts, Sums: sums},
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

func policyPaths() map[domain.Status][]domain.Status {
	return map[domain.Status][]domain.Status{domain.StatusIdea: domain.Statuses[1:], domain.StatusDropped: domain.Statuses[:2]}
}

var planChoices = dto.PlanChoices{
	Statuses:   counts,
	Buyers:     []dto.Choice{{Value: "u-maria", Name: "Maria Lindqvist", Count: 2}, {Value: "nobody", Count: 4}},
	Priorities: []dto.Choice{{Value: "normal", Count: 4}, {Value: "must", Count: 1}},
	Shops:      []dto.Choice{{Value: longWord, Name: longWord, Count: 1}, {Value: "none", Count: 3}},
	Tags:       []dto.Choice{{Value: "t-1", Name: hostile, Count: 1}},
}

// byShop is a plan grouped by shop.
func byShop() dto.Plan {
	p := fullPlan()
	p.Query = dto.PlanQuery{Group: "shop", Sort: "price", Buyer: "u-gone"}
	p.Shown, p.Groups = 3, []dto.ItemGroup{
		{Name: hostile, Filter: hostile, Items: []dto.Item{trainIdea, puzzle}}, {Filter: "none", Items: []dto.Item{seaTrip}},
	}
	return p
}

// noneFound is a plan of which a filter leaves nothing.
func noneFound() dto.Plan {
	p := fullPlan()
	p.Query, p.Shown, p.Groups = dto.PlanQuery{Status: "delivered", Shop: "gone.example"}, 0, nil
	return p
}
