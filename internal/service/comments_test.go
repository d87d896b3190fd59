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

func (w wishlist) says(v domain.Viewer, kind domain.Entity, id, body string) dto.Comment {
	w.t.Helper()
	c, err := w.Services.Comments.Add(w.t.Context(), v, dto.Parent{ParentType: kind, ParentID: id}, dto.CommentInput{Body: body})
	ok(w.t, err)
	return c
}

// deleted is how a deletion went.
func deleted(_ dto.Parent, err error) error { return err }

// reads is what somebody reads on a thing, oldest first.
func (w wishlist) reads(v domain.Viewer, kind domain.Entity, id string) []string {
	w.t.Helper()
	th, err := w.Services.Comments.Thread(w.t.Context(), v, dto.Parent{ParentType: kind, ParentID: id}, dto.Query{})
	ok(w.t, err)
	bodies := []string{}
	for _, c := range th.Comments.Items {
		bodies = append(bodies, c.Text)
	}
	return bodies
}

func TestEverythingThatCanBeSeenCanBeTalkedAbout(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		for kind, id := range map[domain.Entity]string{
			domain.EntityPerson: w.Ben, domain.EntityOccasion: w.Christmas, domain.EntityList: w.list,
			domain.EntityGift: w.gift, domain.EntityItem: w.wish,
		} {
			w.says(w.Tom, kind, id, "one")
			w.says(w.Maria, kind, id, "two")
			if got := w.reads(w.Tom, kind, id); !slices.Equal(got, []string{"one", "two"}) {
				t.Errorf("%s: %v", kind, got)
			}
			n, err := w.Services.Comments.Counts(t.Context(), w.Tom, kind, []string{id, w.Home.ID, "junk"})
			if err != nil || len(n) != 1 || n[id] != 2 {
				t.Errorf("%s: counted %v %v", kind, n, err)
			}
			_, err = w.Services.Comments.Add(t.Context(), w.Tom, dto.Parent{ParentType: kind, ParentID: w.Home.ID}, dto.CommentInput{Body: "x"})
			refused(t, err, apperr.NotFound)
		}
		_, err := w.Services.Comments.Thread(t.Context(), w.Tom, dto.Parent{ParentType: "tag", ParentID: w.list}, dto.Query{})
		refused(t, err, apperr.NotFound)
	})
}

func TestTheTargetReadsOfAnItemOnlyWhatTheySaidThemselves(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		tom := w.says(w.Tom, domain.EntityItem, w.wish, "I have it, @Maria and @Lena")
		mine := w.says(w.Lena, domain.EntityItem, w.wish, "Size 38")
		if got := w.reads(w.Lena, domain.EntityItem, w.wish); !slices.Equal(got, []string{"Size 38"}) {
			t.Errorf("Lena reads %v", got)
		}
		if got := w.reads(w.Maria, domain.EntityItem, w.wish); len(got) != 2 {
			t.Errorf("Maria reads %v", got)
		}
		n, err := w.Services.Comments.Counts(t.Context(), w.Lena, domain.EntityItem, []string{w.wish})
		if err != nil || n[w.wish] != 1 {
			t.Errorf("Lena counts %v %v", n, err)
		}
		named, err := w.Services.Comments.Mentions(t.Context(), w.Lena, dto.Query{})
		if err != nil || len(named.Items) != 0 {
			t.Errorf("Lena is mentioned in %+v %v", named, err)
		}
		for _, do := range []func() error{
			func() error { _, err := w.Services.Comments.Resolve(t.Context(), w.Lena, tom.ID); return err },
			func() error { return deleted(w.Services.Comments.Delete(t.Context(), w.Lena, tom.ID)) },
			func() error {
				_, err := w.Services.Comments.Edit(t.Context(), w.Lena, tom.ID, dto.CommentInput{Body: "x"})
				return err
			},
			func() error { _, err := w.Services.Comments.Restore(t.Context(), w.Lena, tom.ID); return err },
		} {
			refused(t, do(), apperr.NotFound)
		}
		_, err = w.Services.Comments.Resolve(t.Context(), w.Tom, mine.ID) // Lena would see it
		refused(t, err, apperr.Forbidden)
		_, err = w.Services.Comments.Resolve(t.Context(), w.Lena, mine.ID)
		ok(t, err)
	})
}

