package repository

import (
	"context"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"kinlist/internal/domain"
	"kinlist/internal/model"
)

// Items reads and writes the gifts on lists. Those who plan read ItemRows, a list's target reads WishRows: the two
// scopes never meet, whoever asks.
type Items struct {
	base[model.ListItem, *model.ListItem]
}

// ItemRow is an item with its gift, its list's names and its buyer, as those who plan see it.
type ItemRow struct {
	model.ListItem
	GiftTitle      string
	GiftLink       string
	GiftPicture    *string      // its id
	GiftLinks      []model.Link `gorm:"serializer:json"` // further ones; only Planned reads them
	GiftSource     string
	GiftPrice      *int64
	GiftCurrency   string
	GiftCanonical  string
	BuyerName      *string
	ListName       string
	ListTargetID   *string
	ListOccasionID *string
	TargetUserID   *string // the account of the list's target
}

// itemColumns are the columns that somebody reads; scanning the others takes time on a long list.
const itemColumns = `list_items.id, list_items.list_id, list_items.gift_id, list_items.version, list_items.privacy, list_items.added_by_id,
	list_items.quantity, list_items.priority, list_items.wish_notes, list_items.wish_version, list_items.withdrawn_at,
	list_items.status, list_items.buyer_id, list_items.currency, list_items.planned_price, list_items.actual_price,
	list_items.gifted_on, list_items.notes, gifts.title AS gift_title, gifts.link AS gift_link, ` + giftPicture + ` AS gift_picture,
	gifts.source AS gift_source, gifts.price AS gift_price, gifts.currency AS gift_currency,
	gifts.canonical_url AS gift_canonical, list_items.wish_news, list_items.position, users.name AS buyer_name,
	lists.name AS list_name, lists.target_person_id AS list_target_id, lists.occasion_id AS list_occasion_id,
	targets.user_id AS target_user_id`

// planned is a query over the items that the viewer plans: never those of the viewer's own lists.
func (r Items) planned(ctx context.Context, v domain.Viewer) *gorm.DB {
	c := plannedItems(v)
	return r.conn.WithContext(ctx).Table("list_items").Select(itemColumns).
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id AND gifts.deleted_at IS NULL").
		Joins("LEFT JOIN users ON users.id = list_items.buyer_id").
		Joins("LEFT JOIN people AS targets ON targets.id = lists.target_person_id").
		Where(c.sql, c.args...)
}

// Plan returns the items of a list in their order.
func (r Items) Plan(ctx context.Context, v domain.Viewer, listID string) ([]ItemRow, error) {
	var rows []ItemRow
	err := r.planned(ctx, v).Where("list_items.list_id = ? AND list_items.archived_at IS NULL", listID).
		Order("list_items.position, list_items.id").Find(&rows).Error
	return rows, fault(err)
}

// OfGift returns the items that a gift stands as, as far as the viewer plans them.
func (r Items) OfGift(ctx context.Context, v domain.Viewer, giftID string) ([]ItemRow, error) {
	var rows []ItemRow
	err := r.planned(ctx, v).Where("list_items.gift_id = ?", giftID).Order("list_items.id").Find(&rows).Error
	return rows, fault(err)
}

// Top returns the first items of a list that are still ideas or shortlisted.
func (r Items) Top(ctx context.Context, v domain.Viewer, listID string, n int) ([]ItemRow, error) {
	var rows []ItemRow
	err := r.planned(ctx, v).Where("list_items.list_id = ? AND list_items.archived_at IS NULL", listID).
		Where("list_items.status IN ('idea', 'shortlisted')").
		Order("list_items.position DESC, list_items.id DESC").Limit(n).Find(&rows).Error
	return rows, fault(err)
}

// IdeasFor returns the latest items on the lists for a person that are still ideas or shortlisted. Nothing of the
// viewer's own lists is in it.
func (r Items) IdeasFor(ctx context.Context, v domain.Viewer, personID string, n int) ([]ItemRow, error) {
	var rows []ItemRow
	err := r.planned(ctx, v).Where("lists.target_person_id = ? AND lists.archived_at IS NULL AND list_items.archived_at IS NULL", personID).
		Where("list_items.status IN ('idea', 'shortlisted')").
		Order("list_items.created_at DESC, list_items.id DESC").Limit(n).Find(&rows).Error
	return rows, fault(err)
}

// Planned returns one item, NotFound when the viewer does not plan it.
func (r Items) Planned(ctx context.Context, v domain.Viewer, id string) (ItemRow, error) {
	var row ItemRow
	err := r.planned(ctx, v).Select(itemColumns+", gifts.links AS gift_links").Where("list_items.id = ?", idOrNobody(id)).Take(&row).Error
	return row, fault(err)
}

// Among returns those of the items that the viewer plans, in no order.
func (r Items) Among(ctx context.Context, v domain.Viewer, ids []string) ([]ItemRow, error) {
	if ids = onlyIDs(ids); len(ids) == 0 {
		return nil, nil
	}
	var rows []ItemRow
	err := r.planned(ctx, v).Where("list_items.id IN ?", ids).Find(&rows).Error
	return rows, fault(err)
}

// WishRow is an item as the target of its list sees it.
type WishRow struct {
	ID          string
	ListID      string
	GiftID      string
	Title       string
	Link        string
	Links       []model.Link `gorm:"serializer:json"`
	Picture     *string      // its id
	Source      string
	Quantity    int
	Priority    domain.Priority
	WishNotes   string
	AddedBy     string
	WishVersion int64
}

