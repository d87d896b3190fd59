package repository

import (
	"context"
	"strings"
	"time"

	"gorm.io/gorm"

	"kinlist/internal/domain"
)

// Trash reads what has been deleted and can come back.
type Trash struct{ conn *gorm.DB }

// TrashRow is a thing in the trash.
type TrashRow struct {
	ID        string
	Kind      domain.Entity
	Title     string
	Place     string // the list that an item stood on
	DeletedAt time.Time
}

var trashOrders = []order[TrashRow]{{name: "deleted", expr: "trash.deleted_at", desc: true, key: func(r TrashRow) any { return r.DeletedAt }}}

// trashed is one kind of things that the viewer can bring back by themselves: of what comes back with something else,
// only that is there.
type trashed struct {
	kind         domain.Entity
	table, title string
	place, joins string
	rule         cond
}

func trashable(v domain.Viewer) []trashed {
	gone := func(table string, rules ...cond) cond {
		return and(append([]cond{{table + ".family_id = ? AND " + table + ".deleted_at IS NOT NULL", []any{v.FamilyID}}}, rules...)...)
	}
	return []trashed{
		{kind: domain.EntityPerson, table: "people", title: "people.display_name", rule: gone("people")},
		{kind: domain.EntityOccasion, table: "occasions", title: "occasions.name", rule: gone("occasions", ownDay())},
		{kind: domain.EntityList, table: "lists", title: "lists.name", rule: gone("lists", listRule(v), notTarget(v), editableList(v), personThere())},
		{kind: domain.EntityGift, table: "gifts", title: "gifts.title", rule: gone("gifts", giftRule(v))},
		{
			kind: domain.EntityItem, table: "list_items", title: "gifts.title", place: "lists.name",
			joins: " JOIN lists ON lists.id = list_items.list_id JOIN gifts ON gifts.id = list_items.gift_id",
			rule:  gone("list_items", plannedAnywhere(v), returnable()),
		},
		{kind: domain.EntityTag, table: "tags", title: "tags.name", rule: gone("tags", tagRule(v))},
	}
}

// ownDay leaves out birthdays: they come and go with the person's birthdate.
func ownDay() cond { return cond{"occasions.person_id IS NULL", nil} }

// editableList are the lists that the viewer may change: their own, and all that they see for an admin.
func editableList(v domain.Viewer) cond {
	return cond{"NOT lists.inbox AND (lists.owner_id = ? OR ?)", []any{v.UserID, v.Admin()}}
}

// personThere leaves out the lists that come back with the person they are for.
func personThere() cond {
	return cond{`(lists.target_person_id IS NULL OR EXISTS (SELECT 1 FROM people WHERE people.id = lists.target_person_id
		AND people.deleted_at IS NULL))`, nil}
}

// returnable leaves out the items that come back with their list or gift, the wishes that the target took back, and what
// is on the list again.
func returnable() cond {
	return cond{`lists.deleted_at IS NULL AND gifts.deleted_at IS NULL AND NOT (list_items.withdrawn_at IS NULL AND EXISTS (
		SELECT 1 FROM people WHERE people.id = lists.target_person_id AND people.user_id = list_items.added_by_id))
		AND NOT EXISTS (SELECT 1 FROM list_items AS again WHERE again.list_id = list_items.list_id AND again.gift_id = list_items.gift_id
		AND again.deleted_at IS NULL)`, nil}
}

// Index returns one page of what the viewer can bring back, the last deleted first.
func (r Trash) Index(ctx context.Context, v domain.Viewer, pq PageQuery) (Page[TrashRow], error) {
	var parts []string
	var args []any
	for _, k := range trashable(v) {
		place := k.place
		if place == "" {
			place = "''"
		}
		parts = append(parts, "SELECT "+k.table+".id, '"+string(k.kind)+"' AS kind, "+k.title+" AS title, "+place+" AS place, "+k.table+".deleted_at FROM "+k.table+k.joins+" WHERE "+k.rule.sql)
		args = append(args, k.rule.args...)
	}
	q := r.conn.Table("("+strings.Join(parts, " UNION ALL ")+") AS trash", args...)
	return page(ctx, q, "trash", trashOrders, pq, func(t TrashRow) string { return t.ID })
}
