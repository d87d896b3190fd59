package repository

import (
	"context"

	"gorm.io/gorm/clause"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Tags reads and writes the words on gifts and people.
type Tags struct {
	base[model.Tag, *model.Tag]
}

// ByKeys returns the live tags with the folded names, seen by the viewer or not: a word is one tag, whoever uses it.
// It only serves to put a tag that somebody typed on a thing of theirs, and its answer is shown to nobody.
func (r Tags) ByKeys(ctx context.Context, v domain.Viewer, keys []string) ([]model.Tag, error) {
	if len(keys) == 0 {
		return nil, nil
	}
	c := inFamily("tags", v)
	return find[model.Tag](ctx, r.conn.Where("tags.name_key IN ?", keys).Where(c.sql, c.args...))
}

// Ensure inserts the tag, unless the family has one of its name: two people may type the same new word at once.
func (r Tags) Ensure(ctx context.Context, v domain.Viewer, row *model.Tag) error {
	return r.Create(ctx, v, row, clause.OnConflict{DoNothing: true})
}

// SetOnGift makes tagIDs the tags of a gift, leaving those in keep, which the viewer does not see, where they are.
func (r Tags) SetOnGift(ctx context.Context, giftID string, tagIDs, keep []string) error {
	drop := r.conn.WithContext(ctx).Where("gift_id = ? AND tag_id NOT IN ?", giftID, concatIDs(tagIDs, keep))
	if err := drop.Delete(&model.GiftTag{}).Error; err != nil {
		return fault(err)
	}
	for _, id := range tagIDs {
		row := model.GiftTag{GiftID: giftID, TagID: id}
		if err := r.conn.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
			return fault(err)
		}
	}
	return nil
}

// SetOnPerson makes tagIDs the tags of a person, leaving those in keep where they are.
func (r Tags) SetOnPerson(ctx context.Context, personID string, tagIDs, keep []string) error {
	drop := r.conn.WithContext(ctx).Where("person_id = ? AND tag_id NOT IN ?", personID, concatIDs(tagIDs, keep))
	if err := drop.Delete(&model.PersonTag{}).Error; err != nil {
		return fault(err)
	}
	for _, id := range tagIDs {
		row := model.PersonTag{PersonID: personID, TagID: id}
		if err := r.conn.WithContext(ctx).Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error; err != nil {
			return fault(err)
		}
	}
	return nil
}

func concatIDs(a, b []string) []string { return append(append([]string{nobody}, a...), b...) }
