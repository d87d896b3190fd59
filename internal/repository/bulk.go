package repository

import (
	"context"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/schema"

	"kinlist/internal/model"
)

// Bulk inserts rows by the hundred thousand. It serves the command that makes up families to measure with, so it has no
// viewer, and it asks no rule: what it is given has to be right already.
type Bulk struct {
	conn *gorm.DB
}

// BulkRows are rows as they are to stand in the database: with ids, times and versions, parents among them or there
// already.
type BulkRows struct {
	Families       []model.Family
	Users          []model.User
	Memberships    []model.Membership
	People         []model.Person
	Occasions      []model.Occasion
	OccasionPeople []model.OccasionPerson
	Lists          []model.List
	Gifts          []model.Gift
	Items          []model.ListItem
	StatusChanges  []model.StatusChange
	Tags           []model.Tag
	GiftTags       []model.GiftTag
	PersonTags     []model.PersonTag
	Comments       []model.Comment
	Activities     []model.Activity
}

// Len is the number of rows, texts left out.
func (r *BulkRows) Len() int {
	return len(r.Families) + len(r.Users) + len(r.Memberships) + len(r.People) + len(r.Occasions) + len(r.OccasionPeople) +
		len(r.Lists) + len(r.Gifts) + len(r.Items) + len(r.StatusChanges) + len(r.Tags) + len(r.GiftTags) + len(r.PersonTags) +
		len(r.Comments) + len(r.Activities)
}

// Insert inserts all rows, with the texts that they are found by.
func (b Bulk) Insert(ctx context.Context, r *BulkRows) error {
	if b.conn.Name() == "sqlite" { // with SQLite's usual 2 MB, a large transaction reads back what it just wrote
		if err := b.conn.WithContext(ctx).Exec("PRAGMA cache_size = -65536").Error; err != nil {
			return fault(err)
		}
	}
	for _, insert := range []func() error{
		func() error { return bulk(ctx, b.conn, r.Families) },
		func() error { return bulk(ctx, b.conn, r.Users) },
		func() error { return bulk(ctx, b.conn, r.Memberships) },
		func() error { return bulk(ctx, b.conn, r.People) },
		func() error { return bulk(ctx, b.conn, r.Occasions) },
		func() error { return bulk(ctx, b.conn, r.OccasionPeople) },
		func() error { return bulk(ctx, b.conn, r.Lists) },
		func() error { return bulk(ctx, b.conn, r.Gifts) },
		func() error { return bulk(ctx, b.conn, r.Items) },
		func() error { return bulk(ctx, b.conn, r.StatusChanges) },
		func() error { return bulk(ctx, b.conn, r.Tags) },
		func() error { return bulk(ctx, b.conn, r.GiftTags) },
		func() error { return bulk(ctx, b.conn, r.PersonTags) },
		func() error { return bulk(ctx, b.conn, r.Comments) },
		func() error { return bulk(ctx, b.conn, r.Activities) },
		func() error { return bulk(ctx, b.conn, r.texts()) },
	} {
		if err := insert(); err != nil {
			return fault(err)
		}
	}
	return nil
}

// Learn tells the database's planner what it holds now. SQLite plans without.
func (b Bulk) Learn(ctx context.Context) error {
	if b.conn.Name() != "postgres" {
		return nil
	}
	return fault(b.conn.WithContext(ctx).Exec("ANALYZE").Error)
}

// bulkRows is how many rows one statement inserts.
const bulkRows = 500

// bulk inserts rows of one table by statements of bulkRows each, which are prepared once. GORM's own insertion writes
// the statement anew each time, and asks for the numbers that the database gave.
func bulk[T any](ctx context.Context, conn *gorm.DB, rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	stmt := &gorm.Statement{DB: conn}
	if err := stmt.Parse(&rows[0]); err != nil {
		return err
	}
	fields := slices.DeleteFunc(slices.Clone(stmt.Schema.Fields), func(f *schema.Field) bool {
		return f.DBName == "" || f.AutoIncrement
	})
	pool, db := conn.Statement.ConnPool, conn.Name()
	if len(rows) >= bulkRows {
		full, err := pool.PrepareContext(ctx, insertion(db, stmt.Schema.Table, fields, bulkRows))
		if err != nil {
			return err
		}
		defer func() { _ = full.Close() }()
		for len(rows) >= bulkRows {
			if _, err := full.ExecContext(ctx, valuesOf(ctx, fields, rows[:bulkRows])...); err != nil {
				return err
			}
			rows = rows[bulkRows:]
		}
	}
	if len(rows) == 0 {
		return nil
	}
	_, err := pool.ExecContext(ctx, insertion(db, stmt.Schema.Table, fields, len(rows)), valuesOf(ctx, fields, rows)...)
	return err
}

// valuesOf are the values of the rows, one after the other.
func valuesOf[T any](ctx context.Context, fields []*schema.Field, rows []T) []any {
	values := make([]any, 0, len(fields)*len(rows))
	for i := range rows {
		row := reflect.ValueOf(&rows[i])
		for _, f := range fields {
			value, _ := f.ValueOf(ctx, row)
			values = append(values, value)
		}
	}
	return values
}

// insertion is the statement that inserts n rows.
func insertion(db, table string, fields []*schema.Field, n int) string {
	columns := make([]string, len(fields))
	for i, f := range fields {
		columns[i] = f.DBName
	}
	var sql strings.Builder
	sql.WriteString("INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES ")
	for at := range n * len(fields) {
		switch {
		case at == 0:
			sql.WriteByte('(')
		case at%len(fields) == 0:
			sql.WriteString("), (")
		default:
			sql.WriteByte(',')
		}
		if db == "postgres" {
			sql.WriteByte('$')
			sql.WriteString(strconv.Itoa(at + 1))
		} else {
			sql.WriteByte('?')
		}
	}
	sql.WriteByte(')')
	return sql.String()
}

// texts are the documents that the rows are found by.
func (r *BulkRows) texts() []model.Text {
	var all []model.Text
	for i := range r.People {
		all = append(all, foundPeople.text(r.People[i].Editable, r.People[i], model.Text{PersonID: &r.People[i].ID}))
	}
	for i := range r.Occasions {
		all = append(all, foundOccasions.text(r.Occasions[i].Editable, r.Occasions[i], model.Text{OccasionID: &r.Occasions[i].ID}))
	}
	for i := range r.Lists {
		all = append(all, foundLists.text(r.Lists[i].Editable, r.Lists[i], model.Text{ListID: &r.Lists[i].ID}))
	}
	for i := range r.Gifts {
		all = append(all, foundGifts.text(r.Gifts[i].Editable, r.Gifts[i], model.Text{GiftID: &r.Gifts[i].ID}))
	}
	for i := range r.Items {
		all = append(all, foundItems.text(r.Items[i].Editable, r.Items[i], model.Text{ItemID: &r.Items[i].ID}))
	}
	for i := range r.Comments {
		all = append(all, foundComments.text(r.Comments[i].Editable, r.Comments[i], model.Text{CommentID: &r.Comments[i].ID}))
	}
	return all
}
