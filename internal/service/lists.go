package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Lists is what a family does with lists.
type Lists struct{ core }

// Index returns one page of the lists with their counts and sums.
func (s *Lists) Index(ctx context.Context, v domain.Viewer, q dto.ListQuery) (dto.Page[dto.ListCard], error) {
	f, err := listFilter(q)
	if err != nil {
		return dto.Page[dto.ListCard]{}, err
	}
	return listCards(ctx, s.store, v, f, pageQuery(q.Query))
}

// listCards reads a page of lists with counts and sums: three queries, however many lists.
func listCards(ctx context.Context, store *repository.Store, v domain.Viewer, f repository.ListFilter, pq repository.PageQuery) (dto.Page[dto.ListCard], error) {
	var out dto.Page[dto.ListCard]
	page, err := store.Lists.Page(ctx, v, f, pq)
	if err != nil {
		return out, err
	}
	ids := make([]string, len(page.Rows))
	for i, l := range page.Rows {
		ids[i] = l.ID
	}
	tallies, err := store.Items.Tally(ctx, v, repository.TallyByList, ids)
	if err != nil {
		return out, err
	}
	var own []string
	for _, l := range page.Rows {
		if v.Is(idOf(l.TargetPersonID)) {
			own = append(own, l.ID)
		}
	}
	wishes, err := store.Items.WishCounts(ctx, v, own)
	if err != nil {
		return out, err
	}
	out.Next, out.Prev = page.Next, page.Prev
	for _, row := range page.Rows {
		card := dto.ListCard{List: toList(v, row)}
		if card.Own {
			card.Items = wishes[row.ID]
		} else {
			theirs := pick(tallies, func(t repository.Tally) bool { return t.ListID == row.ID })
			card.Items = live(theirs)
			card.Plan = &dto.PlanSummary{Counts: counts(theirs), Sums: sums(v, theirs)}
		}
		out.Items = append(out.Items, card)
	}
	return out, nil
}

// Get returns a list without its items.
func (s *Lists) Get(ctx context.Context, v domain.Viewer, id string) (dto.List, error) {
	row, err := s.store.Lists.Named(ctx, v, id)
	if err != nil {
		return dto.List{}, err
	}
	return toList(v, row), nil
}

// Inbox names the family's Idea Inbox.
func (s *Lists) Inbox(ctx context.Context, v domain.Viewer) (dto.Ref, error) {
	row, err := s.store.Lists.Inbox(ctx, v)
	return dto.Ref{ID: row.ID, Name: row.Name}, err
}

// Today is the family's today.
func (s *Lists) Today(v domain.Viewer) calendar.Date { return s.today(v) }

// Create adds a list; the viewer is its owner.
func (s *Lists) Create(ctx context.Context, v domain.Viewer, in dto.ListInput) (string, error) {
	row := model.List{OwnerID: v.UserID}
	if err := fillList(v, &row, in); err != nil {
		return "", err
	}
	err := s.write(ctx, v, func(tx *repository.Store) error {
		if err := s.pickNew(ctx, tx, v, &row, in); err != nil {
			return err
		}
		if err := checkReferences(ctx, tx, v, row); err != nil {
			return err
		}
		return insertList(ctx, tx, v, &row)
	})
	return row.ID, err
}

// insertList stores a new list.
func insertList(ctx context.Context, tx *repository.Store, v domain.Viewer, row *model.List) error {
	if err := tx.Lists.Create(ctx, v, row); err != nil {
		return err
	}
	if err := keepNew(ctx, tx, v, domain.EntityList, row.ID); err != nil {
		return err
	}
	return record(ctx, tx, v, onList(domain.VerbCreated, *row), payload{Title: row.Name})
}

