package service

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// whyNotThing is what stands against taking a change of a thing back, as far as the thing itself tells.
func whyNotThing(row repository.ThingRow) error {
	switch {
	case row.UndoneAt != nil:
		return takenBack()
	case row.Verb == domain.VerbCreated && row.DeletedAt != nil:
		return apperr.New(apperr.Conflict, "“%s” is in the trash already.", nameOfThing(row))
	case row.DeletedAt != nil && whole[row.EntityType] != "":
		return apperr.New(apperr.Conflict, "This is in the trash. Restore it first.")
	case byVersion(row) && row.NowVersion != row.Version:
		return changedSince()
	}
	return nil
}

// whole are the things of which a change touched a part that has no trash of its own, by the kinds of the changes.
var whole = map[domain.Entity]domain.Entity{
	domain.EntityPlace: domain.EntityItem, domain.EntityWishPlace: domain.EntityItem,
	domain.EntityGiftPicture: domain.EntityGift, domain.EntityPersonPicture: domain.EntityPerson,
}

// tellers are what the feed says changed, by the kinds of the changes.
var tellers = map[domain.Entity]domain.Entity{
	domain.EntityMember: domain.EntityFamily, domain.EntityGiftPicture: domain.EntityGift, domain.EntityPersonPicture: domain.EntityPerson,
}

// byVersion reports whether the version of the thing tells that it was changed since. What was made anew may have been
// changed by who made it, and whether a comment is resolved is apart from its version.
func byVersion(row repository.ThingRow) bool {
	switch row.Verb { //nolint:exhaustive // the others are told by the version
	case domain.VerbCreated, domain.VerbResolved, domain.VerbReopened:
		return false
	}
	return true
}

// takeThings takes back what was done to things in one request, the last first. When none of it could be, the error says
// why.
func (s *Undo) takeThings(ctx context.Context, t turn, rows []repository.ThingRow, out *dto.UndoResult) error {
	var refused error
	for _, row := range rows {
		now := row
		err := t.tx.Try(ctx, func(*repository.Store) error {
			var err error
			now, err = s.takeThing(ctx, t, row)
			return err
		})
		switch {
		case err == nil:
			out.Things = append(out.Things, changedThing(ctx, now))
		case apperr.CodeOf(err) == apperr.Internal:
			return err
		default:
			refused = unmarked(err)
			out.Not = append(out.Not, dto.NotDone{ID: row.EntityID, Title: nameOfThing(row), Why: failure(ctx, refused)})
		}
	}
	if len(out.Things)+len(out.Done) == 0 {
		return refused
	}
	return nil
}

// unmarked says what an error says of a field where there is no form to mark it on.
func unmarked(err error) error {
	fields := apperr.FormOf(err)
	if _, asks := fields["sure"]; asks {
		return apperr.New(apperr.Conflict, "By this somebody would see what is hidden from them now. Change it in its form, which asks first.")
	}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		return apperr.Saying(apperr.Conflict, fields[name])
	}
	return err
}

// takeThing puts a thing back to how it was before a step. What a form said is saved again, by who the viewer is now and
// under all the rules of a save; what was archived, deleted or made goes the other way by the same services.
func (s *Undo) takeThing(ctx context.Context, t turn, row repository.ThingRow) (repository.ThingRow, error) {
	before, err := wasOf(row.UndoStep)
	if err != nil {
		return row, err
	}
	if !guestsToo(row.EntityType) {
		if err := policy.Change(t.v); err != nil {
			return row, err
		}
	}
	if err := s.mayTakeThing(ctx, t, row, before); err != nil {
		return row, err
	}
	again := again{core: core{t.tx, s.now}, v: t.v, row: row, was: before}
	again.v.Locale = firstOf(before.Locale, t.v.Locale)
	if err := again.take(ctx); err != nil {
		return row, s.inWords(ctx, t, row, err)
	}
	if err := t.tx.Undo.Done(ctx, t.v, row.ID); err != nil {
		return row, err
	}
	now, err := t.tx.Undo.Again(ctx, t.v, row)
	if at := t.tx.Now(); row.Verb == domain.VerbCreated { // of one's own lists and wishes there is nothing to be seen any more
		now.DeletedAt = &at
	}
	if err != nil || before.Version == 0 {
		return now, err
	}
	return now, t.tx.Undo.Rebase(ctx, t.v, row.UndoStep, before.Version, now.NowVersion)
}

