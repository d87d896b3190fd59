package demo

import (
	"context"
	"strconv"
	"time"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// plan is a list of the coming Christmas.
type plan struct {
	owner, to, name string
	visibility      domain.Visibility
	kind            domain.ListType
	notes           string
	things          []planned
}

// planned is a gift of the coming Christmas and how far it is.
type planned struct {
	thing
	by    string // who thought of it
	buyer string // who moves it; "" is who thought of it
	path  []domain.Status
	paid  string
}

// fraction is a time between the beginning of this year's planning, 0, and now, 1: by day, unless there is no time.
func (s *stage) fraction(f float64) time.Time {
	const whole = 45 * 24 * time.Hour
	since := s.now.Sub(clockTime(s.christmas(1), 20))
	window := min(whole, since/10*9)
	at := s.now.Add(-window + time.Duration(f*float64(window)))
	if window < whole {
		return at
	}
	night := at.Truncate(24 * time.Hour)
	return night.Add(8*time.Hour + at.Sub(night)*14/24) // from 8 to 22 o'clock, in the same order
}

// thisYear plays the planning of the coming Christmas as far as it has come.
func (s *stage) thisYear(context.Context) error {
	day := s.christmas(0)
	name := "Christmas " + strconv.Itoa(day.Year)
	s.at(s.fraction(0), func(ctx context.Context) error {
		return s.occasion(ctx, "Nora", name, day, "650", thisYearsBudgets, "Lunch at Rose and Pat’s. Aoife’s family arrives on the 23rd.")
	})
	for i, p := range plans {
		s.prepare(p, name, float64(i+1)/float64(2*len(plans)+2))
	}
	s.ideas()
	s.sideLists()
	s.ellaChangesHerMind()
	s.talk()
	return nil
}

// prepare plays a list: made early, filled over the weeks, and its things moved on since.
func (s *stage) prepare(p plan, occasion string, from float64) {
	s.at(s.fraction(from), func(ctx context.Context) error {
		return s.list(ctx, p.owner, p.name, dto.ListInput{
			Type: string(p.kind), TargetPersonID: s.people[p.to], OccasionID: s.days[occasion], Visibility: string(p.visibility), Notes: p.notes,
		})
	})
	for i, t := range p.things {
		start := from + (0.93-from)*float64(i+1)/float64(len(p.things)+1)*0.8
		s.at(s.fraction(start), func(ctx context.Context) error { return s.add(ctx, t.by, p.name, t.thing) })
		buyer := t.buyer
		if buyer == "" {
			buyer = t.by
		}
		for n, to := range t.path {
			when := s.fraction(start + (0.97-start)*float64(n+1)/float64(len(t.path)+1))
			s.at(when, func(ctx context.Context) error { return s.move(ctx, buyer, t.title, to) })
		}
		if t.paid != "" {
			s.at(s.fraction(0.975), func(ctx context.Context) error { return s.pay(ctx, buyer, t.title, t.paid) })
		}
	}
}

// ideas fills the Idea Inbox.
func (s *stage) ideas() {
	for i, idea := range inbox {
		s.at(s.fraction(0.2+0.12*float64(i)), func(ctx context.Context) error {
			ref, err := s.Lists.Inbox(ctx, s.members["Nora"])
			if err != nil {
				return err
			}
			s.lists[ref.Name] = ref.ID
			return s.add(ctx, idea.by, ref.Name, idea.thing)
		})
	}
}

// sideLists are a list that is only Colm's, and one that nobody needs any more.
func (s *stage) sideLists() {
	s.at(s.fraction(0.15), func(ctx context.Context) error {
		err := s.list(ctx, "Colm", "Nora’s big birthday, one day", dto.ListInput{
			Type: string(domain.ListIdea), TargetPersonID: s.people["Nora"], Visibility: string(domain.VisibleToOwner),
		})
		if err != nil {
			return err
		}
		return s.add(ctx, "Colm", "Nora’s big birthday, one day", thing{title: "A week on the islands, without children", price: "900"})
	})
	s.at(s.fraction(0.05), func(ctx context.Context) error {
		return s.list(ctx, "Aoife", "Tombola at the harbour fair", dto.ListInput{Type: string(domain.ListIdea)})
	})
	for i, title := range []string{"Candles in jam jars", "Seed packets, mixed"} {
		s.at(s.fraction(0.06+0.01*float64(i)), func(ctx context.Context) error {
			return s.add(ctx, "Aoife", "Tombola at the harbour fair", thing{title: title, price: "6", quantity: "5"})
		})
	}
	s.at(s.fraction(0.3), func(ctx context.Context) error {
		return s.Lists.Archive(ctx, s.members["Aoife"], s.lists["Tombola at the harbour fair"])
	})
}

// ellaChangesHerMind: she takes back a wish that somebody is buying already, and changes another.
func (s *stage) ellaChangesHerMind() {
	s.at(s.fraction(0.94), func(ctx context.Context) error {
		return s.Items.DeleteWish(ctx, s.members["Ella"], s.items[withdrawn].ID)
	})
	s.at(s.fraction(0.95), func(ctx context.Context) error {
		return s.Items.UpdateWish(ctx, s.members["Ella"], s.items[changed].ID, dto.ItemInput{
			Quantity: "1", Priority: string(domain.PriorityMust), Notes: "The one with the spiral, A4. The old one is full!",
		})
	})
}

// hiddenTitles are the gifts that Ella must not find.
func hiddenTitles() []string {
	var titles []string
	for _, p := range plans {
		for _, t := range p.things {
			if p.to == "Ella" && t.by != "Ella" {
				titles = append(titles, t.title)
			}
		}
	}
	return titles
}
