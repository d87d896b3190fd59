package service_test

import (
	"slices"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestWhatStartingNextYearsWillMakeIsSaidBeforeAndTakenBackAfter(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx, sv := t.Context(), s.Services.Occasions
		s.List(t, s.Maria, dto.ListInput{Name: "Ben 2026", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas, Visibility: "hidden_from_target"})
		before := occasionPage(t, s, s.Lena, s.Christmas).Occasion

		plan, err := sv.Next(ctx, s.Lena, s.Christmas)
		ok(t, err)
		if plan.Next != "Christmas" || plan.Stays != "Christmas 2026" || plan.On.String() != "2027-12-25" || plan.Started != nil ||
			!slices.Equal(plan.Lists, []string{"Ben 2027"}) || len(plan.People) != 2 {
			t.Errorf("%+v", plan)
		}
		next := startNext(t, s, s.Lena, s.Christmas)
		made := occasionPage(t, s, s.Lena, next)
		if made.Occasion.Name != plan.Next || made.Occasion.NextOn != plan.On || len(made.Lists) != 1 || made.Lists[0].Name != plan.Lists[0] {
			t.Errorf("it made %+v, and said %+v", made, plan)
		}
		if plan, err = sv.Next(ctx, s.Lena, s.Christmas); err != nil || plan.Started == nil || len(plan.Lists) > 0 {
			t.Errorf("once it is started: %+v %v", plan, err)
		}

		back, err := sv.UndoNext(ctx, s.Lena, next)
		ok(t, err)
		after := occasionPage(t, s, s.Lena, s.Christmas)
		if back != s.Christmas || after.Occasion.Name != before.Name || after.Occasion.NextOn != before.NextOn || after.Occasion.Recurrence != calendar.Yearly || len(after.Lists) != 1 {
			t.Errorf("after it was taken back: %+v, was %+v", after, before)
		}
		_, err = sv.Page(ctx, s.Lena, next)
		refused(t, err, apperr.NotFound)
		if again := startNext(t, s, s.Lena, s.Christmas); again == next {
			t.Error("what was taken back comes again")
		}
	})
}

func TestAStartThatIsInUseIsNotTakenBackAndABirthdayGoesOnFollowingItsPerson(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx, sv := t.Context(), s.Services.Occasions
		s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		next := startNext(t, s, s.Maria, s.Christmas)
		list := occasionPage(t, s, s.Maria, next).Lists[0].ID
		s.Item(t, s.Maria, list, fixture.Gift("Kite", "9"))
		_, err := sv.UndoNext(ctx, s.Maria, next)
		refused(t, err, apperr.Conflict)
		_, err = sv.UndoNext(ctx, s.Maria, s.Christmas)
		refused(t, err, apperr.NotFound)
		_, err = sv.UndoNext(ctx, s.Gast, next)
		refused(t, err, apperr.Forbidden)
		_, err = sv.Next(ctx, s.Gast, s.Christmas)
		refused(t, err, apperr.Forbidden)

		ida := s.Person(t, dto.PersonInput{DisplayName: "Ida", Relationship: "child", BirthDay: "29", BirthMonth: "2", BirthYear: "2020"})
		days, err := sv.Index(ctx, s.Maria, dto.OccasionQuery{PersonID: ida})
		ok(t, err)
		birthday := days.Items[0].ID
		was := occasionPage(t, s, s.Maria, birthday).Occasion
		_, err = sv.UndoNext(ctx, s.Maria, startNext(t, s, s.Maria, birthday))
		ok(t, err)
		now := occasionPage(t, s, s.Maria, birthday).Occasion
		if now.Name != was.Name || now.Date != was.Date || now.NextOn != was.NextOn || now.BirthdayOf == nil {
			t.Errorf("%+v, was %+v", now, was)
		}
	})
}
