package gallery

import (
	"kinlist/internal/dto"
	"kinlist/views/giftview"
)

func ideas() []Sample {
	lists := []dto.List{{ID: "l-inbox", Name: "Idea Inbox"}, emilList, astridList, ownList()}
	draft := func(in dto.GiftInput, warnings ...string) dto.IdeaDraft {
		return dto.IdeaDraft{Input: dto.IdeaInput{GiftInput: in, ListID: emilList.ID}, Lists: lists, Warnings: warnings}
	}
	wall := "The shop did not let us read the page: fill it in by hand."
	known := "“Wooden train” is already on “Emil, Christmas”, a list for Emil."
	typed := dto.GiftInput{Title: hostile, Link: "javascript:alert(1)", Price: "x", Currency: "XAU", Description: longText}
	return []Sample{
		page("idea", "gifts", "Add an idea", giftview.IdeaPage(giftview.IdeaProps{Draft: draft(dto.GiftInput{Currency: "EUR"}), Currencies: currencies})),
		page("idea-wall", "gifts", "Add an idea", giftview.IdeaPage(giftview.IdeaProps{
			Draft: draft(dto.GiftInput{Title: "Wooden train", Link: "https://toys.example/p/wooden-train", Currency: "EUR"}, wall, known), Currencies: currencies,
		})),
		page("idea-wrong", "gifts", "Error: Add an idea", giftview.IdeaPage(giftview.IdeaProps{
			Draft: draft(typed), Currencies: currencies, Errors: wrongFields("list_id", "title", "link", "price"),
		})),
	}
}
