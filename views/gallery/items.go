package gallery

import (
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/itemview"
)

func items() []Sample {
	typed := dto.ItemInput{Quantity: "many", PlannedPrice: "12,5,0", ActualPrice: "free", Priority: "must", Notes: hostile, Privacy: "hidden_from_target", Version: 2, WishVersion: 1}
	wrong := wrongFields("quantity", "planned_price", "actual_price", "priority", "notes", "privacy")
	return []Sample{
		page("item", "lists", train.Gift.Title, itemview.Page(itemPage(train), itemview.News{})),
		page("item-idea", "lists", storybook.Gift.Title, itemview.Page(dto.ItemPage{Item: storybook, List: astridList, Members: members}, itemview.News{Sentence: "Taken back.", UndoItem: "i-1"})),
		page("item-others", "lists", socks.Gift.Title, itemview.Page(itemPage(takeable(socks)), itemview.News{})),
		page("item-asked", "lists", train.Gift.Title, itemview.Page(itemPage(changedSince(train)), itemview.News{
			Sentence: "Jonas is buying this (" + hostile + ").", Taken: changedSince(train).Elsewhere,
			Ask: &itemview.Ask{Action: "/items/i-train/status", Fields: []itemview.AskField{{Name: "status", Value: "buying"}, {Name: "version", Value: "2"}}},
		})),
		page("item-gifted", "lists", "Gifted", itemview.Page(itemPage(gifted), itemview.News{})),
		page("item-guest", "lists", "Guest", itemview.Page(dto.ItemPage{Item: item("i-g", longWord, domain.StatusIdea, nil), List: guestPlan().List}, itemview.News{})),
		page("item-edit", "lists", "Edit", itemview.FormPage(itemview.FormProps{ItemForm: dto.ItemForm{Item: train, List: emilList, Forecast: foreseen}, Values: dto.ItemInput{Quantity: "1", PlannedPrice: "49.99", Version: 2}})),
		page("item-forecast", "lists", "Budget", itemview.ForecastPage("What the budget comes to", foreseen)),
		page("item-forecast-none", "lists", "Budget", itemview.ForecastPage("What the budget comes to", dto.Forecast{})),
		page("item-wrong", "lists", "Error: Edit", itemview.FormPage(itemview.FormProps{ItemForm: dto.ItemForm{Item: train, List: emilList}, Values: typed, Errors: wrong})),
		page("wish", "lists", wishes[0].Title, itemview.WishItemPage(linked(wishes[0]), ownList())),
		page("wish-others", "lists", "Wish", itemview.WishItemPage(wishes[2], ownList())),
		page("wish-edit", "lists", "Error: Edit", itemview.WishFormPage(itemview.WishFormProps{Wish: wishes[0], List: ownList(), Values: typed, Errors: wrongFields("quantity", "notes")})),
	}
}

// item is an item at a status; who has no buyer may still be bought for.
func item(id, title string, s domain.Status, buyer *dto.Member) dto.Item {
	moves := []domain.Status{domain.StatusShortlisted, domain.StatusBuying, domain.StatusOrdered, domain.StatusDelivered, domain.StatusWrapped, domain.StatusGifted, domain.StatusDropped}
	return dto.Item{
		ID: id, ListID: "l-emil", Status: s, Moves: moves, Buyer: buyer, Mine: buyer == &maria, Quantity: 1, Currency: "EUR",
		Priority: domain.PriorityNormal, Privacy: domain.PrivacyShared, Version: 2, WishVersion: 1,
		Gift: dto.ItemGift{ID: "g-" + id, Title: title},
	}
}

func priced(i dto.Item, planned, actual *dto.Money) dto.Item {
	i.Planned, i.Actual, i.Cost = planned, actual, planned
	if actual != nil {
		i.Cost = actual
	}
	return i
}

func sold(i dto.Item, shop string) dto.Item {
	i.Gift.Source, i.Gift.Link = shop, "https://www."+shop+"/p/123"
	return i
}

func hidden(i dto.Item, notes string) dto.Item {
	i.Privacy, i.Notes, i.Priority = domain.PrivacyHidden, notes, domain.PriorityMust
	return i
}

// changedSince is an item whose wish changed, and that somebody buys elsewhere.
func changedSince(i dto.Item) dto.Item {
	i.News = []dto.Change{{Field: "title", From: "Train", To: longWord}, {Field: "link", To: hostile}, {Field: "priority", From: "normal", To: "must"}}
	i.Elsewhere = &dto.Elsewhere{Buyer: "Jonas", BuyerID: jonas.UserID, Status: domain.StatusBuying, List: dto.Ref{ID: "l-2", Name: hostile}, Sentence: "Jonas is buying this (" + hostile + ")"}
	return i
}

func takeable(i dto.Item) dto.Item {
	i.Moves, i.MayTakeOver, i.Mine, i.Buyer = nil, true, false, &jonas
	return i
}

var (
	trainIdea = hidden(sold(priced(item("i-station", "Station for the wooden train", domain.StatusIdea, nil), e8900, nil), "brio.example"), "Only if the tracks from last year fit.")
	storybook = priced(item("i-book", "Storybook for long evenings", domain.StatusIdea, nil), e1290, nil)
	seaTrip   = item("i-sea", "A day at the sea", domain.StatusIdea, nil)
	puzzle    = sold(priced(item("i-puzzle", "Puzzle, 500 pieces, lighthouse", domain.StatusBuying, &jonas), usd24, nil), "puzzles.example")
	train     = sold(priced(item("i-train", "Wooden train with a bridge and a very long name that needs two lines", domain.StatusOrdered, &maria), e4999, e4999), "toys.example")
	socks     = tripled(sold(priced(item("i-socks", "Wool socks, the thick ones", domain.StatusWrapped, &maria), e1290, e3498), "wool.example"))
	drum      = item("i-drum", "Drum kit", domain.StatusDropped, nil)
	gifted    = given(priced(item("i-given", "Sledge", domain.StatusGifted, &jonas), nil, e8900))
)

// foreseen is what budgets come to, at every level, beside a price that they do not count.
var foreseen = dto.Forecast{Foreign: "USD", Home: "EUR", Budgets: []dto.BudgetSoFar{
	{Of: "Emil", Comes: *e3498, Budget: *e8900, Percent: "39.3 %", Level: dto.LevelNone},
	{Of: longWord, Comes: *e4999, Budget: *e4999, Percent: "100 %", Level: dto.LevelExceeded},
	{Of: hostile, Comes: *e1290, Budget: dto.Money{Text: "€0.00"}, Level: dto.LevelExceeded},
	{Of: "Christmas", Comes: *e8900, Budget: *e8900, Percent: "92 %", Level: dto.LevelNear},
}}

func tripled(i dto.Item) dto.Item {
	i.Quantity, i.Priority = 3, domain.PriorityHigh
	return i
}

func given(i dto.Item) dto.Item {
	i.GiftedOn = christmasDay
	return i
}

func linked(w dto.Wish) dto.Wish {
	w.Links = giftPage().Gift.Links
	return w
}

func itemPage(i dto.Item) dto.ItemPage {
	return dto.ItemPage{
		Item: hidden(i, "Ask for the blue one.\nThe red one squeaks."), List: emilList, Members: members, Links: giftPage().Gift.Links,
		History: []dto.StatusChange{
			{Actor: "Maria Lindqvist", From: domain.StatusBuying, To: domain.StatusOrdered, At: "today, 14:02"},
			{Actor: "Maria Lindqvist", From: domain.StatusIdea, To: domain.StatusBuying, At: "today, 9:30"},
		},
	}
}
