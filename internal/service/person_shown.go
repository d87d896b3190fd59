package service

import (
	"context"
	"slices"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
)

// Shown returns everything on a person's page, with one page of what was given to them, and what is said about them,
// newest first. Of the viewer's own person there is no history to see.
func (s *People) Shown(ctx context.Context, v domain.Viewer, id string, q dto.Query) (dto.PersonPage, error) {
	var out dto.PersonPage
	row, err := s.store.People.Portrayed(ctx, v, id)
	if err != nil {
		return out, err
	}
	out.Person = toPerson(v, s.today(v), row.Person)
	out.Person.Picture = idOf(row.Picture)
	tags, err := s.store.Tags.OnPerson(ctx, v, id)
	if err != nil {
		return out, err
	}
	out.Person.Tags = tagRefs(tags)
	next, err := s.upcoming(ctx, v, []string{id})
	if err != nil {
		return out, err
	}
	out.Upcoming = next[id]
	lists, err := listCards(ctx, s.store, v, repository.ListFilter{PersonID: id}, repository.PageQuery{Limit: 200})
	if err != nil {
		return out, err
	}
	out.Lists = lists.Items
	if out.Ideas, err = s.ideas(ctx, v, id); err != nil {
		return out, err
	}
	if out.History, err = s.given(ctx, v, id, q); err != nil {
		return out, err
	}
	sub := subject{
		Parent: dto.Parent{ParentType: domain.EntityPerson, ParentID: id}, title: row.DisplayName, personID: &row.ID, targets: []string{id},
	}
	out.Thread, err = threadOf(ctx, s.store, v, sub, dto.Query{Sort: "new"})
	out.Person.Account = accountOf(v, row.UserID, out.Thread.Mentionable)
	return out, err
}

// latestIdeas is how many ideas a person's page shows.
const latestIdeas = 6

func (s *People) ideas(ctx context.Context, v domain.Viewer, id string) ([]dto.Item, error) {
	var out []dto.Item
	if v.Is(id) {
		return out, nil
	}
	rows, err := s.store.Items.IdeasFor(ctx, v, id, latestIdeas)
	for i := range rows {
		out = append(out, toItem(v, &rows[i]))
	}
	return out, err
}

func (s *People) given(ctx context.Context, v domain.Viewer, id string, q dto.Query) (dto.History, error) {
	var out dto.History
	if v.Is(id) {
		return out, nil
	}
	page, err := s.store.Items.Given(ctx, v, id, pageQuery(q))
	out.Next, out.Prev = page.Next, page.Prev
	for i := range page.Rows {
		addGiven(v, &out, &page.Rows[i])
	}
	return out, err
}

// accountOf is the member that a person is, nil for nobody, or for somebody who has left the family.
func accountOf(v domain.Viewer, userID *string, others []dto.Member) *dto.Member {
	switch i := slices.IndexFunc(others, func(m dto.Member) bool { return m.UserID == idOf(userID) }); {
	case userID == nil:
		return nil
	case *userID == v.UserID:
		return &dto.Member{UserID: v.UserID, Role: v.Role}
	case i < 0:
		return nil
	default:
		return &others[i]
	}
}
