package service

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// tagsFor turns a comma-separated line of tags into ids, making those that the family does not have yet. keep are
// the tags that the thing holds and that the viewer does not see: they stay where they are, and nobody tells.
func tagsFor(ctx context.Context, tx *repository.Store, v domain.Viewer, typed string, held []string) (ids, keep []string, err error) {
	words := text.List(typed)
	keys := make([]string, len(words))
	for i, w := range words {
		if utf8.RuneCountInString(w) > maxName {
			return nil, nil, apperr.Fields{"tags": "A tag is at most 120 characters long."}.Err()
		}
		keys[i] = text.Key(w)
	}
	if err := makeTags(ctx, tx, v, words, keys); err != nil {
		return nil, nil, err
	}
	tags, err := tx.Tags.ByKeys(ctx, v, keys)
	if err != nil {
		return nil, nil, err
	}
	for _, key := range keys {
		at := slices.IndexFunc(tags, func(t model.Tag) bool { return t.NameKey == key })
		ids = append(ids, tags[at].ID)
	}
	keep, err = unseen(ctx, tx, v, held)
	return ids, keep, err
}

// makeTags makes the tags that the family does not have yet.
func makeTags(ctx context.Context, tx *repository.Store, v domain.Viewer, words, keys []string) error {
	known, err := tx.Tags.ByKeys(ctx, v, keys)
	if err != nil {
		return err
	}
	for i, key := range keys {
		if slices.ContainsFunc(known, func(t model.Tag) bool { return t.NameKey == key }) {
			continue
		}
		row := model.Tag{Name: words[i], NameKey: key, Type: "custom", CreatedByID: v.UserID}
		if err := tx.Tags.Ensure(ctx, v, &row); err != nil {
			return err
		}
	}
	return nil
}

// unseen are those of the tags that the viewer does not see.
func unseen(ctx context.Context, tx *repository.Store, v domain.Viewer, ids []string) ([]string, error) {
	seen, err := tx.Tags.ByIDs(ctx, v, ids)
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		return slices.ContainsFunc(seen, func(t model.Tag) bool { return t.ID == id })
	}), err
}

// tagRefs are tags by name.
func tagRefs(tags []model.Tag) []dto.Ref {
	refs := make([]dto.Ref, len(tags))
	for i, t := range tags {
		refs[i] = dto.Ref{ID: t.ID, Name: t.Name}
	}
	slices.SortFunc(refs, func(a, b dto.Ref) int { return strings.Compare(text.Fold(a.Name), text.Fold(b.Name)) })
	return refs
}
