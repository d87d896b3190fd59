package repository

import (
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
	words   []string // whole words, and the words of signs
	start   string   // the beginning of a word, "" for none
	literal []string // folded; anywhere in the text
}

// want takes a typed text apart; of nothing but blanks it is empty.
func want(typed string) wanted {
	runes := []rune(typed)
	typed = string(runes[:min(len(runes), maxTyped)])
	var w wanted
	var signs []string
	for term := range strings.FieldsSeq(text.Fold(typed)) {
		words, sign := text.Words(term), text.Signs(term)
		w.words = append(w.words, words...)
		for _, s := range sign {
			signs = append(signs, signWord(s))
		}
		if aWord, aSign := len(words) == 1 && words[0] == term, len(sign) == 1 && string(sign) == term; !aWord && !aSign {
			w.literal = append(w.literal, term)
		}
	}
	if n := len(w.words); n > 0 && text.EndsInWord(typed) {
		w.words, w.start = w.words[:n-1], w.words[n-1]
	}
	w.words = append(w.words, signs...)
	return w
}

func (w wanted) empty() bool { return len(w.words)+len(w.literal) == 0 && w.start == "" }

// documents is the condition on texts that finds the documents of one kind in the viewer's family. Who of them may be
// shown is the scope's to say.
func (w wanted) documents(conn *gorm.DB, v domain.Viewer, mark string) cond {
	match := w.match(conn, v, mark)
	if conn.Name() != "postgres" {
		match.sql = "texts.seq IN (SELECT rowid FROM text_index WHERE " + match.sql + ")"
	}
	return and(match, w.literally())
}

// match is the condition that asks the index: on SQLite a table beside texts.
func (w wanted) match(conn *gorm.DB, v domain.Viewer, marks ...string) cond {
	if conn.Name() != "postgres" {
		return cond{"text_index MATCH ?", []any{w.expression(fts5, v, marks)}}
	}
	return cond{"array_to_tsvector(string_to_array(texts.words, ' ')) @@ ?::tsquery", []any{w.expression(tsquery, v, marks)}}
}

// literally is the condition on texts for what no index knows.
func (w wanted) literally() cond {
	conds := []cond{{sql: "1 = 1"}}
	for _, l := range w.literal {
		conds = append(conds, cond{`texts.folded LIKE ? ESCAPE '\'`, []any{contains(l)}})
	}
	return and(conds...)
}

// language is how the words of a search are said to an index.
type language struct{ quote, and, or, prefix string }

var (
	fts5    = language{`"`, " AND ", " OR ", " *"}
	tsquery = language{"'", " & ", " | ", ":*"}
)

// expression is the search in the language of an index. Words hold letters and digits alone, so that none can break
// out of its quotes.
func (w wanted) expression(l language, v domain.Viewer, marks []string) string {
	kinds := make([]string, len(marks))
	for i, mark := range marks {
		kinds[i] = l.quote + familyWord(mark, v.FamilyID) + l.quote
	}
	parts := []string{"(" + strings.Join(kinds, l.or) + ")"}
	for _, word := range w.words {
		parts = append(parts, l.quote+word+l.quote)
	}
	if w.start != "" {
		parts = append(parts, l.quote+w.start+l.quote+l.prefix)
	}
	return strings.Join(parts, l.and)
}

// search narrows a query over rows that are found by their own document alone.
func (b base[T, P]) search(q *gorm.DB, v domain.Viewer, typed string) *gorm.DB {
	w := want(typed)
	if w.empty() {
		return q
	}
	docs := w.documents(b.conn, v, b.found.mark)
	return q.Where(b.table+".id IN (SELECT texts."+b.found.owner+" FROM texts WHERE "+docs.sql+")", docs.args...)
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
	return and(append(conds, w.literally())...)
}
