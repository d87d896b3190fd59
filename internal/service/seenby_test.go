package service_test

import (
	"encoding/json"
	"slices"
	"testing"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/worlds"
)

func TestAPlannerSeesASurpriseListThroughTheEyesOfWhomItIsFor(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Lena, dto.ListInput{Name: "Wishes", TargetPersonID: s.LenaPerson})
		skates := s.Item(t, s.Lena, list, fixture.Gift("Skates", "80"))
		s.Item(t, s.Tom, list, fixture.Gift("Helmet", "30"))
		wishlist{Stage: s, t: t}.moves(s.Tom, skates, "ordered")
		secret := s.List(t, s.Tom, dto.ListInput{Name: "Pony", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
		diary := s.List(t, s.Lena, dto.ListInput{Name: "Diary", TargetPersonID: s.LenaPerson, Visibility: "owner"})
		look := func(v domain.Viewer, list, person string) (dto.SeenList, error) {
			return s.Services.SeenBy.List(t.Context(), v, list, dto.Eyes{PersonID: person})
		}

		seen, err := look(s.Tom, list, s.LenaPerson)
		ok(t, err)
		if w := seen.Wishes; !seen.There || seen.Plan != nil || len(w.Wishes) != 1 || w.Wishes[0].Title != "Skates" || !w.List.Own || w.List.MayAdd || seen.Hidden != 1 {
			t.Errorf("her wishes: %+v", seen)
		}
		if seen, err = look(s.Tom, secret, s.LenaPerson); err != nil || seen.There || seen.Wishes != nil || seen.Plan != nil || !seen.Account {
			t.Errorf("what is hidden from her: %+v, %v", seen, err)
		}
		if seen, err = look(s.Tom, secret, s.Ben); err != nil || seen.Account || seen.There || seen.Who.Name != "Ben" {
			t.Errorf("nobody signs in as Ben: %+v, %v", seen, err)
		}
		for what, test := range map[string]struct {
			v            domain.Viewer
			list, person string
			want         apperr.Code
		}{
			"what the planner does not see":        {s.Tom, diary, s.LenaPerson, apperr.NotFound},
			"a list for oneself":                   {s.Lena, list, s.Ben, apperr.Forbidden},
			"through one’s own eyes":               {s.Lena, s.List(t, s.Tom, dto.ListInput{Name: "Ben", TargetPersonID: s.Ben}), s.LenaPerson, apperr.Forbidden},
			"a guest":                              {s.Gast, list, s.LenaPerson, apperr.Forbidden},
			"through the eyes of nobody":           {s.Tom, list, s.Christmas, apperr.NotFound},
			"through the eyes of whom it hides it": {s.Lena, secret, s.Ben, apperr.NotFound},
		} {
			if _, err := look(test.v, test.list, test.person); apperr.CodeOf(err) != test.want {
				t.Errorf("%s: %v", what, err)
			}
		}
		page, err := s.Services.SeenBy.Person(t.Context(), s.Tom, dto.Eyes{PersonID: s.LenaPerson})
		ok(t, err)
		if len(page.Page.Lists) != 1 || page.Page.Lists[0].ID != list || page.Page.Lists[0].Items != 1 || page.Page.Lists[0].Plan != nil {
			t.Errorf("her own page: %+v", page.Page.Lists)
		}
	})
}

// In families made by chance: whoever looks through another's eyes sees nothing that they do not see themselves, and of
// what both see just what that other sees. And that other finds no trace of it.
func TestThroughAnothersEyesThereIsJustWhatBothSee(t *testing.T) {
	t.Parallel()
	w := worlds.Build(t, dbtest.Fresh(t), 7, 150)
	s := w.Copies(t, w.Stage.Tom).With
	viewers := map[string]domain.Viewer{"Lena": w.Stage.Lena, "Maria": w.Stage.Maria, "Tom": w.Stage.Tom, "Gast": w.Stage.Gast}
	before := feedOf(t, s, viewers)
	looks := 0
	for planner, v := range viewers {
		for other, theirs := range viewers {
			if planner == other || v.Guest() || theirs.PersonID == "" {
				continue
			}
			for _, list := range w.Pool[worlds.Lists] {
				looks += lookAt(t, s, planner+" as "+other, v, theirs, list)
			}
		}
	}
	if looks < 20 {
		t.Errorf("only %d lists were seen through another's eyes: this promises little", looks)
	}
	if after := feedOf(t, s, viewers); after != before {
		t.Errorf("looking leaves a trace: %s, before it was %s", after, before)
	}
}

