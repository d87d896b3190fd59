package service_test

import (
	"slices"
	"strings"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// occasionForm is an occasion's form as the viewer gets it.
func occasionForm(t *testing.T, s *fixture.Stage, v domain.Viewer, id string) dto.OccasionInput {
	t.Helper()
	o, err := s.Services.Occasions.Get(t.Context(), v, id)
	ok(t, err)
	return o.Form()
}

// An occasion of Lena's own is widened by her, left by her and given back to her, with budgets that others set for her
// and without. She is answered the same, and the others lose nothing.
func TestWhatOthersSetForTheTargetOutlastsTheirChangesAndTellsThemNothing(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		play := func(host, total, own string) (w *world, id string) {
			w = &world{Stage: fixture.FamilyAt(t, db, host), t: t, target: "Lena", ids: map[string]string{}}
			w.person = w.LenaPerson
			id, err := w.Services.Occasions.Create(t.Context(), w.Tom, dto.OccasionInput{
				Name: "Matura", Date: "2027-06-01", Budget: total, PersonIDs: []string{w.LenaPerson}, Budgets: map[string]string{w.LenaPerson: own},
			})
			ok(t, err)
			w.ids["Ben"], w.ids["Lena"], w.ids["Matura"], w.ids["Easter"], w.ids["Christmas"] = w.Ben, w.LenaPerson, id, w.Christmas, w.Christmas
			for i, people := range [][]string{{w.LenaPerson, w.Ben}, {w.Ben}, {w.Ben, w.LenaPerson}, {w.LenaPerson}, {}} {
				in := occasionForm(t, w.Stage, w.Lena, id)
				in.PersonIDs = people
				if i == 0 {
					in.Budget, in.Budgets[w.Ben] = "50", "20"
				}
				if i == 3 {
					in.Budgets[w.Ben] = ""
				}
				w.answered("Lena", w.Services.Occasions.Update(t.Context(), w.Lena, id, in))
				w.look([]string{"Matura"})
			}
			return w, id
		}
		with, id := play("with.example", "300", "")
		both, bothID := play("both.example", "300", "99")
		without, _ := play("without.example", "", "")
		compare(t, with.transcript(), without.transcript())
		compare(t, both.transcript(), without.transcript())
		for w, want := range map[*world]string{with: "300,00", both: "99,00"} {
			occasion := map[*world]string{with: id, both: bothID}[w]
			in := occasionForm(t, w.Stage, w.Tom, occasion)
			if len(in.PersonIDs) != 0 {
				t.Fatalf("nobody is on it: %+v", in)
			}
			in.PersonIDs = []string{w.LenaPerson}
			ok(t, w.Services.Occasions.Update(t.Context(), w.Tom, occasion, in))
			if back := occasionForm(t, w.Stage, w.Tom, occasion); back.Budgets[w.LenaPerson] != want {
				t.Errorf("put on again, with %+v, want %s", back.Budgets, want)
			}
		}
	})
}

func TestABudgetTypedForSomebodyWhoComesBackBeatsTheOneThatWasHeld(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		save := func(v domain.Viewer, change func(in *dto.OccasionInput)) {
			t.Helper()
			in := occasionForm(t, s, v, s.Christmas)
			change(&in)
			ok(t, s.Services.Occasions.Update(t.Context(), v, s.Christmas, in))
		}
		off := func(in *dto.OccasionInput) { in.PersonIDs = []string{s.Ben} }
		on := func(budget string) func(in *dto.OccasionInput) {
			return func(in *dto.OccasionInput) {
				in.PersonIDs, in.Budgets[s.LenaPerson] = []string{s.Ben, s.LenaPerson}, budget
			}
		}
		save(s.Tom, on("70"))
		save(s.Lena, off)
		save(s.Tom, on("80"))
		if in := occasionForm(t, s, s.Tom, s.Christmas); in.Budgets[s.LenaPerson] != "80,00" {
			t.Errorf("%+v", in.Budgets)
		}
		save(s.Tom, on(""))
		save(s.Lena, off)
		save(s.Tom, on(""))
		if in := occasionForm(t, s, s.Tom, s.Christmas); in.Budgets[s.LenaPerson] != "" {
			t.Errorf("a budget that was emptied came back: %+v", in.Budgets)
		}
	})
}