// mayTakeThing decides whether a step can be taken back: it is young, the thing is as the step left it, and nothing has
// come to hang on it that would go along.
func (s *Undo) mayTakeThing(ctx context.Context, t turn, row repository.ThingRow, before was) error {
	why := whyNotThing(row)
	switch {
	case why != nil && row.UndoneAt == nil && row.DeletedAt == nil:
		return s.inWords(ctx, t, row, why)
	case why != nil:
		return why
	case row.CreatedAt.Before(t.tx.Now().Add(-undoWindow)):
		return tooLate()
	case row.Verb != domain.VerbCreated && !before.Trashed:
		return nil
	}
	if by, err := t.tx.Undo.ChangedBy(ctx, t.v, row.UndoStep); err != nil || by != "" && row.Verb == domain.VerbCreated {
		return cmp.Or(err, changedBy(by))
	}
	since := row.CreatedAt
	if row.Verb == domain.VerbCreated { // nothing can have been there before
		since = since.Add(-undoWindow)
	}
	n, err := t.tx.Undo.HangsOn(ctx, t.v, row.UndoStep, since)
	if err == nil && n > 0 {
		return apperr.New(apperr.Conflict, "Something hangs on “%s” by now. Delete it if that is meant to go too.", nameOfThing(row))
	}
	return err
}

// inWords says who changed a thing since, where that is why it cannot be put back.
func (s *Undo) inWords(ctx context.Context, t turn, row repository.ThingRow, err error) error {
	if apperr.CodeOf(err) != apperr.Conflict || !byVersion(row) {
		return err
	}
	step := row.UndoStep
	step.EntityType = cmp.Or(tellers[step.EntityType], step.EntityType)
	by, failed := t.tx.Undo.ChangedBy(ctx, t.v, step)
	if failed != nil || by == "" {
		return cmp.Or(failed, err)
	}
	return changedBy(by)
}

func changedBy(name string) error {
	return apperr.New(apperr.Conflict, "%s changed this since: it is not taken back.", name)
}

func changedThing(ctx context.Context, row repository.ThingRow) dto.Changed {
	there := row.DeletedAt == nil && row.EntityType != domain.EntityComment
	name := nameOfThing(row)
	if setting := settingNames[row.EntityType]; setting != "" {
		name = lang.T(ctx, setting)
	}
	return dto.Changed{Entity: row.EntityType, ID: row.EntityID, Name: name, There: there}
}

// longestName is how much of a comment stands for it, in letters.
const longestName = 60

func nameOfThing(row repository.ThingRow) string {
	name := text.Line(row.Title)
	if short := clip(name, longestName); short != name && row.EntityType == domain.EntityComment {
		return short + "…"
	}
	return name
}

// didThing says what a change did to a thing, in a sentence.
func didThing(ctx context.Context, row repository.ThingRow) string {
	name := nameOfThing(row)
	switch row.Verb { //nolint:exhaustive // the others change it
	case domain.VerbCreated:
		if row.EntityType == domain.EntityComment {
			return lang.T(ctx, "Wrote “%s”.", name)
		}
		return lang.T(ctx, "Added “%s”.", name)
	case domain.VerbArchived:
		return lang.T(ctx, "Archived “%s”.", name)
	case domain.VerbDeleted:
		return lang.T(ctx, "Deleted “%s”.", name)
	case domain.VerbRestored:
		return lang.T(ctx, "Restored “%s”.", name)
	case domain.VerbMerged:
		return lang.T(ctx, "Merged another tag into “%s”.", name)
	case domain.VerbResolved:
		return lang.T(ctx, "Resolved “%s”.", name)
	case domain.VerbReopened:
		return lang.T(ctx, "Reopened “%s”.", name)
	}
	return changedWhat(ctx, row.EntityType, name)
}