// wishes is a query over the visible items of the viewer's own lists, with nothing of the plan in it.
func (r Items) wishes(ctx context.Context, v domain.Viewer) *gorm.DB {
	c := joinedItems(v)
	return r.conn.WithContext(ctx).Table("list_items").
		Select(`list_items.id, list_items.list_id, list_items.gift_id, gifts.title, gifts.link, gifts.links, `+giftPicture+` AS picture,
			gifts.source, list_items.quantity, list_items.priority, list_items.wish_notes,
			list_items.added_by_id AS added_by, list_items.wish_version`).
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id AND gifts.deleted_at IS NULL").
		Where("lists.target_person_id = ?", person(v)).Where(c.sql, c.args...)
}

// Wishes returns the items of one of the viewer's own lists in their order.
func (r Items) Wishes(ctx context.Context, v domain.Viewer, listID string) ([]WishRow, error) {
	var rows []WishRow
	err := r.wishes(ctx, v).Where("list_items.list_id = ? AND list_items.archived_at IS NULL", listID).
		Order("list_items.wish_position, list_items.id").Find(&rows).Error
	return rows, fault(err)
}

// Wish returns one item of the viewer's own lists.
func (r Items) Wish(ctx context.Context, v domain.Viewer, id string) (WishRow, error) {
	var row WishRow
	err := r.wishes(ctx, v).Where("list_items.id = ?", idOrNobody(id)).Take(&row).Error
	return row, fault(err)
}

// UpdateWish writes the named columns of the wish side of a visible item when it still has its wish version. The
// plan's version and times stay, so that neither side betrays or blocks the other.
func (r Items) UpdateWish(ctx context.Context, v domain.Viewer, row *model.ListItem, columns ...string) error {
	c := r.scope(v)
	held := row.WishVersion
	row.WishVersion++
	row.WishUpdatedAt = r.now()
	q := r.conn.Where("list_items.id = ? AND list_items.wish_version = ?", row.ID, held).Where(c.sql, c.args...)
	n, err := update(ctx, q, row, append(columns, "wish_version", "wish_updated_at")...)
	if err == nil && n == 0 {
		row.WishVersion = held
		return stale()
	}
	if err != nil {
		return err
	}
	return r.found.relearn(ctx, r.conn, v.FamilyID, row.ID, columns)
}

// OnList returns the item that a gift stands as on a list, hidden from the viewer or not: whoever adds a gift twice
// meets it. Only Items.Add of package service asks, and tells nobody.
func (r Items) OnList(ctx context.Context, v domain.Viewer, listID, giftID string) (model.ListItem, error) {
	lists := visibleLists(v)
	c := and(inFamily("list_items", v), cond{"EXISTS (SELECT 1 FROM lists WHERE lists.id = list_items.list_id AND " + lists.sql + ")", lists.args})
	return take[model.ListItem](ctx, r.conn.Where("list_items.list_id = ? AND list_items.gift_id = ?", listID, giftID).
		Where(c.sql, c.args...))
}

// Withdraw hides a wish from its target for good and notes when they took it back; whoever has it in hand keeps it.
func (r Items) Withdraw(ctx context.Context, v domain.Viewer, id string) error {
	return r.mark(ctx, r.scope(v), id, map[string]any{"privacy": domain.PrivacyHidden, "withdrawn_at": r.now()})
}

// AnyBuyer returns somebody else who buys something on a list, seen by the viewer or not, "" when nobody does. It only
// serves to keep their plan when the list's target deletes the list, and its answer is shown to nobody.
func (r Items) AnyBuyer(ctx context.Context, v domain.Viewer, listID string) (string, error) {
	var buyers []string
	err := r.conn.WithContext(ctx).Model(&model.ListItem{}).
		Where("list_id = ? AND family_id = ? AND deleted_at IS NULL AND buyer_id <> ? AND status <> 'dropped'", listID, v.FamilyID, v.UserID).
		Order("id").Limit(1).Pluck("buyer_id", &buyers).Error
	if err != nil || len(buyers) == 0 {
		return "", fault(err)
	}
	return buyers[0], nil
}

// StandingRow says where an item stands.
type StandingRow struct {
	ListID       string
	GiftID       string
	Title        string
	TargetUserID *string // the account of the list's target
}

// Standing returns where an item that the viewer sees stands, whether they plan it or it is their own wish.
func (r Items) Standing(ctx context.Context, v domain.Viewer, id string) (StandingRow, error) {
	c := joinedItems(v)
	var row StandingRow
	err := r.conn.WithContext(ctx).Table("list_items").
		Select("list_items.list_id, list_items.gift_id, gifts.title, people.user_id AS target_user_id").
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Joins("JOIN gifts ON gifts.id = list_items.gift_id AND gifts.deleted_at IS NULL").
		Joins("LEFT JOIN people ON people.id = lists.target_person_id").
		Where("list_items.id = ?", idOrNobody(id)).Where(c.sql, c.args...).Take(&row).Error
	return row, fault(err)
}

// InEarnestFor returns the items of a gift on the viewer's own lists that somebody plans in earnest, hidden from the
// viewer or not. It only serves to tell those who plan what the viewer changed, and its answer is shown to nobody else.
func (r Items) InEarnestFor(ctx context.Context, v domain.Viewer, giftID string) ([]model.ListItem, error) {
	own := r.conn.Model(&model.List{}).Select("id").Where("target_person_id = ? AND family_id = ?", person(v), v.FamilyID)
	return find[model.ListItem](ctx, r.conn.Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).
		Where("gift_id = ? AND deleted_at IS NULL AND list_id IN (?)", giftID, own).Where(inHandOrGiven).Order("id"))
}

// SetNews writes what those who plan an item are told of its wish. No version counts up, and no time.
func (r Items) SetNews(ctx context.Context, v domain.Viewer, id, news string) error {
	return fault(r.conn.WithContext(ctx).Model(&model.ListItem{}).Where("id = ? AND family_id = ?", id, v.FamilyID).
		UpdateColumn("wish_news", news).Error)
}
