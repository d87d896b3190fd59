package demo

import (
	"context"
	"strconv"
	"time"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// given is a gift of the past.
type given struct {
	to, by       string
	title, price string
	paid         string // where it was another price than planned
	shop         string // the host of its link; "" without
	tags         string
}

// pastYears plays the last three Christmases, and the birthdays of three years.
func (s *stage) pastYears(context.Context) error {
	for yearsAgo := 3; yearsAgo > 0; yearsAgo-- {
		s.pastChristmas(yearsAgo, christmases[3-yearsAgo])
	}
	for name, years := range birthdays {
		s.pastBirthdays(name, years)
	}
	return nil
}

// pastChristmas has a list for everybody who got something, planned in November and put away in January.
func (s *stage) pastChristmas(yearsAgo int, gifts []given) {
	day := s.christmas(yearsAgo)
	name := "Christmas " + strconv.Itoa(day.Year)
	s.at(clockTime(day.AddDays(-60), 20), func(ctx context.Context) error {
		return s.occasion(ctx, "Nora", name, day, "850", s.budgets("70", "Ella", "Finn", "Saoirse", "Oscar"), "")
	})
	for _, to := range []string{"Nora", "Colm", "Ella", "Finn", "Rose", "Pat", "Aoife", "Declan", "Saoirse", "Oscar", "Biscuit"} {
		var theirs []given
		for _, g := range gifts {
			if g.to == to {
				theirs = append(theirs, g)
			}
		}
		s.celebrate(to, theirs, func() string { return s.days[name] }, to+", "+name, day, 45)
	}
}

// pastBirthdays has a small list for each birthday of three years. A birthday is an occasion by itself: it came with
// the person.
func (s *stage) pastBirthdays(name string, years [3][]given) {
	born := s.bornOn(name)
	for i, gifts := range years {
		day := calendar.InYear(born.Month, born.Day, s.now.Year()-3+i)
		if calendar.InYear(born.Month, born.Day, s.now.Year()).Before(calendar.Of(s.now)) {
			day = calendar.InYear(born.Month, born.Day, s.now.Year()-2+i)
		}
		s.celebrate(name, gifts, func() string { return s.days[name] }, name+"’s birthday "+strconv.Itoa(day.Year), day, 18)
	}
}

// bornOn is the day and month of a birthday, and has the birthday's occasion looked up once it is needed.
func (s *stage) bornOn(name string) calendar.Date {
	for _, r := range cast {
		if r.name == name {
			t, _ := time.Parse("2 January 2006", r.born+" 2000") // the cast is checked by the test that plays it
			return calendar.Of(t)
		}
	}
	return calendar.Date{}
}

// celebrate plays a list from its beginning, so many days before, until it is put away.
func (s *stage) celebrate(to string, gifts []given, occasion func() string, list string, day calendar.Date, before int) {
	if len(gifts) == 0 {
		return
	}
	start := clockTime(day.AddDays(-before), 19)
	owner := gifts[0].by
	s.at(start, func(ctx context.Context) error {
		if occasion() == "" {
			if err := s.findBirthday(ctx, to); err != nil {
				return err
			}
		}
		return s.list(ctx, owner, list, dto.ListInput{
			TargetPersonID: s.people[to], OccasionID: occasion(), Visibility: string(s.visibility(to)),
		})
	})
	for i, g := range gifts {
		s.give(list, g, start.AddDate(0, 0, 2+5*i), day)
	}
	s.at(clockTime(day.AddDays(16), 20), func(ctx context.Context) error {
		return s.Lists.Archive(ctx, s.members[owner], s.lists[list])
	})
}

// visibility is what a list for somebody needs: whoever has an account is not to see it.
func (s *stage) visibility(to string) domain.Visibility {
	if _, ok := s.members[to]; ok {
		return domain.HiddenFromTarget
	}
	return domain.VisibleToFamily
}

// give plays a gift from the thought until it is given on the day.
func (s *stage) give(list string, g given, from time.Time, day calendar.Date) {
	s.at(from, func(ctx context.Context) error {
		return s.add(ctx, g.by, list, thing{title: g.title, price: g.price, shop: g.shop, tags: g.tags})
	})
	s.at(from.AddDate(0, 0, 4), func(ctx context.Context) error { return s.move(ctx, g.by, g.title, domain.StatusBuying) })
	if g.paid != "" {
		s.at(from.AddDate(0, 0, 5), func(ctx context.Context) error { return s.pay(ctx, g.by, g.title, g.paid) })
	}
	s.at(clockTime(day.AddDays(-2), 21), func(ctx context.Context) error { return s.move(ctx, g.by, g.title, domain.StatusWrapped) })
	s.at(clockTime(day, 10), func(ctx context.Context) error { return s.move(ctx, g.by, g.title, domain.StatusGifted) })
}

// findBirthday looks up the occasion that came with a person's birthdate.
func (s *stage) findBirthday(ctx context.Context, name string) error {
	refs, err := s.Occasions.Names(ctx, s.members["Nora"])
	for _, o := range refs {
		if o.Name == name+"’s birthday" {
			s.days[name] = o.ID
		}
	}
	return err
}
