package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Comments is what members say about people, occasions, lists, gifts and items. Who sees the thing reads what is said
// there, but for one: the target of a list reads of an item only what they wrote themselves.
type Comments struct{ core }

// Thread returns one page of the comments on a thing: oldest first or, sorted by new, newest first.
func (s *Comments) Thread(ctx context.Context, v domain.Viewer, on dto.Parent, q dto.Query) (dto.Thread, error) {
	sub, err := subjectOf(ctx, s.store, v, on)
	if err != nil {
		return dto.Thread{}, err
	}
	return threadOf(ctx, s.store, v, sub, q)
}

// threadOf reads one page of what is said about a thing that the viewer sees.
func threadOf(ctx context.Context, store *repository.Store, v domain.Viewer, sub subject, q dto.Query) (dto.Thread, error) {
	out := dto.Thread{On: sub.Parent, Title: sub.title, MayComment: policy.Comment(v, sub.ParentType) == nil}
	page, err := store.Comments.Page(ctx, v, sub.ParentType, sub.ParentID, pageQuery(q))
	if err != nil {
		return out, err
	}
	out.Comments = toComments(ctx, v, page)
	if v.Onlooker != nil { // says nothing, so mentions nobody
		return out, nil
	}
	readers, err := sub.readers(ctx, store, v)
	out.TargetsRead, out.Mentionable = sub.targetsAmong(v, readers), othersOf(v, readers)
	return out, err
}

// Mentions returns one page of the comments that mention the viewer, newest first.
func (s *Comments) Mentions(ctx context.Context, v domain.Viewer, q dto.Query) (dto.Page[dto.Comment], error) {
	page, err := s.store.Comments.Mentioning(ctx, v, pageQuery(q))
	if err != nil {
		return dto.Page[dto.Comment]{}, err
	}
	return toComments(ctx, v, page), nil
}

// Counts returns how many comments the viewer reads on each of several things of one kind, in one query; things
// without comments are left out.
func (s *Comments) Counts(ctx context.Context, v domain.Viewer, kind domain.Entity, ids []string) (map[string]int, error) {
	return s.store.Comments.Counts(ctx, v, kind, ids)
}

// Mentionable returns whom the viewer may mention in a comment on a thing: the other members who would read it, by name.
func (s *Comments) Mentionable(ctx context.Context, v domain.Viewer, on dto.Parent) ([]dto.Member, error) {
	sub, err := subjectOf(ctx, s.store, v, on)
	if err != nil {
		return nil, err
	}
	return mentionable(ctx, s.store, v, sub)
}

// Add writes a comment and returns it.
func (s *Comments) Add(ctx context.Context, v domain.Viewer, on dto.Parent, in dto.CommentInput) (dto.Comment, error) {
	var id string
	err := s.write(ctx, v, func(tx *repository.Store) error {
		sub, err := subjectOf(ctx, tx, v, on)
		if err != nil {
			return err
		}
		if err := policy.Comment(v, on.ParentType); err != nil {
			return err
		}
		row := sub.comment()
		row.AuthorID = v.UserID
		if row.Body, err = commentBody(in.Body); err != nil {
			return err
		}
		if err := tx.Comments.Create(ctx, v, &row); err != nil {
			return err
		}
		id = row.ID
		if err := mention(ctx, tx, v, sub, row); err != nil {
			return err
		}
		if err := keepNew(ctx, tx, v, domain.EntityComment, row.ID); err != nil {
			return err
		}
		return record(ctx, tx, v, sub.onComment(domain.VerbCommented, row), payload{Title: sub.title})
	})
	if err != nil {
		return dto.Comment{}, err
	}
	return s.one(ctx, v, id)
}

// Edit saves what the viewer wrote.
func (s *Comments) Edit(ctx context.Context, v domain.Viewer, id string, in dto.CommentInput) (dto.Comment, error) {
	return s.change(ctx, v, id, domain.VerbUpdated, func(tx *repository.Store, sub subject, row model.Comment) error {
		if err := policy.EditComment(v, row.AuthorID); err != nil {
			return err
		}
		before := was{Version: row.Version, Comment: &dto.CommentInput{Body: row.Body}}
		var err error
		if row.Body, err = commentBody(in.Body); err != nil {
			return err
		}
		if row.Body == before.Comment.Body && or(in.Version, row.Version) == row.Version {
			return errNothingToDo
		}
		now := tx.Now()
		row.EditedAt, row.Version = &now, or(in.Version, row.Version)
		if err := tx.Comments.Update(ctx, v, &row, "body", "edited_at"); err != nil {
			return err
		}
		if err := keepThing(ctx, tx, v, domain.VerbUpdated, domain.EntityComment, id, row.Version, before); err != nil {
			return err
		}
		return mention(ctx, tx, v, sub, row)
	})
}

