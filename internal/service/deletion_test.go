package service_test

import (
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// An archived list goes along too, and so it counts; so do a dropped and an archived item.
func TestADeletionSaysHowManyThingsOfWhichKindGoAlongAndAsks(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx, v := t.Context(), s.Maria
		list := s.List(t, v, dto.ListInput{Name: "Ben’s", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		old := s.List(t, v, dto.ListInput{Name: "Ben’s of old", TargetPersonID: s.Ben})
		ok(t, s.Services.Lists.Archive(ctx, v, old))
		in := fixture.Gift("Drums", "20")
		in.Tags = "loud"
		s.Item(t, v, list, in)
		dropped, archived := s.Item(t, v, list, fixture.Gift("Violin", "5")), s.Item(t, v, list, fixture.Gift("Cello", "9"))
		_, err := s.Services.Items.SetStatus(ctx, v, dropped, dto.StatusInput{Status: "dropped"})
		ok(t, err)
		_, err = s.Services.Items.Archive(ctx, v, archived)
		ok(t, err)
		found, err := s.Services.Gifts.Index(ctx, v, dto.GiftQuery{Query: dto.Query{Q: "drums"}})
		ok(t, err)
		gift, err := s.Services.Gifts.Get(ctx, v, found.Items[0].ID)
		ok(t, err)
		for kind, c := range map[string]struct {
			err  error
			says string
		}{
			"person":   {s.Services.People.Delete(ctx, v, s.Ben, false), "2 lists will go along"},
			"list":     {s.Services.Lists.Delete(ctx, v, list, false), "3 gifts will go along"},
			"occasion": {s.Services.Occasions.Delete(ctx, v, s.Christmas, false), "Its 1 list will stay"},
			"gift":     {s.Services.Gifts.Delete(ctx, v, gift.ID, false), "takes it off 1 list"},
			"tag":      {s.Services.Tags.Delete(ctx, v, gift.Tags[0].ID, false), "It goes off 1 gift"},
		} {
			if refused(t, c.err, apperr.Unconfirmed); !strings.Contains(c.err.Error(), c.says) {
				t.Errorf("%s: %q does not say %q", kind, c.err, c.says)
			}
		}
	})
}
