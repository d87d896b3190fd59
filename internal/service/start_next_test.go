package service_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func startNext(t *testing.T, s *fixture.Stage, v domain.Viewer, id string) string {
	t.Helper()
	next, err := s.Services.Occasions.StartNext(t.Context(), v, id)
	ok(t, err)
	return next
}

func occasionPage(t *testing.T, s *fixture.Stage, v domain.Viewer, id string) dto.OccasionPage {
	t.Helper()
	page, err := s.Services.Occasions.Page(t.Context(), v, id)
	ok(t, err)
	return page
}

// Case 23.
func TestNextYearsOccasionTakesPeopleBudgetsAndListsButNoItemsAndIsStartedOnce(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		in := occasionForm(t, s, s.Maria, s.Christmas)
		in.Budget, in.Notes, in.Budgets = "500", "Goose", map[string]string{s.LenaPerson: "99", s.Ben: "40"}
		ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in))
		bens := s.List(t, s.Maria, dto.ListInput{Name: "Ben 2026", TargetPersonID: s.Ben, OccasionID: s.Christmas, Notes: "wood"})
		s.Item(t, s.Maria, bens, fixture.Gift("Blocks", "20"))
		s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas, Visibility: "hidden_from_target"})
		s.List(t, s.Tom, dto.ListInput{Name: "Mine", Type: "idea", OccasionID: s.Christmas, Visibility: "owner"})

		next := startNext(t, s, s.Lena, s.Christmas) // who sees one list of three, and not her own budget
		if again := startNext(t, s, s.Lena, s.Christmas); again != next {
			t.Fatalf("started twice: %s and %s", next, again)
		}
		if lists := occasionPage(t, s, s.Tom, next).Lists; len(lists) != 1 {
			t.Fatalf("lists that Lena does not see were copied: %+v", lists)
		}
		for _, v := range []domain.Viewer{s.Tom, s.Maria, s.Tom} {
			if again := startNext(t, s, v, s.Christmas); again != next {
				t.Fatalf("started twice: %s and %s", next, again)
			}
		}
		o := occasionPage(t, s, s.Tom, next)
		if o.Occasion.Name != "Christmas" || o.Occasion.NextOn.String() != "2027-12-25" || o.Occasion.Recurrence != calendar.Yearly ||
			o.Occasion.Type != "christmas" || o.Occasion.Notes != "Goose" || o.Occasion.Budget.Minor != 50000 {
			t.Errorf("%+v", o.Occasion)
		}
		if form := o.Occasion.Form(); form.Budgets[s.LenaPerson] != "99,00" || form.Budgets[s.Ben] != "40,00" {
			t.Errorf("%+v", form.Budgets)
		}
		names := []string{}
		for _, l := range o.Lists {
			names = append(names, l.Name)
			if l.Items != 0 || l.Occasion.ID != next {
				t.Errorf("%+v", l)
			}
		}
		slices.Sort(names)
		if !slices.Equal(names, []string{"Ben 2027", "Mine", "Secret"}) || len(occasionPage(t, s, s.Lena, next).Lists) != 1 {
			t.Errorf("%q", names)
		}
		was := occasionPage(t, s, s.Tom, s.Christmas)
		if was.Occasion.Name != "Christmas 2026" || was.Occasion.Recurrence != calendar.Once || was.Occasion.NextOn.String() != "2026-12-25" || len(was.Lists) != 3 {
			t.Errorf("%+v", was.Occasion)
		}
		ok(t, s.Services.Occasions.Delete(t.Context(), s.Maria, next, true))
		if again := startNext(t, s, s.Maria, s.Christmas); again != next {
			t.Errorf("one in the trash is started anew: %s", again)
		}
		_, err := s.Services.Occasions.StartNext(t.Context(), s.Gast, next)
		refused(t, err, apperr.Forbidden)
	})
}