// Update saves a list. Whoever it is for can change neither that nor who sees it: that would lay the plan open. It asks
// first (a wrong field sure) before they see gifts there that they did not see.
func (s *Lists) Update(ctx context.Context, v domain.Viewer, id string, in dto.ListInput) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.Lists.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if err := policy.EditList(v, row.OwnerID, row.Inbox); err != nil {
			return err
		}
		before := listWas(row)
		target, seenBy, own := idOf(row.TargetPersonID), row.Visibility, v.Is(idOf(row.TargetPersonID))
		if err := fillList(v, &row, in); err != nil {
			return err
		}
		if err := s.pickNew(ctx, tx, v, &row, in); err != nil {
			return err
		}
		if own {
			if err := keepsPlan(row, target, seenBy); err != nil {
				return err
			}
		}
		if err := checkReferences(ctx, tx, v, row); err != nil {
			return err
		}
		row.Version = in.Version
		err = unshownList(ctx, tx, v, target, &row, in.Sure, func() error {
			err := tx.Lists.Update(ctx, v, &row, "name", "name_key", "type", "target_person_id", "occasion_id", "visibility", "notes")
			if err != nil {
				return err
			}
			return hideFromNewTarget(ctx, tx, v, row, target)
		})
		if err != nil {
			return err
		}
		if err := keepSave(ctx, tx, v, domain.EntityList, id, row.Version, before, listWas(row)); err != nil {
			return err
		}
		return record(ctx, tx, v, onList(domain.VerbUpdated, row), payload{Title: row.Name})
	})
}

// hideFromNewTarget hides what stands on a list from the user whom it is for from now on: others chose it for somebody
// else, or for nobody yet.
func hideFromNewTarget(ctx context.Context, tx *repository.Store, v domain.Viewer, row model.List, before string) error {
	target := idOf(row.TargetPersonID)
	if target == before || target == "" || v.Is(target) {
		return nil
	}
	person, err := tx.People.Get(ctx, v, target)
	if err != nil || person.UserID == nil {
		return err
	}
	return tx.Items.HideOnList(ctx, v, row.ID, *person.UserID)
}

// keepsPlan refuses what would lay open or take away what others plan for the viewer on a list of the viewer's own.
func keepsPlan(row model.List, target string, seenBy domain.Visibility) error {
	f := apperr.Form{}
	if idOf(row.TargetPersonID) != target {
		f.Add("target_person_id", "This list is for you. Somebody else has to change whom it is for.")
	}
	if row.Visibility != seenBy && row.Visibility == domain.VisibleToOwner {
		f.Add("visibility", "This list is for you, and others may plan with it already. Delete it if it is not meant for them.")
	}
	return f.Err()
}

// Archive takes a list out of the default views.
func (s *Lists) Archive(ctx context.Context, v domain.Viewer, id string) error {
	return s.change(ctx, v, id, domain.VerbArchived, func(tx *repository.Store, _ model.List) error {
		return tx.Lists.Archive(ctx, v, id)
	})
}

// Delete puts a list into the trash with its items. It asks first (Unconfirmed) and counts what the viewer
// sees.
func (s *Lists) Delete(ctx context.Context, v domain.Viewer, id string, sure bool) error {
	return s.change(ctx, v, id, domain.VerbDeleted, func(tx *repository.Store, row model.List) error {
		if sure {
			return trashList(ctx, tx, v, row)
		}
		n, err := countItems(ctx, tx, v, row)
		if err != nil {
			return err
		}
		return askFirst("Delete “%s”? %s To keep it out of the way, archive it instead.", row.Name, takesAlong(n, "%d gift will go along.", "%d gifts will go along."))
	})
}

// trashList puts a list into the trash. A list of the viewer's own from which others have something in hand passes to
// them instead, hidden from the viewer, who notices no difference: a list of one's own does not come back either way.
func trashList(ctx context.Context, tx *repository.Store, v domain.Viewer, row model.List) error {
	if v.Is(idOf(row.TargetPersonID)) {
		buyer, err := tx.Items.AnyBuyer(ctx, v, row.ID)
		if err != nil {
			return err
		}
		if buyer != "" {
			return tx.Lists.Withdraw(ctx, v, row.ID, buyer)
		}
	}
	return tx.Lists.Trash(ctx, v, row.ID)
}

// countItems counts what goes into the trash with a list, as far as the viewer sees it.
func countItems(ctx context.Context, tx *repository.Store, v domain.Viewer, row model.List) (int, error) {
	if v.Is(idOf(row.TargetPersonID)) {
		n, err := tx.Items.WishCounts(ctx, v, []string{row.ID})
		return n[row.ID], err
	}
	return tx.Items.CountPlanned(ctx, v, row.ID)
}

