package service

import (
	"context"
	"slices"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Occasions is what a family does with the days on which it gives.
type Occasions struct{ core }

// Index returns one page of the occasions: those to come, soonest first, unless the query asks for others.
func (s *Occasions) Index(ctx context.Context, v domain.Viewer, q dto.OccasionQuery) (dto.Page[dto.OccasionCard], error) {
	f, err := occasionFilter(s.today(v), q)
	if err != nil {
		return dto.Page[dto.OccasionCard]{}, err
	}
	if err := advance(ctx, s.store, v, s.today(v)); err != nil {
		return dto.Page[dto.OccasionCard]{}, err
	}
	return s.cards(ctx, v, f, pageQuery(q.Query))
}

// Past returns the last occasions that are over, the latest first.
func (s *Occasions) Past(ctx context.Context, v domain.Viewer) ([]dto.OccasionCard, error) {
	page, err := s.cards(ctx, v, repository.OccasionFilter{Before: s.today(v)}, repository.PageQuery{Sort: "-date"})
	return page.Items, err
}

func (s *Occasions) cards(ctx context.Context, v domain.Viewer, f repository.OccasionFilter, pq repository.PageQuery) (dto.Page[dto.OccasionCard], error) {
	page, err := s.store.Occasions.Page(ctx, v, f, pq)
	out := dto.Page[dto.OccasionCard]{Next: page.Next, Prev: page.Prev}
	for _, o := range page.Rows {
		out.Items = append(out.Items, dto.OccasionCard{
			ID: o.ID, Name: o.Name, Type: o.Type, On: o.NextOn,
			Days: s.today(v).DaysUntil(o.NextOn), People: o.People, Archived: o.ArchivedAt != nil,
		})
	}
	return out, err
}

// Page returns everything on an occasion's page.
func (s *Occasions) Page(ctx context.Context, v domain.Viewer, id string) (dto.OccasionPage, error) {
	var out dto.OccasionPage
	o, err := s.Get(ctx, v, id)
	if err != nil {
		return out, err
	}
	tallies, err := s.store.Items.Tally(ctx, v, repository.TallyByOccasion, []string{id})
	if err != nil {
		return out, err
	}
	for i := range o.People {
		p := &o.People[i]
		theirs := pick(tallies, func(t repository.Tally) bool { return t.PersonID == p.PersonID })
		p.Counts = counts(theirs)
		if p.Budget != nil {
			p.Meter = meter(v, &p.Budget.Minor, theirs)
		}
	}
	out = dto.OccasionPage{Occasion: o, Sums: sums(v, tallies)}
	if o.Budget != nil {
		out.Meter = meter(v, &o.Budget.Minor, tallies)
	}
	lists, err := listCards(ctx, s.store, v, repository.ListFilter{OccasionID: id}, repository.PageQuery{Limit: 200})
	out.Lists = lists.Items
	return out, err
}

// Get returns an occasion with the people in its scope.
func (s *Occasions) Get(ctx context.Context, v domain.Viewer, id string) (dto.Occasion, error) {
	if err := advance(ctx, s.store, v, s.today(v)); err != nil {
		return dto.Occasion{}, err
	}
	row, err := s.store.Occasions.Get(ctx, v, id)
	if err != nil {
		return dto.Occasion{}, err
	}
	people, err := s.store.Occasions.People(ctx, v, id)
	return s.toOccasion(v, row, people), err
}

// toOccasion leaves out what would tell the viewer what is planned for themselves: their own budget, and the total
// of an occasion that is theirs alone.
func (s *Occasions) toOccasion(v domain.Viewer, row model.Occasion, people []repository.ScopeRow) dto.Occasion {
	o := dto.Occasion{
		ID: row.ID, Name: row.Name, Type: row.Type, Date: row.Date, Recurrence: row.Recurrence,
		NextOn: row.NextOn, Days: s.today(v).DaysUntil(row.NextOn), Budget: moneyOrNil(v, row.Budget, v.Currency),
		Notes: row.Notes, Archived: row.ArchivedAt != nil, Version: row.Version,
	}
	for _, p := range people {
		scoped := dto.OccasionPerson{PersonID: p.PersonID, Name: p.DisplayName, Own: v.Is(p.PersonID)}
		if !scoped.Own {
			scoped.Budget = moneyOrNil(v, p.Budget, v.Currency)
		}
		if row.PersonID != nil && *row.PersonID == p.PersonID {
			o.BirthdayOf = &dto.Ref{ID: p.PersonID, Name: p.DisplayName}
		}
		o.People = append(o.People, scoped)
	}
	if len(o.People) == 1 && o.People[0].Own {
		o.Budget = nil
	}
	return o
}

// Names returns all occasions that are not archived, soonest first: what pickers offer.
func (s *Occasions) Names(ctx context.Context, v domain.Viewer) ([]dto.Ref, error) {
	rows, err := s.store.Occasions.Names(ctx, v)
	refs := make([]dto.Ref, len(rows))
	for i, o := range rows {
		refs[i] = dto.Ref{ID: o.ID, Name: o.Name}
	}
	return refs, err
}

// Create adds an occasion with the people in its scope.
func (s *Occasions) Create(ctx context.Context, v domain.Viewer, in dto.OccasionInput) (string, error) {
	var row model.Occasion
	scope, err := fillOccasion(v, s.today(v), &row, in, nil)
	if err != nil {
		return "", err
	}
	err = s.write(ctx, v, func(tx *repository.Store) error {
		if err := checkPeople(ctx, tx, v, scope); err != nil {
			return err
		}
		if err := tx.Occasions.Create(ctx, v, &row); err != nil {
			return err
		}
		added, err := newcomers(ctx, tx, v, in.NewPeople)
		if err != nil {
			return err
		}
		scope = append(scope, added...)
		if err := tx.Occasions.SetPeople(ctx, v, row.ID, scope); err != nil {
			return err
		}
		if err := keepNew(ctx, tx, v, domain.EntityOccasion, row.ID); err != nil {
			return err
		}
		return record(ctx, tx, v, onOccasion(domain.VerbCreated, row), payload{Title: row.Name})
	})
	return row.ID, err
}

// Update saves an occasion. A birthday keeps the name and date that follow its person.
func (s *Occasions) Update(ctx context.Context, v domain.Viewer, id string, in dto.OccasionInput) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.Occasions.Held(ctx, v, id)
		if err != nil {
			return err
		}
		held := row
		before, err := tx.Occasions.People(ctx, v, id)
		if err != nil {
			return err
		}
		scope, err := fillOccasion(v, s.today(v), &row, in, before)
		if err != nil {
			return err
		}
		if err := checkPeople(ctx, tx, v, scope); err != nil {
			return err
		}
		added, err := newcomers(ctx, tx, v, in.NewPeople)
		if err != nil {
			return err
		}
		scope = append(scope, added...)
		if err := setPeople(ctx, tx, v, held, before, scope); err != nil {
			return err
		}
		kept := s.occasionWas(v, held, before, scope)
		if onlyBudgets(held, row, before, scope) {
			if err := checkVersion(in.Version, held.Version); err != nil || !kept.budgets() {
				return err
			}
			return keepThing(ctx, tx, v, domain.VerbUpdated, domain.EntityOccasion, id, held.Version, kept)
		}
		row.Version = in.Version
		err = tx.Occasions.Update(ctx, v, &row, "name", "name_key", "type", "date", "recurrence", "next_on", "budget", "notes")
		if err != nil {
			return err
		}
		if err := keepThing(ctx, tx, v, domain.VerbUpdated, domain.EntityOccasion, id, row.Version, kept); err != nil {
			return err
		}
		return record(ctx, tx, v, onOccasion(domain.VerbUpdated, row), payload{Title: row.Name})
	})
}

