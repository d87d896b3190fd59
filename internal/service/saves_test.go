package service_test

import (
	"context"
	"fmt"
	"strings"
	"sync/atomic"
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/dbtest"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/service"
)

// saving is a change as a page sends it: what the form was made from is read before, and not counted.
type saving struct {
	name  string
	ready func() func(ctx context.Context) error
}

// does is a change that needs no form.
func does[T any](name string, call func(ctx context.Context) (T, error)) saving {
	return saving{name, func() func(context.Context) error {
		return func(ctx context.Context) error { _, err := call(ctx); return err }
	}}
}

// saves is the change of a thing by the form that was made from it.
func saves[T any](t *testing.T, name string, get func() (T, error), save func(ctx context.Context, was T) error) saving {
	return saving{name, func() func(context.Context) error {
		was, err := get()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		return func(ctx context.Context) error { return save(ctx, was) }
	}}
}

// marks is a change without an answer.
func marks(name string, call func(ctx context.Context) error) saving {
	return saving{name, func() func(context.Context) error { return call }}
}

// savings are what people change, on a list with a gift and an item of the crowd.
func savings(t *testing.T, s *fixture.Stage) []saving {
	t.Helper()
	v, sv := s.Tom, s.Services
	list, gift, item := onePlanned(t, s)
	other := s.List(t, v, dto.ListInput{Name: "Another", Type: "idea", Visibility: "family"})
	more := s.Item(t, v, other, fixture.Gift("Drums", "40"))
	tag := must(t)(sv.Tags.Create(t.Context(), v, dto.TagInput{Name: "Wood", Type: "custom"}))
	into := must(t)(sv.Tags.Create(t.Context(), v, dto.TagInput{Name: "Timber", Type: "custom"}))
	row := func() (dto.Item, error) { p, err := sv.Items.Page(t.Context(), v, item); return p.Item, err }
	return []saving{
		does("People.Create", func(ctx context.Context) (string, error) {
			return sv.People.Create(ctx, v, dto.PersonInput{DisplayName: "Zoe", Relationship: "friend", BirthDay: "3", BirthMonth: "4", Tags: "wood, new"})
		}),
		saves(t, "People.Update", func() (dto.Person, error) { return sv.People.Get(t.Context(), v, s.Ben) }, func(ctx context.Context, p dto.Person) error {
			in := p.Form()
			in.DisplayName, in.BirthDay, in.BirthMonth = "Benjamin", "3", "4"
			return sv.People.Update(ctx, v, s.Ben, in)
		}),
		marks("People.Archive", func(ctx context.Context) error { return sv.People.Archive(ctx, v, s.Ben) }),
		does("Occasions.Create", func(ctx context.Context) (string, error) {
			return sv.Occasions.Create(ctx, v, dto.OccasionInput{Name: "Easter", Type: "holiday", Date: "2027-03-28", Recurrence: "none", PersonIDs: []string{s.Ben}})
		}),
		saves(t, "Occasions.Update", func() (dto.Occasion, error) { return sv.Occasions.Get(t.Context(), v, s.Christmas) }, func(ctx context.Context, o dto.Occasion) error {
			in := o.Form()
			in.Name, in.Budget = "Yule", "300"
			return sv.Occasions.Update(ctx, v, s.Christmas, in)
		}),
		does("Lists.Create", func(ctx context.Context) (string, error) {
			return sv.Lists.Create(ctx, v, dto.ListInput{Name: "New", Type: "gift", TargetPersonID: s.Ben, OccasionID: s.Christmas, Visibility: "family"})
		}),
		saves(t, "Lists.Update", func() (dto.List, error) { return sv.Lists.Get(t.Context(), v, other) }, func(ctx context.Context, l dto.List) error {
			in := l.Form()
			in.Name = "Renamed"
			return sv.Lists.Update(ctx, v, other, in)
		}),
		marks("Lists.Archive", func(ctx context.Context) error { return sv.Lists.Archive(ctx, v, other) }),
		marks("Lists.Delete", func(ctx context.Context) error { return sv.Lists.Delete(ctx, v, other, true) }),
		does("Gifts.Create", func(ctx context.Context) (string, error) {
			return sv.Gifts.Create(ctx, v, dto.GiftInput{Title: "Kite", Link: "https://shop.example/kite", Price: "20", Tags: "wood"})
		}),
		saves(t, "Gifts.Update", func() (dto.Gift, error) { return sv.Gifts.Get(t.Context(), v, gift) }, func(ctx context.Context, g dto.Gift) error {
			in := g.Form()
			in.Title, in.Tags = "Renamed", "wood, blue"
			return sv.Gifts.Update(ctx, v, gift, in)
		}),
		marks("Gifts.Archive", func(ctx context.Context) error { return sv.Gifts.Archive(ctx, v, gift) }),
		does("Items.Add", func(ctx context.Context) (string, error) {
			return sv.Items.Add(ctx, v, list, fixture.Gift("Boat", "12"))
		}),
		saves(t, "Items.Update", row, func(ctx context.Context, i dto.Item) error {
			in := i.Form()
			in.Notes, in.Quantity = "the blue one", "2"
			_, err := sv.Items.Update(ctx, v, item, in)
			return err
		}),
		saves(t, "Items.SetStatus", row, func(ctx context.Context, i dto.Item) error {
			_, err := sv.Items.SetStatus(ctx, v, item, dto.StatusInput{Status: "buying", Version: i.Version, Sure: true})
			return err
		}),
		saves(t, "Items.Assign", row, func(ctx context.Context, i dto.Item) error {
			_, err := sv.Items.Assign(ctx, v, item, dto.AssignInput{UserID: s.Maria.UserID, Version: i.Version, Sure: true})
			return err
		}),
		does("Items.Move", func(ctx context.Context) (dto.Moved, error) {
			return sv.Items.Move(ctx, v, more, dto.MoveInput{ListID: list})
		}),
		does("Items.Archive", func(ctx context.Context) (dto.Item, error) { return sv.Items.Archive(ctx, v, item) }),
		does("Items.Bulk", func(ctx context.Context) (dto.BulkResult, error) {
			return sv.Items.Bulk(ctx, v, dto.BulkInput{ItemIDs: []string{item}, Action: "status", Value: "shortlisted"})
		}),
		does("Tags.Create", func(ctx context.Context) (string, error) {
			return sv.Tags.Create(ctx, v, dto.TagInput{Name: "Red", Type: "custom"})
		}),
		saves(t, "Tags.Update", func() (dto.Tag, error) { return sv.Tags.Get(t.Context(), v, tag) }, func(ctx context.Context, g dto.Tag) error {
			in := g.Form()
			in.Name = "Woods"
			return sv.Tags.Update(ctx, v, tag, in)
		}),
		marks("Tags.Merge", func(ctx context.Context) error { return sv.Tags.Merge(ctx, v, tag, into) }),
		does("Comments.Add", func(ctx context.Context) (dto.Comment, error) {
			return sv.Comments.Add(ctx, v, dto.Parent{ParentType: "gift", ParentID: gift}, dto.CommentInput{Body: "@Maria look"})
		}),
	}
}

