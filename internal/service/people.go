package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// People is what a family does with the people it gives to.
type People struct{ core }

// Index returns one page of the people with their next occasion and how far their gifts are.
func (s *People) Index(ctx context.Context, v domain.Viewer, q dto.PeopleQuery) (dto.Page[dto.PersonCard], error) {
	var out dto.Page[dto.PersonCard]
	filter, err := peopleFilter(q)
	if err != nil {
		return out, err
	}
	page, err := s.store.People.Page(ctx, v, filter, pageQuery(q.Query))
	if err != nil {
		return out, err
	}
	ids := make([]string, len(page.Rows))
	for i, p := range page.Rows {
		ids[i] = p.ID
	}
	next, err := s.upcoming(ctx, v, ids)
	if err != nil {
		return out, err
	}
	tallies, err := s.store.Items.Tally(ctx, v, repository.TallyByPerson, ids)
	if err != nil {
		return out, err
	}
	pictures, err := s.store.Pictures.OfPeople(ctx, v, ids)
	if err != nil {
		return out, err
	}
	out.Next, out.Prev = page.Next, page.Prev
	for _, p := range page.Rows {
		card := dto.PersonCard{
			ID: p.ID, Name: p.DisplayName, Relationship: p.Relationship, Picture: pictures[p.ID],
			Interests: p.Interests, Archived: p.ArchivedAt != nil,
		}
		if days := next[p.ID]; len(days) > 0 {
			card.Next = &days[0]
		}
		if !v.Is(p.ID) {
			c := coverage(pick(tallies, func(t repository.Tally) bool { return t.PersonID == p.ID }))
			card.Coverage = &c
		}
		out.Items = append(out.Items, card)
	}
	return out, nil
}

// Page returns everything on a person's page.
func (s *People) Page(ctx context.Context, v domain.Viewer, id string) (dto.PersonPage, error) {
	var out dto.PersonPage
	p, err := s.Get(ctx, v, id)
	if err != nil {
		return out, err
	}
	next, err := s.upcoming(ctx, v, []string{id})
	if err != nil {
		return out, err
	}
	lists, err := listCards(ctx, s.store, v, repository.ListFilter{PersonID: id}, repository.PageQuery{Limit: 200})
	return dto.PersonPage{Person: p, Upcoming: next[id], Lists: lists.Items}, err
}

// Get returns a person.
func (s *People) Get(ctx context.Context, v domain.Viewer, id string) (dto.Person, error) {
	row, err := s.store.People.Get(ctx, v, id)
	if err != nil {
		return dto.Person{}, err
	}
	tagIDs, err := s.store.People.TagIDs(ctx, id)
	if err != nil {
		return dto.Person{}, err
	}
	tags, err := s.store.Tags.ByIDs(ctx, v, tagIDs)
	if err != nil {
		return dto.Person{}, err
	}
	p := toPerson(v, s.today(v), row)
	p.Tags = tagRefs(tags)
	pictures, err := s.store.Pictures.OfPeople(ctx, v, []string{id})
	if err != nil {
		return dto.Person{}, err
	}
	p.Picture = pictures[id]
	if row.UserID != nil {
		p.Account, err = s.member(ctx, v, *row.UserID)
	}
	return p, err
}

// Names returns all people that are not archived: what pickers offer.
func (s *People) Names(ctx context.Context, v domain.Viewer) ([]dto.Ref, error) {
	return peopleNames(ctx, s.store, v)
}

func peopleNames(ctx context.Context, store *repository.Store, v domain.Viewer) ([]dto.Ref, error) {
	rows, err := store.People.Names(ctx, v)
	refs := make([]dto.Ref, len(rows))
	for i, p := range rows {
		refs[i] = dto.Ref{ID: p.ID, Name: p.DisplayName}
	}
	return refs, err
}

// Members returns the members of the family: the accounts that a person may be linked to.
func (s *People) Members(ctx context.Context, v domain.Viewer) ([]dto.Member, error) {
	rows, err := s.store.Accounts.Members(ctx, v)
	return toMembers(rows), err
}

// Create adds a person; a birthdate brings a birthday occasion with it.
func (s *People) Create(ctx context.Context, v domain.Viewer, in dto.PersonInput) (string, error) {
	var row model.Person
	if err := fillPerson(v, s.today(v), &row, in); err != nil {
		return "", err
	}
	err := s.write(ctx, v, func(tx *repository.Store) error {
		if err := checkAccount(ctx, tx, v, row); err != nil {
			return err
		}
		if err := tx.People.Create(ctx, v, &row); err != nil {
			return accountTaken(row, err)
		}
		if _, err := s.follow(ctx, tx, v, row, in); err != nil {
			return err
		}
		if err := keepNew(ctx, tx, v, domain.EntityPerson, row.ID); err != nil {
			return err
		}
		return record(ctx, tx, v, onPerson(domain.VerbCreated, row), payload{Title: row.DisplayName})
	})
	return row.ID, err
}

