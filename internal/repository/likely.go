package repository

import (
	"context"
	"strings"
	"unicode/utf8"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/text"
)

// Bounds on the work of looking for a gift that is there already.
const (
	maxTitleWords = 8   // the words of a title that count
	maxAlike      = 200 // the gifts that are compared
)

// WithLink returns the visible gifts behind a canonical link, the oldest first, at most n.
func (r Gifts) WithLink(ctx context.Context, v domain.Viewer, canonical string, n int) ([]model.Gift, error) {
	if canonical == "" {
		return nil, nil
	}
	c := visibleGifts(v)
	return find[model.Gift](ctx, r.conn.Where("gifts.canonical_url = ?", canonical).Where(c.sql, c.args...).
		Order("gifts.created_at, gifts.id").Limit(n))
}

// Alike returns the visible gifts whose title may be nearly the given one, the newest first: of about its length, and
// with all of its words but one. The caller compares; there are at most 200.
func (r Gifts) Alike(ctx context.Context, v domain.Viewer, title string) ([]model.Gift, error) {
	words := text.Words(title)
	words = words[:min(len(words), maxTitleWords)]
	if len(words) == 0 {
		return nil, nil
	}
	length := utf8.RuneCountInString(text.Key(title))
	c, docs := visibleGifts(v), butOne(r.conn, familyWord(foundGifts.mark, v.FamilyID), words)
	return find[model.Gift](ctx, r.conn.Where("gifts.id IN (SELECT texts.gift_id FROM texts WHERE "+docs.sql+")", docs.args...).
		Where("length(gifts.title_key) BETWEEN ? AND ?", length*4/5-1, length*5/4+1).
		Where(c.sql, c.args...).Order("gifts.created_at DESC, gifts.id DESC").Limit(maxAlike))
}

// butOne finds the documents with all of the words but any one; a single word may end otherwise.
func butOne(conn *gorm.DB, family string, words []string) cond {
	l := fts5
	if conn.Name() == "postgres" {
		l = tsquery
	}
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = l.quote + w + l.quote
	}
	var some []string
	for i := range quoted {
		rest := make([]string, 0, len(quoted))
		rest = append(append(rest, quoted[:i]...), quoted[i+1:]...)
		if len(rest) > 0 {
			some = append(some, "("+strings.Join(rest, l.and)+")")
		}
	}
	if len(words) == 1 {
		start := []rune(words[0])
		some = []string{l.quote + string(start[:min(len(start), 4)]) + l.quote + l.prefix}
	}
	expression := l.quote + family + l.quote + l.and + "(" + strings.Join(some, l.or) + ")"
	if l == tsquery {
		return cond{"array_to_tsvector(string_to_array(texts.words, ' ')) @@ ?::tsquery", []any{expression}}
	}
	return cond{"texts.seq IN (SELECT rowid FROM text_index WHERE text_index MATCH ?)", []any{expression}}
}
