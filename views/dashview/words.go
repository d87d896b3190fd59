// Package dashview is the first page: what is next, who still needs something, what is in one's own hands.
package dashview

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// title is the one h1: what comes next, or a welcome.
func title(d dto.Dashboard) string {
	switch {
	case d.Primary != nil:
		return d.Primary.Name
	case !d.Start.Done():
		return "Welcome to Kinlist"
	}
	return "Dashboard"
}

// step is one of the first things that a new family does.
type step struct {
	title, why, action, path string
	done                     bool
}

func steps(d dto.Dashboard) []step {
	return []step{
		{"Add the people you give to", "Birthdays become occasions by themselves.", "Add a person", paths.People.New(), d.Start.HasPeople},
		{"Add an occasion", "Christmas, an anniversary, any day on which you give.", "Add an occasion", paths.Occasions.New(), d.Start.HasOccasions},
		{"Make a list", "One for each person and occasion keeps surprises apart.", "New list", paths.Lists.New(), d.Start.HasLists},
		{"Note a first idea", "Paste a link from a shop, or just write it down.", "Add an idea", firstIdea(d), len(d.InboxTop) > 0 || len(d.Pipeline) > 0},
	}
}

func firstIdea(d dto.Dashboard) string {
	if d.Inbox.ID == "" {
		return paths.Gifts.New()
	}
	return paths.NewListItem(d.Inbox.ID)
}

// current reports whether step i is the first that is not done.
func current(all []step, i int) bool {
	for n, s := range all {
		if !s.done {
			return n == i
		}
	}
	return false
}

// needPath leads to where something for the person is added.
func needPath(n dto.PersonNeed) string {
	if n.ListID == "" {
		return paths.People.One(n.Person.ID)
	}
	return paths.Lists.One(n.ListID)
}

func needText(ctx context.Context, n dto.PersonNeed) string {
	if n.Items == 0 {
		return lang.T(ctx, "nothing yet")
	}
	return lang.N(ctx, n.Items, "%d idea", "%d ideas")
}

// verbs are what somebody did; the thing's name follows.
var verbs = map[domain.Verb]string{
	domain.VerbCreated:   "added",
	domain.VerbUpdated:   "changed",
	domain.VerbArchived:  "archived",
	domain.VerbRestored:  "restored",
	domain.VerbDeleted:   "deleted",
	domain.VerbStatus:    "moved",
	domain.VerbUndone:    "took back a change of",
	domain.VerbAssigned:  "assigned",
	domain.VerbTakenOver: "took over",
	domain.VerbMoved:     "moved",
	domain.VerbJoined:    "joined",
	domain.VerbLeft:      "left",
	domain.VerbRemoved:   "removed",
	domain.VerbRole:      "changed the role of",
	domain.VerbCommented: "commented on",
	domain.VerbResolved:  "resolved",
	domain.VerbReopened:  "reopened",
	domain.VerbMerged:    "merged",
}

// did is what somebody did, up to the name of the thing.
func did(a dto.Activity) string {
	if a.Entity == domain.EntityComment && a.Verb != domain.VerbCommented {
		return verbs[a.Verb] + " a comment on"
	}
	return verbs[a.Verb]
}

// after finishes the sentence of an activity, where the verb has more to say.
func after(ctx context.Context, a dto.Activity) string {
	switch a.Verb {
	case domain.VerbStatus, domain.VerbUndone:
		if a.To == "" {
			return ""
		}
		return "to " + ui.StatusName(ctx, domain.Status(a.To))
	case domain.VerbAssigned:
		return named("to ", a.To, "to nobody")
	case domain.VerbTakenOver:
		return named("from ", a.From, "")
	case domain.VerbMoved, domain.VerbCreated, domain.VerbRole:
		return named("to ", a.To, "")
	case domain.VerbUpdated, domain.VerbArchived, domain.VerbRestored, domain.VerbDeleted,
		domain.VerbJoined, domain.VerbLeft, domain.VerbRemoved,
		domain.VerbCommented, domain.VerbResolved, domain.VerbReopened, domain.VerbMerged, domain.VerbCopied:
	}
	return ""
}

func named(word, name, without string) string {
	if name == "" {
		return without
	}
	return word + name
}

var pages = map[domain.Entity]paths.Collection{
	domain.EntityPerson:   paths.People,
	domain.EntityOccasion: paths.Occasions,
	domain.EntityList:     paths.Lists,
	domain.EntityGift:     paths.Gifts,
	domain.EntityItem:     paths.Items,
}

// thing is the page of what an activity tells of; "" where there is none to open.
func thing(a dto.Activity) string {
	if a.On != nil {
		return pages[a.On.ParentType].One(a.On.ParentID)
	}
	c, ok := pages[a.Entity]
	if !ok || a.EntityID == "" || a.Verb == domain.VerbDeleted {
		return ""
	}
	return c.One(a.EntityID)
}
