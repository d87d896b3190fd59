package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Items is what a family does with the gifts on its lists. Those who plan get dto.Items, a list's target dto.Wishes;
// what one side asks for of the other is not found.
type Items struct {
	core
	lists *Lists
}

// Plan returns a list with its items as those who plan it see them.
func (s *Items) Plan(ctx context.Context, v domain.Viewer, listID string) (dto.Plan, error) {
	list, err := s.store.Lists.Named(ctx, v, listID)
	if err != nil {
		return dto.Plan{}, err
	}
	if v.Is(idOf(list.TargetPersonID)) {
		return dto.Plan{}, apperr.Missing()
	}
	rows, err := s.store.Items.Plan(ctx, v, listID)
	if err != nil {
		return dto.Plan{}, err
	}
	tallies, err := s.store.Items.Tally(ctx, v, repository.TallyByList, []string{listID})
	if err != nil {
		return dto.Plan{}, err
	}
	members, err := s.store.Lists.Seers(ctx, v, list.List)
	return dto.Plan{
		List: toList(v, list), Groups: groups(v, rows), Members: toMembers(members),
		Summary: dto.PlanSummary{Counts: counts(tallies), Sums: sums(v, tallies)},
	}, err
}

// groups puts items under their status, in the order of the path.
func groups(v domain.Viewer, rows []repository.ItemRow) []dto.ItemGroup {
	byStatus := map[domain.Status][]dto.Item{}
	for i := range rows {
		byStatus[rows[i].Status] = append(byStatus[rows[i].Status], toItem(v, &rows[i]))
	}
	var all []dto.ItemGroup
	for _, status := range domain.Statuses {
		if items := byStatus[status]; len(items) > 0 {
			all = append(all, dto.ItemGroup{Status: status, Items: items})
		}
	}
	return all
}

// Wishes returns one of the viewer's own lists.
func (s *Items) Wishes(ctx context.Context, v domain.Viewer, listID string) (dto.WishList, error) {
	list, err := s.store.Lists.Named(ctx, v, listID)
	if err != nil {
		return dto.WishList{}, err
	}
	rows, err := s.store.Items.Wishes(ctx, v, listID)
	out := dto.WishList{List: toList(v, list)}
	for _, row := range rows {
		out.Wishes = append(out.Wishes, toWish(v, row))
	}
	return out, err
}

// Page returns everything on an item's page.
func (s *Items) Page(ctx context.Context, v domain.Viewer, id string) (dto.ItemPage, error) {
	row, err := s.store.Items.Planned(ctx, v, id)
	if err != nil {
		return dto.ItemPage{}, err
	}
	list, err := s.store.Lists.Named(ctx, v, row.ListID)
	if err != nil {
		return dto.ItemPage{}, err
	}
	members, err := s.store.Lists.Seers(ctx, v, list.List)
	if err != nil {
		return dto.ItemPage{}, err
	}
	steps, err := s.store.Items.History(ctx, v, id)
	out := dto.ItemPage{Item: toItem(v, &row), List: toList(v, list), Members: toMembers(members)}
	for _, step := range steps {
		out.History = append(out.History, dto.StatusChange{
			Actor: step.ActorName, From: step.FromStatus, To: step.ToStatus,
			At: moment(v, step.CreatedAt),
		})
	}
	return out, err
}

// Wish returns an item of one of the viewer's own lists, and the list.
func (s *Items) Wish(ctx context.Context, v domain.Viewer, id string) (dto.Wish, dto.List, error) {
	row, err := s.store.Items.Wish(ctx, v, id)
	if err != nil {
		return dto.Wish{}, dto.List{}, err
	}
	list, err := s.lists.Get(ctx, v, row.ListID)
	return toWish(v, row), list, err
}

