package service

import (
	"cmp"
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

// typedTags is what a comma-separated line of tags means for a thing.
type typedTags struct {
	ids      []string // the tags that it is to hold
	keep     []string // those that it holds and the viewer does not see: they stay where they are, and nobody tells
	had, now string   // the line of those that the viewer sees, before and after
}

// tagsFor turns a comma-separated line of tags into ids, making those that the viewer does not see yet: a word that
// only hidden things carry comes out as new as any other (see repository.Tags). held are the tags that the thing holds,
// in the trash or not.
func tagsFor(ctx context.Context, tx *repository.Store, v domain.Viewer, typed string, held []string) (typedTags, error) {
	words, err := tagWords(typed)
	if err != nil {
		return typedTags{}, err
	}
	out := typedTags{now: typed}
	if len(words) > 0 {
		if out.ids, err = wordIDs(ctx, tx, v, words, held); err != nil {
			return out, err
		}
	}
	seen, err := tx.Tags.ByIDs(ctx, v, held)
	out.keep, out.had = unseen(held, seen), dto.Names(tagRefs(seen))
	if len(seen) == len(out.ids) && len(unseen(out.ids, seen)) == 0 {
		out.now = out.had
	}
	return out, err
}

// tagWords are the words of a comma-separated line.
func tagWords(typed string) ([]string, error) {
	words := text.List(typed)
	for _, w := range words {
		if utf8.RuneCountInString(w) > maxName {
			return nil, apperr.Wrong("tags", "A tag is at most 120 characters long.")
		}
	}
	return words, nil
}

// wordIDs are the tags of the words: those that the thing holds already, else the one that the viewer sees, else a new
// one.
func wordIDs(ctx context.Context, tx *repository.Store, v domain.Viewer, words, held []string) ([]string, error) {
	if err := tx.Tags.Lock(ctx, v); err != nil {
		return nil, err
	}
	keys := make([]string, len(words))
	for i, w := range words {
		keys[i] = text.Key(w)
	}
	known, err := tx.Tags.ByKeys(ctx, v, keys)
	if err != nil {
		return nil, err
	}
	var ids []string
	for i, key := range keys {
		same := sameWord(known, key, held)
		if len(same) == 0 {
			row := model.Tag{Name: words[i], NameKey: key, Type: "custom", CreatedByID: v.UserID}
			if err := tx.Tags.Create(ctx, v, &row); err != nil {
				return nil, err
			}
			known, same = append(known, row), []string{row.ID}
		}
		ids = append(ids, same...)
	}
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// sameWord are the tags of a folded name: those held, or else the first.
func sameWord(tags []model.Tag, key string, held []string) []string {
	var all, mine []string
	for _, t := range tags {
		if t.NameKey != key {
			continue
		}
		all = append(all, t.ID)
		if slices.Contains(held, t.ID) {
			mine = append(mine, t.ID)
		}
	}
	if len(mine) > 0 {
		return mine
	}
	return all[:min(1, len(all))]
}

// unseen are those of the tags that are not among the seen.
func unseen(ids []string, seen []model.Tag) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		return slices.ContainsFunc(seen, func(t model.Tag) bool { return t.ID == id })
	})
}

// tagRefs are tags by name, each word once.
func tagRefs(tags []model.Tag) []dto.Ref {
	tags = slices.Clone(tags)
	slices.SortFunc(tags, func(a, b model.Tag) int {
		return cmp.Or(strings.Compare(a.NameKey, b.NameKey), a.CreatedAt.Compare(b.CreatedAt), strings.Compare(a.ID, b.ID))
	})
	tags = slices.CompactFunc(tags, func(a, b model.Tag) bool { return a.NameKey == b.NameKey })
	refs := make([]dto.Ref, len(tags))
	for i, t := range tags {
		refs[i] = dto.Ref{ID: t.ID, Name: t.Name}
	}
	return refs
}