func TestCommentsHideAndComeBackWithWhatTheyHangOn(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ctx := t.Context()
		ben := w.List(t, w.Tom, dto.ListInput{Name: "Ben", TargetPersonID: w.Ben})
		c := w.says(w.Tom, domain.EntityList, ben, "@Maria look")
		ok(t, w.Services.Lists.Delete(ctx, w.Tom, ben, true))
		for _, err := range []error{
			deleted(w.Services.Comments.Delete(ctx, w.Tom, c.ID)),
			func() error { _, err := w.Services.Comments.Restore(ctx, w.Tom, c.ID); return err }(),
			func() error { _, err := w.Services.Comments.Resolve(ctx, w.Tom, c.ID); return err }(),
		} {
			refused(t, err, apperr.NotFound)
		}
		if n, err := w.Services.Comments.Mentions(ctx, w.Maria, dto.Query{}); err != nil || len(n.Items) != 0 {
			t.Errorf("mentioned: %+v %v", n, err)
		}
		ok(t, w.Services.Lists.Restore(ctx, w.Tom, ben))
		if n, err := w.Services.Comments.Mentions(ctx, w.Maria, dto.Query{}); err != nil || len(n.Items) != 1 {
			t.Errorf("mentioned after: %+v %v", n, err)
		}
	})
}

func TestOneEditsDeletesAndBringsBackWhatOneWroteAndNothingElse(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ctx, s := t.Context(), w.Services.Comments
		c := w.says(w.Tom, domain.EntityPerson, w.Ben, "  loves\u202e \r\n trains  ")
		if c.Text != "loves \n trains" || c.Edited != "" || !c.Mine || c.Version != 1 {
			t.Fatalf("%+v", c)
		}
		_, err := s.Edit(ctx, w.Maria, c.ID, dto.CommentInput{Body: "x", Version: 1}) // not even an admin
		refused(t, err, apperr.Forbidden)
		refused(t, deleted(s.Delete(ctx, w.Maria, c.ID)), apperr.Forbidden)
		_, err = s.Resolve(ctx, w.Maria, c.ID)
		ok(t, err)
		c, err = s.Edit(ctx, w.Tom, c.ID, dto.CommentInput{Body: "loves planes", Version: 1})
		if err != nil || c.Text != "loves planes" || c.Edited == "" || c.Version != 2 || c.Resolution == nil || c.Resolution.By != "Maria" {
			t.Fatalf("%+v %v", c, err)
		}
		_, err = s.Edit(ctx, w.Tom, c.ID, dto.CommentInput{Body: "stale", Version: 1})
		refused(t, err, apperr.Conflict)
		c, err = s.Reopen(ctx, w.Maria, c.ID)
		if err != nil || c.Resolution != nil || c.Version != 2 {
			t.Fatalf("%+v %v", c, err)
		}
		ok(t, deleted(s.Delete(ctx, w.Tom, c.ID)))
		if got := w.reads(w.Maria, domain.EntityPerson, w.Ben); len(got) != 0 {
			t.Fatalf("after deleting: %v", got)
		}
		_, err = s.Restore(ctx, w.Maria, c.ID)
		refused(t, err, apperr.NotFound)
		_, err = s.Restore(ctx, w.Tom, c.ID)
		ok(t, err)
		if got := w.reads(w.Maria, domain.EntityPerson, w.Ben); !slices.Equal(got, []string{"loves planes"}) {
			t.Fatalf("after restoring: %v", got)
		}
	})
}

// Case 44.
func TestAnEmptyOrEndlessCommentIsRefusedBesideItsField(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		for _, body := range []string{"", " \n\t ", "\u202e\x00", strings.Repeat("a", 10_001)} {
			_, err := w.Services.Comments.Add(t.Context(), w.Tom, dto.Parent{ParentType: domain.EntityList, ParentID: w.list}, dto.CommentInput{Body: body})
			if apperr.FieldsOf(err)["body"] == "" {
				t.Errorf("%.10q: %v", body, err)
			}
		}
		w.says(w.Tom, domain.EntityList, w.list, strings.Repeat("😀", 10_000))
	})
}

