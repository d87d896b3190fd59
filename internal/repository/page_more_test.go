package repository_test

import (
	"context"
	"fmt"
	"testing"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/fixture"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// smallListings are those that are not indexes of rows of their own.
func smallListings(t *testing.T, s *fixture.Stage) []listing {
	t.Helper()
	ctx, v, store := t.Context(), s.Maria, s.Store
	list := s.List(t, v, dto.ListInput{Name: "Ben’s birthday", TargetPersonID: s.Ben, OccasionID: s.Christmas})
	trashItem := func(tx *repository.Store, id string) error { return tx.Items.Trash(ctx, v, id) }
	return []listing{
		{"tags", []string{"name", "usage", "new"}, func(pq repository.PageQuery) ([]string, string, string, error) {
			p, err := store.Tags.Page(ctx, v, repository.TagFilter{}, pq)
			return idsOf(p, func(r repository.TagRow) string { return r.ID }), p.Next, p.Prev, err
		}, func(tx *repository.Store, n int) error {
			return tx.Tags.Create(ctx, v, &model.Tag{Name: "x", NameKey: key(n), Type: "custom", CreatedByID: v.UserID})
		}, func(tx *repository.Store, id string) error { return tx.Tags.Trash(ctx, v, id) }},
		{"comments", []string{"old", "new"}, func(pq repository.PageQuery) ([]string, string, string, error) {
			p, err := store.Comments.Page(ctx, v, domain.EntityPerson, s.Ben, pq)
			return idsOf(p, func(r repository.CommentRow) string { return r.ID }), p.Next, p.Prev, err
		}, func(tx *repository.Store, _ int) error {
			return tx.Comments.Create(ctx, v, &model.Comment{PersonID: &s.Ben, AuthorID: v.UserID, Body: "x"})
		}, func(tx *repository.Store, id string) error { return tx.Comments.Trash(ctx, v, id) }},
		activities(ctx, s),
		{"list_items", []string{"occasion", "shop", "status", "title"}, func(pq repository.PageQuery) ([]string, string, string, error) {
			p, err := store.Items.Assignments(ctx, v, repository.AssignmentFilter{}, pq)
			return idsOf(p, func(r repository.AssignmentRow) string { return r.ID }), p.Next, p.Prev, err
		}, func(tx *repository.Store, n int) error {
			hand := []domain.Status{domain.StatusBuying, domain.StatusOrdered, domain.StatusWrapped}
			return addItem(ctx, tx, v, list, n, hand[n%3], calendar.Date{})
		}, trashItem},
		{"list_items", []string{"-given"}, func(pq repository.PageQuery) ([]string, string, string, error) {
			p, err := store.Items.Given(ctx, v, s.Ben, pq)
			return idsOf(p, func(r repository.GivenRow) string { return r.ID }), p.Next, p.Prev, err
		}, func(tx *repository.Store, n int) error {
			return addItem(ctx, tx, v, list, n, domain.StatusGifted, calendar.On(2025, 12, 20+n%5))
		}, trashItem},
		{"trash", []string{"deleted"}, func(pq repository.PageQuery) ([]string, string, string, error) {
			p, err := store.Trash.Index(ctx, v, pq)
			return idsOf(p, func(r repository.TrashRow) string { return r.ID }), p.Next, p.Prev, err
		}, func(tx *repository.Store, n int) error {
			p := model.Person{DisplayName: "x", NameKey: key(n), Relationship: "other"}
			if err := tx.People.Create(ctx, v, &p); err != nil {
				return err
			}
			return tx.People.Trash(ctx, v, p.ID)
		}, func(tx *repository.Store, id string) error { // it comes back, and goes out of the listing
			if err := tx.People.Restore(ctx, v, id); err == nil {
				return nil
			}
			if err := tx.Items.Restore(ctx, v, id); err == nil {
				return nil
			}
			return tx.Tags.Restore(ctx, v, id)
		}},
	}
}

// activities is the feed: a line of it goes when its thing does.
func activities(ctx context.Context, s *fixture.Stage) listing {
	v, of := s.Maria, map[string]string{}
	return listing{"activities", []string{"new"}, func(pq repository.PageQuery) ([]string, string, string, error) {
		p, err := s.Store.Activities.Page(ctx, v, repository.ActivityFilter{Entity: domain.EntityPerson}, pq)
		for _, r := range p.Rows {
			of[r.ID] = r.EntityID
		}
		return idsOf(p, func(r repository.ActivityRow) string { return r.ID }), p.Next, p.Prev, err
	}, func(tx *repository.Store, n int) error {
		p := model.Person{DisplayName: "x", NameKey: key(n), Relationship: "other"}
		if err := tx.People.Create(ctx, v, &p); err != nil {
			return err
		}
		return tx.Activities.Add(ctx, v, &model.Activity{
			Verb: domain.VerbCreated, EntityType: domain.EntityPerson, EntityID: p.ID, PersonID: &p.ID, Payload: "{}",
		})
	}, func(tx *repository.Store, id string) error { return tx.People.Trash(ctx, v, of[id]) }}
}

// addItem puts a gift on a list, in the viewer's hands.
func addItem(ctx context.Context, tx *repository.Store, v domain.Viewer, list string, n int, status domain.Status, given calendar.Date) error {
	g := model.Gift{Title: "x", TitleKey: key(n), Source: fmt.Sprintf("shop-%d.example", n%4), CreatedByID: v.UserID, Currency: "EUR", Metadata: "{}"}
	if err := tx.Gifts.Create(ctx, v, &g); err != nil {
		return err
	}
	return tx.Items.Create(ctx, v, &model.ListItem{
		ListID: list, GiftID: g.ID, Position: int64(n), Privacy: domain.PrivacyShared, AddedBy: v.UserID, Quantity: 1,
		Priority: domain.PriorityNormal, WishVersion: 1, WishUpdatedAt: fixture.Now, Status: status, BuyerID: &v.UserID, Currency: "EUR", GiftedOn: given,
	})
}