// Delete puts what the viewer wrote into the trash, and returns what it hung on.
func (s *Comments) Delete(ctx context.Context, v domain.Viewer, id string) (dto.Parent, error) {
	var on dto.Parent
	err := s.inTx(ctx, v, id, domain.VerbDeleted, func(tx *repository.Store, _ subject, row model.Comment) error {
		if err := policy.EditComment(v, row.AuthorID); err != nil {
			return err
		}
		on = parentOf(row)
		if err := keepMark(ctx, tx, v, domain.VerbDeleted, domain.EntityComment, row.Editable); err != nil {
			return err
		}
		return tx.Comments.Trash(ctx, v, id)
	})
	return on, err
}

// Restore brings back from the trash what the viewer wrote; of others' comments nothing is known there.
func (s *Comments) Restore(ctx context.Context, v domain.Viewer, id string) (dto.Comment, error) {
	err := s.write(ctx, v, func(tx *repository.Store) error {
		before, err := stateBefore(ctx, tx, v, domain.EntityComment, id)
		if err != nil {
			return err
		}
		if err := tx.Comments.Restore(ctx, v, id); err != nil {
			return err
		}
		row, err := tx.Comments.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if row.AuthorID != v.UserID {
			return apperr.Missing()
		}
		sub, err := subjectOf(ctx, tx, v, parentOf(row))
		if err != nil {
			return err
		}
		if err := keepRestored(ctx, tx, v, domain.EntityComment, row.Editable, before); err != nil {
			return err
		}
		return record(ctx, tx, v, sub.onComment(domain.VerbRestored, row), payload{Title: sub.title})
	})
	if err != nil {
		return dto.Comment{}, err
	}
	return s.one(ctx, v, id)
}

// Resolve marks a comment as done with; Reopen takes that back. Doing either twice changes nothing.
func (s *Comments) Resolve(ctx context.Context, v domain.Viewer, id string) (dto.Comment, error) {
	return s.setResolved(ctx, v, id, domain.VerbResolved)
}

// Reopen opens a resolved comment again.
func (s *Comments) Reopen(ctx context.Context, v domain.Viewer, id string) (dto.Comment, error) {
	return s.setResolved(ctx, v, id, domain.VerbReopened)
}

func (s *Comments) setResolved(ctx context.Context, v domain.Viewer, id string, verb domain.Verb) (dto.Comment, error) {
	resolve := verb == domain.VerbResolved
	return s.change(ctx, v, id, verb, func(tx *repository.Store, sub subject, row model.Comment) error {
		if err := policy.ResolveComment(v, row.AuthorID, sub.wisherID); err != nil {
			return err
		}
		if resolve == (row.ResolvedAt != nil) {
			return errNothingToDo
		}
		if err := keepThing(ctx, tx, v, verb, domain.EntityComment, id, row.Version, stateOf(row.Editable)); err != nil {
			return err
		}
		return tx.Comments.SetResolved(ctx, v, id, resolve)
	})
}

// change runs fn on a comment that the viewer reads and returns the comment as it is then.
func (s *Comments) change(ctx context.Context, v domain.Viewer, id string, verb domain.Verb,
	fn func(*repository.Store, subject, model.Comment) error,
) (dto.Comment, error) {
	if err := s.inTx(ctx, v, id, verb, fn); err != nil {
		return dto.Comment{}, err
	}
	return s.one(ctx, v, id)
}

func (s *Comments) inTx(ctx context.Context, v domain.Viewer, id string, verb domain.Verb,
	fn func(*repository.Store, subject, model.Comment) error,
) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.Comments.Get(ctx, v, id)
		if err != nil {
			return err
		}
		sub, err := subjectOf(ctx, tx, v, parentOf(row))
		if err != nil {
			return err
		}
		if err := fn(tx, sub, row); err != nil {
			return err
		}
		return record(ctx, tx, v, sub.onComment(verb, row), payload{Title: sub.title})
	})
}

// mention stores whom a comment mentions: those of its readers whose names stand there.
func mention(ctx context.Context, tx *repository.Store, v domain.Viewer, sub subject, row model.Comment) error {
	members, err := mentionable(ctx, tx, v, sub)
	if err != nil {
		return err
	}
	return tx.Comments.SetMentions(ctx, row.ID, mentioned(memberNames(members), row.Body))
}

func mentionable(ctx context.Context, store *repository.Store, v domain.Viewer, sub subject) ([]dto.Member, error) {
	readers, err := sub.readers(ctx, store, v)
	return othersOf(v, readers), err
}

// othersOf are the readers but the viewer.
func othersOf(v domain.Viewer, readers []repository.ReaderRow) []dto.Member {
	var members []dto.Member
	for _, m := range readers {
		if m.UserID != v.UserID {
			members = append(members, dto.Member{UserID: m.UserID, Name: m.Name, Role: m.Role})
		}
	}
	return members
}

func commentBody(typed string) (string, error) {
	f := apperr.Form{}
	body := notes(f, "body", typed)
	if text.Line(body) == "" {
		f.Add("body", "Write something first.")
	}
	return body, f.Err()
}
