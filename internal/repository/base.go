package repository

import (
	"context"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// editable is a pointer to a row that a family can edit.
type editable[T any] interface {
	*T
	Meta() *model.Editable
}

// base is what the repositories of all editable things share. A thing's repository adds its own queries, no more.
type base[T any, P editable[T]] struct {
	conn  *gorm.DB
	now   func() time.Time
	table string
	rule  func(domain.Viewer) cond // who sees a row, in the trash or not
	found found[T]                 // by which words its rows are found
}

// scope are the live rows that the viewer may see.
func (b base[T, P]) scope(v domain.Viewer) cond { return and(inFamily(b.table, v), b.rule(v)) }

// Get returns the row, NotFound when it is not there or not the viewer's to see.
func (b base[T, P]) Get(ctx context.Context, v domain.Viewer, id string) (T, error) {
	var none T
	if !isID(id) { // PostgreSQL would fail, and the transaction with it
		return none, apperr.Missing()
	}
	c := b.scope(v)
	return take[T](ctx, b.conn.Where(b.table+".id = ?", id).Where(c.sql, c.args...))
}

// ByIDs returns those of the rows that the viewer may see, in no order.
func (b base[T, P]) ByIDs(ctx context.Context, v domain.Viewer, ids []string) ([]T, error) {
	if ids = onlyIDs(ids); len(ids) == 0 {
		return nil, nil
	}
	c := b.scope(v)
	return find[T](ctx, b.conn.Where(b.table+".id IN ?", ids).Where(c.sql, c.args...))
}

// Create inserts the row with a new id, as version 1, in the viewer's family.
func (b base[T, P]) Create(ctx context.Context, v domain.Viewer, row P, opts ...clause.Expression) error {
	m := row.Meta()
	m.ID, m.FamilyID, m.Version = newID(), v.FamilyID, 1
	m.CreatedAt = b.now()
	m.UpdatedAt = m.CreatedAt
	if err := insert(ctx, b.conn, row, opts...); err != nil {
		return err
	}
	return b.found.learn(ctx, b.conn, v.FamilyID, m.ID, *row)
}

// Update writes the named columns of the row when it still has its version, and counts the version up. A row that
// changed meanwhile is a Conflict and stays as it is.
func (b base[T, P]) Update(ctx context.Context, v domain.Viewer, row P, columns ...string) error {
	m, c := row.Meta(), b.scope(v)
	held := m.Version
	m.Version++
	m.UpdatedAt = b.now()
	q := b.conn.Where(b.table+".id = ? AND "+b.table+".version = ?", m.ID, held).Where(c.sql, c.args...)
	n, err := update(ctx, q, row, append(columns, "version", "updated_at")...)
	if err == nil && n == 0 {
		m.Version = held
		return stale()
	}
	if err != nil {
		return err
	}
	return b.found.relearn(ctx, b.conn, v.FamilyID, m.ID, columns)
}

// Archive takes the row out of the default views; archiving twice changes nothing.
func (b base[T, P]) Archive(ctx context.Context, v domain.Viewer, id string) error {
	return b.mark(ctx, b.scope(v), id, map[string]any{"archived_at": b.now()})
}

// Restore brings the row back from the archive and from the trash.
func (b base[T, P]) Restore(ctx context.Context, v domain.Viewer, id string) error {
	anywhere := and(cond{b.table + ".family_id = ?", []any{v.FamilyID}}, b.rule(v))
	return b.mark(ctx, anywhere, id, map[string]any{"archived_at": nil, "deleted_at": nil})
}

// Trash puts the row into the trash, from where Restore brings it back.
func (b base[T, P]) Trash(ctx context.Context, v domain.Viewer, id string) error {
	return b.mark(ctx, b.scope(v), id, map[string]any{"deleted_at": b.now()})
}

func (b base[T, P]) mark(ctx context.Context, c cond, id string, values map[string]any) error {
	values["updated_at"] = b.now()
	values["version"] = gorm.Expr("version + 1")
	res := b.conn.WithContext(ctx).Table(b.table).Where(b.table+".id = ?", id).Where(c.sql, c.args...).Updates(values)
	if res.Error == nil && res.RowsAffected == 0 {
		return apperr.Missing()
	}
	return fault(res.Error)
}

// live is a query over the viewer's rows, with the archived ones or without.
func (b base[T, P]) live(v domain.Viewer, archived bool) *gorm.DB {
	if archived {
		return b.kept(v, ArchivedToo)
	}
	return b.kept(v, Current)
}

// Archived says what becomes of archived rows in a listing.
type Archived int

// What becomes of archived rows.
const (
	Current      Archived = iota // they are left out
	ArchivedToo                  // they are among the others
	ArchivedOnly                 // the others are left out
)

// kept is a query over the viewer's rows.
func (b base[T, P]) kept(v domain.Viewer, a Archived) *gorm.DB {
	c := b.scope(v)
	q := b.conn.Model(new(T)).Where(c.sql, c.args...)
	switch a {
	case Current:
		return q.Where(b.table + ".archived_at IS NULL")
	case ArchivedOnly:
		return q.Where(b.table + ".archived_at IS NOT NULL")
	case ArchivedToo:
	}
	return q
}

// newID returns a UUIDv7: ordered by time, and without gaps that tell of hidden rows.
func newID() string { return uuid.Must(uuid.NewV7()).String() }