// What is saved, with the step by which it can be taken back, and taking it back, ask as much of ten rows as of ten thousand.
func TestEverySaveAndItsUndoAskAFixedNumberOfQueries(t *testing.T) {
	t.Parallel()
	dbtest.Each(t, func(t *testing.T, db *database.DB) {
		few, many := fixture.FamilyAt(t, db, "few.example"), fixture.FamilyAt(t, db, "many.example")
		few.Fill(t, fixture.Crowd{People: 10, Occasions: 10, Lists: 10, Gifts: 10, Items: 10})
		many.Fill(t, fixture.Crowd{People: 10_000, Occasions: 10_000, Lists: 10_000, Gifts: 10_000, Items: 10_000})
		of, ofMany := savings(t, few), savings(t, many)
		queries := dbtest.Statements(t, db)
		table := []string{fmt.Sprintf("%-20s %15s %15s", "queries of", "10, and undo", "10,000, and undo")}
		for i, save := range of {
			a, aUndo := counted(t, few, queries, save)
			b, bUndo := counted(t, many, queries, ofMany[i])
			table = append(table, fmt.Sprintf("%-20s %7d %7d %7d %7d", save.name, a, aUndo, b, bUndo))
			if a != b || aUndo != bUndo {
				t.Errorf("%s asks %d times of ten rows and %d times of ten thousand; to take it back %d and %d", save.name, a, b, aUndo, bUndo)
			}
		}
		t.Log("\n" + strings.Join(table, "\n"))
	})
}

// counted saves and takes it back, and returns how many statements each took.
func counted(t *testing.T, s *fixture.Stage, queries *atomic.Int64, save saving) (saved, undone int64) {
	t.Helper()
	do := save.ready()
	ctx, _ := service.WithTrail(t.Context())
	before := queries.Load()
	if err := do(ctx); err != nil {
		t.Errorf("%s: %v", save.name, err)
	}
	saved = queries.Load() - before
	ctx, _ = service.WithTrail(t.Context())
	before = queries.Load()
	if _, err := s.Services.Undo.Last(ctx, s.Tom); err != nil {
		t.Errorf("%s is not taken back: %v", save.name, err)
	}
	return saved, queries.Load() - before
}
