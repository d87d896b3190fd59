package repository

import (
	"context"
	"slices"

	"kinlist/internal/domain"
)

// ReaderRow is a member of the family who sees a thing.
type ReaderRow struct {
	MemberRow
	PersonID   *string // the person that they are
	PersonName *string
}

// place is where a gift or an item stands, or a list itself, as far as the viewer sees it.
type place struct {
	OwnerID    string
	Visibility domain.Visibility
	TargetID   *string
	Privacy    domain.Privacy
}

// readable reports whether a member sees the place: listRule and sharedWith of scope.go for somebody other than the
// viewer. A test holds them against each other.
func (p place) readable(m ReaderRow) bool {
	target := p.TargetID != nil && m.PersonID != nil && *p.TargetID == *m.PersonID
	if target && p.Privacy == domain.PrivacyHidden {
		return false
	}
	switch {
	case p.Visibility == domain.VisibleToFamily:
		return true
	case m.Role == domain.RoleGuest:
		return false
	case p.Visibility == domain.VisibleToOwner:
		return p.OwnerID == m.UserID
	}
	return !target
}

// Readers returns the members who see a person or an occasion: all of them, by name.
func (r Accounts) Readers(ctx context.Context, v domain.Viewer) ([]ReaderRow, error) {
	var rows []ReaderRow
	err := members(r.conn, v.FamilyID).WithContext(ctx).
		Select("users.id AS user_id, users.name, memberships.role, people.id AS person_id, people.display_name AS person_name").
		Joins("LEFT JOIN people ON people.family_id = memberships.family_id AND people.user_id = users.id AND people.deleted_at IS NULL").
		Find(&rows).Error
	return rows, fault(err)
}

const placeColumns = "lists.owner_id, lists.visibility, lists.target_person_id AS target_id"

// ReadersOfList returns the members who see a list that the viewer sees.
func (r Accounts) ReadersOfList(ctx context.Context, v domain.Viewer, listID string) ([]ReaderRow, error) {
	c := visibleLists(v)
	var places []place
	err := r.conn.WithContext(ctx).Table("lists").Select(placeColumns).
		Where("lists.id = ?", idOrNobody(listID)).Where(c.sql, c.args...).Find(&places).Error
	if err != nil {
		return nil, fault(err)
	}
	return r.readersOf(ctx, v, places, "")
}

// ReadersOfItem returns the members who read what others say on an item that the viewer sees: never the list's target.
func (r Accounts) ReadersOfItem(ctx context.Context, v domain.Viewer, itemID string) ([]ReaderRow, error) {
	places, err := r.places(ctx, v, "list_items.id = ?", itemID)
	if err != nil {
		return nil, err
	}
	rows, err := r.readersOf(ctx, v, places, "")
	return slices.DeleteFunc(rows, func(m ReaderRow) bool {
		return m.PersonID != nil && slices.ContainsFunc(places, func(p place) bool { return p.TargetID != nil && *p.TargetID == *m.PersonID })
	}), err
}

// ReadersOfGift returns the members who see a gift of the viewer's: as its creator, or where the viewer sees it stand.
// Who sees it somewhere else alone is not among them: that it stands there would be told.
func (r Accounts) ReadersOfGift(ctx context.Context, v domain.Viewer, giftID, creatorID string) ([]ReaderRow, error) {
	places, err := r.places(ctx, v, "list_items.gift_id = ?", giftID)
	if err != nil {
		return nil, err
	}
	return r.readersOf(ctx, v, places, creatorID)
}

func (r Accounts) places(ctx context.Context, v domain.Viewer, where, id string) ([]place, error) {
	c := joinedItems(v)
	var places []place
	err := r.conn.WithContext(ctx).Table("list_items").Select("DISTINCT "+placeColumns+", list_items.privacy").
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Where(where, idOrNobody(id)).Where(c.sql, c.args...).Find(&places).Error
	return places, fault(err)
}

func (r Accounts) readersOf(ctx context.Context, v domain.Viewer, places []place, creatorID string) ([]ReaderRow, error) {
	all, err := r.Readers(ctx, v)
	return slices.DeleteFunc(all, func(m ReaderRow) bool {
		return m.UserID != creatorID && !slices.ContainsFunc(places, func(p place) bool { return p.readable(m) })
	}), err
}
