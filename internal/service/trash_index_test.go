package service_test

import (
	"slices"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestTheTrashHoldsWhatOneCanBringBackAndNothingThatOneMayNotKnow(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		sv := s.Services
		holds := func(v domain.Viewer) []string {
			t.Helper()
			page, err := sv.Trash.Index(ctx, v, dto.Query{})
			ok(t, err)
			var names []string
			for _, i := range page.Items {
				names = append(names, string(i.Entity)+" "+i.Title)
			}
			slices.Sort(names)
			return names
		}
		same := func(who string, got []string, want ...string) {
			t.Helper()
			if !slices.Equal(got, want) {
				t.Errorf("%s: %q, want %q", who, got, want)
			}
		}
		secret := s.List(t, s.Maria, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		drum := s.Item(t, s.Maria, secret, fixture.Gift("Drum", "10"))
		kept := s.List(t, s.Maria, dto.ListInput{Name: "Kept", TargetPersonID: s.LenaPerson})
		horn := s.Item(t, s.Maria, kept, fixture.Gift("Horn", "10"))
		wished := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
		wish := s.Item(t, s.Lena, wished, fixture.Gift("Wish", "10"))
		for _, id := range []string{drum, horn} {
			_, err := sv.Items.Delete(ctx, s.Maria, id)
			ok(t, err)
		}
		for _, err := range []error{
			sv.Lists.Delete(ctx, s.Maria, secret, true), sv.Items.DeleteWish(ctx, s.Lena, wish), sv.People.Delete(ctx, s.Tom, s.Ben, true),
		} {
			ok(t, err)
		}
		same("Maria", holds(s.Maria), "list Secret", "list_item Horn", "person Ben")
		same("Tom", holds(s.Tom), "list_item Horn", "person Ben") // another's list is for its owner and the admins to restore
		same("Lena", holds(s.Lena), "person Ben")
		_, err := sv.Trash.Index(ctx, s.Gast, dto.Query{})
		refused(t, err, apperr.Forbidden)
		page, err := sv.Trash.Index(ctx, s.Maria, dto.Query{Limit: 2})
		if err != nil || len(page.Items) != 2 || page.Next == "" || page.Items[0].Until != page.Items[0].On.AddDays(30) {
			t.Fatalf("%+v %v", page, err)
		}
		if rest, err := sv.Trash.Index(ctx, s.Maria, dto.Query{Limit: 2, Cursor: page.Next}); err != nil || len(rest.Items) != 1 || rest.Prev == "" {
			t.Errorf("%+v %v", rest, err)
		}
		ok(t, sv.Lists.Restore(ctx, s.Maria, secret))
		same("Maria", holds(s.Maria), "list_item Drum", "list_item Horn", "person Ben")
	})
}
