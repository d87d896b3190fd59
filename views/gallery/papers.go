package gallery

import (
	"github.com/a-h/templ"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/layout"
	"kinlist/views/printview"
)

func papers() []Sample {
	plan, long := fullPlan(), dto.Plan{List: inboxList(), Groups: longGroups()}
	safe, auto := dto.PaperQuery{Safe: true, QR: true, Group: "shop"}, dto.PaperQuery{Auto: true}
	return append(occasionPapers(), []Sample{
		paper("print", printview.List(printview.ListProps{Frame: framed(printview.FrameOfList("l-emil"), dto.PaperQuery{QR: true}), Plan: plan})),
		paper("print-safe", printview.List(printview.ListProps{Frame: framed(printview.FrameOfList("l-emil"), safe), Plan: plan})),
		paper("print-empty", printview.List(printview.ListProps{Frame: framed(printview.FrameOfList("l-astrid"), auto), Plan: dto.Plan{List: astridList}})),
		paper("print-long", printview.List(printview.ListProps{Frame: framed(printview.FrameOfList("l-inbox"), dto.PaperQuery{Group: "none"}), Plan: long})),
		paper("print-wishes", printview.Wishes(printview.WishProps{Frame: framed(printview.FrameOfList("l-maria"), auto), WishList: dto.WishList{List: ownList(), Wishes: wishes}})),
		paper("print-wishes-empty", printview.Wishes(printview.WishProps{Frame: framed(printview.FrameOfList("l-maria"), auto), WishList: dto.WishList{List: ownList()}})),
		paper("print-shopping", printview.Shopping(shopping("shop"))),
		paper("print-shopping-people", printview.Shopping(shopping("person"))),
		paper("print-shopping-empty", printview.Shopping(printview.ShoppingProps{Frame: framed(printview.FrameOfShopping(dto.AssignmentQuery{Store: hostile}), auto), Query: dto.AssignmentQuery{Store: hostile}})),
		paper("print-card", printview.Card(printview.CardProps{Frame: framed(printview.FrameOfCard("p-emil"), dto.PaperQuery{}), Person: emilPage().Person, History: given2025})),
		paper("print-card-bare", printview.Card(printview.CardProps{Frame: framed(printview.FrameOfCard("p-x"), safe), Person: dto.Person{ID: "p-x", Name: longWord}})),
	}...)
}

func occasionPapers() []Sample {
	frame := func(sheet string) printview.Frame {
		return framed(printview.FrameOfOccasion("o-christmas"), dto.PaperQuery{Sheet: sheet})
	}
	items := func(sheet string) printview.ItemsProps {
		return printview.ItemsProps{Frame: frame(sheet), OccasionItems: dto.OccasionItems{Occasion: christmasPage().Occasion, Items: paperItems()}, ForViewer: true}
	}
	none := printview.ItemsProps{Frame: frame(""), OccasionItems: dto.OccasionItems{Occasion: barePage().Occasion}}
	return []Sample{
		paper("print-summary", printview.Summary(printview.SummaryProps{Frame: frame(printview.SheetSummary), Page: christmasPage()})),
		paper("print-summary-bare", printview.Summary(printview.SummaryProps{Frame: frame(printview.SheetSummary), Page: barePage()})),
		paper("print-wrapping", printview.Wrapping(items(printview.SheetWrapping))),
		paper("print-wrapping-empty", printview.Wrapping(none)),
		paper("print-thanks", printview.Thanks(items(printview.SheetThanks))),
		paper("print-thanks-empty", printview.Thanks(none)),
		{"print-tags", layout.Paper(layout.Sheet{Title: "Gift tags", Paper: domain.PaperA4, Labels: "plain"}, printview.Tags(items(printview.SheetTags)))},
		{"print-tags-empty", layout.Paper(layout.Sheet{Title: "Gift tags", Paper: domain.PaperLetter, Labels: "5160"}, printview.Tags(none))},
	}
}

func paper(name string, body templ.Component) Sample {
	return Sample{name, layout.Paper(layout.Sheet{Title: "On paper", Paper: domain.PaperA4}, body)}
}

func framed(f printview.Frame, q dto.PaperQuery) printview.Frame {
	f.Options, f.Paper, f.Live = q, domain.PaperA4, "https://kinlist.example"+f.Back
	f.PrintedBy, f.PrintedOn = "Maria Lindqvist", calendar.Date{Year: 2026, Month: 11, Day: 23}
	return f
}

func shopping(group string) printview.ShoppingProps {
	items := paperItems()
	return printview.ShoppingProps{
		Frame: framed(printview.FrameOfShopping(dto.AssignmentQuery{}), dto.PaperQuery{Group: group}),
		List: dto.ShoppingList{Group: group, Sums: []dto.Money{*e18000, *usd24}, Groups: []dto.ShoppingGroup{
			{Name: "toys.example", Items: items[:2], Sums: []dto.Money{*e4999}}, {Items: items[2:]},
		}},
	}
}

func paperItems() []dto.PaperItem {
	item := func(title string, s domain.Status, target *dto.Ref, buyer *dto.Member) dto.PaperItem {
		return dto.PaperItem{Assignment: dto.Assignment{Title: title, Status: s, Target: target, Quantity: 1, Cost: e4999, Source: "toys.example"}, Buyer: buyer}
	}
	train, socks, pony, sledge := item("Wooden train", domain.StatusOrdered, &emil, &maria), item(hostile, domain.StatusWrapped, &emil, &jonas),
		item(longWord, domain.StatusBuying, nil, nil), item("Sledge", domain.StatusGifted, &astrid, &jonas)
	train.Person = &dto.PaperPerson{Sizes: []dto.Size{{Label: "Shoes", Value: "29"}, {Label: "Clothes", Value: "116"}}, KeepInMind: "No small parts."}
	train.Notes, train.WishNotes, train.Priority = "Ask for the blue one.", "Please with a bridge!", domain.PriorityMust
	return []dto.PaperItem{train, socks, pony, sledge}
}

var given2025 = dto.History{Years: []dto.HistoryYear{{Year: 2025, Occasions: []dto.HistoryOccasion{
	{Occasion: &christmas, Gifts: []dto.Given{{Title: "Sledge", Buyer: &jonas}, {Title: hostile}}}, {Gifts: []dto.Given{{Title: longWord}}},
}}}}
