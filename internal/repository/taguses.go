package repository

import (
	"context"
	"fmt"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// TagRow is a tag with how many gifts and people carry it, as far as the viewer sees them.
type TagRow struct {
	model.Tag
	Gifts  int
	People int
	ByName string // sorts by name, and of one name the newest first
	ByUse  string // sorts by use, the most first, and by name
	ByNew  string // sorts by when the viewer can have met it, the newest first, and by name
}

// TagFilter narrows the index of tags; empty fields do not.
type TagFilter struct {
	Text     string // folded; anywhere in the name
	Type     domain.TagType
	Archived bool // the archived ones too
}

// Ties are broken by the name before the id: which of two tags is older is not for everybody to know.
var tagOrders = []order[TagRow]{
	{name: "name", expr: "tags.by_name", key: func(t TagRow) any { return t.ByName }},
	{name: "usage", expr: "tags.by_use", key: func(t TagRow) any { return t.ByUse }},
	{name: "new", expr: "tags.by_new", key: func(t TagRow) any { return t.ByNew }},
}

// Page returns one page of the tags.
func (r Tags) Page(ctx context.Context, v domain.Viewer, f TagFilter, pq PageQuery) (Page[TagRow], error) {
	q := r.used(v)
	if !f.Archived {
		q = q.Where("tags.archived_at IS NULL")
	}
	if f.Text != "" {
		q = q.Where("tags.name_key LIKE ? ESCAPE '\\'", contains(f.Text))
	}
	if f.Type != "" {
		q = q.Where("tags.type = ?", f.Type)
	}
	return page(ctx, q, "tags", tagOrders, pq, func(t TagRow) string { return t.ID })
}

// Used returns a tag with its uses.
func (r Tags) Used(ctx context.Context, v domain.Viewer, id string) (TagRow, error) {
	return take[TagRow](ctx, r.used(v).Where("tags.id = ?", idOrNobody(id)))
}

// used is a query over the tags that the viewer sees, named tags. A tag of the viewer's own is as new as itself; any
// other is as new as the oldest thing on which they see it, because before that it may have been hidden from them.
func (r Tags) used(v domain.Viewer) *gorm.DB {
	c, gifts, people := r.scope(v), visibleGifts(v), inFamily("people", v)
	onGifts := "FROM gift_tags JOIN gifts ON gifts.id = gift_tags.gift_id WHERE gift_tags.tag_id = tags.id AND " + gifts.sql
	onPeople := "FROM person_tags JOIN people ON people.id = person_tags.person_id WHERE person_tags.tag_id = tags.id AND " + people.sql
	counted := r.conn.Table("tags").Select(`tags.*, (SELECT count(*) `+onGifts+`) AS gifts, (SELECT count(*) `+onPeople+`) AS people,
		CASE WHEN tags.created_by_id = ? THEN tags.created_at ELSE COALESCE((SELECT min(gifts.created_at) `+onGifts+`),
			(SELECT min(people.created_at) `+onPeople+`)) END AS met_at`,
		concat(gifts.args, people.args, []any{v.UserID}, gifts.args, people.args)...).Where(c.sql, c.args...)
	met := falling(r.micros("tags.met_at"))
	keyed := r.conn.Table("(?) AS tags", counted).Select("tags.*, tags.name_key || '\x01' || " + met + " AS by_name, " +
		falling("tags.gifts + tags.people") + " || tags.name_key || '\x01' || " + met + " AS by_use, " + met + " || tags.name_key AS by_new")
	return r.conn.Table("(?) AS tags", keyed)
}

// falling is a number as text of one length that sorts the highest first.
func falling(number string) string {
	return fmt.Sprintf("CAST(9000000000000000 - (%s) AS text)", number)
}

// micros is a time as a number, which SQLite has anyway.
func (r Tags) micros(time string) string {
	if r.conn.Name() != "postgres" {
		return time
	}
	return "CAST(extract(epoch FROM " + time + ") * 1000000 AS bigint)"
}

// Tagged returns one page of the gifts that carry a tag, the archived ones too.
func (r Gifts) Tagged(ctx context.Context, v domain.Viewer, tagID string, pq PageQuery) (Page[GiftRow], error) {
	q := counted(r.live(v, true), v).Where("EXISTS (SELECT 1 FROM gift_tags WHERE gift_tags.gift_id = gifts.id AND gift_tags.tag_id = ?)", tagID)
	return page(ctx, q, "gifts", giftOrders, pq, func(g GiftRow) string { return g.ID })
}

// Tagged returns the first people who carry a tag, by name.
func (r People) Tagged(ctx context.Context, v domain.Viewer, tagID string) ([]model.Person, error) {
	return find[model.Person](ctx, r.live(v, true).Select("people.id, people.display_name").
		Where("EXISTS (SELECT 1 FROM person_tags WHERE person_tags.person_id = people.id AND person_tags.tag_id = ?)", tagID).
		Order("people.name_key, people.id").Limit(maxLimit))
}

// Absorb puts a tag on everything that carries another, seen by the viewer or not, and takes the other off.
func (r Tags) Absorb(ctx context.Context, from, into string) error {
	db := r.conn.WithContext(ctx)
	for _, sql := range []string{
		"INSERT INTO gift_tags (gift_id, tag_id) SELECT gift_id, @into FROM gift_tags WHERE tag_id = @from ON CONFLICT DO NOTHING",
		"INSERT INTO person_tags (person_id, tag_id) SELECT person_id, @into FROM person_tags WHERE tag_id = @from ON CONFLICT DO NOTHING",
	} {
		if err := db.Exec(sql, map[string]any{"from": from, "into": into}).Error; err != nil {
			return fault(err)
		}
	}
	if err := db.Where("tag_id = ?", from).Delete(&model.GiftTag{}).Error; err != nil {
		return fault(err)
	}
	return fault(db.Where("tag_id = ?", from).Delete(&model.PersonTag{}).Error)
}

// TrashLeavingCopy puts a tag into the trash. What carries it out of the viewer's sight goes on with a copy of it, so
// that the word is gone for the viewer and comes back for them, whatever others use it for.
func (r Tags) TrashLeavingCopy(ctx context.Context, v domain.Viewer, row model.Tag) error {
	gifts, seen := inFamily("gifts", v), visibleGifts(v)
	var hidden []model.Gift
	err := r.conn.WithContext(ctx).Table("gifts").Select("gifts.id, gifts.created_by_id").
		Joins("JOIN gift_tags ON gift_tags.gift_id = gifts.id AND gift_tags.tag_id = ?", row.ID).
		Where(gifts.sql, gifts.args...).Where("NOT ("+seen.sql+")", seen.args...).Order("gifts.id").Find(&hidden).Error
	if err != nil {
		return fault(err)
	}
	if len(hidden) > 0 {
		if err := r.leaveCopy(ctx, v, row, hidden); err != nil {
			return err
		}
	}
	return r.Trash(ctx, v, row.ID)
}

// leaveCopy gives the gifts, which the viewer does not see, a copy of the tag. It is theirs who made the first of them.
func (r Tags) leaveCopy(ctx context.Context, v domain.Viewer, row model.Tag, gifts []model.Gift) error {
	from, made := row.ID, row.CreatedAt
	row.CreatedByID = gifts[0].CreatedByID
	if err := r.Create(ctx, v, &row); err != nil {
		return err
	}
	db := r.conn.WithContext(ctx)
	if err := db.Model(&model.Tag{}).Where("id = ?", row.ID).Update("created_at", made).Error; err != nil { // by which Restore knows it
		return fault(err)
	}
	ids := make([]string, len(gifts))
	for i, g := range gifts {
		ids[i] = g.ID
	}
	return fault(db.Model(&model.GiftTag{}).Where("tag_id = ? AND gift_id IN ?", from, ids).Update("tag_id", row.ID).Error)
}

// TakeCopyBack gives a tag that came back from the trash the uses of the copy that was left when it went there.
func (r Tags) TakeCopyBack(ctx context.Context, v domain.Viewer, row model.Tag) error {
	live := inFamily("tags", v)
	copies, err := find[model.Tag](ctx, r.conn.Where("tags.name_key = ? AND tags.created_at = ? AND tags.id <> ?", row.NameKey, row.CreatedAt, row.ID).
		Where(live.sql, live.args...))
	for _, c := range copies {
		if err := r.Absorb(ctx, c.ID, row.ID); err != nil {
			return err
		}
		if err := r.conn.WithContext(ctx).Delete(&model.Tag{}, "id = ?", c.ID).Error; err != nil {
			return fault(err)
		}
	}
	return err
}
