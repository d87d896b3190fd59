package repository

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Of things other than planned items, the same rules hold as everywhere: a change is there for who sees the thing still.

// kept is one kind of thing whose changes can be taken back.
type kept struct {
	kind                 domain.Entity
	from                 string // the tables
	id, version, deleted string // columns
	title                string
	rule                 cond // who sees it, in the trash or not
}

func keptThings(v domain.Viewer) []kept {
	of := keptOf(v)
	wish := of(domain.EntityWish, "list_items", "gifts.title", plannedFor(v))
	wish.from += " JOIN lists ON lists.id = list_items.list_id JOIN gifts ON gifts.id = list_items.gift_id"
	wish.version = "list_items.wish_version"
	return append(concat(keptPlaces(v), keptPictures(v), keptSettings(v)), []kept{ // SQLite reads a column as the last of them has it
		of(domain.EntityPerson, "people", "people.display_name"),
		of(domain.EntityOccasion, "occasions", "occasions.name"),
		of(domain.EntityList, "lists", "lists.name", listRule(v), comesBack(v)),
		of(domain.EntityGift, "gifts", "gifts.title", giftInTrash(v)),
		of(domain.EntityTag, "tags", "tags.name", tagRule(v)),
		of(domain.EntityComment, "comments", "comments.body", commentRule(v)),
		wish,
	}...)
}

// keptOf makes a kind of thing of a table that has the common columns.
func keptOf(v domain.Viewer) func(kind domain.Entity, table, title string, rules ...cond) kept {
	return func(kind domain.Entity, table, title string, rules ...cond) kept {
		family := cond{table + ".family_id = ?", []any{v.FamilyID}}
		return kept{kind, table, table + ".id", table + ".version", table + ".deleted_at", title, and(append([]cond{family}, rules...)...)}
	}
}

// comesBack leaves out the viewer's own lists in the trash: they do not come back, whatever others have of them.
func comesBack(v domain.Viewer) cond {
	c := notTarget(v)
	return cond{"(lists.deleted_at IS NULL OR " + c.sql + ")", c.args}
}

// giftInTrash is giftRule, and for a gift in the trash what went there with it counts too.
func giftInTrash(v domain.Viewer) cond {
	gifts, lists := giftRule(v), and(visibleLists(v), sharedWith(v))
	return cond{
		"(" + gifts.sql + ` OR EXISTS (SELECT 1 FROM list_items JOIN lists ON lists.id = list_items.list_id
		WHERE list_items.gift_id = gifts.id AND list_items.deleted_at = gifts.deleted_at AND ` + lists.sql + "))",
		concat(gifts.args, lists.args),
	}
}

// plannedFor are the wishes that the viewer put on lists of their own.
func plannedFor(v domain.Viewer) cond {
	return and(joinedItems(v), cond{"lists.target_person_id = ? AND list_items.added_by_id = ?", []any{person(v), v.UserID}})
}

// seen are the viewer's changes of things that they see still, and of items that they plan still.
func (r Undo) seen(ctx context.Context, v domain.Viewer) *gorm.DB {
	item := plannedStep(v)
	sql, args := []string{"CASE undo_steps.entity_type WHEN 'list_item' THEN " + item.sql}, item.args
	for _, k := range keptThings(v) {
		sql = append(sql, "WHEN '"+string(k.kind)+"' THEN EXISTS (SELECT 1 FROM "+k.from+" WHERE "+k.id+" = undo_steps.entity_id AND "+k.rule.sql+")")
		args = concat(args, k.rule.args)
	}
	return r.own(ctx, v).Where(strings.Join(sql, " ")+" ELSE FALSE END", args...)
}

// ThingRow is one of the viewer's changes of a thing with the thing as it is now.
type ThingRow struct {
	model.UndoStep
	Title      string
	NowVersion int64
	DeletedAt  *time.Time
}

// ThingsSince returns the viewer's changes since a time of things that they see still, items aside, newest first.
func (r Undo) ThingsSince(ctx context.Context, v domain.Viewer, since time.Time, limit int) ([]ThingRow, error) {
	return r.things(ctx, v, cond{"undo_steps.created_at >= ?", []any{since}}, limit)
}

// ThingsOfBatch returns the viewer's changes of one request of things that they see still, items aside, newest first.
func (r Undo) ThingsOfBatch(ctx context.Context, v domain.Viewer, batchID string) ([]ThingRow, error) {
	return r.things(ctx, v, cond{"undo_steps.batch_id = ?", []any{idOrNobody(batchID)}}, -1)
}

func (r Undo) things(ctx context.Context, v domain.Viewer, which cond, limit int) ([]ThingRow, error) {
	own := and(cond{"undo_steps.actor_id = ? AND undo_steps.family_id = ?", []any{v.UserID, v.FamilyID}}, which)
	var parts []string
	var args []any
	for _, k := range keptThings(v) {
		parts = append(parts, "SELECT undo_steps.*, "+k.title+" AS title, "+k.version+" AS now_version, "+k.deleted+" AS deleted_at FROM "+
			k.from+" JOIN undo_steps ON "+k.id+" = undo_steps.entity_id WHERE undo_steps.entity_type = '"+string(k.kind)+"' AND "+own.sql+" AND "+k.rule.sql)
		args = concat(args, own.args, k.rule.args)
	}
	var rows []ThingRow
	err := r.conn.WithContext(ctx).Table("("+strings.Join(parts, " UNION ALL ")+") AS steps", args...).Order("steps.id DESC").Limit(limit).Find(&rows).Error
	return rows, fault(err)
}