func TestAGuestCommentsOnFamilyListsAndWhatStandsThereAndNowhereElse(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ctx, s := t.Context(), w.Services.Comments
		c := w.says(w.Gast, domain.EntityList, w.list, "How nice")
		w.says(w.Gast, domain.EntityItem, w.wish, "I have one")
		for kind, id := range map[domain.Entity]string{domain.EntityPerson: w.Ben, domain.EntityOccasion: w.Christmas, domain.EntityGift: w.gift} {
			_, err := s.Add(ctx, w.Gast, dto.Parent{ParentType: kind, ParentID: id}, dto.CommentInput{Body: "x"})
			refused(t, err, apperr.Forbidden)
			th, err := s.Thread(ctx, w.Gast, dto.Parent{ParentType: kind, ParentID: id}, dto.Query{})
			if err != nil || th.MayComment {
				t.Errorf("%s: %+v %v", kind, th, err)
			}
		}
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		_, err := s.Add(ctx, w.Gast, dto.Parent{ParentType: domain.EntityList, ParentID: secret}, dto.CommentInput{Body: "x"})
		refused(t, err, apperr.NotFound)
		_, err = s.Resolve(ctx, w.Gast, c.ID)
		refused(t, err, apperr.Forbidden)
		_, err = s.Edit(ctx, w.Gast, c.ID, dto.CommentInput{Body: "How very nice"})
		ok(t, err)
		ok(t, deleted(s.Delete(ctx, w.Gast, c.ID)))
	})
}

func TestAThreadSaysWhoOfThoseItIsAboutReadsAlong(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		secret := w.List(t, w.Tom, dto.ListInput{Name: "Secret", TargetPersonID: w.LenaPerson, Visibility: "hidden_from_target"})
		hidden := w.Item(t, w.Tom, secret, fixture.Gift("Skis", "80"))
		gift := w.planned(w.Tom, hidden).Gift.ID
		for _, c := range []struct {
			v     domain.Viewer
			on    dto.Parent
			reads bool
		}{
			{w.Tom, dto.Parent{ParentType: domain.EntityPerson, ParentID: w.LenaPerson}, true},
			{w.Lena, dto.Parent{ParentType: domain.EntityPerson, ParentID: w.LenaPerson}, false},
			{w.Tom, dto.Parent{ParentType: domain.EntityPerson, ParentID: w.Ben}, false},
			{w.Tom, dto.Parent{ParentType: domain.EntityList, ParentID: w.list}, true},
			{w.Tom, dto.Parent{ParentType: domain.EntityList, ParentID: secret}, false},
			{w.Tom, dto.Parent{ParentType: domain.EntityItem, ParentID: w.wish}, false},
			{w.Tom, dto.Parent{ParentType: domain.EntityGift, ParentID: w.gift}, true},
			{w.Tom, dto.Parent{ParentType: domain.EntityGift, ParentID: gift}, false},
		} {
			th, err := w.Services.Comments.Thread(t.Context(), c.v, c.on, dto.Query{})
			if err != nil || (len(th.TargetsRead) == 1) != c.reads || c.reads && th.TargetsRead[0].Name != "Lena" {
				t.Errorf("%+v: %+v %v", c.on, th.TargetsRead, err)
			}
		}
	})
}

func TestALongThreadIsPagedForwardAndBackInAFixedNumberOfQueries(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		w := wishlist{Stage: s, t: t}
		asked := dbtest.Statements(t, db)
		on := dto.Parent{ParentType: domain.EntityPerson, ParentID: s.Ben}
		var few int64
		for i := range 12 {
			w.says(s.Tom, domain.EntityPerson, s.Ben, strings.Repeat("@Maria ", 1+i))
			if i == 0 {
				asked.Store(0)
				w.reads(s.Tom, domain.EntityPerson, s.Ben)
				few = asked.Load()
			}
		}
		asked.Store(0)
		if all := w.reads(s.Tom, domain.EntityPerson, s.Ben); len(all) != 12 || asked.Load() != few || few > 6 {
			t.Errorf("%d comments in %d queries, one in %d", len(all), asked.Load(), few)
		}
		var seen []int
		q := dto.Query{Limit: 5}
		for {
			th, err := s.Services.Comments.Thread(t.Context(), s.Tom, on, q)
			ok(t, err)
			for _, c := range th.Comments.Items {
				seen = append(seen, len(c.Text))
			}
			if th.Comments.Next == "" {
				q.Cursor = th.Comments.Prev
				break
			}
			q.Cursor = th.Comments.Next
		}
		if len(seen) != 12 || !slices.IsSorted(seen) {
			t.Errorf("forward: %v", seen)
		}
		th, err := s.Services.Comments.Thread(t.Context(), s.Tom, on, q)
		if err != nil || len(th.Comments.Items) != 5 || len(th.Comments.Items[0].Text) != seen[5] {
			t.Errorf("back: %+v %v", th.Comments, err)
		}
		_, err = s.Services.Comments.Mentions(t.Context(), s.Maria, q) // a cursor of another listing
		refused(t, err, apperr.InvalidCursor)
	})
}
