// Package dashview is the first page: what is next, who still needs something, what is in one's own hands.
package dashview

import (
	"context"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// title is the one h1: what comes next, or a welcome.
func title(ctx context.Context, d dto.Dashboard) string {
	switch {
	case d.Primary != nil:
		return d.Primary.Name
	case guided(d):
		return lang.T(ctx, "Welcome to Kinlist")
	}
	return lang.T(ctx, "Dashboard")
}

// step is one of the first things that a new family does.
type step struct {
	title, why, action, path string
	done                     bool
}

func steps(ctx context.Context, d dto.Dashboard) []step {
	return []step{
		{
			lang.T(ctx, "Add the people you give to"), lang.T(ctx, "Birthdays become occasions by themselves."),
			lang.T(ctx, "Add a person"), paths.People.New(), d.Start.HasPeople,
		},
		{
			lang.T(ctx, "Add an occasion"), lang.T(ctx, "Christmas, an anniversary, any day on which you give."),
			lang.T(ctx, "Add an occasion"), occasionPath(), d.Start.HasOccasions,
		},
		{
			lang.T(ctx, "Make a list"), lang.T(ctx, "One for each person and occasion keeps surprises apart."),
			lang.T(ctx, "New list"), paths.Lists.New(), d.Start.HasLists,
		},
		{
			lang.T(ctx, "Note a first idea"), lang.T(ctx, "Paste a link from a shop, or just write it down."),
			lang.T(ctx, "Add an idea"), paths.NewIdea(), len(d.InboxTop) > 0 || ui.Total(d.Pipeline) > 0,
		},
	}
}

// guided reports whether the viewer is led through the first steps.
func guided(d dto.Dashboard) bool { return d.MayAdd && !d.Start.Done() }

// occasionPath offers the days on which families of the country give.
func occasionPath() string { return paths.Occasions.New() }

// current reports whether step i is the first that is not done.
func current(all []step, i int) bool {
	for n, s := range all {
		if !s.done {
			return n == i
		}
	}
	return false
}

// lists are those whose gifts the figures count.
func lists(d dto.Dashboard) string {
	return paths.With(paths.Lists.Index(), "occasion_id", d.Primary.ID)
}

// money is where the figures of the budget come from: the budget of each person, or the lists where there is none.
func money(d dto.Dashboard) string {
	if d.Meter == nil {
		return lists(d)
	}
	return paths.Occasions.One(d.Primary.ID) + "#money-title"
}

// needPath leads to where the ideas for the person stand, or to a list for them where there is none.
func needPath(d dto.Dashboard, n dto.PersonNeed) string {
	switch {
	case n.ListID != "":
	case !d.MayAdd:
		return paths.People.One(n.Person.ID)
	default:
		return paths.With(paths.Lists.New(), "target_person_id", n.Person.ID, "occasion_id", d.Primary.ID)
	}
	return paths.Lists.One(n.ListID)
}

func needText(ctx context.Context, n dto.PersonNeed) string {
	if n.Items == 0 {
		return lang.T(ctx, "nothing yet")
	}
	return lang.N(ctx, n.Items, "%d idea", "%d ideas")
}
