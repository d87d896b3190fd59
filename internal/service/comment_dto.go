package service

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

func (s *Comments) one(ctx context.Context, v domain.Viewer, id string) (dto.Comment, error) {
	row, err := s.store.Comments.Named(ctx, v, id)
	if err != nil {
		return dto.Comment{}, err
	}
	return toComment(ctx, v, row), nil
}

func toComments(ctx context.Context, v domain.Viewer, page repository.Page[repository.CommentRow]) dto.Page[dto.Comment] {
	out := dto.Page[dto.Comment]{Next: page.Next, Prev: page.Prev}
	for _, row := range page.Rows {
		out.Items = append(out.Items, toComment(ctx, v, row))
	}
	return out
}

func toComment(ctx context.Context, v domain.Viewer, row repository.CommentRow) dto.Comment {
	var named []dto.Member
	for _, m := range row.Mentions() {
		named = append(named, dto.Member{UserID: m.UserID, Name: m.Name})
	}
	c := dto.Comment{
		ID: row.ID, On: parentOf(row.Comment), Title: idOf(row.ParentTitle), Author: dto.Member{UserID: row.AuthorID, Name: row.AuthorName},
		Body: []dto.Segment{{Text: row.Body}}, Text: row.Body, At: moment(ctx, v, row.CreatedAt), Mine: policy.EditComment(v, row.AuthorID) == nil,
		MayResolve: policy.ResolveComment(v, row.AuthorID, idOf(row.WisherID)) == nil, Version: row.Version,
	}
	if len(named) > 0 {
		c.Body = segments(memberNames(named), row.Body)
	}
	if row.EditedAt != nil {
		c.Edited = moment(ctx, v, *row.EditedAt)
	}
	if row.ResolvedAt != nil {
		c.Resolution = &dto.Resolution{By: lang.T(ctx, "Somebody"), At: moment(ctx, v, *row.ResolvedAt)}
		if row.ResolverName != nil {
			c.Resolution.By = *row.ResolverName
		}
	}
	return c
}

// parentOf is what a comment hangs on.
func parentOf(row model.Comment) dto.Parent {
	for _, p := range []struct {
		kind domain.Entity
		id   *string
	}{
		{domain.EntityPerson, row.PersonID},
		{domain.EntityOccasion, row.OccasionID},
		{domain.EntityList, row.ListID},
		{domain.EntityGift, row.GiftID},
		{domain.EntityItem, row.ItemID},
	} {
		if p.id != nil {
			return dto.Parent{ParentType: p.kind, ParentID: *p.id}
		}
	}
	return dto.Parent{}
}
