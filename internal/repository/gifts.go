package repository

import (
	"context"

	"gorm.io/gorm"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Gifts reads and writes the family's catalog.
type Gifts struct {
	base[model.Gift, *model.Gift]
}

// GiftFilter narrows the catalog.
type GiftFilter struct {
	Text     string // folded; anywhere in the title
	Archived bool   // the archived ones too
}

// GiftRow is a gift with its creator and how many visible lists it stands on.
type GiftRow struct {
	model.Gift
	CreatorName string
	Lists       int
}

// noPrice sorts gifts without a price before all others.
const noPrice = int64(-1)

var giftOrders = []order[GiftRow]{
	{name: "new", expr: "gifts.created_at", desc: true, key: func(g GiftRow) any { return g.CreatedAt }},
	{name: "title", expr: "gifts.title_key", key: func(g GiftRow) any { return g.TitleKey }},
	{name: "price", expr: "COALESCE(gifts.price, -1)", key: giftPrice},
	{name: "-price", expr: "COALESCE(gifts.price, -1)", desc: true, key: giftPrice},
}

func giftPrice(g GiftRow) any {
	if g.Price == nil {
		return noPrice
	}
	return *g.Price
}

// Page returns one page of the catalog.
func (r Gifts) Page(ctx context.Context, v domain.Viewer, f GiftFilter, pq PageQuery) (Page[GiftRow], error) {
	q := counted(r.live(v, f.Archived), v)
	if f.Text != "" {
		q = q.Where("gifts.title_key LIKE ? ESCAPE '\\'", contains(f.Text))
	}
	return page(ctx, q, "gifts", giftOrders, pq, func(g GiftRow) string { return g.ID })
}

// Named returns a gift with its names.
func (r Gifts) Named(ctx context.Context, v domain.Viewer, id string) (GiftRow, error) {
	c := visibleGifts(v)
	var row GiftRow
	err := counted(r.conn.Model(&model.Gift{}).Where(c.sql, c.args...), v).WithContext(ctx).
		Where("gifts.id = ?", id).Take(&row).Error
	return row, fault(err)
}

// ByCanonical returns the visible gift behind a canonical link, the oldest one, NotFound when there is none.
func (r Gifts) ByCanonical(ctx context.Context, v domain.Viewer, canonical string) (model.Gift, error) {
	c := visibleGifts(v)
	return take[model.Gift](ctx, r.conn.Where("gifts.canonical_url = ? AND gifts.canonical_url <> ''", canonical).
		Where(c.sql, c.args...).Order("gifts.created_at, gifts.id"))
}

// GiftUseRow is a visible item that a gift stands as.
type GiftUseRow struct {
	ItemID     string
	ListID     string
	ListName   string
	TargetID   *string
	TargetName *string
}

// Uses returns where a gift is used, as far as the viewer may see.
func (r Gifts) Uses(ctx context.Context, v domain.Viewer, giftID string) ([]GiftUseRow, error) {
	c := joinedItems(v)
	var rows []GiftUseRow
	err := r.conn.WithContext(ctx).Table("list_items").
		Select(`list_items.id AS item_id, lists.id AS list_id, lists.name AS list_name,
			people.id AS target_id, people.display_name AS target_name`).
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("LEFT JOIN people ON people.id = lists.target_person_id AND people.deleted_at IS NULL").
		Where("list_items.gift_id = ?", giftID).Where(c.sql, c.args...).
		Order("lists.name_key, list_items.id").Find(&rows).Error
	return rows, fault(err)
}

// LinkUseRow is a visible list that something with a link stands on.
type LinkUseRow struct {
	GiftTitle  string
	ListName   string
	TargetName *string
}

// UsesOfLink returns where the things behind a canonical link stand, as far as the viewer may see: by the list's name.
func (r Gifts) UsesOfLink(ctx context.Context, v domain.Viewer, canonical string) ([]LinkUseRow, error) {
	c := and(joinedItems(v), inFamily("gifts", v))
	var rows []LinkUseRow
	err := r.conn.WithContext(ctx).Table("list_items").
		Select("gifts.title AS gift_title, lists.name AS list_name, people.display_name AS target_name").
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id").
		Joins("LEFT JOIN people ON people.id = lists.target_person_id AND people.deleted_at IS NULL").
		Where("gifts.canonical_url = ? AND gifts.canonical_url <> ''", canonical).Where(c.sql, c.args...).
		Order("lists.name_key, list_items.id").Find(&rows).Error
	return rows, fault(err)
}

// TagIDs returns the tags of a gift; which of them the viewer sees, Tags.ByIDs decides.
func (r Gifts) TagIDs(ctx context.Context, giftID string) ([]string, error) {
	var ids []string
	err := r.conn.WithContext(ctx).Model(&model.GiftTag{}).Where("gift_id = ?", giftID).Pluck("tag_id", &ids).Error
	return ids, fault(err)
}

// counted adds the creator's name and the number of visible uses to a query over gifts.
func counted(q *gorm.DB, v domain.Viewer) *gorm.DB {
	c := joinedItems(v)
	return q.Select(`gifts.*, users.name AS creator_name, (SELECT count(*) FROM list_items
			JOIN lists ON lists.id = list_items.list_id WHERE list_items.gift_id = gifts.id AND `+c.sql+`) AS lists`, c.args...).
		Joins("JOIN users ON users.id = gifts.created_by_id")
}
