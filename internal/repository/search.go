package repository

import (
	"context"
	"strings"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/text"
)

// This file is what a typed text finds. It is the same on both databases:
//
//   - The text is folded: case and accents make no difference.
//   - A word is a run of letters and digits; a character of Chinese or Japanese writing is a word of its own.
//   - Every word that was typed must occur as a whole word of one document, in any order. The last one may be the
//     beginning of a word, when the text ends with it: somebody is still typing.
//   - What stands between two blanks and is more than one word ("100%", "t-shirt", "日本", "--") must occur in the
//     document literally, too. Without any word in it ("%", "*"), it is only looked for literally.
//   - There are no operators: nothing that is typed means anything but itself.
//
// The document of a thing is put together in texts.go.

// maxTyped bounds the characters of a search that count; nobody types more.
const maxTyped = 200

// wanted is a search, taken apart.
type wanted struct {
	words   []string // whole words
	start   string   // the beginning of a word, "" for none
	literal []string // folded; anywhere in the text
}

// want takes a typed text apart; of nothing but blanks it is empty.
func want(typed string) wanted {
	runes := []rune(typed)
	typed = string(runes[:min(len(runes), maxTyped)])
	var w wanted
	for term := range strings.FieldsSeq(text.Fold(typed)) {
		words := text.Words(term)
		w.words = append(w.words, words...)
		if len(words) != 1 || words[0] != term {
			w.literal = append(w.literal, term)
		}
	}
	if n := len(w.words); n > 0 && text.EndsInWord(typed) {
		w.words, w.start = w.words[:n-1], w.words[n-1]
	}
	return w
}

func (w wanted) empty() bool { return len(w.words)+len(w.literal) == 0 && w.start == "" }

// documents is the condition on texts that finds the documents of one kind in the viewer's family. Who of them may be
// shown is the scope's to say.
func (w wanted) documents(conn *gorm.DB, mark string, v domain.Viewer) cond {
	match := cond{"texts.seq IN (SELECT rowid FROM text_index WHERE text_index MATCH ?)", []any{w.expression(`"`, " AND ", " *", mark, v)}}
	if conn.Name() == "postgres" {
		match = cond{"array_to_tsvector(string_to_array(texts.words, ' ')) @@ ?::tsquery", []any{w.expression("'", " & ", ":*", mark, v)}}
	}
	conds := []cond{match}
	for _, l := range w.literal {
		conds = append(conds, cond{`texts.folded LIKE ? ESCAPE '\'`, []any{contains(l)}})
	}
	return and(conds...)
}

// expression is the search in the language of an index. Words hold letters and digits alone, so that none can break
// out of its quotes.
func (w wanted) expression(quote, and, prefix, mark string, v domain.Viewer) string {
	parts := []string{quote + familyWord(mark, v.FamilyID) + quote}
	for _, word := range w.words {
		parts = append(parts, quote+word+quote)
	}
	if w.start != "" {
		parts = append(parts, quote+w.start+quote+prefix)
	}
	return strings.Join(parts, and)
}

// search narrows a query over rows that are found by their own document alone.
func (b base[T, P]) search(q *gorm.DB, v domain.Viewer, typed string) *gorm.DB {
	w := want(typed)
	if w.empty() {
		return q
	}
	docs := w.documents(b.conn, b.found.mark, v)
	return q.Where(b.table+".id IN (SELECT texts."+b.found.owner+" FROM texts WHERE "+docs.sql+")", docs.args...)
}

// manyFound is from how many documents on a search of gifts walks through them in their order, and stops when its page
// is full, instead of fetching and sorting all that it finds. About then both take as long, with 50,000 gifts.
const manyFound = 1000

// search narrows a query over gifts: they are found by their own document, and by what is noted on an item that the
// viewer plans.
func (r Gifts) search(ctx context.Context, q *gorm.DB, v domain.Viewer, typed string) (*gorm.DB, error) {
	w := want(typed)
	if w.empty() {
		return q, nil
	}
	own, noted, planned := w.documents(r.conn, foundGifts.mark, v), w.documents(r.conn, foundItems.mark, v), plannedItems(v)
	many, err := r.many(ctx, v, w)
	if err != nil {
		return nil, err
	}
	if !many {
		return q.Where(`gifts.id IN (SELECT texts.gift_id FROM texts WHERE `+own.sql+`
			UNION ALL SELECT list_items.gift_id FROM texts JOIN list_items ON list_items.id = texts.item_id
				JOIN lists ON lists.id = list_items.list_id WHERE `+noted.sql+` AND `+planned.sql+`)`,
			concat(own.args, noted.args, planned.args)...), nil
	}
	reads := w.reads()
	return q.Where(`(EXISTS (SELECT 1 FROM texts WHERE texts.gift_id = gifts.id AND `+reads.sql+oneByOne+`)
		OR EXISTS (SELECT 1 FROM list_items JOIN texts ON texts.item_id = list_items.id JOIN lists ON lists.id = list_items.list_id
			WHERE list_items.gift_id = gifts.id AND `+reads.sql+` AND `+planned.sql+oneByOne+`))`,
		concat(reads.args, reads.args, planned.args)...), nil
}

// many reports whether a search finds many documents of gifts and items, seen or not. What is looked for literally is
// rare among them, so there it is not worth a walk.
func (r Gifts) many(ctx context.Context, v domain.Viewer, w wanted) (bool, error) {
	if len(w.literal) > 0 {
		return false, nil
	}
	from, own, noted := "texts", w.documents(r.conn, foundGifts.mark, v), w.documents(r.conn, foundItems.mark, v)
	if r.conn.Name() != "postgres" { // the index alone knows
		from = "text_index"
		own.sql, noted.sql = "text_index MATCH ?", "text_index MATCH ?"
	}
	var n int64
	err := r.conn.WithContext(ctx).Raw("SELECT count(*) FROM (SELECT 1 FROM "+from+" WHERE "+own.sql+" UNION ALL SELECT 1 FROM "+
		from+" WHERE "+noted.sql+" LIMIT ?) AS found", concat(own.args, noted.args, []any{manyFound})...).Scan(&n).Error
	return n >= manyFound, fault(err)
}

// reads is the condition on texts that says without an index what documents says with one. Words have a blank on either
// side: the family's comes before them all.
func (w wanted) reads() cond {
	var conds []cond
	for _, word := range w.words {
		conds = append(conds, cond{"texts.words || ' ' LIKE ?", []any{"% " + word + " %"}})
	}
	if w.start != "" {
		conds = append(conds, cond{"texts.words LIKE ?", []any{"% " + w.start + "%"}})
	}
	return and(conds...)
}
