package service_test

import (
	"testing"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

func TestChangingAnOccasionKeepsTheBudgetsOfThoseWhoStayAndTheEditorsOwn(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		set := func(change func(in *dto.OccasionInput)) dto.OccasionInput {
			o, err := s.Services.Occasions.Get(t.Context(), s.Maria, s.Christmas)
			ok(t, err)
			in := o.Form()
			change(&in)
			ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in))
			return in
		}
		set(func(in *dto.OccasionInput) { in.Budgets = map[string]string{s.Ben: "40", s.LenaPerson: "99"} })
		third := s.Person(t, dto.PersonInput{DisplayName: "Opa"})
		set(func(in *dto.OccasionInput) { in.PersonIDs = append(in.PersonIDs, third, third) })
		o, err := s.Services.Occasions.Get(t.Context(), s.Lena, s.Christmas)
		ok(t, err)
		form := o.Form()
		if form.Budgets[s.LenaPerson] != "" {
			t.Fatal("Lena sees her own budget")
		}
		form.Notes, form.Budgets[s.LenaPerson] = "from Lena", "1"
		ok(t, s.Services.Occasions.Update(t.Context(), s.Lena, s.Christmas, form))
		ok(t, s.Services.People.Delete(t.Context(), s.Maria, third, true))
		set(func(in *dto.OccasionInput) { in.Notes = "while Opa is in the trash" })
		ok(t, s.Services.People.Restore(t.Context(), s.Maria, third))
		in := set(func(*dto.OccasionInput) {})
		if len(in.PersonIDs) != 3 || in.Budgets[s.Ben] != "40,00" || in.Budgets[s.LenaPerson] != "99,00" {
			t.Fatalf("%+v", in)
		}
	})
}

func TestAnOccasionTakesOnlyPeopleOfTheFamily(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		for _, id := range []string{uuid.NewString(), "junk", fixture.FamilyAt(t, db, "elsewhere.example").Ben} {
			_, err := s.Services.Occasions.Create(t.Context(), s.Maria, dto.OccasionInput{Name: "x", Date: "2027-01-01", PersonIDs: []string{s.Ben, id}})
			if apperr.FieldsOf(err)["person_ids"] == "" {
				t.Errorf("%s: %v", id, err)
			}
		}
	})
}

func TestJunkIdsAreMessagesBesideTheirFieldsOrFindNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		_, err := s.Services.Lists.Create(t.Context(), s.Maria, dto.ListInput{Name: "x", TargetPersonID: "junk", OccasionID: s.Christmas})
		if f := apperr.FieldsOf(err); f["target_person_id"] == "" || f["occasion_id"] != "" {
			t.Errorf("got %v", err)
		}
		page, err := s.Services.Lists.Index(t.Context(), s.Maria, dto.ListQuery{PersonID: "junk"})
		if err != nil || len(page.Items) != 0 {
			t.Errorf("got %+v %v", page, err)
		}
		list := s.List(t, s.Maria, dto.ListInput{Name: "x", TargetPersonID: s.Ben})
		_, err = s.Services.Items.Add(t.Context(), s.Maria, list, dto.AddInput{ItemInput: dto.ItemInput{Privacy: "junk"}, GiftInput: dto.GiftInput{Title: "x"}})
		if apperr.FieldsOf(err)["privacy"] == "" {
			t.Errorf("a privacy that is none: %v", err)
		}
		ok(t, s.Services.People.Update(t.Context(), s.Maria, s.Ben, dto.PersonInput{DisplayName: "Ben", Version: 1, Tags: "\u0301, fine"}))
	})
}

// Case 22.
func TestABirthdayFollowsItsPerson(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		in := dto.PersonInput{DisplayName: "Opa", BirthDay: "29", BirthMonth: "2"}
		id := s.Person(t, in)
		save := func(change func(in *dto.PersonInput)) dto.PersonPage {
			t.Helper()
			p, err := s.Services.People.Get(t.Context(), s.Maria, id)
			ok(t, err)
			in := p.Form()
			change(&in)
			ok(t, s.Services.People.Update(t.Context(), s.Maria, id, in))
			page, err := s.Services.People.Page(t.Context(), s.Maria, id)
			ok(t, err)
			return page
		}
		first := save(func(*dto.PersonInput) {})
		if first.Upcoming[0].On.String() != "2027-02-28" || first.Upcoming[0].Name != "Opa’s birthday" || first.Person.TurnsAge != 0 {
			t.Fatalf("%+v", first)
		}
		day := first.Upcoming[0].ID
		list := s.List(t, s.Maria, dto.ListInput{Name: "For Opa", TargetPersonID: id, OccasionID: day})
		moved := save(func(in *dto.PersonInput) {
			in.DisplayName, in.BirthDay, in.BirthMonth, in.BirthYear = "Opa Karl", "23", "11", "1946"
		})
		if u := moved.Upcoming[0]; u.ID != day || u.Name != "Opa Karl’s birthday" || u.Days != 0 || moved.Person.TurnsAge != 80 {
			t.Fatalf("%+v", moved)
		}
		if p := save(func(in *dto.PersonInput) { in.BirthDay, in.BirthMonth, in.BirthYear = "", "", "" }); len(p.Upcoming) != 0 {
			t.Fatalf("cleared: %+v", p.Upcoming)
		}
		save(func(in *dto.PersonInput) { in.BirthDay, in.BirthMonth = "1", "12" })
		ok(t, s.Services.People.Archive(t.Context(), s.Maria, id))
		ok(t, s.Services.People.Restore(t.Context(), s.Maria, id))
		back := save(func(*dto.PersonInput) {})
		l, err := s.Services.Lists.Get(t.Context(), s.Maria, list)
		ok(t, err)
		if back.Upcoming[0].ID != day || back.Upcoming[0].On.String() != "2026-12-01" || l.Occasion == nil {
			t.Fatalf("the birthday lost its list: %+v %+v", back.Upcoming, l)
		}
		o, err := s.Services.Occasions.Get(t.Context(), s.Maria, day)
		ok(t, err)
		form := o.Form()
		form.PersonIDs, form.Name = nil, "Other"
		ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, day, form))
		if o, err = s.Services.Occasions.Get(t.Context(), s.Maria, day); err != nil || o.BirthdayOf == nil || o.Name != "Opa Karl’s birthday" {
			t.Fatalf("a birthday without its person: %+v %v", o, err)
		}
	})
}
