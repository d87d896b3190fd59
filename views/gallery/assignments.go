package gallery

import (
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/assignmentview"
	"kinlist/views/itemview"
)

func assignments() []Sample {
	full := dto.Assignments{Page: dto.Page[dto.Assignment]{Items: inMyHands(), Next: "n"}, Sums: []dto.Money{*e4999, *usd24}}
	q := dto.AssignmentQuery{Status: "ordered", OccasionID: christmas.ID, PersonID: emil.ID, Store: hostile, Buyer: "none"}
	return []Sample{
		page("assignments", "", "My assignments", assignmentview.Page(assignmentview.Props{Assignments: full, Occasions: []dto.Ref{christmas}, Admin: true})),
		page("assignments-filtered", "", "My assignments", assignmentview.Page(assignmentview.Props{
			Assignments: full, Occasions: []dto.Ref{christmas}, Query: q, News: itemview.News{Sentence: "“Sledge” is now wrapped.", UndoItem: "i-train"},
		})),
		page("assignments-empty", "", "My assignments", assignmentview.Page(assignmentview.Props{})),
		page("assignments-none-found", "", "My assignments", assignmentview.Page(assignmentview.Props{Query: q})),
	}
}

func inMyHands() []dto.Assignment {
	list := dto.Ref{ID: "l-emil", Name: "Emil’s Christmas"}
	return []dto.Assignment{
		{
			ItemID: "i-train", Title: train.Gift.Title, Link: train.Gift.Link, Source: train.Gift.Source, Status: domain.StatusOrdered, Moves: train.Moves,
			Quantity: 2, List: list, Target: &emil, Occasion: &christmas, On: christmasDay, Cost: e4999, Version: 2,
		},
		{ItemID: "i-long", Title: longWord, Source: hostile, Status: domain.StatusBuying, Quantity: 1, List: list, NoBuyer: true, Cost: usd24},
	}
}