// lookAt compares one look with what the two see by themselves; it returns 1 where there was something to see.
func lookAt(t *testing.T, s *fixture.Stage, who string, v, theirs domain.Viewer, list string) int {
	t.Helper()
	ctx, sv := t.Context(), s.Services
	seen, err := sv.SeenBy.List(ctx, v, list, dto.Eyes{PersonID: theirs.PersonID})
	mine, missing := sv.Lists.Get(ctx, v, list)
	if missing != nil || mine.Own {
		if err == nil {
			t.Errorf("%s sees %s, which is closed to the one who looks", who, list)
		}
		return 0
	}
	ok(t, err)
	plan, err := sv.Items.Plan(ctx, v, list)
	ok(t, err)
	visible := rowsOf(plan)
	hers, err := sv.Lists.Get(ctx, theirs, list)
	switch {
	case err != nil:
		if seen.There || seen.Wishes != nil || seen.Plan != nil || len(seen.Thread.Comments.Items) > 0 {
			t.Errorf("%s sees %s, which is closed to the other: %+v", who, list, seen)
		}
		return 0
	case hers.Own:
		want, err := sv.Items.Wishes(ctx, theirs, list)
		ok(t, err)
		want.Wishes = slices.DeleteFunc(want.Wishes, func(w dto.Wish) bool { _, both := visible[w.ID]; return !both })
		alike(t, who, seen.Wishes.Wishes, want.Wishes)
	default:
		want, err := sv.Items.Plan(ctx, theirs, list)
		ok(t, err)
		both := rowsOf(want)
		for id := range both {
			if _, known := visible[id]; !known {
				delete(both, id)
			}
		}
		alike(t, who, rowsOf(*seen.Plan), both)
	}
	saidTo := func(v domain.Viewer) []string {
		thread, err := sv.Comments.Thread(ctx, v, dto.Parent{ParentType: domain.EntityList, ParentID: list}, dto.Query{Sort: "new"})
		ok(t, err)
		return bodies(thread)
	}
	alike(t, who, bodies(seen.Thread), slices.DeleteFunc(saidTo(theirs), func(c string) bool { return !slices.Contains(saidTo(v), c) }))
	return 1
}

// rowsOf are the items of a plan by their ids, without what could be done with them.
func rowsOf(p dto.Plan) map[string]dto.Item {
	rows := map[string]dto.Item{}
	for _, g := range p.Groups {
		for _, i := range g.Items {
			i.Moves, i.MayTakeOver, i.Elsewhere = nil, false, nil
			rows[i.ID] = i
		}
	}
	return rows
}

func bodies(t dto.Thread) []string {
	var all []string
	for _, c := range t.Comments.Items {
		all = append(all, c.ID+c.Text)
	}
	return all
}

// feedOf is what everybody finds in the feed, and what each could take back.
func feedOf(t *testing.T, s *fixture.Stage, viewers map[string]domain.Viewer) string {
	t.Helper()
	all := map[string]any{}
	for name, v := range viewers {
		feed, err := s.Services.Activity.Index(t.Context(), v, dto.ActivityQuery{})
		ok(t, err)
		steps, err := s.Services.Undo.Recent(t.Context(), v)
		ok(t, err)
		all[name] = []any{feed, steps}
	}
	raw, err := json.Marshal(all)
	ok(t, err)
	return string(raw)
}

func alike(t *testing.T, who string, got, want any) {
	t.Helper()
	a, err := json.Marshal(got)
	ok(t, err)
	b, err := json.Marshal(want)
	ok(t, err)
	if string(a) != string(b) && len(a)+len(b) > len("null")+len("[]") {
		t.Errorf("%s sees\n%s\nwant\n%s", who, a, b)
	}
}
