package repository

import (
	"context"

	"gorm.io/gorm"

	"kinlist/internal/domain"
)

// GivenRow is an item that was given, with the name of its list's occasion.
type GivenRow struct {
	ItemRow
	OccasionName *string
}

var givenOrders = []order[GivenRow]{
	{name: "-given", expr: "list_items.gifted_on", desc: true, key: func(g GivenRow) any { return g.GiftedOn }},
}

// Given returns one page of what was given to a person, the latest first. Nothing of the viewer's own lists is in it.
func (r Items) Given(ctx context.Context, v domain.Viewer, personID string, pq PageQuery) (Page[GivenRow], error) {
	q := r.planned(ctx, v).Select(itemColumns+", occasions.name AS occasion_name").
		Joins("LEFT JOIN occasions ON occasions.id = lists.occasion_id AND occasions.deleted_at IS NULL").
		Where("lists.target_person_id = ? AND list_items.status = 'gifted'", personID)
	return page(ctx, q, "list_items", givenOrders, pq, func(g GivenRow) string { return g.ID })
}

// HideFromTarget hides what others put on the lists for a person from the user who becomes that person: it was chosen
// while there was nobody to hide it from. What the user added themselves stays theirs.
func (r Items) HideFromTarget(ctx context.Context, v domain.Viewer, personID, userID string) error {
	return r.hide(ctx, v, userID, r.conn.Table("lists").Select("id").Where("target_person_id = ? AND family_id = ?", personID, v.FamilyID))
}

// HideOnList is HideFromTarget for one list that becomes a list for the user.
func (r Items) HideOnList(ctx context.Context, v domain.Viewer, listID, userID string) error {
	return r.hide(ctx, v, userID, r.conn.Table("lists").Select("id").Where("id = ? AND family_id = ?", listID, v.FamilyID))
}

func (r Items) hide(ctx context.Context, v domain.Viewer, userID string, lists *gorm.DB) error {
	return fault(r.conn.WithContext(ctx).Table("list_items").
		Where("family_id = ? AND privacy = ? AND added_by_id <> ? AND list_id IN (?)", v.FamilyID, domain.PrivacyShared, userID, lists).
		Updates(map[string]any{"privacy": domain.PrivacyHidden, "updated_at": r.now(), "version": gorm.Expr("version + 1")}).Error)
}
