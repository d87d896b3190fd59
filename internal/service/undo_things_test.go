package service_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
)

// change is one kind of change of a thing that is no item.
type change struct {
	name   string
	make   func() string       // the thing, and its id
	do     func(id string)     // the change
	look   func(id string) any // what is to be as before
	others func(id string)     // what somebody else does to it afterwards; nil where that is no matter
}

func versionless(t *testing.T, v any) string {
	t.Helper()
	raw, err := json.Marshal(v)
	ok(t, err)
	var fields map[string]any
	ok(t, json.Unmarshal(raw, &fields))
	for _, name := range []string{"Version", "ID", "Edited"} {
		delete(fields, name)
	}
	raw, err = json.Marshal(fields)
	ok(t, err)
	return string(raw)
}

// must is the id of a thing that was made.
func must(t *testing.T) func(string, error) string {
	return func(id string, err error) string { t.Helper(); ok(t, err); return id }
}

func changes(t *testing.T, s *fixture.Stage) []change {
	t.Helper()
	ctx, v, sv, id := t.Context(), s.Tom, s.Services, must(t)
	look := func(a any, err error) any { t.Helper(); ok(t, err); return a }
	person := dto.PersonInput{
		DisplayName: "Otto", LegalName: "Otto Karl", Relationship: "friend", BirthDay: "3", BirthMonth: "4", BirthYear: "1980", Interests: "wine, wool",
		SizeLabels: []string{"shoes"}, SizeValues: []string{"EU 44"}, Constraints: "nuts", Notes: "two\nlines", Tags: "calm, red",
	}
	occasion := dto.OccasionInput{
		Name: "Feast", Type: "other", Date: "2027-05-05", Recurrence: "yearly", Budget: "210,50", Notes: "long",
		PersonIDs: []string{s.Ben, s.LenaPerson}, Budgets: map[string]string{s.Ben: "40,50", s.LenaPerson: "12"},
	}
	list := dto.ListInput{Name: "Feast", Type: "gift", TargetPersonID: s.Ben, OccasionID: s.Christmas, Visibility: "family", Notes: "long"}
	gift := dto.GiftInput{
		Title: "Drum", Link: "https://shop.example/drum", Price: "1.024,50", Currency: "EUR", Source: "Shop", Description: "loud", Tags: "red, loud",
	}
	tag := dto.TagInput{Name: "Wool " + uuid.NewString(), Type: "mood", Color: "pine", Description: "warm"}
	on := dto.Parent{ParentType: domain.EntityPerson, ParentID: s.Ben}
	said := func() string {
		c, err := sv.Comments.Add(ctx, v, on, dto.CommentInput{Body: "for @Maria"})
		return id(c.ID, err)
	}
	comment := func(id string) any {
		thread, err := sv.Comments.Thread(ctx, v, on, dto.Query{})
		ok(t, err)
		for _, c := range thread.Comments.Items {
			if c.ID == id {
				return c
			}
		}
		return struct{}{}
	}
	makePerson := func() string { return id(sv.People.Create(ctx, v, person)) }
	makeOccasion := func() string { return id(sv.Occasions.Create(ctx, v, occasion)) }
	makeList := func() string { return id(sv.Lists.Create(ctx, v, list)) }
	makeGift := func() string { return id(sv.Gifts.Create(ctx, v, gift)) }
	makeTag := func() string { return id(sv.Tags.Create(ctx, v, tag)) }
	seePerson := func(id string) any { return look(sv.People.Get(ctx, v, id)) }
	seeOccasion := func(id string) any { return look(sv.Occasions.Get(ctx, v, id)) }
	seeList := func(id string) any { return look(sv.Lists.Get(ctx, v, id)) }
	seeGift := func(id string) any { return look(sv.Gifts.Get(ctx, v, id)) }
	seeTag := func(id string) any { return look(sv.Tags.Get(ctx, v, id)) }
	by := s.Maria
	otherPerson := func(id string) { ok(t, sv.People.Archive(ctx, by, id)) }
	otherOccasion := func(id string) { ok(t, sv.Occasions.Archive(ctx, by, id)) }
	otherList := func(id string) { ok(t, sv.Lists.Archive(ctx, by, id)) }
	return []change{
		{"a person saved", makePerson, func(id string) {
			ok(t, sv.People.Update(ctx, v, id, dto.PersonInput{DisplayName: "Karl", BirthDay: "5", BirthMonth: "6", Tags: "blue", Version: 1}))
		}, seePerson, otherPerson},
		{"a person archived", makePerson, func(id string) { ok(t, sv.People.Archive(ctx, v, id)) }, seePerson, func(id string) {
			ok(t, sv.People.Restore(ctx, by, id))
		}},
		{"a person deleted", makePerson, func(id string) { ok(t, sv.People.Delete(ctx, v, id, true)) }, seePerson, func(id string) {
			ok(t, sv.People.Restore(ctx, by, id))
		}},
		{"an occasion saved", makeOccasion, func(id string) {
			in := occasion
			in.Name, in.Budget, in.PersonIDs, in.Version = "Other", "", []string{s.Ben}, 1
			in.Budgets = map[string]string{s.Ben: "50", s.LenaPerson: ""}
			ok(t, sv.Occasions.Update(ctx, v, id, in))
		}, seeOccasion, otherOccasion},
		{"budgets saved", makeOccasion, func(id string) {
			in := look(sv.Occasions.Get(ctx, v, id)).(dto.Occasion).Form()
			in.Budgets[s.Ben] = "77"
			ok(t, sv.Occasions.Update(ctx, v, id, in))
		}, seeOccasion, func(id string) {
			in := look(sv.Occasions.Get(ctx, by, id)).(dto.Occasion).Form()
			in.Budgets[s.Ben] = "99"
			ok(t, sv.Occasions.Update(ctx, by, id, in))
		}},
		{"an occasion archived", makeOccasion, func(id string) { ok(t, sv.Occasions.Archive(ctx, v, id)) }, seeOccasion, nil},
		{"an occasion deleted", makeOccasion, func(id string) { ok(t, sv.Occasions.Delete(ctx, v, id, true)) }, seeOccasion, nil},
		{"a list saved", makeList, func(id string) {
			ok(t, sv.Lists.Update(ctx, v, id, dto.ListInput{Name: "Other", Type: "idea", Visibility: "owner", Version: 1}))
		}, seeList, nil},
		{"a list saved by two", makeList, func(id string) {
			in := list
			in.Name, in.Version = "Other", 1
			ok(t, sv.Lists.Update(ctx, v, id, in))
		}, seeList, otherList},
		{"a list archived", makeList, func(id string) { ok(t, sv.Lists.Archive(ctx, v, id)) }, seeList, nil},
		{"a list deleted", makeList, func(id string) { ok(t, sv.Lists.Delete(ctx, v, id, true)) }, seeList, nil},
		{"a gift saved", makeGift, func(id string) {
			ok(t, sv.Gifts.Update(ctx, v, id, dto.GiftInput{Title: "Bell", Price: "3", Currency: "JPY", Tags: "quiet", Version: 1}))
		}, seeGift, nil},
		{"a gift archived", makeGift, func(id string) { ok(t, sv.Gifts.Archive(ctx, v, id)) }, seeGift, nil},
		{"a gift deleted", makeGift, func(id string) { ok(t, sv.Gifts.Delete(ctx, v, id, true)) }, seeGift, nil},
		{"a tag saved", makeTag, func(id string) {
			ok(t, sv.Tags.Update(ctx, v, id, dto.TagInput{Name: "Silk", Version: 1}))
		}, seeTag, nil},
		{"a tag archived", makeTag, func(id string) { ok(t, sv.Tags.Archive(ctx, v, id)) }, seeTag, nil},
		{"a tag deleted", makeTag, func(id string) { ok(t, sv.Tags.Delete(ctx, v, id, true)) }, seeTag, nil},
		{"a comment edited", said, func(id string) {
			_, err := sv.Comments.Edit(ctx, v, id, dto.CommentInput{Body: "for nobody", Version: 1})
			ok(t, err)
		}, comment, nil},
		{"a comment deleted", said, func(id string) { _, err := sv.Comments.Delete(ctx, v, id); ok(t, err) }, comment, nil},
		{"a comment resolved", said, func(id string) { _, err := sv.Comments.Resolve(ctx, v, id); ok(t, err) }, comment, func(id string) {
			_, err := sv.Comments.Reopen(ctx, by, id)
			ok(t, err)
		}},
	}
}