func TestNextYearsDayNameAndRuleFollowThoseOfThisYear(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		for _, test := range []struct {
			name, date, recurrence   string
			today                    string
			wasName, wasOn           string
			nextName, nextOn, thenOn string // thenOn is the day after next
		}{
			{"Noël", "2020-12-25", "yearly", "2026-11-23", "Noël 2026", "2026-12-25", "Noël", "2027-12-25", "2028-12-25"},
			{"After it", "2020-12-25", "yearly", "2026-12-28", "After it 2026", "2026-12-25", "After it", "2027-12-25", "2028-12-25"},
			{"Xmas 2026", "2020-12-25", "yearly", "2026-12-25", "Xmas 2026", "2026-12-25", "Xmas 2027", "2027-12-25", "2028-12-25"},
			{"Leap", "2024-02-29", "yearly", "2026-02-01", "Leap 2026", "2026-02-28", "Leap", "2027-02-28", "2028-02-29"},
			{"Easter", "2026-04-05", "easter", "2026-04-01", "Easter 2026", "2026-04-05", "Easter", "2027-03-28", "2028-04-16"},
			{"Mothers", "2025-05-11", "weekday_of_month", "2026-05-10", "Mothers 2026", "2026-05-10", "Mothers", "2027-05-09", "2028-05-14"},
			{"Wedding", "2026-06-06", "none", "2026-05-10", "Wedding 2026", "2026-06-06", "Wedding", "2027-06-06", ""},
			{"Fair 2023", "2023-06-06", "none", "2026-05-10", "Fair 2023", "2023-06-06", "Fair 2026", "2026-06-06", ""},
			{"Once", "2028-02-29", "none", "2028-02-10", "Once 2028", "2028-02-29", "Once", "2029-02-28", ""},
		} {
			at, err := time.Parse(time.DateOnly, test.today)
			ok(t, err)
			s.Clock.T = at.Add(12 * time.Hour)
			id, err := s.Services.Occasions.Create(t.Context(), s.Maria, dto.OccasionInput{Name: test.name, Date: test.date, Recurrence: test.recurrence})
			ok(t, err)
			next := startNext(t, s, s.Maria, id)
			was, o := occasionPage(t, s, s.Maria, id).Occasion, occasionPage(t, s, s.Maria, next).Occasion
			if was.Name != test.wasName || was.NextOn.String() != test.wasOn || o.Name != test.nextName || o.NextOn.String() != test.nextOn {
				t.Errorf("%+v\nwas  %s on %s\nnext %s on %s", test, was.Name, was.NextOn, o.Name, o.NextOn)
			}
			form := o.Form()
			form.Notes = "edited"
			ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, next, form))
			if o = occasionPage(t, s, s.Maria, next).Occasion; o.NextOn.String() != test.nextOn {
				t.Errorf("%s is on %s once it was edited", test.name, o.NextOn)
			}
			if test.thenOn == "" {
				continue
			}
			then := startNext(t, s, s.Maria, next)
			if o, then := occasionPage(t, s, s.Maria, next).Occasion, occasionPage(t, s, s.Maria, then).Occasion; o.NextOn.String() != test.nextOn || then.NextOn.String() != test.thenOn {
				t.Errorf("%s: %s, then %s", test.name, o.NextOn, then.NextOn)
			}
		}
	})
}

// Case 22, Case 23.
func TestABirthdayMovesOverToNextYearsAndGoesOnFollowingItsPerson(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		opa := s.Person(t, dto.PersonInput{DisplayName: "Opa", BirthDay: "30", BirthMonth: "11", BirthYear: "1946"})
		page, err := s.Services.People.Page(t.Context(), s.Maria, opa)
		ok(t, err)
		day := page.Upcoming[0].ID
		list := s.List(t, s.Maria, dto.ListInput{Name: "Opa", TargetPersonID: opa, OccasionID: day})
		next := startNext(t, s, s.Maria, day)
		save := func(change func(in *dto.PersonInput)) (was, now dto.Occasion) {
			t.Helper()
			p, err := s.Services.People.Get(t.Context(), s.Maria, opa)
			ok(t, err)
			in := p.Form()
			change(&in)
			ok(t, s.Services.People.Update(t.Context(), s.Maria, opa, in))
			return occasionPage(t, s, s.Maria, day).Occasion, occasionPage(t, s, s.Maria, next).Occasion
		}
		was, now := save(func(*dto.PersonInput) {})
		if was.Name != "Opa’s birthday 2026" || was.BirthdayOf != nil || was.NextOn.String() != "2026-11-30" ||
			now.Name != "Opa’s birthday" || now.BirthdayOf == nil || now.NextOn.String() != "2027-11-30" {
			t.Fatalf("%+v\n%+v", was, now)
		}
		was, now = save(func(in *dto.PersonInput) { in.DisplayName = "Karl" })
		if was.Name != "Opa’s birthday 2026" || now.Name != "Karl’s birthday" || now.NextOn.String() != "2027-11-30" {
			t.Errorf("renamed: %+v\n%+v", was, now)
		}
		was, now = save(func(in *dto.PersonInput) { in.BirthDay, in.BirthMonth, in.BirthYear = "29", "2", "" })
		if was.NextOn.String() != "2026-11-30" || now.NextOn.String() != "2027-02-28" {
			t.Errorf("moved: %+v\n%+v", was, now)
		}
		ok(t, s.Services.People.Archive(t.Context(), s.Maria, opa))
		_, err = s.Services.Occasions.Get(t.Context(), s.Maria, next)
		refused(t, err, apperr.NotFound)
		if l, err := s.Services.Lists.Get(t.Context(), s.Maria, list); err != nil || l.Occasion == nil || l.Occasion.ID != day {
			t.Errorf("this year’s list: %+v %v", l, err)
		}
		ok(t, s.Services.People.Restore(t.Context(), s.Maria, opa))
		if then := startNext(t, s, s.Maria, next); occasionPage(t, s, s.Maria, then).Occasion.NextOn.String() != "2028-02-29" {
			t.Error("29 February is forgotten")
		}
	})
}

