package service_test

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

func (w *world) lookAtOccasions(ctx context.Context, v domain.Viewer) {
	days, err := w.Services.Occasions.GiftDays(ctx, v)
	w.sees("gift days", days, err)
	for _, id := range []string{w.person, w.Ben} {
		history, err := w.Services.People.History(ctx, v, id, dto.Query{Limit: 2})
		w.sees("history", history, err)
	}
}