// Update saves what those who plan may change of an item.
func (s *Items) Update(ctx context.Context, v domain.Viewer, id string, in dto.ItemInput) (dto.Item, error) {
	return s.edit(ctx, v, id, func(tx *repository.Store, row *repository.ItemRow) error {
		list, err := tx.Lists.Get(ctx, v, row.ListID)
		if err != nil {
			return err
		}
		before := row.ListItem
		if err := fillItem(v, list, &row.ListItem, in); err != nil {
			return err
		}
		if isWish(row) && row.WithdrawnAt == nil { // a wish that its target sees stays where they see it
			row.Privacy = before.Privacy
		}
		if before.Quantity != row.Quantity || before.Priority != row.Priority {
			row.WishVersion = or(in.WishVersion, row.WishVersion)
			if err := tx.Items.UpdateWish(ctx, v, &row.ListItem, "quantity", "priority"); err != nil {
				return err
			}
		}
		row.Version = or(in.Version, row.Version)
		err = tx.Items.Update(ctx, v, &row.ListItem, "planned_price", "actual_price", "notes", "privacy")
		if err != nil {
			return err
		}
		if before.Privacy == domain.PrivacyHidden && row.Privacy == domain.PrivacyShared {
			if err := tx.Items.ShowLast(ctx, v, row.ListItem); err != nil {
				return err
			}
		}
		return record(ctx, tx, v, onItem(domain.VerbUpdated, row.ListItem), payload{Title: row.GiftTitle})
	})
}

// Archive takes an item out of its list's default view.
func (s *Items) Archive(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	return s.mark(ctx, v, id, domain.VerbArchived, repository.Items.Archive)
}

// Delete puts an item into the trash.
func (s *Items) Delete(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	return s.mark(ctx, v, id, domain.VerbDeleted, repository.Items.Trash)
}

func (s *Items) mark(ctx context.Context, v domain.Viewer, id string, verb domain.Verb,
	mark func(repository.Items, context.Context, domain.Viewer, string) error,
) (dto.Item, error) {
	return s.edit(ctx, v, id, func(tx *repository.Store, row *repository.ItemRow) error {
		if isWish(row) && row.WithdrawnAt == nil {
			return apperr.New(apperr.Forbidden, "This is a wish of the person it is for, who would notice. Move it to dropped instead: that stays between you.")
		}
		if err := policy.Assign(v, machineItem(row)); err != nil {
			return err
		}
		if err := mark(tx.Items, ctx, v, id); err != nil {
			return err
		}
		return record(ctx, tx, v, onItem(verb, row.ListItem), payload{Title: row.GiftTitle})
	})
}

// Restore brings an item back from the archive or the trash.
func (s *Items) Restore(ctx context.Context, v domain.Viewer, id string) (dto.Item, error) {
	var out dto.Item
	if err := policy.Change(v); err != nil {
		return out, err
	}
	err := s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := tx.Items.Restore(ctx, v, id); err != nil {
			if repository.Taken(err) {
				return apperr.New(apperr.Conflict, "This gift is on the list again already.").Because(err)
			}
			return err
		}
		row, err := tx.Items.Planned(ctx, v, id)
		if err != nil {
			return err
		}
		out = toItem(v, &row)
		return record(ctx, tx, v, onItem(domain.VerbRestored, row.ListItem), payload{Title: row.GiftTitle})
	})
	return out, err
}

// edit runs fn on an item that the viewer plans, in a transaction, and returns the item as it is then.
func (s *Items) edit(ctx context.Context, v domain.Viewer, id string, fn func(*repository.Store, *repository.ItemRow) error) (dto.Item, error) {
	var out dto.Item
	if err := policy.Change(v); err != nil {
		return out, err
	}
	err := s.store.InTx(ctx, func(tx *repository.Store) error {
		row, err := tx.Items.Planned(ctx, v, id)
		if err != nil {
			return err
		}
		err = fn(tx, &row)
		if apperr.CodeOf(err) == apperr.Conflict {
			return updatedBy(ctx, tx, v, id, err)
		}
		out = toItem(v, &row)
		return err
	})
	return out, err
}

// updatedBy says who changed an item while the viewer looked at an older version.
func updatedBy(ctx context.Context, tx *repository.Store, v domain.Viewer, itemID string, cause error) error {
	last, err := tx.Activities.LastOnItem(ctx, v, itemID)
	if err != nil || last.ActorName == nil {
		return cause
	}
	return apperr.New(apperr.Conflict, "Updated just now by %s. Nothing was changed: this is how it is now.", *last.ActorName).Because(cause)
}
