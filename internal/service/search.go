package service

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Search looks for a text in everything at once.
type Search struct {
	core
	gifts *Gifts
}

// foundEach is how many things of each kind a search over everything names.
const foundEach = 5

// All returns the first few people, occasions, lists, gifts and tags that a text finds, as their indexes do, without
// the archived ones, and the newest comments that say its words. A blank text finds nothing.
func (s *Search) All(ctx context.Context, v domain.Viewer, q string) (dto.Found, error) {
	out := dto.Found{Q: q}
	if text.Fold(q) == "" {
		return out, nil
	}
	few := repository.PageQuery{Limit: foundEach}
	people, err := s.store.People.Page(ctx, v, repository.PeopleFilter{Text: q}, few)
	if err != nil {
		return out, err
	}
	for _, p := range people.Rows {
		out.People = append(out.People, dto.Ref{ID: p.ID, Name: p.DisplayName})
	}
	occasions, err := s.store.Occasions.Page(ctx, v, repository.OccasionFilter{Text: q}, repository.PageQuery{Limit: foundEach, Sort: "-date"})
	if err != nil {
		return out, err
	}
	for _, o := range occasions.Rows {
		out.Occasions = append(out.Occasions, dto.FoundOccasion{Ref: dto.Ref{ID: o.ID, Name: o.Name}, On: o.NextOn})
	}
	lists, err := s.store.Lists.Page(ctx, v, repository.ListFilter{Text: q}, few)
	if err != nil {
		return out, err
	}
	for _, l := range lists.Rows {
		out.Lists = append(out.Lists, dto.FoundList{Ref: dto.Ref{ID: l.ID, Name: l.Name}, Target: refOf(l.TargetPersonID, l.TargetName)})
	}
	gifts, err := s.gifts.Index(ctx, v, dto.GiftQuery{Query: dto.Query{Q: q, Limit: foundEach}})
	if err != nil {
		return out, err
	}
	out.Gifts = gifts.Items
	tags, err := s.store.Tags.Page(ctx, v, repository.TagFilter{Text: text.Key(q)}, few)
	if err != nil {
		return out, err
	}
	for _, t := range tags.Rows {
		out.Tags = append(out.Tags, dto.Ref{ID: t.ID, Name: t.Name})
	}
	comments, err := s.store.Comments.Saying(ctx, v, q, foundEach)
	for _, c := range comments {
		out.Comments = append(out.Comments, toComment(ctx, v, c))
	}
	return out, err
}