func eachChange(t *testing.T, promise func(t *testing.T, s *fixture.Stage, c change, id string)) {
	t.Helper()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		for i, c := range changes(t, s) {
			t.Run(c.name, func(t *testing.T) {
				c := changes(t, s)[i]
				promise(t, s, c, c.make())
			})
		}
	})
}

func TestEachKindOfChangeIsTakenBackToHowItWas(t *testing.T) {
	t.Parallel()
	eachChange(t, func(t *testing.T, s *fixture.Stage, c change, id string) {
		before := versionless(t, c.look(id))
		c.do(id)
		res, err := s.Services.Undo.Last(t.Context(), s.Tom)
		if err != nil || len(res.Things) != 1 || res.Things[0].ID != id {
			t.Fatalf("%+v %v", res, err)
		}
		if after := versionless(t, c.look(id)); after != before {
			t.Errorf("before %s\nafter  %s", before, after)
		}
		// What made the thing is the next to be taken back.
		if res, err = s.Services.Undo.Last(t.Context(), s.Tom); err != nil || len(res.Things) != 1 || res.Things[0].There {
			t.Errorf("making it: %+v %v", res, err)
		}
	})
}

func TestWhatSomebodyElseChangedSinceIsNotTakenBackAndStaysAsTheyLeftIt(t *testing.T) {
	t.Parallel()
	eachChange(t, func(t *testing.T, s *fixture.Stage, c change, id string) {
		if c.others == nil {
			return
		}
		c.do(id)
		s.Clock.T = s.Clock.T.Add(time.Second)
		c.others(id)
		theirs := versionless(t, c.look(id))
		_, err := s.Services.Undo.Last(t.Context(), s.Tom)
		if apperr.CodeOf(err) != apperr.Conflict || !strings.Contains(sentenceOf(err), "changed") {
			t.Errorf("%v", err)
		}
		if now := versionless(t, c.look(id)); now != theirs {
			t.Errorf("theirs %s\nnow    %s", theirs, now)
		}
	})
}

