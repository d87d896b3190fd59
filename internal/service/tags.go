package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Tags is what a family does with the words on its gifts and people.
type Tags struct{ core }

// Index returns one page of the tags with how often each is used.
func (s *Tags) Index(ctx context.Context, v domain.Viewer, q dto.TagQuery) (dto.Page[dto.Tag], error) {
	f := repository.TagFilter{Text: text.Key(q.Q), Archived: q.Archived}
	if domain.Known(domain.TagType(q.Type), domain.TagTypes) {
		f.Type = domain.TagType(q.Type)
	}
	page, err := s.store.Tags.Page(ctx, v, f, pageQuery(q.Query))
	out := dto.Page[dto.Tag]{Next: page.Next, Prev: page.Prev}
	for _, row := range page.Rows {
		out.Items = append(out.Items, toTag(row))
	}
	return out, err
}

// Page returns a tag with one page of its gifts and its people.
func (s *Tags) Page(ctx context.Context, v domain.Viewer, id string, q dto.Query) (dto.TagPage, error) {
	tag, err := s.Get(ctx, v, id)
	if err != nil {
		return dto.TagPage{}, err
	}
	gifts, err := s.store.Gifts.Tagged(ctx, v, id, pageQuery(q))
	if err != nil {
		return dto.TagPage{}, err
	}
	people, err := s.store.People.Tagged(ctx, v, id)
	out := dto.TagPage{Tag: tag, Gifts: giftCards(v, gifts)}
	for _, p := range people {
		out.People = append(out.People, dto.Ref{ID: p.ID, Name: p.DisplayName})
	}
	return out, err
}

// Get returns a tag.
func (s *Tags) Get(ctx context.Context, v domain.Viewer, id string) (dto.Tag, error) {
	row, err := s.store.Tags.Used(ctx, v, id)
	if err != nil {
		return dto.Tag{}, err
	}
	return toTag(row), nil
}

func toTag(row repository.TagRow) dto.Tag {
	return dto.Tag{
		ID: row.ID, Name: row.Name, Type: row.Type, Color: row.Color, Description: row.Description, Gifts: row.Gifts,
		People: row.People, Archived: row.ArchivedAt != nil, Version: row.Version,
	}
}

// Create makes a tag before anything carries it; only its maker sees it then.
func (s *Tags) Create(ctx context.Context, v domain.Viewer, in dto.TagInput) (string, error) {
	row := model.Tag{CreatedByID: v.UserID}
	if err := fillTag(v, &row, in); err != nil {
		return "", err
	}
	err := s.write(ctx, v, func(tx *repository.Store) error {
		if err := freeName(ctx, tx, v, row); err != nil {
			return err
		}
		if err := tx.Tags.Create(ctx, v, &row); err != nil {
			return err
		}
		if err := keepNew(ctx, tx, v, domain.EntityTag, row.ID); err != nil {
			return err
		}
		return record(ctx, tx, v, onTag(domain.VerbCreated, row), payload{Title: row.Name})
	})
	return row.ID, err
}

// Update saves a tag; what carries it carries the new name.
func (s *Tags) Update(ctx context.Context, v domain.Viewer, id string, in dto.TagInput) error {
	return s.change(ctx, v, id, domain.VerbUpdated, func(tx *repository.Store, row *model.Tag) error {
		before := tagWas(*row)
		if err := fillTag(v, row, in); err != nil {
			return err
		}
		if err := freeName(ctx, tx, v, *row); err != nil {
			return err
		}
		row.Version = in.Version
		if err := tx.Tags.Update(ctx, v, row, "name", "name_key", "type", "color", "description"); err != nil {
			return err
		}
		return keepSave(ctx, tx, v, domain.EntityTag, id, row.Version, before, tagWas(*row))
	})
}

// Merge puts the tag into on everything that carries the tag id, and deletes that one; into stays as it is. What the
// viewer does not see follows, and nobody tells.
func (s *Tags) Merge(ctx context.Context, v domain.Viewer, id, into string) error {
	return s.change(ctx, v, id, domain.VerbMerged, func(tx *repository.Store, row *model.Tag) error {
		survivor, err := tx.Tags.Get(ctx, v, into)
		if err != nil {
			return err
		}
		if survivor.ID == row.ID {
			return apperr.Wrong("into", "Choose another tag to merge this one with.")
		}
		kept := stateOf(row.Editable)
		if kept.Merged, err = tx.Tags.Apart(ctx, row.ID, survivor.ID); err != nil {
			return err
		}
		if err := tx.Tags.Trash(ctx, v, row.ID); err != nil { // while its uses are there, by which the viewer sees it
			return err
		}
		if err := tx.Tags.Absorb(ctx, row.ID, survivor.ID); err != nil {
			return err
		}
		return keepThing(ctx, tx, v, domain.VerbMerged, domain.EntityTag, survivor.ID, survivor.Version, kept)
	})
}

