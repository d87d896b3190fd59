package gallery

import (
	"kinlist/internal/dto"
	"kinlist/views/giftview"
)

func gifts() []Sample {
	warned := []string{"The shop’s page names no price. Please fill it in.", "The picture could not be found."}
	wrong := wrongFields("title", "link", "price", "currency", "image_url", "source", "description", "links", "tags", "quantity", "planned_price", "priority", "notes")
	typed := dto.GiftInput{Title: hostile, Link: "javascript:alert(1)", Price: "x", Currency: "XAU", ImageURL: "data:x", Source: longWord, Description: longText, Links: hostile, Tags: "a, b"}
	read := dto.GiftInput{Title: "Wooden train with a bridge", Link: "https://toys.example/p/123", Price: "49.99", Currency: "EUR", ImageURL: "https://toys.example/train.jpg", Source: "toys.example"}
	return []Sample{
		page("gifts", "gifts", "Gifts", giftview.Index(giftview.IndexProps{MayEdit: true, Page: dto.Page[dto.GiftCard]{Items: catalog, Next: "n"}})),
		page("gifts-empty", "gifts", "Gifts", giftview.Index(giftview.IndexProps{MayEdit: true})),
		page("gifts-none-found", "gifts", "Gifts", giftview.Index(giftview.IndexProps{Query: dto.GiftQuery{Query: dto.Query{Q: "%"}}})),
		page("gift", "gifts", "Train", giftview.Page(giftPage(), true)),
		page("gift-bare", "gifts", "Gift", giftview.Page(dto.GiftPage{Gift: dto.Gift{ID: "g", Title: longWord, Link: "javascript:alert(1)", Archived: true}}, true)),
		page("gift-guest", "gifts", "Gift", giftview.Page(giftPage(), false)),
		page("gift-new", "gifts", "Add a gift", giftview.FormPage(giftview.FormProps{Currencies: currencies, Values: dto.GiftInput{Currency: "EUR"}})),
		page("gift-wrong", "gifts", "Error: Edit", giftview.FormPage(giftview.FormProps{ID: "g-1", Currencies: currencies, Values: typed, Errors: wrong, Warnings: warned})),
		page("add", "lists", "Add a gift", giftview.AddPage(giftview.AddProps{List: emilList, Currencies: currencies, Values: dto.AddInput{GiftInput: dto.GiftInput{Currency: "EUR"}}, Catalog: catalog, Forecast: foreseen})),
		page("add-found", "lists", "Add a gift", giftview.AddPage(giftview.AddProps{List: emilList, Currencies: currencies, Q: "wood", Catalog: catalog, Forecast: foreseen})),
		page("add-read", "lists", "Add a gift", giftview.AddPage(giftview.AddProps{List: astridList, Currencies: currencies, Values: dto.AddInput{GiftInput: read}, Warnings: warned})),
		page("add-asked", "lists", "Error: Add a gift", giftview.AddPage(giftview.AddProps{List: emilList, Known: longWord, Values: dto.AddInput{ItemInput: dto.ItemInput{GiftID: "g-1", Privacy: "shared"}}, Errors: wrongFields("sure")})),
		page("add-own", "lists", "Add a wish", giftview.AddPage(giftview.AddProps{List: ownList(), Currencies: currencies})),
		page("add-wrong", "lists", "Error: Add a gift", giftview.AddPage(giftview.AddProps{List: emilList, Currencies: currencies, Values: dto.AddInput{GiftInput: typed}, Errors: wrong})),
	}
}

var catalog = []dto.GiftCard{
	{ID: "g-1", Title: "Wooden train with a bridge", Price: e4999, Source: "toys.example", Lists: 2},
	{ID: "g-2", Title: "Storybook for long evenings", Price: e1290, Lists: 1},
	{ID: "g-3", Title: longWord, Picture: "0190d6a0-0000-7000-8000-00000000000b", Price: yen, Source: longWord, Archived: true},
	{ID: "g-4", Title: hostile},
}

func giftPage() dto.GiftPage {
	return dto.GiftPage{
		Gift: dto.Gift{
			ID: "g-1", Title: "Wooden train with a bridge", Description: "Beech, 32 parts.\nFits the common tracks.", Link: "https://www.toys.example/p/123",
			Links: []dto.GiftLink{{Label: "Test of five trains", URL: "https://magazine.example/trains"}, {URL: "https://wood.example/" + longWord}, {Label: hostile, URL: "javascript:alert(1)"}},
			Price: e4999, Currency: "EUR", Source: "toys.example", Tags: []dto.Ref{{ID: "t1", Name: "building"}}, AddedBy: maria, Version: 2,
		},
		Uses: []dto.GiftUse{
			{ItemID: "i-1", List: dto.Ref{ID: "l-emil", Name: "Emil, Christmas"}, Target: &emil},
			{ItemID: "i-2", List: inbox},
		},
	}
}
