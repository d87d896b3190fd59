package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// SeenBy answers what somebody else sees, so that a surprise can be checked. It asks the other services as that somebody,
// with the viewer as onlooker: the repositories leave what both see, and nothing can be changed. Looking leaves no trace.
type SeenBy struct {
	core
	items  *Items
	people *People
}

// List returns a list that the viewer sees as a person of the family sees it. A list for the viewer stays closed: how
// others plan it is their surprise.
func (s *SeenBy) List(ctx context.Context, v domain.Viewer, listID string, of dto.Eyes) (dto.SeenList, error) {
	var out dto.SeenList
	list, err := s.store.Lists.Named(ctx, v, listID)
	if err != nil {
		return out, err
	}
	if err := policy.LookAt(v, idOf(list.TargetPersonID)); err != nil {
		return out, err
	}
	eyes, seen, err := s.eyes(ctx, v, of.PersonID)
	out.Seen, out.List = seen, dto.Ref{ID: list.ID, Name: list.Name}
	if err != nil || !seen.Account {
		return out, err
	}
	err = s.standing(ctx, eyes, list, &out)
	if apperr.CodeOf(err) == apperr.NotFound { // for them there is no such list
		return out, nil
	}
	if err != nil {
		return out, err
	}
	out.There = true
	out.Thread, err = s.said(ctx, eyes, dto.Parent{ParentType: domain.EntityList, ParentID: listID})
	return out, err
}

// standing fills in what stands on a list: the wishes of the one whom it is for, or the plan of anybody else.
func (s *SeenBy) standing(ctx context.Context, eyes domain.Viewer, list repository.ListRow, out *dto.SeenList) error {
	if !eyes.Is(idOf(list.TargetPersonID)) {
		plan, err := s.items.Arranged(ctx, eyes, list.ID, dto.PlanQuery{})
		if err == nil {
			out.Plan = &plan
		}
		return err
	}
	wishes, err := s.items.Wishes(ctx, eyes, list.ID)
	if err != nil {
		return err
	}
	out.Wishes = &wishes
	tallies, err := s.store.Items.Tally(ctx, *eyes.Onlooker, repository.TallyByList, []string{list.ID})
	out.Hidden = -len(wishes.Wishes)
	for _, t := range tallies {
		out.Hidden += t.Items
	}
	return err
}

// Person returns the page of a person as they see it themselves.
func (s *SeenBy) Person(ctx context.Context, v domain.Viewer, of dto.Eyes) (dto.SeenPerson, error) {
	eyes, seen, err := s.eyes(ctx, v, of.PersonID)
	out := dto.SeenPerson{Seen: seen}
	if err != nil || !seen.Account {
		return out, err
	}
	out.There = true
	out.Page, err = s.people.Shown(ctx, eyes, of.PersonID, dto.Query{})
	out.Page.Thread = still(out.Page.Thread)
	return out, err
}

// eyes are those of a person of the family, looked through by the viewer.
func (s *SeenBy) eyes(ctx context.Context, v domain.Viewer, personID string) (domain.Viewer, dto.Seen, error) {
	if err := policy.LookThrough(v, personID); err != nil {
		return domain.Viewer{}, dto.Seen{}, err
	}
	members, err := s.store.Accounts.Roster(ctx, v)
	if err != nil {
		return domain.Viewer{}, dto.Seen{}, err
	}
	i := slices.IndexFunc(members, func(m repository.RosterRow) bool { return m.PersonID != nil && *m.PersonID == personID })
	if i < 0 { // nobody signs in as them, or there is nobody
		p, err := s.store.People.Get(ctx, v, personID)
		return domain.Viewer{}, dto.Seen{Who: dto.Ref{ID: p.ID, Name: p.DisplayName}}, err
	}
	eyes := v // how the family writes
	eyes.UserID, eyes.Role, eyes.PersonID, eyes.Onlooker = members[i].UserID, members[i].Role, personID, &v
	return eyes, dto.Seen{Who: *refOf(members[i].PersonID, members[i].PersonName), Account: true}, nil
}

// said is what stands below a thing that both see.
func (s *SeenBy) said(ctx context.Context, eyes domain.Viewer, on dto.Parent) (dto.Thread, error) {
	thread, err := threadOf(ctx, s.store, eyes, subject{Parent: on}, dto.Query{Sort: "new"})
	return still(thread), err
}

// still is a thread that leads nowhere: its other pages would be the viewer's own view.
func still(t dto.Thread) dto.Thread {
	t.Comments.Next, t.Comments.Prev = "", ""
	return t
}