// Archive takes a tag out of the index; what carries it keeps it.
func (s *Tags) Archive(ctx context.Context, v domain.Viewer, id string) error {
	return s.change(ctx, v, id, domain.VerbArchived, func(tx *repository.Store, _ *model.Tag) error {
		return tx.Tags.Archive(ctx, v, id)
	})
}

// Delete takes a tag off everything and puts it into the trash. It asks first (Unconfirmed) and counts what the viewer
// sees; where others use the word out of the viewer's sight, it stays.
func (s *Tags) Delete(ctx context.Context, v domain.Viewer, id string, sure bool) error {
	return s.change(ctx, v, id, domain.VerbDeleted, func(tx *repository.Store, row *model.Tag) error {
		if sure {
			return tx.Tags.TrashLeavingCopy(ctx, v, *row)
		}
		used, err := tx.Tags.Used(ctx, v, id)
		if err != nil {
			return err
		}
		return askFirst("Delete “%s”? %s", row.Name, usedOn(used))
	})
}

func usedOn(t repository.TagRow) lang.Phrase {
	switch {
	case t.Gifts+t.People == 0:
		return lang.Said("Nothing carries it.")
	case t.People == 0:
		return lang.SaidN(t.Gifts, "It goes off %d gift.", "It goes off %d gifts.")
	case t.Gifts == 0:
		return lang.SaidN(t.People, "It goes off %d person.", "It goes off %d people.")
	}
	people := lang.SaidN(t.People, "off|%d person", "off|%d people")
	return lang.SaidN(t.Gifts, "It goes off %d gift and %s.", "It goes off %d gifts and %s.", people)
}

// Restore brings a tag back from the archive or the trash, on everything that carried it. It is refused while the viewer
// sees another tag of its name.
func (s *Tags) Restore(ctx context.Context, v domain.Viewer, id string) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		if err := tx.Tags.Lock(ctx, v); err != nil {
			return err
		}
		before, err := stateBefore(ctx, tx, v, domain.EntityTag, id)
		if err != nil {
			return err
		}
		if err := tx.Tags.Restore(ctx, v, id); err != nil {
			return err
		}
		row, err := tx.Tags.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if err := freeName(ctx, tx, v, row); apperr.CodeOf(err) == apperr.Invalid {
			return apperr.New(apperr.Conflict, "There is another tag “%s” by now. Rename that one first, or keep it.", row.Name)
		} else if err != nil {
			return err
		}
		if err := tx.Tags.TakeCopyBack(ctx, v, row); err != nil {
			return err
		}
		if err := keepRestored(ctx, tx, v, domain.EntityTag, row.Editable, before); err != nil {
			return err
		}
		return record(ctx, tx, v, onTag(domain.VerbRestored, row), payload{Title: row.Name})
	})
}

// change runs fn on a tag in a transaction, and records it on that tag: of one that is gone nobody reads.
func (s *Tags) change(ctx context.Context, v domain.Viewer, id string, verb domain.Verb, fn func(*repository.Store, *model.Tag) error) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		if err := tx.Tags.Lock(ctx, v); err != nil {
			return err
		}
		row, err := tx.Tags.Get(ctx, v, id)
		if err != nil {
			return err
		}
		before := row.Editable
		if err := fn(tx, &row); err != nil {
			return err
		}
		if verb == domain.VerbArchived || verb == domain.VerbDeleted {
			if err := keepMark(ctx, tx, v, verb, domain.EntityTag, before); err != nil {
				return err
			}
		}
		return record(ctx, tx, v, onTag(verb, row), payload{Title: row.Name})
	})
}

func fillTag(v domain.Viewer, row *model.Tag, in dto.TagInput) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	f := apperr.Form{}
	row.Name = required(f, "name", in.Name, "Enter a name.", maxName)
	row.NameKey = text.Key(row.Name)
	switch {
	case row.Name != "" && row.NameKey == "":
		f.Add("name", "Use a letter or a digit too.")
	case slices.Contains([]rune(row.Name), ','):
		f.Add("name", "A comma ends a tag: leave it out.")
	}
	row.Type = "custom"
	if in.Type != "" {
		row.Type = choice(f, "type", in.Type, domain.TagTypes)
	}
	row.Color = choice(f, "color", in.Color, domain.Accents)
	row.Description = notes(f, "description", in.Description)
	return f.Err()
}

// freeName refuses a name that another tag has, as far as the viewer sees.
func freeName(ctx context.Context, tx *repository.Store, v domain.Viewer, row model.Tag) error {
	if err := tx.Tags.Lock(ctx, v); err != nil {
		return err
	}
	same, err := tx.Tags.ByKeys(ctx, v, []string{row.NameKey})
	if err != nil {
		return err
	}
	for _, other := range same {
		if other.ID != row.ID {
			return apperr.Wrong("name", "There is a tag “%s” already. You can merge the two.", other.Name)
		}
	}
	return nil
}