// onlyBudgets reports whether nothing but people's budgets changed. Then the occasion keeps its version and the feed
// stays silent: either would tell a person that their own budget, which they do not see, was changed.
func onlyBudgets(was, now model.Occasion, before []repository.ScopeRow, scope []model.OccasionPerson) bool {
	if len(before) != len(scope) {
		return false
	}
	for _, p := range scope {
		if !slices.ContainsFunc(before, func(r repository.ScopeRow) bool { return r.PersonID == p.PersonID }) {
			return false
		}
	}
	sameBudget := was.Budget == now.Budget || was.Budget != nil && now.Budget != nil && *was.Budget == *now.Budget
	return sameBudget && was.Name == now.Name && was.Type == now.Type && was.Date == now.Date &&
		was.Recurrence == now.Recurrence && was.Notes == now.Notes
}

// Archive takes an occasion out of the default views.
func (s *Occasions) Archive(ctx context.Context, v domain.Viewer, id string) error {
	return s.change(ctx, v, id, domain.VerbArchived, func(tx *repository.Store, _ model.Occasion) error {
		return tx.Occasions.Archive(ctx, v, id)
	})
}

// Delete puts an occasion into the trash. Its lists stay, without an occasion until it comes back. It asks first
// (Unconfirmed) and counts what the viewer sees.
func (s *Occasions) Delete(ctx context.Context, v domain.Viewer, id string, sure bool) error {
	return s.change(ctx, v, id, domain.VerbDeleted, func(tx *repository.Store, row model.Occasion) error {
		if sure {
			return tx.Occasions.Trash(ctx, v, id)
		}
		people, err := tx.Occasions.People(ctx, v, id)
		if err != nil {
			return err
		}
		lists, err := tx.Lists.Page(ctx, v, repository.ListFilter{OccasionID: id, Archived: repository.ArchivedToo}, repository.PageQuery{Limit: 200})
		if err != nil {
			return err
		}
		budgets := slices.DeleteFunc(people, func(p repository.ScopeRow) bool { return p.Budget == nil || v.Is(p.PersonID) })
		return askFirst("Delete “%s”? %s %s To keep it out of the way, archive it instead.", row.Name,
			listsOfGone(len(lists.Rows)), budgetsOfGone(len(budgets)))
	})
}

