package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// place is where an item stood on its list.
type place struct {
	ListID string
	Plan   stood
	Wish   *stood `json:",omitempty"` // nil for those who plan
	Moved  int64  `json:",omitempty"` // where in the plan its target put it
}

// stood is where an item stood in one of the orders. What the viewer saw decides where it goes back to; what they did not
// see says only where exactly, between the two that they saw.
type stood struct {
	After string // the one before it that the viewer saw, "" for none
	Then  string // and the one behind it
	Exact string // the one before it, seen or not
}

// standing is where an item stands among others.
func standing(all []repository.Neighbour, id string) stood {
	var at stood
	behind := false
	for _, n := range all {
		switch {
		case n.ID == id:
			behind = true
		case !behind && n.Seen:
			at.After, at.Exact = n.ID, n.ID
		case !behind:
			at.Exact = n.ID
		case n.Seen:
			at.Then = n.ID
			return at
		}
	}
	return at
}

// without are all others.
func without(all []repository.Neighbour, id string) []repository.Neighbour {
	return slices.DeleteFunc(slices.Clone(all), func(n repository.Neighbour) bool { return n.ID == id })
}

// back is behind which of the others an item stands as it did, unless both are gone that the viewer saw it between.
func (at stood) back(others []repository.Neighbour) (after string, found bool) {
	for _, n := range others {
		if exact := n.ID == at.Exact; exact && (n.Seen && n.ID == at.After || !n.Seen && standing(others, n.ID).After == at.After) {
			return at.Exact, true
		}
	}
	seen := slices.DeleteFunc(slices.Clone(others), func(n repository.Neighbour) bool { return !n.Seen })
	there := func(id string) bool {
		return id == "" || slices.ContainsFunc(seen, func(n repository.Neighbour) bool { return n.ID == id })
	}
	if there(at.After) {
		return at.After, true
	}
	return standing(seen, at.Then).After, there(at.Then)
}

// placeOf is where an item stands: in the plan and, for its list's target, among the wishes.
func placeOf(ctx context.Context, tx *repository.Store, v domain.Viewer, item model.ListItem, own bool) (place, error) {
	at := place{ListID: item.ListID}
	all, err := tx.Items.Standings(ctx, v, repository.PlanOrder, item.ListID)
	at.Plan = standing(all, item.ID)
	if err != nil || !own {
		return at, err
	}
	all, err = tx.Items.Standings(ctx, v, repository.WishOrder, item.ListID)
	wish := standing(all, item.ID)
	at.Wish = &wish
	return at, err
}

// keepPlace records where an item stood, when the viewer sees it stand elsewhere by now.
func keepPlace(ctx context.Context, tx *repository.Store, v domain.Viewer, item model.ListItem, before place) error {
	kind, own := domain.EntityPlace, before.Wish != nil
	now, err := placeOf(ctx, tx, v, item, own)
	if err != nil {
		return err
	}
	same := now.Plan.After == before.Plan.After
	if own {
		kind, same = domain.EntityWishPlace, now.Wish.After == before.Wish.After
	}
	if same {
		return nil
	}
	if own {
		moved, err := tx.Items.Get(ctx, v, item.ID)
		if err != nil {
			return err
		}
		before.Moved = moved.Position
	}
	return keepThing(ctx, tx, v, domain.VerbUpdated, kind, item.ID, 1, was{Place: &before})
}

// putBack puts an item where it stood. The plan of a list follows its target only while nobody who plans moved the item.
func (s *Items) putBack(ctx context.Context, v domain.Viewer, id string, at place) error {
	item, err := s.store.Items.Get(ctx, v, id)
	if err != nil {
		return err
	}
	if err := s.store.Lists.Lock(ctx, v, item.ListID); err != nil {
		return err
	}
	if item, err = s.store.Items.Get(ctx, v, id); err != nil { // as it stands now that nobody moves it
		return err
	}
	if item.ListID != at.ListID {
		return changedSince()
	}
	if at.Wish == nil {
		return s.putBehind(ctx, v, repository.PlanOrder, item, at.Plan)
	}
	if err := s.putBehind(ctx, v, repository.WishOrder, item, *at.Wish); err != nil || item.Position != at.Moved {
		return err
	}
	if err := s.putBehind(ctx, v, repository.PlanOrder, item, at.Plan); apperr.CodeOf(err) != apperr.Conflict {
		return err // of the plan its target learns nothing
	}
	return nil
}

// putBehind puts an item where it stood in one of the orders.
func (s *Items) putBehind(ctx context.Context, v domain.Viewer, by repository.Order, item model.ListItem, at stood) error {
	all, err := s.store.Items.Standings(ctx, v, by, item.ListID)
	if err != nil {
		return err
	}
	after, found := at.back(without(all, item.ID))
	if !found {
		return apperr.New(apperr.Conflict, "What it stood beside is gone from the list.")
	}
	return s.store.Items.PutAfter(ctx, v, by, item, after)
}
