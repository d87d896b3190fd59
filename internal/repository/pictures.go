package repository

import (
	"context"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Pictures reads and writes what is known of the pictures of gifts and people. The files are kept elsewhere.
type Pictures struct {
	conn *gorm.DB
	now  func() time.Time
}

// giftPicture is the id of a gift's picture, in a query that shows the gift: who sees the one sees the other.
const giftPicture = "(SELECT pictures.id FROM pictures WHERE pictures.gift_id = gifts.id)"

// personPicture is the id of a person's picture, in a query that shows the person.
const personPicture = "(SELECT pictures.id FROM pictures WHERE pictures.person_id = people.id)"

// Get returns a picture, NotFound when it is not there or not the viewer's to see.
func (r Pictures) Get(ctx context.Context, v domain.Viewer, id string) (model.Picture, error) {
	return r.of(ctx, v, "id", id)
}

// OfGift returns the picture of a gift, NotFound when the viewer sees none.
func (r Pictures) OfGift(ctx context.Context, v domain.Viewer, giftID string) (model.Picture, error) {
	return r.of(ctx, v, "gift_id", giftID)
}

// OfPerson returns the picture of a person, NotFound when the viewer sees none.
func (r Pictures) OfPerson(ctx context.Context, v domain.Viewer, personID string) (model.Picture, error) {
	return r.of(ctx, v, "person_id", personID)
}

func (r Pictures) of(ctx context.Context, v domain.Viewer, column, id string) (model.Picture, error) {
	c := visiblePictures(v)
	return take[model.Picture](ctx, r.conn.Where("pictures."+column+" = ?", idOrNobody(id)).Where(c.sql, c.args...))
}

// OfPeople returns the ids of the pictures of people, by person.
func (r Pictures) OfPeople(ctx context.Context, v domain.Viewer, personIDs []string) (map[string]string, error) {
	return r.ofMany(ctx, v, "person_id", personIDs)
}

// OfGifts returns the ids of the pictures of gifts, by gift.
func (r Pictures) OfGifts(ctx context.Context, v domain.Viewer, giftIDs []string) (map[string]string, error) {
	return r.ofMany(ctx, v, "gift_id", giftIDs)
}

func (r Pictures) ofMany(ctx context.Context, v domain.Viewer, column string, ids []string) (map[string]string, error) {
	pictures := map[string]string{}
	ids = onlyIDs(ids)
	if len(ids) == 0 {
		return pictures, nil
	}
	c := visiblePictures(v)
	var rows []struct{ ID, Owner string }
	err := r.conn.WithContext(ctx).Table("pictures").Select("pictures.id, pictures."+column+" AS owner").
		Where("pictures."+column+" IN ?", ids).Where(c.sql, c.args...).Find(&rows).Error
	for _, row := range rows {
		pictures[row.Owner] = row.ID
	}
	return pictures, fault(err)
}

// Create inserts a picture with a new id, in the viewer's family.
func (r Pictures) Create(ctx context.Context, v domain.Viewer, row *model.Picture) error {
	row.ID, row.FamilyID, row.CreatedAt = newID(), v.FamilyID, r.now()
	return insert(ctx, r.conn, row)
}

// Restore inserts a picture that was deleted, under its id: browsers that have seen it may keep what they have.
func (r Pictures) Restore(ctx context.Context, v domain.Viewer, row *model.Picture) error {
	row.FamilyID = v.FamilyID
	return insert(ctx, r.conn, row)
}

// Delete forgets a picture that the viewer sees; that there is none is no error. Its files stay until the next purge.
func (r Pictures) Delete(ctx context.Context, v domain.Viewer, id string) error {
	c := visiblePictures(v)
	return fault(r.conn.WithContext(ctx).Where("pictures.id = ?", idOrNobody(id)).Where(c.sql, c.args...).
		Delete(&model.Picture{}).Error)
}

// CountPictures returns how many pictures go with the gifts and people that have been in the trash since before.
func (r Purge) CountPictures(ctx context.Context, before time.Time) (int64, error) {
	return r.count(ctx, "pictures", anyOf(
		among("pictures.gift_id", "gifts", purgeRule(domain.EntityGift, before)),
		among("pictures.person_id", "people", purgeRule(domain.EntityPerson, before))))
}

// PictureSteps returns the changes of pictures that can be taken back still, of whatever family.
func (r Purge) PictureSteps(ctx context.Context) ([]model.UndoStep, error) {
	return find[model.UndoStep](ctx, r.conn.Where("entity_type IN ? AND created_at > ?",
		[]domain.Entity{domain.EntityGiftPicture, domain.EntityPersonPicture}, r.now().Add(-undoLife)))
}

// UsedFiles returns those of the file keys that a picture has, of whatever family.
func (r Purge) UsedFiles(ctx context.Context, keys []string) ([]string, error) {
	var used []string
	err := r.conn.WithContext(ctx).Model(&model.Picture{}).Where("file_key IN ?", keys).Pluck("file_key", &used).Error
	return used, fault(err)
}
