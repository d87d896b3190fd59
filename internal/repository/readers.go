package repository

import (
	"context"
	"slices"

	"gorm.io/gorm"

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
	err := r.readers(ctx, v).Select(readerColumns).Find(&rows).Error
	return rows, fault(err)
}

func (r Accounts) readers(ctx context.Context, v domain.Viewer) *gorm.DB {
	return members(r.conn, v.FamilyID).WithContext(ctx).
		Joins("LEFT JOIN people ON people.family_id = memberships.family_id AND people.user_id = users.id AND people.deleted_at IS NULL")
}

const (
	readerColumns = "users.id AS user_id, users.name, memberships.role, people.id AS person_id, people.display_name AS person_name"
	placeColumns  = "lists.owner_id, lists.visibility, lists.target_person_id AS target_id"
)

// ReadersOfList returns the members who see a list that the viewer sees.
func (r Accounts) ReadersOfList(ctx context.Context, v domain.Viewer, listID string) ([]ReaderRow, error) {
	c := visibleLists(v)
	places := r.conn.Table("lists").Select(placeColumns+", 'shared' AS privacy").Where("lists.id = ?", idOrNobody(listID)).Where(c.sql, c.args...)
	return r.readersAt(ctx, v, places, func(p place, m ReaderRow) bool { return p.readable(m) })
}

// ReadersOfItem returns the members who read what others say on an item that the viewer sees: never the list's target.
func (r Accounts) ReadersOfItem(ctx context.Context, v domain.Viewer, itemID string) ([]ReaderRow, error) {
	return r.readersAt(ctx, v, r.places(v, "list_items.id = ?", itemID), func(p place, m ReaderRow) bool {
		return p.readable(m) && (m.PersonID == nil || p.TargetID == nil || *p.TargetID != *m.PersonID)
	})
}

// readersAt returns the members who read at the one place that a query finds, and nobody where it finds none.
func (r Accounts) readersAt(ctx context.Context, v domain.Viewer, at *gorm.DB, reads func(place, ReaderRow) bool) ([]ReaderRow, error) {
	var rows []struct {
		ReaderRow
		Place place `gorm:"embedded"`
	}
	err := r.readers(ctx, v).Joins("CROSS JOIN (?) AS places", at).Select(readerColumns + ", places.*").Find(&rows).Error
	var readers []ReaderRow
	for _, row := range rows {
		if reads(row.Place, row.ReaderRow) {
			readers = append(readers, row.ReaderRow)
		}
	}
	return readers, fault(err)
}

// ReadersOfGift returns the members who see a gift of the viewer's: as its creator, or where the viewer sees it stand.
// Who sees it somewhere else alone is not among them: that it stands there would be told.
func (r Accounts) ReadersOfGift(ctx context.Context, v domain.Viewer, giftID, creatorID string) ([]ReaderRow, error) {
	var places []place
	if err := r.places(v, "list_items.gift_id = ?", giftID).WithContext(ctx).Find(&places).Error; err != nil {
		return nil, fault(err)
	}
	all, err := r.Readers(ctx, v)
	return slices.DeleteFunc(all, func(m ReaderRow) bool {
		return m.UserID != creatorID && !slices.ContainsFunc(places, func(p place) bool { return p.readable(m) })
	}), err
}

func (r Accounts) places(v domain.Viewer, where, id string) *gorm.DB {
	c := joinedItems(v)
	return r.conn.Table("list_items").Select("DISTINCT "+placeColumns+", list_items.privacy").
		Joins("JOIN lists ON lists.id = list_items.list_id").
		Where(where, idOrNobody(id)).Where(c.sql, c.args...)
}
