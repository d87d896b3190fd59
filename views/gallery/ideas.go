package gallery

import (
	"net/url"

	"kinlist/internal/dto"
	"kinlist/views/giftview"
)

// bookmark is the one address in the gallery that is no web address.
var bookmark = giftview.BookmarkletAt(&url.URL{Scheme: "https", Host: "gifts.example"})

func ideas() []Sample {
	lists := []dto.List{{ID: "l-inbox", Name: "Idea Inbox"}, emilList, astridList, ownList()}
	draft := func(in dto.GiftInput, warnings ...string) dto.IdeaDraft {
		return dto.IdeaDraft{Input: dto.IdeaInput{GiftInput: in, ListID: emilList.ID}, Lists: lists, Warnings: warnings}
	}
	wall := "The shop did not let us read the page: fill it in by hand."
	known := "“Wooden train” is already on “Emil, Christmas”, a list for Emil."
	typed := dto.GiftInput{Title: hostile, Link: "javascript:alert(1)", Price: "x", Currency: "XAU", Description: longText}
	rows := []dto.Reading{
		{Gift: catalog[0], Link: "https://toys.example/p/123", Read: true},
		{Gift: catalog[1]},
		{Gift: catalog[2], Link: "https://toys.example/p/9"},
		{Gift: catalog[3], Link: "https://toys.example/p/7", Read: true, Warnings: []string{wall}},
	}
	wrongLine := dto.WrongLine{Line: "javascript:alert(1)", Error: "Only links that start with http:// or https:// can be kept."}
	quick := giftview.QuickProps{Alone: true, Currencies: currencies, Draft: dto.QuickDraft{
		Line: "Lego set @Emil 40 #xmas", Read: true, Asked: emilList.ID, Lists: lists, People: []dto.Ref{{ID: "p-emil", Name: "Emil"}, {ID: "p-long", Name: hostile}},
		Input: dto.IdeaInput{GiftInput: dto.GiftInput{Title: "Lego set", Price: "40,00", Currency: "EUR", Tags: "xmas"}, ListID: emilList.ID},
	}}
	unsure, wrong, empty := quick, quick, quick
	unsure.Draft.Warnings = []string{"Nobody here is called “Emli”. Add the person first, or choose a list.", known}
	wrong.Draft.Line, wrong.Draft.Input.GiftInput, wrong.Errors = hostile, typed, wrongFields("title", "price", "list_id", "new_list", "tags", "link")
	empty.Draft.Line, empty.Draft.Read = "", false
	blank := empty
	blank.Errors = wrongFields("line")
	return []Sample{
		page("quick", "quick", "Write an idea in one line", giftview.QuickPage(empty)),
		page("quick-blank", "quick", "Error: Write an idea in one line", giftview.QuickPage(blank)),
		page("quick-read", "quick", "Write an idea in one line", giftview.QuickPage(quick)),
		page("quick-unsure", "quick", "Write an idea in one line", giftview.QuickPage(unsure)),
		page("quick-wrong", "quick", "Error: Write an idea in one line", giftview.QuickPage(wrong)),
		page("bookmarklet", "gifts", "From any shop’s page", giftview.BookmarkletPage(bookmark, "https://gifts.example/ideas/new")),
		page("bookmarklet-none", "gifts", "From any shop’s page", giftview.BookmarkletPage("", "https://gifts.example/ideas/new")),
		page("ideas-many", "gifts", "Add many ideas", giftview.ManyPage(giftview.ManyProps{Lists: lists})),
		page("ideas-many-wrong", "gifts", "Error: Add many ideas", giftview.ManyPage(giftview.ManyProps{
			Lists: lists, Values: dto.ManyInput{Lines: wrongLine.Line}, Errors: wrongFields("lines", "list_id", "new_list"), Rows: rows,
			Added: dto.ManyAdded{List: inbox, Wrong: []dto.WrongLine{wrongLine, {Line: hostile, Error: longText, Asks: true}}},
		})),
		page("ideas-reading", "gifts", "New ideas", giftview.ReadingPage(giftview.ReadingProps{ListID: "l-inbox", Rows: rows})),
		page("ideas-reading-none", "gifts", "New ideas", giftview.ReadingPage(giftview.ReadingProps{})),

		page("idea", "gifts", "Add an idea", giftview.IdeaPage(giftview.IdeaProps{Draft: draft(dto.GiftInput{Currency: "EUR"}), Currencies: currencies})),
		page("idea-wall", "gifts", "Add an idea", giftview.IdeaPage(giftview.IdeaProps{
			Draft: draft(dto.GiftInput{Title: "Wooden train", Link: "https://toys.example/p/wooden-train", Currency: "EUR"}, wall, known), Currencies: currencies,
		})),
		page("idea-wrong", "gifts", "Error: Add an idea", giftview.IdeaPage(giftview.IdeaProps{
			Draft: draft(typed), Currencies: currencies, Errors: wrongFields("list_id", "new_list", "new_list_for", "title", "link", "price"),
		})),
	}
}
