package service

import (
	"context"
	"slices"

	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// copyLists gives next an empty list for each list of old that the viewer sees and next lacks. Both are as the viewer
// sees them: a list that is hidden from the viewer changes nothing of what they get.
func copyLists(ctx context.Context, tx *repository.Store, v domain.Viewer, old, next model.Occasion) error {
	from, err := tx.Lists.OfOccasion(ctx, v, old.ID, false)
	if err != nil {
		return err
	}
	have, err := tx.Lists.OfOccasion(ctx, v, next.ID, true)
	if err != nil {
		return err
	}
	members, err := tx.Accounts.Members(ctx, v)
	if err != nil {
		return err
	}
	for _, shell := range lacking(shells(from, old, next), have) {
		if !slices.ContainsFunc(members, func(m repository.MemberRow) bool { return m.UserID == shell.OwnerID }) {
			shell.OwnerID = v.UserID // the owner has left the family
		}
		if err := tx.Lists.Create(ctx, v, &shell); err != nil {
			return err
		}
		if err := record(ctx, tx, v, onList(domain.VerbCreated, shell), payload{Title: shell.Name}); err != nil {
			return err
		}
	}
	return nil
}

// shells are lists for next like those of old, without items.
func shells(from []model.List, old, next model.Occasion) []model.List {
	made := make([]model.List, len(from))
	for i, l := range from {
		made[i] = model.List{
			Name: countUp(l.Name, yearsOn(old.Date, next.Date)), Type: l.Type, OwnerID: l.OwnerID,
			TargetPersonID: l.TargetPersonID, OccasionID: &next.ID, Visibility: l.Visibility, Notes: l.Notes,
		}
		made[i].NameKey = text.Key(made[i].Name)
	}
	return made
}

// lacking are the lists that have has nothing like: of the same kind, owner, target and visibility. A list that was
// renamed since stands for the one that it was.
func lacking(want, have []model.List) []model.List {
	have = slices.Clone(have)
	for _, alike := range []func(a, b model.List) bool{sameName, sameKind} {
		want = slices.DeleteFunc(want, func(w model.List) bool {
			i := slices.IndexFunc(have, func(h model.List) bool { return alike(w, h) })
			if i >= 0 {
				have = slices.Delete(have, i, i+1)
			}
			return i >= 0
		})
	}
	return want
}

func sameName(a, b model.List) bool { return a.NameKey == b.NameKey && sameKind(a, b) }

func sameKind(a, b model.List) bool {
	return a.Type == b.Type && a.OwnerID == b.OwnerID && a.Visibility == b.Visibility &&
		idOf(a.TargetPersonID) == idOf(b.TargetPersonID)
}