func TestHalfAnHourLaterAndForOthersThereIsNothingToTakeBack(t *testing.T) {
	t.Parallel()
	eachChange(t, func(t *testing.T, s *fixture.Stage, c change, id string) {
		c.do(id)
		all, err := s.Services.Undo.Recent(t.Context(), s.Tom)
		ok(t, err)
		if len(all) == 0 || !all[0].Undoable || len(all[0].Things) != 1 || all[0].Things[0].ID != id {
			t.Fatalf("%+v", all)
		}
		_, others := s.Services.Undo.Take(t.Context(), s.Maria, all[0].ID)
		_, never := s.Services.Undo.Take(t.Context(), s.Maria, uuid.NewString())
		if apperr.CodeOf(others) != apperr.NotFound || sentenceOf(others) != sentenceOf(never) {
			t.Errorf("somebody else: %v; what never was: %v", others, never)
		}
		s.Clock.T = s.Clock.T.Add(31 * time.Minute)
		_, err = s.Services.Undo.Take(t.Context(), s.Tom, all[0].ID)
		if apperr.CodeOf(err) != apperr.Conflict || !strings.Contains(sentenceOf(err), "30 minutes") {
			t.Errorf("31 minutes later: %v", err)
		}
	})
}

func TestMergedTagsComeApartAgain(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx, sv, id := t.Context(), s.Services, must(t)
		from, into := id(sv.Tags.Create(ctx, s.Tom, dto.TagInput{Name: "Book"})), id(sv.Tags.Create(ctx, s.Tom, dto.TagInput{Name: "Books"}))
		one := id(sv.Gifts.Create(ctx, s.Tom, dto.GiftInput{Title: "One", Tags: "book"}))
		both := id(sv.Gifts.Create(ctx, s.Tom, dto.GiftInput{Title: "Both", Tags: "book, books"}))
		hidden := id(sv.Gifts.Create(ctx, s.Maria, dto.GiftInput{Title: "Hidden", Tags: "cake"}))
		ok(t, db.Write.Exec("INSERT INTO gift_tags (gift_id, tag_id) VALUES (?, ?)", hidden, from).Error)
		carried := func(v domain.Viewer, gift string) string {
			g, err := sv.Gifts.Get(ctx, v, gift)
			ok(t, err)
			return g.Form().Tags
		}
		ok(t, sv.Tags.Merge(ctx, s.Tom, from, into))
		if carried(s.Maria, hidden) != "Books, cake" {
			t.Fatalf("merged: %s", carried(s.Maria, hidden))
		}
		_, err := sv.Undo.Last(ctx, s.Tom)
		ok(t, err)
		if carried(s.Tom, one) != "Book" || carried(s.Tom, both) != "Book, Books" || carried(s.Maria, hidden) != "Book, cake" {
			t.Errorf("%s; %s; %s", carried(s.Tom, one), carried(s.Tom, both), carried(s.Maria, hidden))
		}
	})
}

