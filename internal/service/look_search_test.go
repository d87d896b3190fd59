package service_test

import (
	"context"
	"fmt"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// lookAtSearch looks for everything that either world has by its words, and filters every index in every way.
func (w *world) lookAtSearch(ctx context.Context, v domain.Viewer, names []string) {
	s := w.Services
	for _, q := range append([]string{"gift", "wish", "list", "tag", "1", "-", "lena", "shop", " "}, names...) {
		found, err := s.Search.All(ctx, v, q)
		w.sees("search "+q, found, err)
		likely, err := s.Gifts.Likely(ctx, v, "https://shop.example/"+q, q)
		w.sees("likely "+q, likely, err)
		gifts, err := s.Gifts.Index(ctx, v, dto.GiftQuery{Query: dto.Query{Q: q, Sort: "title"}})
		w.sees("gifts with "+q, gifts, err)
		lists, err := s.Lists.Index(ctx, v, dto.ListQuery{Query: dto.Query{Q: q, Sort: "updated"}})
		w.sees("lists with "+q, lists, err)
	}
	for _, f := range []dto.GiftQuery{
		{Used: "yes"}, {Used: "no"}, {Link: "yes"}, {MinPrice: "20"}, {MaxPrice: "40"}, {CreatedByID: w.Tom.UserID}, {CreatedByID: v.UserID},
	} {
		for _, sort := range []string{"new", "title", "price", "-price"} {
			f.Sort = sort
			gifts, err := s.Gifts.Index(ctx, v, f)
			w.sees(fmt.Sprintf("gifts %s %s %s", f.Used, f.MaxPrice, sort), gifts, err)
		}
	}
	for _, f := range []dto.ListQuery{{OwnerID: w.Tom.UserID}, {Visibility: "hidden_from_target"}, {Visibility: "owner"}, {PersonID: w.person}} {
		for _, sort := range []string{"new", "name", "updated", "occasion"} {
			f.Sort = sort
			lists, err := s.Lists.Index(ctx, v, f)
			w.sees("lists by "+sort, lists, err)
		}
	}
}
