package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/repository"
)

// words is a stage on which Tom may use the word "Chess" out of Lena's sight.
type words struct {
	*world
	hidden bool
	secret string // Tom's gift
}

// eachWord plays a test in two families, one in which Tom uses the word out of Lena's sight and one in which he does not,
// and compares all that Lena is answered.
func eachWord(t *testing.T, test func(t *testing.T, w words)) {
	t.Helper()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		var lines [2][]string
		for i, hidden := range []bool{true, false} {
			s := fixture.FamilyAt(t, db, fmt.Sprintf("words%d.example", i))
			w := words{world: &world{Stage: s, t: t, target: "Lena", person: s.LenaPerson, ids: map[string]string{}}, hidden: hidden}
			s.Clock.Tick = 1e6
			list := s.List(t, s.Tom, dto.ListInput{Name: "Secret", TargetPersonID: s.LenaPerson, Visibility: "hidden_from_target"})
			tags := ""
			if hidden {
				tags = "CHESS"
			}
			id := s.Item(t, s.Tom, list, dto.AddInput{GiftInput: dto.GiftInput{Title: "Board", Tags: tags}})
			w.secret = wishlist{Stage: s, t: t}.planned(s.Tom, id).Gift.ID
			s.Clock.T = fixture.Now.Add(time.Hour)
			test(t, w)
			w.lookAtWords()
			lines[i] = w.transcript()
		}
		compare(t, lines[0], lines[1])
	})
}

// colours gives Tom's word all that a tag can have.
func (w words) colours() {
	w.t.Helper()
	if !w.hidden {
		return
	}
	at := w.Clock.T // in the other family this takes no time
	in := w.tag(w.Tom, "CHESS").Form()
	in.Color, in.Description, in.Type = "berry", "for the club", "interest"
	ok(w.t, w.Services.Tags.Update(w.t.Context(), w.Tom, w.tag(w.Tom, "CHESS").ID, in))
	w.Clock.T = at
}

// tag is a tag as somebody sees it by its name; its ID is "" when they see none.
func (w words) tag(v domain.Viewer, name string) dto.Tag {
	w.t.Helper()
	page, err := w.Services.Tags.Index(w.t.Context(), v, dto.TagQuery{Query: dto.Query{Q: name}})
	ok(w.t, err)
	for _, tag := range page.Items {
		if tag.Name == name {
			return tag
		}
	}
	return dto.Tag{}
}

// gift makes a gift of Lena's own with tags.
func (w words) gift(title, tags string) string {
	w.t.Helper()
	id, err := w.Services.Gifts.Create(w.t.Context(), w.Lena, dto.GiftInput{Title: title, Tags: tags})
	ok(w.t, err)
	return id
}

func (w words) does(err error) { w.answered("Lena", err) }

// lookAtWords writes down all that Lena reads of tags, on their pages, on gifts and on people.
func (w words) lookAtWords() {
	ctx := w.t.Context()
	w.lookAtTags(ctx, w.Lena)
	gifts, err := w.Services.Gifts.Index(ctx, w.Lena, dto.GiftQuery{})
	w.sees("gifts", len(gifts.Items), err)
	for _, g := range gifts.Items {
		page, err := w.Services.Gifts.Page(ctx, w.Lena, g.ID)
		w.sees("gift", page.Gift.Tags, err)
	}
	person, err := w.Services.People.Get(ctx, w.Lena, w.Ben)
	w.sees("person", person.Tags, err)
	w.sees("feed", w.feedPages(ctx, w.Lena, dto.ActivityQuery{Entity: "tag"}), nil)
}

// secretTags are the tags that Tom sees on his gift.
func (w words) secretTags() []string {
	w.t.Helper()
	g, err := w.Services.Gifts.Get(w.t.Context(), w.Tom, w.secret)
	ok(w.t, err)
	names := []string{}
	for _, r := range g.Tags {
		names = append(names, r.Name)
	}
	return names
}

// keeps checks that Tom's hidden gift carries what it did, and just that.
func (w words) keeps(name string) {
	w.t.Helper()
	if got := w.secretTags(); w.hidden && !slices.Equal(got, []string{name}) {
		w.t.Errorf("Tom’s gift carries %q", got)
	}
}

// Cases 6 and 7.
func TestAWordThatOnlyHiddenThingsCarryComesOutAsNew(t *testing.T) {
	t.Parallel()
	eachWord(t, func(t *testing.T, w words) {
		w.colours()
		w.gift("Before", "zebra")
		w.gift("Pieces", "Chess, apple")
		person, err := w.Services.People.Get(t.Context(), w.Lena, w.Ben)
		ok(t, err)
		in := person.Form()
		in.Tags = "chess"
		w.does(w.Services.People.Update(t.Context(), w.Lena, w.Ben, in))
		got := w.tag(w.Lena, "Chess")
		if got.Type != "custom" || got.Color != "" || got.Description != "" || got.Gifts != 1 || got.People != 1 || got.Version != 1 {
			t.Errorf("%+v", got)
		}
		w.keeps("CHESS")
		if mine := w.tag(w.Tom, "CHESS"); w.hidden && (mine.Color != "berry" || mine.Gifts != 1) {
			t.Errorf("Tom’s tag changed: %+v", mine)
		}
	})
}

