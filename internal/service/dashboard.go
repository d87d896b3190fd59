package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
)

// Dashboard answers the first page.
type Dashboard struct{ core }

// How much of each the first page shows.
const (
	inboxTop       = 5
	assignmentsTop = 8
	activityTop    = 10
)

// Show returns everything on the first page, in seven queries whatever the size.
func (s *Dashboard) Show(ctx context.Context, v domain.Viewer) (dto.Dashboard, error) {
	have, err := s.store.Lists.Start(ctx, v, s.today(v))
	if err != nil {
		return dto.Dashboard{}, err
	}
	if have.Overdue {
		if err := advance(ctx, s.store, v, s.today(v)); err != nil {
			return dto.Dashboard{}, err
		}
	}
	out := dto.Dashboard{
		Start: dto.Start{HasPeople: have.People, HasOccasions: have.Occasions, HasLists: have.Lists},
		Inbox: dto.Ref{ID: have.InboxID, Name: have.InboxName}, MayAdd: !v.Guest(),
	}
	for _, part := range []func(context.Context, domain.Viewer, *dto.Dashboard) error{s.primary, s.inbox, s.assignments, s.activity} {
		if err := part(ctx, v, &out); err != nil {
			return out, err
		}
	}
	return out, nil
}

// primary fills in the soonest occasion with a visible list: who has something, how far it is, what it costs.
func (s *Dashboard) primary(ctx context.Context, v domain.Viewer, out *dto.Dashboard) error {
	today := s.today(v)
	o, err := s.store.Occasions.Primary(ctx, v, today)
	if apperr.CodeOf(err) == apperr.NotFound {
		return nil
	}
	if err != nil {
		return err
	}
	people, err := s.store.Occasions.People(ctx, v, o.ID)
	if err != nil {
		return err
	}
	tallies, err := s.store.Items.Tally(ctx, v, repository.TallyByOccasion, []string{o.ID})
	if err != nil {
		return err
	}
	out.Primary = &dto.Upcoming{ID: o.ID, Name: o.Name, On: o.NextOn, Days: today.DaysUntil(o.NextOn)}
	out.Pipeline, out.Sums = counts(tallies), sums(v, tallies)
	if ownAlone := len(people) == 1 && v.Is(people[0].PersonID); !ownAlone {
		out.Meter = meter(v, o.Budget, tallies)
	}
	for _, p := range people {
		if v.Is(p.PersonID) {
			continue
		}
		theirs := pick(tallies, func(t repository.Tally) bool { return t.PersonID == p.PersonID })
		out.Total++
		if coverage(theirs).Chosen > 0 {
			out.Covered++
			continue
		}
		out.Needing = append(out.Needing, dto.PersonNeed{Person: dto.Ref{ID: p.PersonID, Name: p.DisplayName}, Items: live(theirs), ListID: idOf(p.ListID)})
	}
	slices.SortStableFunc(out.Needing, func(a, b dto.PersonNeed) int { return a.Items - b.Items })
	return nil
}

func (s *Dashboard) inbox(ctx context.Context, v domain.Viewer, out *dto.Dashboard) error {
	rows, err := s.store.Items.Top(ctx, v, out.Inbox.ID, inboxTop)
	for i := range rows {
		out.InboxTop = append(out.InboxTop, toItem(v, &rows[i]))
	}
	return err
}

func (s *Dashboard) assignments(ctx context.Context, v domain.Viewer, out *dto.Dashboard) error {
	rows, err := s.store.Items.InHand(ctx, v, assignmentsTop)
	for i := range rows {
		out.Assignments = append(out.Assignments, toAssignment(v, &rows[i]))
	}
	return err
}

func (s *Dashboard) activity(ctx context.Context, v domain.Viewer, out *dto.Dashboard) error {
	rows, err := s.store.Activities.Recent(ctx, v, activityTop)
	if err != nil {
		return err
	}
	out.Activity, err = feed(ctx, s.store, v, rows)
	return err
}