// StateOf returns where a thing is, in the trash or not, as far as the viewer sees it there.
func (r Undo) StateOf(ctx context.Context, v domain.Viewer, kind domain.Entity, id string) (model.Editable, error) {
	for _, k := range keptThings(v) {
		if k.kind == kind {
			q := r.conn.Table(k.from).Select(k.id+", "+k.version+", "+k.deleted+", "+k.from+".archived_at").Where(k.id+" = ?", idOrNobody(id)).Where(k.rule.sql, k.rule.args...)
			return take[model.Editable](ctx, q)
		}
	}
	return model.Editable{}, apperr.Missing()
}

// Rebase lets the viewer's change that led to a version of a thing be taken back next, when the thing is as it was then
// again: a later change of theirs was taken back, and made another version of it.
func (r Undo) Rebase(ctx context.Context, v domain.Viewer, step model.UndoStep, from, to int64) error {
	return fault(r.own(ctx, v).Where("entity_type = ? AND entity_id = ? AND version = ? AND undone_at IS NULL", step.EntityType, step.EntityID, from).
		Update("version", to).Error)
}

// Again returns a step with its thing as it is by now; where the viewer sees it no more, as it was.
func (r Undo) Again(ctx context.Context, v domain.Viewer, row ThingRow) (ThingRow, error) {
	rows, err := r.things(ctx, v, cond{"undo_steps.id = ?", []any{row.ID}}, 1)
	if err != nil || len(rows) == 0 {
		return row, err
	}
	return rows[0], nil
}

// ChangedBy names who else did something to a thing since a time, "" for nobody that the viewer may know of.
func (r Undo) ChangedBy(ctx context.Context, v domain.Viewer, step model.UndoStep) (string, error) {
	c := visibleActivities(v)
	var names []string
	err := r.conn.WithContext(ctx).Table("activities").Joins("JOIN users ON users.id = activities.actor_id").
		Where("activities.entity_type = ? AND activities.entity_id = ? AND activities.actor_id <> ? AND activities.created_at >= ?",
			step.EntityType, step.EntityID, v.UserID, step.CreatedAt).
		Where(c.sql, c.args...).Order("activities.seq DESC").Limit(1).Pluck("users.name", &names).Error
	return strings.Join(names, ""), fault(err)
}

// hangers are what can hang on a thing, as queries that count since a time what the viewer sees of it.
func hangers(v domain.Viewer, step model.UndoStep, since time.Time) []cond {
	said := cond{}
	if column := parents[step.EntityType]; column != "" {
		c := visibleComments(v)
		said = cond{
			"FROM comments WHERE " + c.sql + " AND " + column + " = ? AND comments.author_id <> ? AND comments.created_at >= ?",
			concat(c.args, []any{step.EntityID, v.UserID, since}),
		}
	}
	lists, items, gifts, people := visibleLists(v), joinedItems(v), visibleGifts(v), inFamily("people", v)
	onLists := func(column string) cond {
		return cond{"FROM lists WHERE " + lists.sql + " AND " + column + " = ? AND lists.created_at >= ?", concat(lists.args, []any{step.EntityID, since})}
	}
	onItems := func(column string) cond {
		return cond{
			"FROM list_items JOIN lists ON lists.id = list_items.list_id WHERE " + items.sql + " AND " + column + " = ? AND list_items.created_at >= ?",
			concat(items.args, []any{step.EntityID, since}),
		}
	}
	switch step.EntityType { //nolint:exhaustive // nothing hangs on the others
	case domain.EntityPerson:
		return []cond{said, onLists("lists.target_person_id")}
	case domain.EntityOccasion:
		return []cond{said, onLists("lists.occasion_id")}
	case domain.EntityList:
		return []cond{said, onItems("list_items.list_id")}
	case domain.EntityGift:
		return []cond{said, onItems("list_items.gift_id")}
	case domain.EntityTag:
		return []cond{
			{"FROM gift_tags JOIN gifts ON gifts.id = gift_tags.gift_id WHERE " + gifts.sql + " AND gift_tags.tag_id = ?", concat(gifts.args, []any{step.EntityID})},
			{"FROM person_tags JOIN people ON people.id = person_tags.person_id WHERE " + people.sql + " AND person_tags.tag_id = ?", concat(people.args, []any{step.EntityID})},
		}
	}
	return nil
}

// HangsOn counts what the viewer sees hang on the thing of a step that came there since a time: lists, items, what others
// said; on a tag, all that carries it.
func (r Undo) HangsOn(ctx context.Context, v domain.Viewer, step model.UndoStep, since time.Time) (int, error) {
	var sql []string
	var args []any
	for _, c := range hangers(v, step, since) {
		if c.sql != "" {
			sql = append(sql, "(SELECT count(*) "+c.sql+")")
			args = concat(args, c.args)
		}
	}
	if len(sql) == 0 {
		return 0, nil
	}
	n := 0
	err := r.conn.WithContext(ctx).Raw("SELECT "+strings.Join(sql, " + "), args...).Scan(&n).Error
	return n, fault(err)
}
