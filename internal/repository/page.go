package repository

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
)

const (
	defaultLimit = 50
	maxLimit     = 200
)

// Page is one page of rows with the cursors to the pages beside it, "" where there is none.
type Page[T any] struct {
	Rows []T
	Next string
	Prev string
}

// PageQuery asks for a page: the name of a sort ("" is the first one), a cursor of an earlier page, and a limit
// (0 is 50, at most 200).
type PageQuery struct {
	Sort   string
	Cursor string
	Limit  int
}

// order is one way to sort a listing. The id breaks ties, so rows that come and go meanwhile move nothing.
type order[T any] struct {
	name string
	expr string // SQL, never NULL
	desc bool
	key  func(T) any // the value of expr: string, int64, time.Time or calendar.Date
}

// cursor is a place in a listing: just after, or just before, a row.
type cursor struct {
	List string `json:"l"` // listing and sort, so that a cursor of another is refused
	Back bool   `json:"b,omitempty"`
	Text string `json:"s,omitempty"`
	Int  int64  `json:"i,omitempty"`
	ID   string `json:"id"`
}

// page reads one page of q in the order that the query asks for. name says which listing this is.
func page[T any](ctx context.Context, q *gorm.DB, name string, orders []order[T], pq PageQuery, id func(T) string) (Page[T], error) {
	return shaped(ctx, q, nil, name, orders, pq, id)
}

// shaped is page for a listing of the table name whose rows have counts and names beside them: the ids of the page are
// found first, and only their rows are given shape.
func shaped[T any](ctx context.Context, q *gorm.DB, shape func(*gorm.DB) *gorm.DB, name string, orders []order[T], pq PageQuery, id func(T) string) (Page[T], error) {
	o, err := pick(orders, pq.Sort)
	if err != nil {
		return Page[T]{}, err
	}
	list := name + ":" + o.name
	from, err := decode(pq.Cursor, list)
	if err != nil {
		return Page[T]{}, err
	}
	limit := limitOf(pq.Limit)
	if pq.Cursor != "" {
		key, err := from.value(o.kind())
		if err != nil {
			return Page[T]{}, err
		}
		than := comparison(o.desc != from.Back)
		// Said twice: SQLite seeks in an index of an expression by the first, and cuts by the second.
		q = q.Where(o.expr+" "+than+"= ? AND ("+o.expr+", "+name+".id) "+than+" (?, ?)", key, key, from.ID)
	}
	direction := " ASC"
	if o.desc != from.Back {
		direction = " DESC"
	}
	sorted := o.expr + direction + ", " + name + ".id" + direction
	q = q.Limit(limit + 1)
	if shape != nil {
		ids := q.Select(name + ".id").Order(sorted)
		q = shape(q.Session(&gorm.Session{NewDB: true}).Table(name)).Where(name+".id IN (?)", ids)
	}
	var rows []T
	err = q.WithContext(ctx).Order(sorted).Find(&rows).Error
	if err != nil {
		return Page[T]{}, fault(err)
	}
	more := len(rows) > limit
	if more {
		rows = rows[:limit]
	}
	if from.Back {
		slices.Reverse(rows)
	}
	p := Page[T]{Rows: rows}
	if len(rows) == 0 {
		return p, nil
	}
	if more || from.Back {
		p.Next = encode(list, o, rows[len(rows)-1], id, false)
	}
	if pq.Cursor != "" && (more || !from.Back) {
		p.Prev = encode(list, o, rows[0], id, true)
	}
	return p, nil
}

func pick[T any](orders []order[T], name string) (order[T], error) {
	for _, o := range orders {
		if name == "" || o.name == name {
			return o, nil
		}
	}
	return order[T]{}, apperr.New(apperr.BadRequest, "This list cannot be sorted by %q.", name)
}

func limitOf(n int) int {
	if n <= 0 {
		return defaultLimit
	}
	return min(n, maxLimit)
}

func comparison(less bool) string {
	if less {
		return "<"
	}
	return ">"
}

func encode[T any](list string, o order[T], row T, id func(T) string, back bool) string {
	c := cursor{List: list, Back: back, ID: id(row)}
	switch k := o.key(row).(type) {
	case string:
		c.Text = k
	case int64:
		c.Int = k
	case time.Time:
		c.Int = k.UnixMicro()
	case calendar.Date:
		c.Text = k.String()
	}
	raw, err := json.Marshal(c)
	if err != nil {
		return "" // a struct of strings and numbers always encodes
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}

func decode(text, list string) (cursor, error) {
	var c cursor
	if text == "" {
		return c, nil
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(text)
	if err == nil {
		err = json.Unmarshal(raw, &c)
	}
	if err != nil || c.List != list || !isID(c.ID) || strings.ContainsRune(c.Text, 0) {
		return c, broken(err)
	}
	return c, nil
}

func broken(cause error) error {
	return apperr.New(apperr.InvalidCursor, "This page address is broken. Start again from the first page.").Because(cause)
}

// value is the cursor's key in the type that the order's column compares with.
func (c cursor) value(kind any) (any, error) {
	switch kind.(type) {
	case int64:
		return c.Int, nil
	case time.Time:
		t := time.UnixMicro(c.Int).UTC()
		if t.Year() < 1 || t.Year() > 9999 {
			return nil, broken(nil)
		}
		return t, nil
	case calendar.Date:
		d, err := calendar.Parse(c.Text)
		if err != nil {
			return nil, broken(err)
		}
		return d, nil
	}
	return c.Text, nil
}

// kind is a value of the type of the order's key.
func (o order[T]) kind() any {
	var zero T
	return o.key(zero)
}
