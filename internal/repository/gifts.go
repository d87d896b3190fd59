package repository

import (
	"context"
	"math"

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
	Text        string   // as typed
	Tags        []string // ids
	AllTags     bool     // all of Tags, not any
	MinPrice    *int64   // in Currency
	MaxPrice    *int64
	Currency    string
	Used        *bool  // on a list that the viewer sees
	Linked      *bool  // with a link
	Source      string // exactly
	CreatedByID string
	Archived    Archived
}

// GiftRow is a gift with its creator and how many visible lists it stands on.
type GiftRow struct {
	model.Gift
	CreatorName string
	Picture     *string // its id
	Lists       int
}

var giftOrders = []order[GiftRow]{
	{name: "new", expr: "gifts.created_at", desc: true, key: func(g GiftRow) any { return g.CreatedAt }},
	{name: "title", expr: "gifts.title_key", key: func(g GiftRow) any { return g.TitleKey }},
	{name: "price", expr: "COALESCE(gifts.price, 9223372036854775807)", key: priceOr(math.MaxInt64)},
	{name: "-price", expr: "COALESCE(gifts.price, -1)", desc: true, key: priceOr(-1)},
}

// priceOr is the key of a price; what stands for none puts gifts without a price last.
func priceOr(none int64) func(GiftRow) any {
	return func(g GiftRow) any {
		if g.Price == nil {
			return none
		}
		return *g.Price
	}
}

// Page returns one page of the catalog.
func (r Gifts) Page(ctx context.Context, v domain.Viewer, f GiftFilter, pq PageQuery) (Page[GiftRow], error) {
	q, err := r.search(ctx, r.kept(v, f.Archived), v, f.Text)
	if err != nil {
		return Page[GiftRow]{}, err
	}
	q = r.byPrice(r.byTags(q, v, f), f)
	if f.Used != nil {
		c := joinedItems(v)
		q = q.Where(not(!*f.Used)+"EXISTS (SELECT 1 FROM list_items JOIN lists ON lists.id = list_items.list_id "+
			"WHERE list_items.gift_id = gifts.id AND "+c.sql+")", c.args...)
	}
	if f.Linked != nil {
		q = q.Where(not(!*f.Linked) + "(gifts.link <> '')")
	}
	if f.Source != "" {
		q = q.Where("gifts.source = ?", f.Source)
	}
	if f.CreatedByID != "" {
		q = q.Where("gifts.created_by_id = ?", idOrNobody(f.CreatedByID))
	}
	counts := func(rows *gorm.DB) *gorm.DB { return counted(rows, v) }
	return shaped(ctx, q, counts, "gifts", giftOrders, pq, func(g GiftRow) string { return g.ID })
}

// byTags narrows a query over gifts by the tags that the viewer sees on them.
func (r Gifts) byTags(q *gorm.DB, v domain.Viewer, f GiftFilter) *gorm.DB {
	if len(f.Tags) == 0 {
		return q
	}
	ids, tags, enough := idsOrNobody(f.Tags), tagged("gift_tags", v), 1
	if f.AllTags {
		enough = len(ids)
	}
	return q.Where("gifts.id IN (SELECT gift_tags.gift_id FROM "+tags.sql+" AND gift_tags.tag_id IN ? GROUP BY gift_tags.gift_id HAVING count(*) >= ?)",
		append(tags.args, ids, enough)...)
}

// byPrice narrows a query over gifts to those whose price lies within the bounds, both of which count.
func (r Gifts) byPrice(q *gorm.DB, f GiftFilter) *gorm.DB {
	if f.MinPrice != nil {
		q = q.Where("gifts.currency = ? AND gifts.price >= ?", f.Currency, *f.MinPrice)
	}
	if f.MaxPrice != nil {
		q = q.Where("gifts.currency = ? AND gifts.price <= ?", f.Currency, *f.MaxPrice)
	}
	return q
}

func not(yes bool) string {
	if yes {
		return "NOT "
	}
	return ""
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
	GiftID     string
	ItemID     string
	ListID     string
	ListName   string
	TargetID   *string
	TargetName *string
}

// Uses returns where gifts are used, as far as the viewer may see.
func (r Gifts) Uses(ctx context.Context, v domain.Viewer, giftIDs ...string) ([]GiftUseRow, error) {
	if len(giftIDs) == 0 {
		return nil, nil
	}
	c := joinedItems(v)
	var rows []GiftUseRow
	err := r.conn.WithContext(ctx).Table("list_items").
		Select(`list_items.gift_id, list_items.id AS item_id, lists.id AS list_id, lists.name AS list_name,
			people.id AS target_id, people.display_name AS target_name`).
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("LEFT JOIN people ON people.id = lists.target_person_id AND people.deleted_at IS NULL").
		Where("list_items.gift_id IN ?", giftIDs).Where(c.sql, c.args...).
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
	return q.Select(`gifts.*, users.name AS creator_name, `+giftPicture+` AS picture, (SELECT count(*) FROM list_items
			JOIN lists ON lists.id = list_items.list_id WHERE list_items.gift_id = gifts.id AND `+c.sql+`) AS lists`, c.args...).
		Joins("JOIN users ON users.id = gifts.created_by_id")
}
