package demo

import (
	"context"
	"fmt"
	"strings"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
)

// thing is a gift as somebody puts it on a list.
type thing struct {
	title, price string
	planned      string // "" is the gift's price
	shop, tags   string
	text, notes  string
	quantity     string
	priority     string
}

// occasion adds an occasion for everybody who is there, with budgets by name.
func (s *stage) occasion(ctx context.Context, by, name string, day calendar.Date, total string, budgets map[string]string, notes string) error {
	in := dto.OccasionInput{
		Name: name, Type: string(domain.OccasionChristmas), Date: day.String(), Recurrence: string(calendar.Once), Budget: total, Notes: notes,
		Budgets: map[string]string{},
	}
	for name, id := range s.people {
		in.PersonIDs = append(in.PersonIDs, id)
		in.Budgets[id] = budgets[name]
	}
	id, err := s.Occasions.Create(ctx, s.members[by], in)
	s.days[name] = id
	return err
}

// budgets is one budget for each of the names.
func (s *stage) budgets(amount string, names ...string) map[string]string {
	all := map[string]string{}
	for _, name := range names {
		all[name] = amount
	}
	return all
}

// list adds a list of somebody's.
func (s *stage) list(ctx context.Context, by, name string, in dto.ListInput) error {
	in.Name = name
	id, err := s.Lists.Create(ctx, s.members[by], in)
	s.lists[name] = id
	return err
}

// add puts a new gift on a list.
func (s *stage) add(ctx context.Context, by, list string, t thing) error {
	in := dto.AddInput{
		ItemInput: dto.ItemInput{PlannedPrice: t.planned, Notes: t.notes, Quantity: t.quantity, Priority: t.priority},
		GiftInput: dto.GiftInput{Title: t.title, Price: t.price, Tags: t.tags, Description: t.text},
	}
	if t.shop != "" {
		in.Link = "https://" + t.shop + "/" + slug(t.title)
	}
	id, err := s.Items.Add(ctx, s.members[by], s.lists[list], in)
	if err != nil {
		return fmt.Errorf("%s adds %s to %s: %w", by, t.title, list, err)
	}
	s.items[t.title] = dto.Item{ID: id, ListID: s.lists[list], Notes: t.notes}
	return nil
}

func slug(title string) string {
	return strings.Trim(strings.Join(strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), "-"), "-")
}

// move takes an item along its path.
func (s *stage) move(ctx context.Context, by, title string, to domain.Status) error {
	_, err := s.Items.SetStatus(ctx, s.members[by], s.items[title].ID, dto.StatusInput{Status: string(to)})
	if err != nil {
		return fmt.Errorf("%s moves %s to %s: %w", by, title, to, err)
	}
	return nil
}

// pay notes what an item cost in the end.
func (s *stage) pay(ctx context.Context, by, title, paid string) error {
	return s.amend(ctx, by, title, func(in *dto.ItemInput) { in.ActualPrice = paid })
}

// amend changes what those who plan an item may say of it; the rest stays.
func (s *stage) amend(ctx context.Context, by, title string, change func(*dto.ItemInput)) error {
	page, err := s.Items.Page(ctx, s.members[by], s.items[title].ID)
	if err != nil {
		return fmt.Errorf("%s looks at %s: %w", by, title, err)
	}
	item := page.Item
	in := dto.ItemInput{
		Quantity: fmt.Sprint(item.Quantity), Priority: string(item.Priority), Notes: item.Notes, Privacy: string(item.Privacy),
		PlannedPrice: typed(item.Planned), ActualPrice: typed(item.Actual), Version: item.Version, WishVersion: item.WishVersion,
	}
	change(&in)
	if _, err := s.Items.Update(ctx, s.members[by], item.ID, in); err != nil {
		return fmt.Errorf("%s amends %s: %w", by, title, err)
	}
	return nil
}

func typed(m *dto.Money) string {
	if m == nil {
		return ""
	}
	return m.Input
}
