package repository

import (
	"context"
	"time"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Purge deletes for good what has been in the trash for long, in all families. It serves the command of that name,
// which knows no viewer: like Accounts it stands outside the scope, and nothing it reads is shown beyond numbers.
type Purge struct {
	conn *gorm.DB
	now  func() time.Time
}

// PurgeCounts is how many rows of each kind go. What only ties other things together, as the tags of a gift, is not
// counted.
type PurgeCounts struct {
	Things        map[domain.Entity]int64
	StatusChanges int64
	Activities    int64
}

// Add counts what else goes.
func (c *PurgeCounts) Add(more PurgeCounts) {
	if c.Things == nil {
		c.Things = map[domain.Entity]int64{}
	}
	for kind, n := range more.Things {
		c.Things[kind] += n
	}
	c.StatusChanges += more.StatusChanges
	c.Activities += more.Activities
}

// PurgeOrder lists the kinds of things as they have to go: what hangs on another before that other, so that each
// goes by itself, counted and in small steps, and not in one cascade.
var PurgeOrder = []domain.Entity{
	domain.EntityComment, domain.EntityItem, domain.EntityList, domain.EntityGift, domain.EntityTag, domain.EntityOccasion,
	domain.EntityPerson,
}

// purged says where a kind of thing lives and which column of comments and activities points at it, "" where none does.
type purged struct{ table, comments, activities string }

var purgedKinds = map[domain.Entity]purged{
	domain.EntityPerson:   {"people", "person_id", "person_id"},
	domain.EntityOccasion: {"occasions", "occasion_id", ""},
	domain.EntityList:     {"lists", "list_id", "list_id"},
	domain.EntityGift:     {"gifts", "gift_id", "gift_id"},
	domain.EntityItem:     {"list_items", "item_id", "item_id"},
	domain.EntityTag:      {"tags", "", ""},
	domain.EntityComment:  {"comments", "", ""},
}

// Due returns the ids of at most limit things of a kind that have to go: those in the trash since before, and those
// that hang on such a one. A comment that hangs on one goes together with it and is not among them.
func (r Purge) Due(ctx context.Context, kind domain.Entity, before time.Time, limit int) ([]string, error) {
	table, c := purgedKinds[kind].table, purgeRule(kind, before)
	var ids []string
	err := r.conn.WithContext(ctx).Table(table).Where(c.sql, c.args...).Limit(limit).Pluck(table+".id", &ids).Error
	return ids, fault(err)
}

// Delete deletes those of the things that still have to go, with their history, comments and activities.
func (r Purge) Delete(ctx context.Context, kind domain.Entity, before time.Time, ids []string) (PurgeCounts, error) {
	var out PurgeCounts
	of, c := purgedKinds[kind], purgeRule(kind, before)
	var due []string // what was restored meanwhile is left out; the rest is locked until the end
	err := r.conn.WithContext(ctx).Clauses(clause.Locking{Strength: clause.LockingStrengthUpdate}).Table(of.table).
		Where(of.table+".id IN ?", ids).Where(c.sql, c.args...).Pluck(of.table+".id", &due).Error
	if err != nil || len(due) == 0 {
		return out, fault(err)
	}
	if of.comments != "" {
		if out, err = r.deleteComments(ctx, of.comments, due); err != nil {
			return out, err
		}
	}
	rest, err := r.deleteThings(ctx, kind, due)
	out.Add(rest)
	return out, err
}

// deleteComments deletes the comments on the things that a column points at.
func (r Purge) deleteComments(ctx context.Context, column string, ids []string) (PurgeCounts, error) {
	var on []string
	err := r.conn.WithContext(ctx).Model(&model.Comment{}).Where(column+" IN ?", ids).Pluck("id", &on).Error
	if err != nil || len(on) == 0 {
		return PurgeCounts{}, fault(err)
	}
	return r.deleteThings(ctx, domain.EntityComment, on)
}

// deleteThings deletes things of a kind, their history and what the feed says of them.
func (r Purge) deleteThings(ctx context.Context, kind domain.Entity, ids []string) (PurgeCounts, error) {
	var out PurgeCounts
	var err error
	of := purgedKinds[kind]
	if kind == domain.EntityItem {
		if out.StatusChanges, err = r.delete(ctx, "status_changes", "item_id IN ?", ids); err != nil {
			return out, err
		}
	}
	if out.Activities, err = r.delete(ctx, "activities", "entity_id IN ?", ids); err != nil {
		return out, err
	}
	if of.activities != "" {
		n, err := r.delete(ctx, "activities", of.activities+" IN ?", ids)
		if out.Activities += n; err != nil {
			return out, err
		}
	}
	n, err := r.delete(ctx, of.table, "id IN ?", ids)
	out.Things = map[domain.Entity]int64{kind: n}
	return out, err
}

func (r Purge) delete(ctx context.Context, table, where string, args ...any) (int64, error) {
	res := r.conn.WithContext(ctx).Exec("DELETE FROM "+table+" WHERE "+where, args...)
	return res.RowsAffected, fault(res.Error)
}

// Count returns what Due and Delete would make go, without deleting anything.
func (r Purge) Count(ctx context.Context, before time.Time) (PurgeCounts, error) {
	out := PurgeCounts{Things: map[domain.Entity]int64{}}
	comments := []cond{purgeRule(domain.EntityComment, before)}
	activities := []cond{}
	for _, kind := range PurgeOrder {
		of, rule := purgedKinds[kind], purgeRule(kind, before)
		if kind == domain.EntityComment {
			continue
		}
		if of.comments != "" {
			comments = append(comments, among("comments."+of.comments, of.table, rule))
		}
		if of.activities != "" {
			activities = append(activities, among("activities."+of.activities, of.table, rule))
		}
		activities = append(activities, among("activities.entity_id", of.table, rule))
		n, err := r.count(ctx, of.table, rule)
		if err != nil {
			return out, err
		}
		out.Things[kind] = n
	}
	var err error
	gone := anyOf(comments...)
	if out.Things[domain.EntityComment], err = r.count(ctx, "comments", gone); err != nil {
		return out, err
	}
	items := among("status_changes.item_id", "list_items", purgeRule(domain.EntityItem, before))
	if out.StatusChanges, err = r.count(ctx, "status_changes", items); err != nil {
		return out, err
	}
	out.Activities, err = r.count(ctx, "activities", anyOf(append(activities, among("activities.entity_id", "comments", gone))...))
	return out, err
}

func (r Purge) count(ctx context.Context, table string, c cond) (int64, error) {
	var n int64
	return n, fault(r.conn.WithContext(ctx).Table(table).Where(c.sql, c.args...).Count(&n).Error)
}