// Update saves a person; their birthday occasion follows. From the moment that the person is linked to an account, what
// others chose for them is hidden from it.
func (s *People) Update(ctx context.Context, v domain.Viewer, id string, in dto.PersonInput) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.People.Get(ctx, v, id)
		if err != nil {
			return err
		}
		before, account := row, idOf(row.UserID)
		if err := fillPerson(v, s.today(v), &row, in); err != nil {
			return err
		}
		if v.Is(id) && idOf(row.UserID) != account {
			return apperr.Wrong("user_id", "Somebody else has to change the account of your own person: it decides what stays a surprise for you.")
		}
		if idOf(row.UserID) != account {
			if err := checkAccount(ctx, tx, v, row); err != nil {
				return err
			}
		}
		row.Version = in.Version
		err = tx.People.Update(ctx, v, &row, "display_name", "name_key", "legal_name", "relationship", "birth_day",
			"birth_month", "birth_year", "notes", "interests", "sizes", "constraints", "photo_url", "user_id")
		if err != nil {
			return accountTaken(row, err)
		}
		if linked := idOf(row.UserID); linked != "" && linked != account {
			if err := tx.Items.HideFromTarget(ctx, v, id, linked); err != nil {
				return err
			}
		}
		tags, err := s.follow(ctx, tx, v, row, in)
		if err != nil {
			return err
		}
		if err := keepSave(ctx, tx, v, domain.EntityPerson, id, row.Version, personWas(v, before, tags.had), personWas(v, row, tags.now)); err != nil {
			return err
		}
		return record(ctx, tx, v, onPerson(domain.VerbUpdated, row), payload{Title: row.DisplayName})
	})
}

// follow brings what hangs on a person in line: the birthday occasion and the tags.
func (s *People) follow(ctx context.Context, tx *repository.Store, v domain.Viewer, row model.Person, in dto.PersonInput) (typedTags, error) {
	if err := followBirthday(ctx, tx, v, s.today(v), row); err != nil {
		return typedTags{}, err
	}
	held, err := tx.People.TagIDs(ctx, row.ID)
	if err != nil {
		return typedTags{}, err
	}
	tags, err := tagsFor(ctx, tx, v, in.Tags, held)
	if err != nil {
		return tags, err
	}
	return tags, tx.Tags.SetOnPerson(ctx, row.ID, tags.ids, tags.keep)
}

// Archive takes a person out of the default views; their birthday stops.
func (s *People) Archive(ctx context.Context, v domain.Viewer, id string) error {
	return s.change(ctx, v, id, domain.VerbArchived, func(tx *repository.Store, row model.Person) error {
		if err := tx.People.Archive(ctx, v, id); err != nil {
			return err
		}
		return dropBirthday(ctx, tx, v, row.ID)
	})
}

// Delete puts a person into the trash, and the lists for them with it. It asks first (Unconfirmed).
func (s *People) Delete(ctx context.Context, v domain.Viewer, id string, sure bool) error {
	if v.Is(id) {
		return apperr.New(apperr.Forbidden, "Somebody else has to delete your own person: it decides what stays a surprise for you.")
	}
	return s.change(ctx, v, id, domain.VerbDeleted, func(tx *repository.Store, row model.Person) error {
		lists, err := tx.Lists.Page(ctx, v, repository.ListFilter{PersonID: id, Archived: repository.ArchivedToo}, repository.PageQuery{Limit: 200})
		if err != nil {
			return err
		}
		if !sure {
			return askFirst("Delete %s? %s If you only want %s out of the way, archive instead.", row.DisplayName,
				takesAlong(len(lists.Rows), "%d list will go along.", "%d lists will go along."), row.DisplayName)
		}
		if err := tx.People.Trash(ctx, v, id); err != nil {
			return err
		}
		if err := tx.Lists.TrashFor(ctx, v, id); err != nil { // after the person: Restore brings back what went later
			return err
		}
		return dropBirthday(ctx, tx, v, id)
	})
}

// Restore brings a person back from the archive or the trash, with the lists that went along and the birthday.
func (s *People) Restore(ctx context.Context, v domain.Viewer, id string) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		before, err := stateBefore(ctx, tx, v, domain.EntityPerson, id)
		if err != nil {
			return err
		}
		if err := tx.Lists.RestoreFor(ctx, v, id); err != nil {
			return err
		}
		if err := tx.People.Restore(ctx, v, id); err != nil {
			return err
		}
		row, err := tx.People.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if err := followBirthday(ctx, tx, v, s.today(v), row); err != nil {
			return err
		}
		if err := keepRestored(ctx, tx, v, domain.EntityPerson, row.Editable, before); err != nil {
			return err
		}
		return record(ctx, tx, v, onPerson(domain.VerbRestored, row), payload{Title: row.DisplayName})
	})
}

// change runs fn on a person in a transaction, and records it.
func (s *People) change(ctx context.Context, v domain.Viewer, id string, verb domain.Verb, fn func(*repository.Store, model.Person) error) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.People.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if err := fn(tx, row); err != nil {
			return err
		}
		if err := keepMark(ctx, tx, v, verb, domain.EntityPerson, row.Editable); err != nil {
			return err
		}
		return record(ctx, tx, v, onPerson(verb, row), payload{Title: row.DisplayName})
	})
}

func (s *People) member(ctx context.Context, v domain.Viewer, userID string) (*dto.Member, error) {
	members, err := s.store.Accounts.Members(ctx, v)
	if err != nil {
		return nil, err
	}
	for _, m := range toMembers(members) {
		if m.UserID == userID {
			return &m, nil
		}
	}
	return nil, nil //nolint:nilnil // the account has left the family
}

// upcoming returns the occasions to come of each of the people, soonest first.
func (s *People) upcoming(ctx context.Context, v domain.Viewer, ids []string) (map[string][]dto.Upcoming, error) {
	today := s.today(v)
	rows, err := s.store.People.Upcoming(ctx, v, ids, today)
	days := map[string][]dto.Upcoming{}
	for _, row := range rows {
		days[row.PersonID] = append(days[row.PersonID], dto.Upcoming{ID: row.ID, Name: row.Name, On: row.NextOn, Days: today.DaysUntil(row.NextOn)})
	}
	return days, err
}