func TestATagTakesANameThatOnlyHiddenThingsCarry(t *testing.T) {
	t.Parallel()
	eachWord(t, func(t *testing.T, w words) {
		w.colours()
		w.gift("Pieces", "draughts")
		in := w.tag(w.Lena, "draughts").Form()
		in.Name = "Chess"
		w.does(w.Services.Tags.Update(t.Context(), w.Lena, w.tag(w.Lena, "draughts").ID, in))
		id, err := w.Services.Tags.Create(t.Context(), w.Lena, dto.TagInput{Name: "chess"}) // her own by now
		w.does(err)
		if id != "" && apperr.FieldsOf(err) == nil {
			t.Errorf("a second one: %v", err)
		}
		w.keeps("CHESS")
	})
}

func TestDeletingATagLeavesItOutOfOnesSightAndBringingItBackJoinsTheTwo(t *testing.T) {
	t.Parallel()
	eachWord(t, func(t *testing.T, w words) {
		ctx, tags := t.Context(), w.Services.Tags
		list := w.List(t, w.Tom, dto.ListInput{Name: "Open"}) // where Lena sees Tom's word
		w.Item(t, w.Tom, list, dto.AddInput{GiftInput: dto.GiftInput{Title: "Clock", Tags: "CHESS"}})
		in := w.tag(w.Tom, "CHESS").Form()
		in.Name = "Chess"
		ok(t, tags.Update(ctx, w.Tom, w.tag(w.Tom, "CHESS").ID, in))
		w.named("word", w.tag(w.Tom, "Chess").ID)
		id := w.id("word")
		w.does(tags.Delete(ctx, w.Lena, id, false))
		w.does(tags.Delete(ctx, w.Lena, id, true))
		w.does(tags.Delete(ctx, w.Lena, id, true))
		w.lookAtTags(ctx, w.Lena)
		w.keeps("Chess")
		w.does(tags.Restore(ctx, w.Lena, id))
		w.keeps("Chess")
		if got := w.tag(w.Tom, "Chess"); got.ID != id || w.hidden && got.Gifts != 2 {
			t.Errorf("Tom sees %+v", got)
		}
	})
}

func TestMergingTakesHiddenUsesAlongAndTellsNobody(t *testing.T) {
	t.Parallel()
	eachWord(t, func(t *testing.T, w words) {
		ctx, tags := t.Context(), w.Services.Tags
		w.gift("Pieces", "draughts, games")
		from, into := w.tag(w.Lena, "draughts"), w.tag(w.Lena, "games")
		if w.hidden { // an admin who sees both gave Tom's gift Lena's word
			ok(t, w.Store.InTx(ctx, func(tx *repository.Store) error { return tx.Tags.SetOnGift(ctx, w.secret, []string{from.ID}, nil) }))
		}
		w.does(tags.Merge(ctx, w.Lena, from.ID, from.ID))
		w.does(tags.Merge(ctx, w.Lena, from.ID, into.ID))
		w.does(tags.Merge(ctx, w.Lena, from.ID, into.ID))
		w.keeps("games")
		if got := w.tag(w.Lena, "games"); got.Gifts != 1 {
			t.Errorf("Lena counts %+v", got)
		}
	})
}

func TestTagsAreListedWithTheirUsesByNameUseAndAge(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s := fixture.Family(t, db)
		s.Clock.Tick = 1e6
		for i, tags := range []string{"red, Wool", "red", "red, blue", "Zebra"} {
			_, err := s.Services.Gifts.Create(t.Context(), s.Tom, dto.GiftInput{Title: fmt.Sprint(i), Tags: tags})
			ok(t, err)
		}
		s.Person(t, dto.PersonInput{DisplayName: "Ida", Tags: "Wool"}) // Maria's own word: she sees none of Tom's gifts
		for _, c := range []struct {
			q    dto.TagQuery
			want string
		}{
			{dto.TagQuery{}, "blue 1, red 3, Wool 1, Wool 1, Zebra 1"},
			{dto.TagQuery{Query: dto.Query{Sort: "usage"}}, "red 3, blue 1, Wool 1, Wool 1, Zebra 1"},
			{dto.TagQuery{Query: dto.Query{Q: "wO"}}, "Wool 1, Wool 1"},
			{dto.TagQuery{Query: dto.Query{Q: "%"}}, ""},
			{dto.TagQuery{Type: "mood"}, ""},
		} {
			var got []string
			for q := c.q; ; { // two at a time
				q.Limit = 2
				page, err := s.Services.Tags.Index(t.Context(), s.Tom, q)
				ok(t, err)
				for _, tag := range page.Items {
					got = append(got, fmt.Sprint(tag.Name, " ", tag.Gifts+tag.People))
				}
				if q.Cursor = page.Next; q.Cursor == "" {
					break
				}
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("%+v: %q", c.q, got)
			}
		}
		page, err := s.Services.Tags.Index(t.Context(), s.Tom, dto.TagQuery{Query: dto.Query{Sort: "new", Limit: 2}})
		if err != nil || page.Items[0].Name != "Wool" || page.Items[1].Name != "Zebra" {
			t.Errorf("newest: %+v %v", page.Items, err)
		}
	})
}

