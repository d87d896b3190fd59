package service_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// tagsOn are the tags of the gifts that items are, as somebody sees them.
func (w wishlist) tagsOn(v domain.Viewer, ids []string) []string {
	w.t.Helper()
	var all []string
	for _, id := range ids {
		gift, err := w.Services.Gifts.Get(w.t.Context(), v, w.planned(w.Maria, id).Gift.ID)
		ok(w.t, err)
		all = append(all, gift.Form().Tags)
	}
	return all
}

func TestTagsGoOnAndOffAllChosenGiftsAtOnceAndOneUndoBringsThemBack(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := wishlist{Stage: fixture.Family(t, db), t: t}
		ctx := t.Context()
		list := w.List(t, w.Maria, dto.ListInput{Name: "Ben", TargetPersonID: w.Ben})
		var ids []string
		for title, tags := range map[string]string{"a": "wool, Red", "b": "wool", "c": ""} {
			in := fixture.Gift(title, "10")
			in.Tags = tags
			ids = append(ids, w.Item(t, w.Maria, list, in))
		}
		slices.SortFunc(ids, func(a, b string) int {
			return strings.Compare(w.planned(w.Maria, a).Gift.Title, w.planned(w.Maria, b).Gift.Title)
		})
		chosen, err := w.Services.Items.Chosen(ctx, w.Tom, ids)
		if ok(t, err); len(chosen.Tags) != 2 || chosen.Tags[0] != (dto.TagChosen{Name: "Red", Items: 1}) || chosen.Tags[1] != (dto.TagChosen{Name: "wool", Items: 2}) {
			t.Errorf("they have %+v", chosen)
		}
		res, err := w.Services.Items.Bulk(ctx, w.Tom, dto.BulkInput{ItemIDs: ids, Action: "tags", Value: "red, Warm", TagsOff: []string{"WOOL"}})
		if ok(t, err); len(res.Done) != 3 || res.Batch == "" {
			t.Fatalf("%+v", res)
		}
		if got := w.tagsOn(w.Maria, ids); !slices.Equal(got, []string{"Red, Warm", "Red, Warm", "Red, Warm"}) {
			t.Errorf("now %q", got)
		}
		if recent := w.recent(w.Tom); len(recent) != 1 || recent[0].Sentence != "Changed 3 gifts." {
			t.Errorf("%+v", recent)
		}
		_, err = w.Services.Undo.Take(ctx, w.Tom, res.Batch)
		ok(t, err)
		if got := w.tagsOn(w.Maria, ids); !slices.Equal(got, []string{"Red, wool", "wool", ""}) {
			t.Errorf("taken back: %q", got)
		}
		// What changes nothing makes nothing to take back.
		again, err := w.Services.Items.Bulk(ctx, w.Tom, dto.BulkInput{ItemIDs: ids[:2], Action: "tags", Value: "Wool", TagsOff: []string{"blue"}})
		if ok(t, err); len(again.Done) != 2 || again.Batch != "" {
			t.Errorf("again: %+v", again)
		}
	})
}

func TestAPriceIsGivenToAllChosenGiftsAtOnceOrTakenAwayAndOneUndoBringsTheirsBack(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		w := wishlist{Stage: fixture.Family(t, db), t: t}
		ctx := t.Context()
		_, ids := twenty(t, w)
		prices := func() []string {
			var all []string
			for _, id := range ids {
				all = append(all, w.planned(w.Maria, id).Form().PlannedPrice)
			}
			return slices.Compact(all)
		}
		set := func(v, want string) dto.BulkResult {
			res, err := w.Services.Items.Bulk(ctx, w.Tom, dto.BulkInput{ItemIDs: ids, Action: "price", Value: v})
			if ok(t, err); len(res.Done) != 20 || !slices.Equal(prices(), []string{want}) {
				t.Fatalf("%q: %+v; now %q", v, res, prices())
			}
			return res
		}
		_, err := w.Services.Items.Bulk(ctx, w.Maria, dto.BulkInput{ItemIDs: ids[:10], Action: "price", Value: "3"})
		ok(t, err)
		before := prices()
		first := set("12,50 €", "12,50")
		if chosen, err := w.Services.Items.Chosen(ctx, w.Tom, ids); err != nil || chosen.PlannedPrice != "12,50" || chosen.Currency != "EUR" || chosen.Items != 20 {
			t.Errorf("%+v %v", chosen, err)
		}
		if same := set("12.50", "12,50"); same.Batch != "" {
			t.Errorf("the same again is a step: %+v", same)
		}
		_, err = w.Services.Undo.Take(ctx, w.Tom, first.Batch)
		if ok(t, err); !slices.Equal(prices(), before) {
			t.Errorf("taken back: %q", prices())
		}
		set("", "")
		for _, wrong := range []string{"12,5x", "-3", "12 USD"} {
			_, err := w.Services.Items.Bulk(ctx, w.Tom, dto.BulkInput{ItemIDs: ids, Action: "price", Value: wrong})
			if refused(t, err, apperr.Invalid); apperr.FieldsOf(err)["planned_price"] == "" {
				t.Errorf("%q: %v", wrong, err)
			}
		}
	})
}

func TestTagsAndPricesOfChosenGiftsReachAndTellNothingThatIsHidden(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ctx, items := t.Context(), w.Services.Items
		in := fixture.Gift("Secret", "5")
		in.Tags = "surprise"
		hidden := w.Item(t, w.Tom, w.list, in)
		_, at := items.Chosen(ctx, w.Lena, []string{hidden, w.wish})
		_, never := items.Chosen(ctx, w.Lena, []string{uuid.NewString(), "junk"})
		if refused(t, at, apperr.NotFound); sentenceOf(at) != sentenceOf(never) {
			t.Errorf("%v; what never was: %v", at, never)
		}
		_, err := items.Chosen(ctx, w.Gast, []string{w.wish})
		refused(t, err, apperr.Forbidden)
		for _, in := range []dto.BulkInput{{Action: "tags", Value: "mine", TagsOff: []string{"surprise"}}, {Action: "price", Value: "7"}} {
			in.ItemIDs = []string{hidden, w.wish, uuid.NewString()}
			res, err := items.Bulk(ctx, w.Lena, in)
			if ok(t, err); len(res.Done) != 0 || len(res.Not) != 3 || res.Not[0].Title != "" || res.Not[0].Why != res.Not[2].Why {
				t.Errorf("%s: %+v", in.Action, res)
			}
		}
		if got := w.tagsOn(w.Tom, []string{hidden}); got[0] != "surprise" || w.planned(w.Tom, hidden).Form().PlannedPrice == "7" {
			t.Errorf("hidden: %q", got)
		}
		for _, in := range []dto.BulkInput{{Action: "tags"}, {Action: "tags", Value: strings.Repeat("x", 121)}} {
			in.ItemIDs = []string{hidden}
			_, err := items.Bulk(ctx, w.Tom, in)
			if refused(t, err, apperr.Invalid); apperr.FieldsOf(err)["tags"] == "" {
				t.Errorf("%v", err)
			}
		}
	})
}
