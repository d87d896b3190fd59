package repository

import (
	"strings"
	"time"

	"kinlist/internal/domain"
)

// purgeRule are the things of a kind that have to go: in the trash since before, or part of something that goes. A
// person or a gift waits for what needs it, so that nothing goes before its own time.
func purgeRule(kind domain.Entity, before time.Time) cond {
	due := trashedBefore(purgedKinds[kind].table, before)
	switch kind { //nolint:exhaustive // the others wait for nothing
	case domain.EntityPerson:
		return and(due, withoutList(before))
	case domain.EntityOccasion:
		return anyOf(and(due, notPaused()), among("occasions.person_id", "people", purgeRule(domain.EntityPerson, before)))
	case domain.EntityList:
		return and(due, cond{"NOT lists.inbox", nil})
	case domain.EntityGift:
		return and(due, unusedGift(before))
	case domain.EntityItem:
		return anyOf(due,
			among("list_items.list_id", "lists", purgeRule(domain.EntityList, before)),
			among("list_items.gift_id", "gifts", purgeRule(domain.EntityGift, before)))
	}
	return due
}

// trashedBefore are the rows that went into the trash at that time or earlier.
func trashedBefore(table string, before time.Time) cond {
	return cond{table + ".deleted_at IS NOT NULL AND " + table + ".deleted_at <= ?", []any{before}}
}

// inUse are the rows, known as used, that are not in the trash, or not long enough.
func inUse(before time.Time) cond {
	return cond{"(used.deleted_at IS NULL OR used.deleted_at > ?)", []any{before}}
}

// withoutList leaves out a person for whom there is a list that does not go itself.
func withoutList(before time.Time) cond {
	used := inUse(before)
	return cond{"NOT EXISTS (SELECT 1 FROM lists AS used WHERE used.target_person_id = people.id AND " + used.sql + ")", used.args}
}

// notPaused leaves out the birthday of somebody who is archived: it waits in the trash, and comes back with them.
func notPaused() cond {
	return cond{`NOT EXISTS (SELECT 1 FROM people AS paused WHERE paused.id = occasions.person_id
		AND paused.deleted_at IS NULL AND paused.archived_at IS NOT NULL)`, nil}
}

// unusedGift leaves out a gift that stands on a list as an item that does not go, neither itself nor with the list.
func unusedGift(before time.Time) cond {
	used, lists := inUse(before), among("used.list_id", "lists", purgeRule(domain.EntityList, before))
	return cond{
		"NOT EXISTS (SELECT 1 FROM list_items AS used WHERE used.gift_id = gifts.id AND " + used.sql + " AND NOT " + lists.sql + ")",
		concat(used.args, lists.args),
	}
}

// among are the rows of which a column points at a row of another table.
func among(column, table string, c cond) cond {
	return cond{"(" + column + " IN (SELECT " + table + ".id FROM " + table + " WHERE " + c.sql + "))", c.args}
}

// anyOf joins conditions of which one is enough.
func anyOf(conds ...cond) cond {
	var all cond
	parts := make([]string, len(conds))
	for i, c := range conds {
		parts[i] = "(" + c.sql + ")"
		all.args = append(all.args, c.args...)
	}
	all.sql = "(" + strings.Join(parts, " OR ") + ")"
	return all
}
