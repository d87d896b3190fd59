package service_test

import (
	"context"
	"testing"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// verbs is every way to ask for, or to change, a thing by its id.
func verbs(s *fixture.Stage, v domain.Viewer, list, gift, item, person, occasion string) map[string]func(context.Context) error {
	svc := s.Services
	do := func(fn func(ctx context.Context) error) func(context.Context) error { return fn }
	title := dto.GiftInput{Title: "x"}
	return map[string]func(context.Context) error{
		"list":   do(func(c context.Context) error { _, err := svc.Lists.Get(c, v, list); return err }),
		"plan":   do(func(c context.Context) error { _, err := svc.Items.Plan(c, v, list); return err }),
		"wishes": do(func(c context.Context) error { _, err := svc.Items.Wishes(c, v, list); return err }),
		"save list": do(func(c context.Context) error {
			return svc.Lists.Update(c, v, list, dto.ListInput{Name: "x", Version: 1})
		}),
		"archive list": do(func(c context.Context) error { return svc.Lists.Archive(c, v, list) }),
		"restore list": do(func(c context.Context) error { return svc.Lists.Restore(c, v, list) }),
		"delete list":  do(func(c context.Context) error { return svc.Lists.Delete(c, v, list, true) }),
		"add": do(func(c context.Context) error {
			_, err := svc.Items.Add(c, v, list, dto.AddInput{GiftInput: title})
			return err
		}),
		"gift":      do(func(c context.Context) error { _, err := svc.Gifts.Get(c, v, gift); return err }),
		"gift page": do(func(c context.Context) error { _, err := svc.Gifts.Page(c, v, gift); return err }),
		"save gift": do(func(c context.Context) error {
			return svc.Gifts.Update(c, v, gift, dto.GiftInput{Title: "x", Version: 1})
		}),
		"archive gift": do(func(c context.Context) error { return svc.Gifts.Archive(c, v, gift) }),
		"restore gift": do(func(c context.Context) error { return svc.Gifts.Restore(c, v, gift) }),
		"delete gift":  do(func(c context.Context) error { return svc.Gifts.Delete(c, v, gift, true) }),
		"item":         do(func(c context.Context) error { _, err := svc.Items.Page(c, v, item); return err }),
		"wish":         do(func(c context.Context) error { _, _, err := svc.Items.Wish(c, v, item); return err }),
		"save item": do(func(c context.Context) error {
			_, err := svc.Items.Update(c, v, item, dto.ItemInput{Version: 1})
			return err
		}),
		"save wish":    do(func(c context.Context) error { return svc.Items.UpdateWish(c, v, item, dto.ItemInput{Version: 1}) }),
		"delete wish":  do(func(c context.Context) error { return svc.Items.DeleteWish(c, v, item) }),
		"archive item": do(func(c context.Context) error { _, err := svc.Items.Archive(c, v, item); return err }),
		"restore item": do(func(c context.Context) error { _, err := svc.Items.Restore(c, v, item); return err }),
		"delete item":  do(func(c context.Context) error { _, err := svc.Items.Delete(c, v, item); return err }),
		"move": do(func(c context.Context) error {
			_, err := svc.Items.SetStatus(c, v, item, dto.StatusInput{Status: "buying"})
			return err
		}),
		"undo": do(func(c context.Context) error { _, err := svc.Items.Undo(c, v, item); return err }),
		"assign": do(func(c context.Context) error {
			_, err := svc.Items.Assign(c, v, item, dto.AssignInput{UserID: v.UserID})
			return err
		}),
		"take over":   do(func(c context.Context) error { _, err := svc.Items.TakeOver(c, v, item); return err }),
		"person":      do(func(c context.Context) error { _, err := svc.People.Get(c, v, person); return err }),
		"person page": do(func(c context.Context) error { _, err := svc.People.Page(c, v, person); return err }),
		"save person": do(func(c context.Context) error {
			return svc.People.Update(c, v, person, dto.PersonInput{DisplayName: "x", Version: 1})
		}),
		"archive pers.": do(func(c context.Context) error { return svc.People.Archive(c, v, person) }),
		"restore pers.": do(func(c context.Context) error { return svc.People.Restore(c, v, person) }),
		"delete person": do(func(c context.Context) error { return svc.People.Delete(c, v, person, true) }),
		"occasion":      do(func(c context.Context) error { _, err := svc.Occasions.Get(c, v, occasion); return err }),
		"occ. page":     do(func(c context.Context) error { _, err := svc.Occasions.Page(c, v, occasion); return err }),
		"save occ.": do(func(c context.Context) error {
			return svc.Occasions.Update(c, v, occasion, dto.OccasionInput{Name: "x", Date: "2027-01-01", Version: 1})
		}),
		"start next":   do(func(c context.Context) error { _, err := svc.Occasions.StartNext(c, v, occasion); return err }),
		"history":      do(func(c context.Context) error { _, err := svc.People.History(c, v, person, dto.Query{}); return err }),
		"archive occ.": do(func(c context.Context) error { return svc.Occasions.Archive(c, v, occasion) }),
		"restore occ.": do(func(c context.Context) error { return svc.Occasions.Restore(c, v, occasion) }),
		"delete occ.":  do(func(c context.Context) error { return svc.Occasions.Delete(c, v, occasion, true) }),
	}
}

// refusedAlike asks each verb for a thing that is there and for one that never was: the answers are one.
func refusedAlike(t *testing.T, there, never map[string]func(context.Context) error) {
	t.Helper()
	for name, ask := range there {
		got, want := ask(t.Context()), never[name](t.Context())
		if apperr.CodeOf(got) != apperr.NotFound || sentenceOf(got) != sentenceOf(want) {
			t.Errorf("%s: %v; of what never was: %v", name, got, want)
		}
	}
}

// Cases 4 and 9.
func TestWhatIsHiddenFromTheTargetAnswersEveryVerbAsIfItNeverExisted(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		secret := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		item := s.Item(t, s.Tom, secret, fixture.Gift("Skates", "80"))
		page, err := s.Services.Items.Page(t.Context(), s.Tom, item)
		ok(t, err)
		none := uuid.NewString()
		refusedAlike(t, verbs(s, s.Lena, secret, page.Item.Gift.ID, item, none, none), verbs(s, s.Lena, none, none, none, none, none))

		own := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
		hidden := s.Item(t, s.Tom, own, fixture.Gift("Skis", "80"))
		there, never := verbs(s, s.Lena, none, none, hidden, none, none), verbs(s, s.Lena, none, none, none, none, none)
		refusedAlike(t, there, never)

		mine := s.Item(t, s.Lena, own, fixture.Gift("Hat", ""))
		for _, verb := range []string{"item", "save item", "archive item", "delete item", "move", "undo", "assign", "take over"} {
			refused(t, verbs(s, s.Lena, own, none, mine, none, none)[verb](t.Context()), apperr.NotFound)
		}
	})
}