func TestTwoTagsOfAWordThatComeIntoOnesSightAreMergedByHand(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		private := s.List(t, s.Tom, dto.ListInput{Name: "Private", Visibility: "owner"})
		s.Item(t, s.Tom, private, dto.AddInput{GiftInput: dto.GiftInput{Title: "Board", Tags: "Chess"}})
		s.Person(t, dto.PersonInput{DisplayName: "Ida", Tags: "chess"})
		page, err := s.Services.Tags.Index(ctx, s.Tom, dto.TagQuery{})
		if err != nil || len(page.Items) != 2 {
			t.Fatalf("%+v %v", page, err)
		}
		ok(t, s.Services.Tags.Merge(ctx, s.Tom, page.Items[0].ID, page.Items[1].ID))
		page, err = s.Services.Tags.Index(ctx, s.Tom, dto.TagQuery{})
		if err != nil || len(page.Items) != 1 || page.Items[0].Gifts != 1 || page.Items[0].People != 1 {
			t.Fatalf("%+v %v", page, err)
		}
	})
}

func TestATagIsCheckedAndAsksBeforeItGoes(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		s, ctx := fixture.Family(t, db), t.Context()
		tags := s.Services.Tags
		for field, in := range map[string]dto.TagInput{
			"name": {Name: "a, b"}, "type": {Name: "x", Type: "y"}, "color": {Name: "x", Color: "#fff"},
			"description": {Name: "x", Description: strings.Repeat("a", 10_001)},
		} {
			_, err := tags.Create(ctx, s.Tom, in)
			if apperr.FieldsOf(err)[field] == "" {
				t.Errorf("%s: %v", field, err)
			}
		}
		id, err := tags.Create(ctx, s.Tom, dto.TagInput{Name: " Warm  things ", Type: "mood", Color: "amber"})
		ok(t, err)
		_, err = tags.Get(ctx, s.Maria, id) // nothing that she sees carries it
		refused(t, err, apperr.NotFound)
		s.Person(t, dto.PersonInput{DisplayName: "Ida"})
		gift, err := s.Services.Gifts.Create(ctx, s.Tom, dto.GiftInput{Title: "Scarf", Tags: "warm things"})
		ok(t, err)
		tag, err := tags.Get(ctx, s.Tom, id)
		if err != nil || tag.Name != "Warm things" || tag.Color != "amber" || tag.Gifts != 1 {
			t.Fatalf("%+v %v", tag, err)
		}
		in := tag.Form()
		in.Version = 7
		refused(t, tags.Update(ctx, s.Tom, id, in), apperr.Conflict)
		err = tags.Delete(ctx, s.Tom, id, false)
		if refused(t, err, apperr.Unconfirmed); !strings.Contains(err.Error(), "It goes off 1 gift.") {
			t.Errorf("%v", err)
		}
		refused(t, tags.Delete(ctx, s.Gast, id, true), apperr.Forbidden)
		ok(t, tags.Delete(ctx, s.Tom, id, true))
		again, err := s.Services.Gifts.Create(ctx, s.Tom, dto.GiftInput{Title: "Hat", Tags: "Warm Things"})
		ok(t, err)
		refused(t, tags.Restore(ctx, s.Tom, id), apperr.Conflict)
		ok(t, s.Services.Gifts.Delete(ctx, s.Tom, again, true))
		page, err := tags.Index(ctx, s.Tom, dto.TagQuery{})
		ok(t, err)
		ok(t, tags.Delete(ctx, s.Tom, page.Items[0].ID, true))
		ok(t, tags.Restore(ctx, s.Tom, id))
		if g, err := s.Services.Gifts.Get(ctx, s.Tom, gift); err != nil || len(g.Tags) != 1 {
			t.Errorf("%+v %v", g.Tags, err)
		}
	})
}
