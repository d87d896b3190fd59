package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// subject is a thing that members talk about, as the viewer sees it.
type subject struct {
	dto.Parent
	title    string
	listID   *string  // of an item, or the list itself
	giftID   *string  // of an item, or the gift itself
	personID *string  // the person, or a list's target
	targets  []string // the people it is for or about
	creator  string   // of a gift
	wisherID string   // of an item: the account of the person it is for
}

// subjectOf loads what somebody wants to talk about; what the viewer does not see is Missing.
func subjectOf(ctx context.Context, store *repository.Store, v domain.Viewer, on dto.Parent) (subject, error) {
	sub := subject{Parent: on}
	switch on.ParentType { //nolint:exhaustive // nobody talks about the others
	case domain.EntityPerson:
		row, err := store.People.Get(ctx, v, on.ParentID)
		sub.title, sub.personID, sub.targets = row.DisplayName, &row.ID, []string{row.ID}
		return sub, err
	case domain.EntityOccasion:
		row, err := store.Occasions.Get(ctx, v, on.ParentID)
		sub.title, sub.targets = row.Name, idsOf(row.PersonID)
		return sub, err
	case domain.EntityList:
		row, err := store.Lists.Get(ctx, v, on.ParentID)
		sub.title, sub.listID, sub.personID, sub.targets = row.Name, &row.ID, row.TargetPersonID, idsOf(row.TargetPersonID)
		return sub, err
	case domain.EntityGift:
		return giftSubject(ctx, store, v, sub)
	case domain.EntityItem:
		row, err := store.Items.Standing(ctx, v, on.ParentID)
		sub.title, sub.listID, sub.giftID, sub.wisherID = row.Title, &row.ListID, &row.GiftID, idOf(row.TargetUserID)
		return sub, err
	}
	return sub, apperr.Missing()
}

func giftSubject(ctx context.Context, store *repository.Store, v domain.Viewer, sub subject) (subject, error) {
	row, err := store.Gifts.Get(ctx, v, sub.ParentID)
	if err != nil {
		return sub, err
	}
	uses, err := store.Gifts.Uses(ctx, v, sub.ParentID)
	sub.title, sub.giftID, sub.creator = row.Title, &row.ID, row.CreatedByID
	for _, u := range uses {
		sub.targets = append(sub.targets, idsOf(u.TargetID)...)
	}
	return sub, err
}

func idsOf(id *string) []string {
	if id == nil {
		return nil
	}
	return []string{*id}
}

// readers are the members who read what is said about the thing, as far as the viewer may know.
func (s subject) readers(ctx context.Context, store *repository.Store, v domain.Viewer) ([]repository.ReaderRow, error) {
	switch s.ParentType { //nolint:exhaustive // the others are read by all
	case domain.EntityList:
		return store.Accounts.ReadersOfList(ctx, v, s.ParentID)
	case domain.EntityGift:
		return store.Accounts.ReadersOfGift(ctx, v, s.ParentID, s.creator)
	case domain.EntityItem:
		return store.Accounts.ReadersOfItem(ctx, v, s.ParentID)
	}
	return store.Accounts.Readers(ctx, v)
}

// targetsAmong are those of the readers whom the thing is for or about, the viewer aside.
func (s subject) targetsAmong(v domain.Viewer, readers []repository.ReaderRow) []dto.Ref {
	var refs []dto.Ref
	for _, m := range readers {
		if m.PersonID != nil && m.UserID != v.UserID && slices.Contains(s.targets, *m.PersonID) {
			refs = append(refs, *refOf(m.PersonID, m.PersonName))
		}
	}
	return refs
}

// comment is a new comment on the thing.
func (s subject) comment() model.Comment {
	var row model.Comment
	switch s.ParentType { //nolint:exhaustive // nobody talks about the others
	case domain.EntityPerson:
		row.PersonID = &s.ParentID
	case domain.EntityOccasion:
		row.OccasionID = &s.ParentID
	case domain.EntityList:
		row.ListID = &s.ParentID
	case domain.EntityGift:
		row.GiftID = &s.ParentID
	case domain.EntityItem:
		row.ItemID = &s.ParentID
	}
	return row
}

// onComment is a line about a comment. It points at the thing too, and so goes when the thing is purged.
func (s subject) onComment(verb domain.Verb, row model.Comment) model.Activity {
	return model.Activity{
		Verb: verb, EntityType: domain.EntityComment, EntityID: row.ID,
		ListID: s.listID, ItemID: row.ItemID, GiftID: s.giftID, PersonID: s.personID,
	}
}