// Case 25.
func TestWhoeverIsTakenOffAnOccasionKeepsTheirListsAndABudgetIsAskedAbout(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		in := occasionForm(t, s, s.Maria, s.Christmas)
		in.Budgets[s.Ben] = "40"
		ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in))
		in = occasionForm(t, s, s.Maria, s.Christmas)
		in.PersonIDs = []string{s.LenaPerson}
		err := s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in)
		if said := apperr.FieldsOf(err)["person_budget_"+s.Ben]; !strings.Contains(said, "40,00") {
			t.Fatalf("got %v", err)
		}
		if now := occasionForm(t, s, s.Maria, s.Christmas); now.Budgets[s.Ben] != "40,00" || len(now.PersonIDs) != 2 {
			t.Fatalf("%+v", now)
		}
		in.Budgets[s.Ben] = ""
		ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in))
		page, err := s.Services.Occasions.Page(t.Context(), s.Maria, s.Christmas)
		ok(t, err)
		if len(page.Occasion.People) != 1 || len(page.Lists) != 1 || page.Lists[0].ID != list {
			t.Errorf("the list is gone: %+v", page)
		}
	})
}

func TestSettingOneBudgetLeavesThoseThatWereSetMeanwhile(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		opa := s.Person(t, dto.PersonInput{DisplayName: "Opa"})
		in := occasionForm(t, s, s.Maria, s.Christmas)
		in.PersonIDs = append(in.PersonIDs, opa)
		ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in))
		marias, toms, mayTakeOff := occasionForm(t, s, s.Maria, s.Christmas), occasionForm(t, s, s.Tom, s.Christmas), occasionForm(t, s, s.Tom, s.Christmas)
		marias.Budgets[s.Ben] = "40"
		ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, marias))
		toms.Budgets[opa] = "25"
		ok(t, s.Services.Occasions.Update(t.Context(), s.Tom, s.Christmas, toms))
		if now := occasionForm(t, s, s.Maria, s.Christmas); now.Budgets[s.Ben] != "40,00" || now.Budgets[opa] != "25,00" {
			t.Errorf("%+v", now.Budgets)
		}
		mayTakeOff.PersonIDs = []string{s.LenaPerson, opa}
		err := s.Services.Occasions.Update(t.Context(), s.Tom, s.Christmas, mayTakeOff)
		if apperr.FieldsOf(err)["person_budget_"+s.Ben] == "" {
			t.Errorf("a budget that was set meanwhile is dropped unseen: %v", err)
		}
	})
}

func TestDeletingAnOccasionSaysWhatStaysAndWhatGoesAndAsks(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		s.List(t, s.Maria, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben, OccasionID: s.Christmas})
		s.List(t, s.Maria, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, OccasionID: s.Christmas, Visibility: "hidden_from_target"})
		in := occasionForm(t, s, s.Maria, s.Christmas)
		in.Budgets = map[string]string{s.Ben: "40", s.LenaPerson: "50"}
		ok(t, s.Services.Occasions.Update(t.Context(), s.Maria, s.Christmas, in))
		for v, words := range map[domain.Viewer][]string{
			s.Maria: {"2 lists", "for 2 people"}, s.Lena: {"1 list ", "for 1 person"},
		} {
			err := s.Services.Occasions.Delete(t.Context(), v, s.Christmas, false)
			refused(t, err, apperr.Unconfirmed)
			if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(err.Error(), w) }) {
				t.Errorf("%v does not say %q", err, words)
			}
		}
		ok(t, s.Services.Occasions.Delete(t.Context(), s.Maria, s.Christmas, true))
		ok(t, s.Services.Occasions.Restore(t.Context(), s.Maria, s.Christmas))
		if now := occasionForm(t, s, s.Maria, s.Christmas); now.Budgets[s.LenaPerson] != "50,00" {
			t.Errorf("%+v", now)
		}
	})
}