func TestNextYearsOccasionStartedByManyAtTheSameInstantIsOne(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas, Visibility: "hidden_from_target"})
		viewers := []domain.Viewer{s.Maria, s.Tom, s.Lena, s.Tom, s.Lena, s.Maria}
		next := make([]string, len(viewers))
		var wait sync.WaitGroup
		for i, v := range viewers {
			wait.Go(func() {
				var err error
				if next[i], err = s.Services.Occasions.StartNext(t.Context(), v, s.Christmas); err != nil {
					t.Error(err)
				}
			})
		}
		wait.Wait()
		if next = slices.Compact(next); len(next) != 1 {
			t.Fatalf("%q", next)
		}
		if page := occasionPage(t, s, s.Tom, next[0]); len(page.Lists) != 2 || len(page.Occasion.People) != 2 {
			t.Errorf("%+v", page)
		}
		if index, err := s.Services.Occasions.Index(t.Context(), s.Tom, dto.OccasionQuery{Query: dto.Query{}}); err != nil || len(index.Items) != 2 {
			t.Errorf("%+v %v", index.Items, err)
		}
	})
}

func TestNextYearsOccasionTellsTheTargetNothingOfWhatIsHiddenOfThisYears(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		play := func(host string, hidden bool) *world {
			w := &world{Stage: fixture.FamilyAt(t, db, host), t: t, target: "Lena", ids: map[string]string{}}
			w.person = w.LenaPerson
			w.ids["Christmas"], w.ids["Easter"], w.ids["Ben"], w.ids["Lena"] = w.Christmas, w.Christmas, w.Ben, w.LenaPerson
			wishes := w.List(t, w.Lena, dto.ListInput{Name: "My wishes", TargetPersonID: w.LenaPerson, OccasionID: w.Christmas})
			w.Item(t, w.Lena, wishes, fixture.Gift("Book", "20"))
			if hidden {
				w.List(t, w.Tom, dto.ListInput{Name: "My wishes", TargetPersonID: w.LenaPerson, OccasionID: w.Christmas, Visibility: "hidden_from_target"})
				w.List(t, w.Tom, dto.ListInput{Name: "Own", OccasionID: w.Christmas, Visibility: "owner"})
				in := occasionForm(t, w.Stage, w.Tom, w.Christmas)
				in.Budgets[w.LenaPerson] = "99"
				ok(t, w.Services.Occasions.Update(t.Context(), w.Tom, w.Christmas, in))
				w.Item(t, w.Tom, wishes, fixture.Gift("Bicycle", "300"))
			}
			next := ""
			for _, v := range []domain.Viewer{w.Tom, w.Lena, w.Tom, w.Lena} {
				next = startNext(t, w.Stage, v, w.Christmas)
				w.ids["next"] = next
				w.look([]string{"next"})
			}
			page := occasionPage(t, w.Stage, w.Lena, next)
			w.sees("next", page, nil)
			for i, l := range page.Lists {
				w.ids["list "+string(rune('a'+i))] = l.ID
				w.look([]string{"list " + string(rune('a'+i))})
			}
			return w
		}
		with, without := play("with.example", true), play("without.example", false)
		compare(t, with.transcript(), without.transcript())
	})
}