// listsOfGone says what becomes of the lists of a deleted occasion.
func listsOfGone(n int) lang.Phrase {
	if n == 0 {
		return lang.Said("It has no lists.")
	}
	return lang.SaidN(n, "Its %d list will stay, without an occasion.", "Its %d lists will stay, without an occasion.")
}

// budgetsOfGone says what becomes of people's budgets for a deleted occasion.
func budgetsOfGone(n int) lang.Phrase {
	if n == 0 {
		return lang.Said("Nobody’s budget goes along.")
	}
	return lang.SaidN(n, "The budget for %d person will go along.", "The budgets for %d people will go along.")
}

// change runs fn on an occasion in a transaction, and records it.
func (s *Occasions) change(ctx context.Context, v domain.Viewer, id string, verb domain.Verb, fn func(*repository.Store, model.Occasion) error) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.Occasions.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if err := fn(tx, row); err != nil {
			return err
		}
		if err := keepMark(ctx, tx, v, verb, domain.EntityOccasion, row.Editable); err != nil {
			return err
		}
		return record(ctx, tx, v, onOccasion(verb, row), payload{Title: row.Name})
	})
}

// Restore brings an occasion back from the archive or the trash.
func (s *Occasions) Restore(ctx context.Context, v domain.Viewer, id string) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		before, err := stateBefore(ctx, tx, v, domain.EntityOccasion, id)
		if err != nil {
			return err
		}
		if err := tx.Occasions.Restore(ctx, v, id); err != nil {
			return err
		}
		row, err := tx.Occasions.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if err := keepRestored(ctx, tx, v, domain.EntityOccasion, row.Editable, before); err != nil {
			return err
		}
		return record(ctx, tx, v, onOccasion(domain.VerbRestored, row), payload{Title: row.Name})
	})
}

// advance moves the repeating occasions whose day has passed on to their next day. The first look of a day writes;
// every other one finds nothing to do.
func advance(ctx context.Context, store *repository.Store, v domain.Viewer, today calendar.Date) error {
	passed, err := store.Occasions.Overdue(ctx, v, today)
	if err != nil || len(passed) == 0 {
		return err
	}
	return store.InTx(ctx, func(tx *repository.Store) error {
		for _, o := range passed {
			if err := tx.Occasions.SetNext(ctx, v, o.ID, calendar.Next(o.Date, o.Recurrence, today)); err != nil {
				return err
			}
		}
		return nil
	})
}
