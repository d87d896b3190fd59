package worlds

import (
	"testing"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// leave makes what chance makes seldom: a gift of somebody's that they took off their list again, and that stands by now
// where they do not see it.
func (w *World) leave(tb testing.TB) {
	tb.Helper()
	s, ctx := w.Stage, tb.Context()
	for _, v := range []domain.Viewer{s.Maria, s.Lena} {
		open := s.List(tb, v, dto.ListInput{Name: "Thought of", TargetPersonID: s.Ben})
		hidden := s.List(tb, s.Tom, dto.ListInput{Name: "Not for them", TargetPersonID: v.PersonID, Visibility: "hidden_from_target"})
		for _, title := range []string{"Kite", "Rope"} {
			w.tick()
			item := s.Item(tb, v, open, fixture.Gift(title, "9"))
			standing, err := s.Store.Items.Standing(ctx, v, item)
			if err != nil {
				tb.Fatal(err)
			}
			s.Item(tb, s.Tom, hidden, dto.AddInput{ItemInput: dto.ItemInput{GiftID: standing.GiftID}})
			if _, err := s.Services.Items.Delete(ctx, v, item); err != nil {
				tb.Fatal(err)
			}
		}
	}
}
