package repository

import (
	"context"

	"gorm.io/gorm"

	"kinlist/internal/domain"
)

// From how many documents on a search of gifts is carried out in another way, measured with 50,000 gifts. Few are fetched
// and sorted. Of more, the ids alone are looked up, and the gifts walked through in their order until a page of them is
// full. Of many, not even those: each gift on the way is read, and every few of them is found.
const (
	someFound = 400
	manyFound = 4000
)

// search narrows a query over gifts: they are found by their own document, and by what is noted on an item that the
// viewer plans.
func (r Gifts) search(ctx context.Context, q *gorm.DB, v domain.Viewer, typed string) (*gorm.DB, error) {
	w := want(typed)
	if w.empty() {
		return q, nil
	}
	found, err := r.first(ctx, v, w)
	if err != nil {
		return nil, err
	}
	if found.N >= manyFound {
		c := w.along(v)
		return q.Where(c.sql, c.args...), nil
	}
	c := found.gifts(r.conn, v)
	if found.N >= someFound {
		c.sql = "(" + c.sql + ") IS TRUE" // so that no gift is looked up by it
	}
	return q.Where(c.sql, c.args...), nil
}

// along is the condition on gifts that reads the documents of each gift on the way. The notes are read before it is asked
// who sees them: few say what is looked for, and PostgreSQL would ask first.
func (w wanted) along(v domain.Viewer) cond {
	reads, planned := w.reads(), plannedItems(v)
	return cond{
		`(EXISTS (SELECT 1 FROM texts WHERE texts.gift_id = gifts.id AND ` + reads.sql + oneByOne + `)
		OR EXISTS (SELECT 1 FROM (SELECT list_items.* FROM list_items JOIN texts ON texts.item_id = list_items.id
			WHERE list_items.gift_id = gifts.id AND ` + reads.sql + ` LIMIT 1000000 OFFSET 0) AS list_items
			JOIN lists ON lists.id = list_items.list_id WHERE ` + planned.sql + oneByOne + `))`,
		concat(reads.args, reads.args, planned.args),
	}
}

// firstFound are the first documents that a search finds, as lists with commas between: their own numbers on SQLite, which
// has only those in its index, and on PostgreSQL what they are of.
type firstFound struct {
	N                  int
	Seqs, Gifts, Items string
}

// first returns the documents of gifts and items that a search finds, seen or not, up to manyFound.
func (r Gifts) first(ctx context.Context, v domain.Viewer, w wanted) (firstFound, error) {
	docs := and(w.match(r.conn, v, foundGifts.mark, foundItems.mark), w.literally())
	query := `SELECT count(*) AS n, string_agg(CAST(gift_id AS text), ',') AS gifts, string_agg(CAST(item_id AS text), ',') AS items
		FROM (SELECT texts.gift_id, texts.item_id FROM texts WHERE ` + docs.sql + ` LIMIT ?) AS found`
	if r.conn.Name() != "postgres" {
		from := "text_index"
		if len(w.literal) > 0 {
			from += " JOIN texts ON texts.seq = text_index.rowid"
		}
		query = "SELECT count(*) AS n, group_concat(seq) AS seqs FROM (SELECT text_index.rowid AS seq FROM " + from + " WHERE " + docs.sql + " LIMIT ?)"
	}
	var found firstFound
	err := r.conn.WithContext(ctx).Raw(query, append(docs.args, manyFound)...).Scan(&found).Error
	return found, fault(err)
}

// gifts is the condition on gifts that leaves those found.
func (f firstFound) gifts(conn *gorm.DB, v domain.Viewer) cond {
	planned := plannedItems(v)
	if conn.Name() == "postgres" {
		return cond{
			`gifts.id IN (SELECT unnest(?::uuid[]) UNION ALL SELECT list_items.gift_id FROM unnest(?::uuid[]) AS items (id)
			JOIN list_items ON list_items.id = items.id JOIN lists ON lists.id = list_items.list_id WHERE ` + planned.sql + `)`,
			concat([]any{"{" + f.Gifts + "}", "{" + f.Items + "}"}, planned.args),
		}
	}
	return cond{
		`gifts.id IN (SELECT COALESCE(texts.gift_id, list_items.gift_id) FROM texts
		LEFT JOIN list_items ON list_items.id = texts.item_id LEFT JOIN lists ON lists.id = list_items.list_id
		WHERE texts.seq IN (SELECT value FROM json_each(?)) AND (texts.gift_id IS NOT NULL OR (` + planned.sql + `)))`,
		concat([]any{"[" + f.Seqs + "]"}, planned.args),
	}
}