func TestWhatHangsOnANewThingIsNotLostByTakingItBack(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		list := s.List(t, s.Tom, dto.ListInput{Name: "New"})
		s.Item(t, s.Maria, list, fixture.Gift("Drum", ""))
		_, err := s.Services.Undo.Last(t.Context(), s.Tom)
		if apperr.CodeOf(err) != apperr.Conflict || !strings.Contains(sentenceOf(err), "hangs on “New”") {
			t.Errorf("%v", err)
		}
	})
}

// A before-image is from a time when the viewer saw more: what is hidden from them since stays out of reach.
func TestAnUndoReachesNothingThatIsHiddenFromTheViewerByNow(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		ctx, sv := t.Context(), s.Services
		list := s.List(t, s.Maria, dto.ListInput{Name: "For all", TargetPersonID: s.LenaPerson})
		s.Item(t, s.Maria, list, dto.AddInput{ItemInput: dto.ItemInput{Privacy: "shared"}, GiftInput: dto.GiftInput{Title: "Skis"}})
		gift, err := sv.Gifts.Index(ctx, s.Lena, dto.GiftQuery{})
		ok(t, err)
		skis := gift.Items[0].ID
		ok(t, sv.Gifts.Update(ctx, s.Lena, skis, dto.GiftInput{Title: "Ski", Version: 1}))
		batches, err := sv.Undo.Recent(ctx, s.Lena)
		ok(t, err)
		l, err := sv.Lists.Get(ctx, s.Maria, list)
		ok(t, err)
		in := l.Form()
		in.Visibility = "hidden_from_target"
		ok(t, sv.Lists.Update(ctx, s.Maria, list, in))
		now, err := sv.Undo.Recent(ctx, s.Lena)
		if err != nil || len(now) != 0 {
			t.Errorf("Lena is offered %+v %v", now, err)
		}
		_, hidden := sv.Undo.Take(ctx, s.Lena, batches[0].ID)
		_, never := sv.Undo.Take(ctx, s.Lena, uuid.NewString())
		if apperr.CodeOf(hidden) != apperr.NotFound || sentenceOf(hidden) != sentenceOf(never) {
			t.Errorf("%v; what never was: %v", hidden, never)
		}
	})
}

func TestAWishIsTakenBackAsIfItsTargetDeletedIt(t *testing.T) {
	t.Parallel()
	eachWishlist(t, func(t *testing.T, w wishlist) {
		ctx := t.Context()
		id := w.Item(t, w.Lena, w.list, fixture.Gift("Drum", ""))
		before := len(w.wishes())
		w.moves(w.Tom, id, "buying")
		ok(t, w.Services.Items.UpdateWish(ctx, w.Lena, id, dto.ItemInput{Quantity: "3", Priority: "must", Notes: "red"}))
		_, err := w.Services.Undo.Last(ctx, w.Lena)
		ok(t, err)
		if it := w.planned(w.Tom, id); it.Quantity != 1 || it.WishNotes != "" || it.Status != domain.StatusBuying || len(it.News) != 0 {
			t.Errorf("%+v", it)
		}
		_, err = w.Services.Undo.Last(ctx, w.Lena)
		ok(t, err)
		if len(w.wishes()) != before-1 || !w.planned(w.Tom, id).Withdrawn {
			t.Errorf("%d wishes; the buyer has %+v", len(w.wishes()), w.planned(w.Tom, id))
		}
	})
}

func TestHidingAListIsTakenBackInItsFormWhichAsksFirst(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		in := dto.ListInput{Name: "For Lena", Type: "gift", TargetPersonID: s.LenaPerson, Visibility: "family"}
		list := s.List(t, s.Tom, in)
		s.Item(t, s.Tom, list, dto.AddInput{GiftInput: dto.GiftInput{Title: "Kite"}, ItemInput: dto.ItemInput{Privacy: "shared"}})
		in.Visibility, in.Version = "hidden_from_target", 1
		ok(t, s.Services.Lists.Update(ctx, s.Tom, list, in))
		_, err := s.Services.Undo.Last(ctx, s.Tom)
		if refused(t, err, apperr.Conflict); !strings.Contains(sentenceOf(err), "Change it in its form, which asks first.") {
			t.Errorf("Tom is told %q", sentenceOf(err))
		}
		_, err = s.Services.Lists.Get(ctx, s.Lena, list)
		refused(t, err, apperr.NotFound)
	})
}