// Restore brings a list back from the archive or the trash; its person has to be there. A list of the viewer's own
// comes back from the archive only.
func (s *Lists) Restore(ctx context.Context, v domain.Viewer, id string) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		before, err := stateBefore(ctx, tx, v, domain.EntityList, id)
		if err != nil {
			return err
		}
		_, err = tx.Lists.Get(ctx, v, id)
		trashed := err != nil
		if err := tx.Lists.Restore(ctx, v, id); err != nil {
			return err
		}
		row, err := tx.Lists.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if trashed && v.Is(idOf(row.TargetPersonID)) {
			return apperr.Missing()
		}
		if err := policy.EditList(v, row.OwnerID, row.Inbox); err != nil {
			return err
		}
		if err := checkReferences(ctx, tx, v, row); err != nil {
			return apperr.New(apperr.Conflict, "The person this list is for is in the trash. Restore the person: the list comes along.").Because(err)
		}
		if err := keepRestored(ctx, tx, v, domain.EntityList, row.Editable, before); err != nil {
			return err
		}
		return record(ctx, tx, v, onList(domain.VerbRestored, row), payload{Title: row.Name})
	})
}

func (s *Lists) change(ctx context.Context, v domain.Viewer, id string, verb domain.Verb, fn func(*repository.Store, model.List) error) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.Lists.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if err := policy.EditList(v, row.OwnerID, row.Inbox); err != nil {
			return err
		}
		if err := fn(tx, row); err != nil {
			return err
		}
		if verb == domain.VerbArchived || !v.Is(idOf(row.TargetPersonID)) { // a list of one's own does not come back from the trash
			if err := keepMark(ctx, tx, v, verb, domain.EntityList, row.Editable); err != nil {
				return err
			}
		}
		return record(ctx, tx, v, onList(verb, row), payload{Title: row.Name})
	})
}

// fillList puts a checked form into the row.
func fillList(v domain.Viewer, row *model.List, in dto.ListInput) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	f := apperr.Form{}
	row.Name = required(f, "name", in.Name, "Enter a name.", maxName)
	row.NameKey = text.Key(row.Name)
	row.Type = choice(f, "type", in.Type, domain.ListTypes)
	row.TargetPersonID = idOrNil(in.TargetPersonID)
	row.OccasionID = idOrNil(in.OccasionID)
	row.Visibility = choice(f, "visibility", in.Visibility, domain.Visibilities)
	row.Notes = notes(f, "notes", in.Notes)
	switch {
	case row.Visibility != domain.HiddenFromTarget:
	case !blank(in.NewPerson):
	case row.TargetPersonID == nil:
		f.Add("visibility", "Choose whom the list is for, or it is hidden from nobody.")
	case v.Is(*row.TargetPersonID):
		f.Add("visibility", "This list is for you: you cannot hide it from yourself.")
	}
	return f.Err()
}

// checkReferences makes sure that a list's person and occasion are there.
func checkReferences(ctx context.Context, tx *repository.Store, v domain.Viewer, row model.List) error {
	f := apperr.Form{}
	if row.TargetPersonID != nil {
		_, err := tx.People.Get(ctx, v, *row.TargetPersonID)
		if err := missingField(f, err, "target_person_id", "Choose a person of the family."); err != nil {
			return err
		}
	}
	if row.OccasionID != nil {
		_, err := tx.Occasions.Get(ctx, v, *row.OccasionID)
		if err := missingField(f, err, "occasion_id", "Choose an occasion of the family."); err != nil {
			return err
		}
	}
	return f.Err()
}

// missingField turns "not found" into a message beside the field; other errors pass.
func missingField(f apperr.Form, err error, field, sentence string) error {
	if apperr.CodeOf(err) != apperr.NotFound {
		return err
	}
	f.Add(field, sentence)
	return nil
}

func toList(v domain.Viewer, row repository.ListRow) dto.List {
	return dto.List{
		ID: row.ID, Name: row.Name, Type: row.Type, Owner: dto.Member{UserID: row.OwnerID, Name: row.OwnerName},
		Target: refOf(row.TargetPersonID, row.TargetName), Occasion: refOf(row.OccasionID, row.OccasionName),
		Visibility: row.Visibility, Notes: row.Notes, Inbox: row.Inbox, Own: v.Is(idOf(row.TargetPersonID)),
		HideNew: policy.PrivacyOfNew(v, idOf(row.TargetPersonID), idOf(row.TargetUserID), "") == domain.PrivacyHidden,
		MayLook: row.TargetUserID != nil && policy.LookThrough(v, idOf(row.TargetPersonID)) == nil,
		MayAdd:  policy.Change(v) == nil, MayEdit: policy.EditList(v, row.OwnerID, row.Inbox) == nil,
		Archived: row.ArchivedAt != nil, Version: row.Version,
	}
}
