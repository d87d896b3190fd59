package service_test

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// lookAtPlans asks as the target for what they have in hand and what they could take back.
func (w *world) lookAtPlans(ctx context.Context, v domain.Viewer) {
	recent, err := w.Services.Undo.Recent(ctx, v)
	w.sees("recent changes", recent, err)
	for _, q := range []dto.AssignmentQuery{
		{},
		{Query: dto.Query{Sort: "shop", Limit: 1}},
		{Query: dto.Query{Sort: "status"}},
		{Query: dto.Query{Sort: "title"}},
		{Status: "gifted"},
		{PersonID: w.person},
		{OccasionID: w.Christmas},
		{Buyer: "none"},
	} {
		page, err := w.Services.Items.Assignments(ctx, v, q)
		w.sees("assignments", page, err)
	}
}
