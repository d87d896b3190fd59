package seed

import (
	"strconv"
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/text"
)

// recent is how long ago the present begins: every third list is from then, the others are history.
const recent = 70 * 24 * time.Hour

// plan is a list with what its items have to know of it.
type plan struct {
	model.List
	day    calendar.Date // of its occasion; zero without
	own    bool          // for the child, by the child: wishes
	forKid bool          // for the child
	givers []string      // who may buy from it
}

// lists makes the Idea Inbox and the lists in the order of time, each with its share of the items.
func (f *family) lists() error {
	inbox := plan{List: f.list("Idea Inbox", domain.ListIdea, f.users[admin], f.start), givers: f.givers(false)}
	inbox.Inbox = true
	f.rows.Lists = append(f.rows.Lists, inbox.List)
	ideas := f.Items / 40
	if f.Lists == 0 {
		ideas = f.Items
	}
	left := f.Items - ideas
	for i := range f.Lists {
		share := left / (f.Lists - i)
		if i < f.Lists-1 { // from half to one and a half of what would be even
			share = min(left, (share+1)/2+f.IntN(share+1))
		}
		left -= share
		p := f.plan(i)
		f.rows.Lists = append(f.rows.Lists, p.List)
		f.listActivity(p)
		if err := f.fill(p, share); err != nil {
			return err
		}
	}
	return f.fill(inbox, ideas)
}

// when is the time of the i-th of n lists.
func (f *family) when(i, n int) time.Time {
	past := n - (n+2)/3
	if i < past {
		return f.start.Add(f.now.Add(-recent).Sub(f.start) / time.Duration(past+1) * time.Duration(i+1))
	}
	return f.now.Add(-recent).Add(recent / time.Duration(n-past+1) * time.Duration(i-past+1))
}

func (f *family) list(name string, kind domain.ListType, owner string, at time.Time) model.List {
	return model.List{
		Editable: f.editable(at), Name: name, NameKey: text.Key(name), Type: kind, OwnerID: owner, Visibility: domain.VisibleToFamily,
	}
}

// givers are the accounts that plan; the child not, where it is for them.
func (f *family) givers(forKid bool) []string {
	if forKid {
		return []string{f.users[admin], f.users[member]}
	}
	return []string{f.users[admin], f.users[member], f.users[child]}
}

// plan makes the i-th list: for one of the people in turn, and for the day that is next for them.
func (f *family) plan(i int) plan {
	at := f.when(i, f.Lists)
	if len(f.people) == 0 || f.chance(8) {
		return f.collection(i, at)
	}
	who := i % len(f.people)
	p := plan{forKid: who == 0}
	p.givers = f.givers(p.forKid)
	p.own = p.forKid && f.chance(40)
	owner, kind := pick(f, p.givers), domain.ListGift
	if p.own {
		owner, kind = f.users[child], domain.ListWishlist
	}
	occasion, day := f.next(who, at)
	name := f.people[who].DisplayName
	if occasion != nil {
		name += ", " + occasion.Name
	}
	p.List = f.list(name, kind, owner, at)
	p.TargetPersonID, p.day = &f.people[who].ID, day
	if occasion != nil {
		p.OccasionID = &occasion.ID
	}
	switch {
	case p.own:
	case f.chance(35):
		p.Visibility = domain.HiddenFromTarget
	case f.chance(12):
		p.Visibility = domain.VisibleToOwner
		p.givers = []string{owner}
	}
	if p.past(f) && f.chance(70) {
		gone := f.notLater(at.AddDate(0, 8, 0))
		p.ArchivedAt = &gone
	}
	return p
}

// collection is a list for nobody in particular.
func (f *family) collection(i int, at time.Time) plan {
	givers := f.givers(false)
	return plan{List: f.list("Ideas "+strconv.Itoa(i+1), domain.ListIdea, pick(f, givers), at), givers: givers}
}

// next is the occasion that somebody's list of that time is for.
func (f *family) next(who int, at time.Time) (*model.Occasion, calendar.Date) {
	from := calendar.Of(at)
	if b := &f.birthdays[who]; b.ID != "" {
		day := calendar.Next(b.Date, calendar.Yearly, from)
		if from.DaysUntil(day) < 120 && f.chance(50) {
			return b, day
		}
	}
	if f.chance(8) {
		return nil, calendar.Date{}
	}
	for i := range f.christmas {
		if c := &f.christmas[i]; !c.Date.Before(from) {
			return c, c.Date
		}
	}
	return nil, calendar.Date{}
}

// past reports whether the day that the list is for is over.
func (p plan) past(f *family) bool {
	return !p.day.IsZero() && p.day.Before(calendar.Of(f.now)) || p.day.IsZero() && p.CreatedAt.Before(f.now.Add(-recent))
}

func (f *family) notLater(t time.Time) time.Time {
	if t.After(f.now) {
		return f.now
	}
	return t
}