// Case 38.
func TestAMemberOfAnotherFamilySeesNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, other := fixture.Family(t, db), fixture.FamilyAt(t, db, "elsewhere.example")
		list := s.List(t, s.Tom, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		item := s.Item(t, s.Tom, list, fixture.Gift("Blocks", "80"))
		page, err := s.Services.Items.Page(t.Context(), s.Tom, item)
		ok(t, err)
		none := uuid.NewString()
		refusedAlike(t, verbs(s, other.Maria, list, page.Item.Gift.ID, item, s.Ben, s.Christmas), verbs(s, other.Maria, none, none, none, none, none))
		lists, err := s.Services.Lists.Index(t.Context(), other.Maria, dto.ListQuery{PersonID: s.Ben})
		if err != nil || len(lists.Items) != 0 {
			t.Errorf("lists: %+v %v", lists, err)
		}
		_, err = s.Services.Lists.Create(t.Context(), other.Maria, dto.ListInput{Name: "x", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		if f := apperr.FieldsOf(err); f["target_person_id"] == "" || f["occasion_id"] == "" {
			t.Errorf("a list for a person of another family: %v", err)
		}
		_, err = s.Services.People.Create(t.Context(), other.Maria, dto.PersonInput{DisplayName: "x", UserID: s.Tom.UserID})
		refused(t, err, apperr.Invalid)
	})
}
