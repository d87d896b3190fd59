package service_test

import (
	"context"
	"fmt"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

var commented = []domain.Entity{domain.EntityPerson, domain.EntityOccasion, domain.EntityList, domain.EntityGift, domain.EntityItem}

// lookAtTalk asks for everything that is said, on every thing there is in either world and as every kind of thing.
func (w *world) lookAtTalk(ctx context.Context, v domain.Viewer, names []string) {
	s := w.Services
	for _, q := range []dto.Query{{}, {Limit: 1}, {Cursor: "junk"}} {
		mentions, err := s.Comments.Mentions(ctx, v, q)
		w.sees("mentions", mentions, err)
	}
	ids := []string{w.person, w.Ben, w.Christmas, w.ids["Easter"]}
	for _, name := range names {
		ids = append(ids, w.id(name))
	}
	for _, q := range []dto.ActivityQuery{
		{},
		{ActorID: w.Tom.UserID},
		{Entity: "comment"},
		{Entity: "list_item"},
		{Entity: "tag"},
		{ListID: w.Christmas},
		{Query: dto.Query{Limit: 3}},
		{Query: dto.Query{Cursor: "junk"}},
	} {
		w.sees(fmt.Sprintf("feed %+v", q), w.feedPages(ctx, v, q), nil)
	}
	for _, id := range ids {
		feed, err := s.Activity.Index(ctx, v, dto.ActivityQuery{EntityID: id})
		w.sees("feed of a thing", feed, err)
		feed, err = s.Activity.Index(ctx, v, dto.ActivityQuery{ListID: id})
		w.sees("feed of a list", feed, err)
	}
	w.lookAtTags(ctx, v)
	for _, kind := range commented {
		counts, err := s.Comments.Counts(ctx, v, kind, ids)
		w.sees(fmt.Sprintf("counts of %s", kind), len(counts), err)
		for i, id := range ids {
			on := dto.Parent{ParentType: kind, ParentID: id}
			thread, err := s.Comments.Thread(ctx, v, on, dto.Query{})
			thread.On.ParentID = "" // what a world lacks has another id each time
			w.sees(fmt.Sprintf("thread of %s %d", kind, i), thread, err)
			if err != nil {
				continue
			}
			mentionable, err := s.Comments.Mentionable(ctx, v, on)
			w.sees(fmt.Sprintf("mentionable of %s %d: %d", kind, i, counts[id]), mentionable, err)
		}
	}
}

// lookAtTags reads the index of tags in every way, and the page of each tag on it.
func (w *world) lookAtTags(ctx context.Context, v domain.Viewer) {
	s := w.Services.Tags
	for _, q := range []dto.TagQuery{
		{},
		{Query: dto.Query{Q: "tag"}},
		{Query: dto.Query{Sort: "usage"}},
		{Query: dto.Query{Sort: "new"}},
		{Query: dto.Query{Limit: 1, Sort: "usage"}},
		{Query: dto.Query{Archived: true}},
		{Type: "mood"},
	} {
		tags, err := s.Index(ctx, v, q)
		w.sees(fmt.Sprintf("tags %+v", q), tags, err)
		for _, tag := range tags.Items {
			page, err := s.Page(ctx, v, tag.ID, dto.Query{Sort: "title"})
			w.sees("tag "+tag.Name, page, err)
		}
	}
}

// tags lets somebody rename, merge, delete and bring back tags as they see them. What a giver does to a tag of theirs
// that they share with nobody stays hidden; here only the target does.
func (s *script) tags() {
	n, what := s.rnd.IntN(100), s.rnd.IntN(5)
	s.add(false, func(w *world) {
		ctx, v, tags := w.t.Context(), w.viewer(s.target), w.Services.Tags
		page, err := tags.Index(ctx, v, dto.TagQuery{})
		w.answered(s.target, err)
		tag, ok := pickOf(page.Items, n)
		if !ok {
			return
		}
		switch other, _ := pickOf(page.Items, n+1); what {
		case 0:
			err = tags.Merge(ctx, v, tag.ID, other.ID)
		case 1, 2:
			in := tag.Form()
			in.Name, in.Color = fmt.Sprintf("tag %d", n%4), "plum"
			err = tags.Update(ctx, v, tag.ID, in)
		default:
			err = tags.Delete(ctx, v, tag.ID, false)
			w.answered(s.target, err)
			err = tags.Delete(ctx, v, tag.ID, true)
			if what == 3 {
				w.answered(s.target, err)
				err = tags.Restore(ctx, v, tag.ID)
			}
		}
		w.answered(s.target, err)
	})
}

// feedPages are the lines of the first pages of the feed, or the error instead.
func (w *world) feedPages(ctx context.Context, v domain.Viewer, q dto.ActivityQuery) []any {
	var all []any
	for range 5 {
		page, err := w.Services.Activity.Index(ctx, v, q)
		if err != nil {
			return []any{sentenceOf(err)}
		}
		all = append(all, page.Items)
		if q.Cursor = page.Next; q.Cursor == "" {
			break
		}
	}
	return all
}

// talk lets somebody say something about something. What a giver says on a thing that the target does not see is
// hidden from them, and so is all that others say on an item of the target's own list.
func (s *script) talk() {
	everybody := append([]string{s.target}, s.givers...)
	by := everybody[s.rnd.IntN(len(everybody))]
	kind, n, word := s.rnd.IntN(5), s.rnd.IntN(100), everybody[s.rnd.IntN(len(everybody))]
	name, hidden := []string{"person Ben", "Christmas", "", "", ""}[kind], false
	switch l, ok := pickOf(s.lists, n); {
	case kind == 2 && ok:
		name, hidden = l.name, l.hidden
	case kind == 3 && len(s.gifts) > 0:
		g, _ := pickOf(s.gifts, n)
		name, hidden = g.name, g.hidden
	case kind == 4 && len(s.items) > 0:
		it, _ := pickOf(s.items, n)
		name, hidden = it.name, it.hidden || it.list.forT
	}
	comment := fmt.Sprintf("comment-%d", len(s.steps))
	s.add(hidden && by != s.target, func(w *world) {
		ctx, v := w.t.Context(), w.viewer(by)
		on := dto.Parent{ParentType: commented[kind], ParentID: w.id(name)}
		c, err := w.Services.Comments.Add(ctx, v, on, dto.CommentInput{Body: fmt.Sprintf("Hello @%s, %s", word, comment)})
		w.answered(by, err)
		w.named(comment, c.ID)
		if err != nil || n%4 > 0 {
			return
		}
		_, err = w.Services.Comments.Resolve(ctx, v, c.ID)
		w.answered(by, err)
		if n%8 == 0 {
			_, err = w.Services.Comments.Delete(ctx, v, c.ID)
			w.answered(by, err)
		}
	})
}
