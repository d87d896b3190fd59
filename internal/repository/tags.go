package repository

import (
	"context"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Tags reads and writes the words on gifts and people. To each member a word is one tag, but a family may have several
// of it: one that a member does not see cannot be handed to them when they type its word, because its id, its spelling
// and its colour would tell that it was there. They get a tag of their own, and whoever used the word out of their
// sight keeps theirs. Somebody into whose sight both come sees two, and may merge them.
type Tags struct {
	base[model.Tag, *model.Tag]
}

// Create inserts the tag. Its id tells nothing of its age, other than those of all other things: when somebody first
// sees a tag, it may have been in use out of their sight for long.
func (r Tags) Create(ctx context.Context, v domain.Viewer, row *model.Tag) error {
	row.ID, row.FamilyID, row.Version, row.CreatedAt = uuid.NewString(), v.FamilyID, 1, r.now()
	row.UpdatedAt = row.CreatedAt
	return insert(ctx, r.conn, row)
}

// Lock lets one change of a family's words at a time go on, until its transaction ends, so that two who type the same
// new word at once share it. SQLite has one writer anyway.
func (r Tags) Lock(ctx context.Context, v domain.Viewer) error {
	if r.conn.Name() != "postgres" {
		return nil
	}
	return fault(r.conn.WithContext(ctx).Exec("SELECT pg_advisory_xact_lock(hashtextextended(?, ?))", v.FamilyID, setupLock).Error)
}

// ByKeys returns the tags with the folded names, as far as the viewer sees them: those first that the whole family sees,
// and of them what the viewer met last. So who has used a word out of everybody's sight, and meets it again as a tag that
// others see, goes on with that one: a second one beside it would tell them.
func (r Tags) ByKeys(ctx context.Context, v domain.Viewer, keys []string) ([]model.Tag, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	return find[model.Tag](ctx, r.used(v).Where("tags.name_key IN ?", keys).Order("CASE WHEN "+openTag+" THEN 0 ELSE 1 END, tags.by_new, tags.id"))
}

// SetOnGift makes tagIDs the tags of a gift, leaving those in keep, which the viewer does not see, where they are.
func (r Tags) SetOnGift(ctx context.Context, giftID string, tagIDs, keep []string) error {
	drop := r.conn.WithContext(ctx).Where("gift_id = ? AND tag_id NOT IN ?", giftID, concatIDs(tagIDs, keep))
	if err := drop.Delete(&model.GiftTag{}).Error; err != nil {
		return fault(err)
	}
	rows := make([]model.GiftTag, len(tagIDs))
	for i, id := range tagIDs {
		rows[i] = model.GiftTag{GiftID: giftID, TagID: id}
	}
	return putTags(ctx, r.conn, rows)
}

// SetOnPerson makes tagIDs the tags of a person, leaving those in keep where they are.
func (r Tags) SetOnPerson(ctx context.Context, personID string, tagIDs, keep []string) error {
	drop := r.conn.WithContext(ctx).Where("person_id = ? AND tag_id NOT IN ?", personID, concatIDs(tagIDs, keep))
	if err := drop.Delete(&model.PersonTag{}).Error; err != nil {
		return fault(err)
	}
	rows := make([]model.PersonTag, len(tagIDs))
	for i, id := range tagIDs {
		rows[i] = model.PersonTag{PersonID: personID, TagID: id}
	}
	return putTags(ctx, r.conn, rows)
}

// putTags inserts uses of tags; those that are there already stay.
func putTags[T any](ctx context.Context, conn *gorm.DB, rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	return fault(conn.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&rows).Error)
}

func concatIDs(a, b []string) []string { return append(append([]string{nobody}, a...), b...) }

// tagged are the rows of a table of tags on things, as far as the viewer sees the tag; a condition may follow.
func tagged(table string, v domain.Viewer) cond {
	c := and(inFamily("tags", v), tagRule(v))
	return cond{table + " JOIN tags ON tags.id = " + table + ".tag_id WHERE " + c.sql, c.args}
}
