package service_test

import (
	"context"

	"kinlist/internal/domain"
)

func (w *world) lookAtOccasions(ctx context.Context, v domain.Viewer) {
	days, err := w.Services.Occasions.GiftDays(ctx, v)
	w.sees("gift days", days, err)
}
