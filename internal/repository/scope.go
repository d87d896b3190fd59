package repository

import (
	"strings"

	"kinlist/internal/domain"
)

// This file is the only place that decides who sees what. A query that does not start from one of these conditions
// is a bug. Each condition speaks of its table by name, so that it can stand inside another query.

// cond is a piece of a WHERE clause with its arguments.
type cond struct {
	sql  string
	args []any
}

// and joins conditions.
func and(conds ...cond) cond {
	var all cond
	parts := make([]string, len(conds))
	for i, c := range conds {
		parts[i] = c.sql
		all.args = append(all.args, c.args...)
	}
	all.sql = strings.Join(parts, " AND ")
	return all
}

// through makes a rule hold for two where somebody looks through another's eyes: then it leaves what both see. Every
// rule that speaks of the viewer is made by it; what joins such rules needs no more.
func through(rule func(domain.Viewer) cond) func(domain.Viewer) cond {
	return func(v domain.Viewer) cond {
		if v.Onlooker == nil {
			return rule(v)
		}
		onlooker := *v.Onlooker
		v.Onlooker = nil
		return and(rule(v), rule(onlooker))
	}
}

// nobody is an id that no row has: a viewer without a person compares with it.
const nobody = "00000000-0000-0000-0000-000000000000"

func person(v domain.Viewer) string {
	if v.PersonID == "" {
		return nobody
	}
	return v.PersonID
}

// inFamily are the live rows of the viewer's family: people, occasions.
func inFamily(table string, v domain.Viewer) cond {
	return cond{table + ".family_id = ? AND " + table + ".deleted_at IS NULL", []any{v.FamilyID}}
}

// everyone is the rule of things that all members of the family see.
func everyone(domain.Viewer) cond { return cond{"1 = 1", nil} }

// visibleLists are the live lists that the viewer may see.
func visibleLists(v domain.Viewer) cond { return and(inFamily("lists", v), listRule(v)) }

// listRule is who may see a list, in the trash or not.
var listRule = through(func(v domain.Viewer) cond {
	if v.Guest() {
		return cond{"lists.visibility = 'family'", nil}
	}
	return cond{
		`(lists.visibility = 'family'
		OR (lists.visibility = 'owner' AND lists.owner_id = ?)
		OR (lists.visibility = 'hidden_from_target' AND (lists.target_person_id IS NULL OR lists.target_person_id <> ?)))`,
		[]any{v.UserID, person(v)},
	}
})

// visibleItems are the live items that the viewer may see. It stands alone: the list is looked up in a subquery.
func visibleItems(v domain.Viewer) cond {
	return and(inFamily("list_items", v), itemRule(v))
}

var itemRule = through(func(v domain.Viewer) cond {
	list := and(visibleLists(v), sharedWith(v))
	return cond{"EXISTS (SELECT 1 FROM lists WHERE lists.id = list_items.list_id AND " + list.sql + ")", list.args}
})

// joinedItems is visibleItems for a query that joins lists already.
func joinedItems(v domain.Viewer) cond {
	return and(inFamily("list_items", v), visibleLists(v), sharedWith(v))
}

// sharedWith leaves out what is hidden from the viewer on their own lists.
var sharedWith = through(func(v domain.Viewer) cond {
	return cond{
		"(list_items.privacy = 'shared' OR lists.target_person_id IS NULL OR lists.target_person_id <> ?)",
		[]any{person(v)},
	}
})

// plannedItems is joinedItems for those who plan: never an item of a list whose target is the viewer. Everything that
// tells of statuses, buyers, prices or counts starts from here.
func plannedItems(v domain.Viewer) cond {
	return and(inFamily("list_items", v), visibleLists(v), notTarget(v))
}

// plannedAnywhere is plannedItems for what is in the trash too, the item or its list: only Undo asks.
func plannedAnywhere(v domain.Viewer) cond {
	return and(cond{"list_items.family_id = ?", []any{v.FamilyID}}, listRule(v), notTarget(v))
}

var notTarget = through(func(v domain.Viewer) cond {
	return cond{"(lists.target_person_id IS NULL OR lists.target_person_id <> ?)", []any{person(v)}}
})

// oneByOne ends a subquery that is to be asked for each row alone. PostgreSQL would rather read all the items of the
// family once and remember them, for a page of fifty gifts.
const oneByOne = " LIMIT 1 OFFSET 0"

// visibleGifts are the live gifts that the viewer created or that stand on an item visible to the viewer.
func visibleGifts(v domain.Viewer) cond { return and(inFamily("gifts", v), giftRule(v)) }

var giftRule = through(func(v domain.Viewer) cond {
	items := visibleItems(v)
	return cond{"(gifts.created_by_id = ? OR EXISTS (SELECT 1 FROM list_items WHERE list_items.gift_id = gifts.id AND " +
		items.sql + oneByOne + "))", append([]any{v.UserID}, items.args...)}
})

// tagRule is who may see a tag: whoever made it, and everybody who sees something that carries it.
var tagRule = through(func(v domain.Viewer) cond {
	gifts, people := visibleGifts(v), inFamily("people", v)
	return cond{
		`(tags.created_by_id = ?
		OR EXISTS (SELECT 1 FROM gift_tags JOIN gifts ON gifts.id = gift_tags.gift_id WHERE gift_tags.tag_id = tags.id AND ` + gifts.sql + `)
		OR EXISTS (SELECT 1 FROM person_tags JOIN people ON people.id = person_tags.person_id WHERE person_tags.tag_id = tags.id AND ` + people.sql + `))`,
		concat([]any{v.UserID}, gifts.args, people.args),
	}
})

// openTag holds for the tags that the whole family sees: on a person, or on a gift that stands on a list for everybody.
const openTag = `(EXISTS (SELECT 1 FROM person_tags JOIN people ON people.id = person_tags.person_id
		WHERE person_tags.tag_id = tags.id AND people.deleted_at IS NULL)
	OR EXISTS (SELECT 1 FROM gift_tags JOIN gifts ON gifts.id = gift_tags.gift_id JOIN list_items ON list_items.gift_id = gifts.id
		JOIN lists ON lists.id = list_items.list_id WHERE gift_tags.tag_id = tags.id AND gifts.deleted_at IS NULL
		AND list_items.deleted_at IS NULL AND list_items.privacy = 'shared' AND lists.deleted_at IS NULL AND lists.visibility = 'family'))`

// visiblePictures are those whose gift or person the viewer may see.
var visiblePictures = through(func(v domain.Viewer) cond {
	gifts, people := visibleGifts(v), inFamily("people", v)
	return cond{
		`pictures.family_id = ? AND CASE WHEN pictures.gift_id IS NOT NULL
		THEN EXISTS (SELECT 1 FROM gifts WHERE gifts.id = pictures.gift_id AND ` + gifts.sql + `)
		ELSE EXISTS (SELECT 1 FROM people WHERE people.id = pictures.person_id AND ` + people.sql + `) END`,
		concat([]any{v.FamilyID}, gifts.args, people.args),
	}
})

// visibleComments are the live comments whose parent the viewer may see. Of those on an item of the viewer's own list
// only what the viewer wrote: what others say there is part of the plan.
func visibleComments(v domain.Viewer) cond { return and(inFamily("comments", v), commentRule(v)) }

var commentRule = through(func(v domain.Viewer) cond {
	lists, items, gifts := visibleLists(v), plannedOr("comments.author_id", v), visibleGifts(v)
	people, occasions := inFamily("people", v), inFamily("occasions", v)
	return cond{
		`CASE WHEN comments.item_id IS NOT NULL THEN EXISTS (SELECT 1 FROM list_items JOIN lists ON lists.id = list_items.list_id WHERE list_items.id = comments.item_id AND ` + items.sql + `)
		WHEN comments.list_id IS NOT NULL THEN EXISTS (SELECT 1 FROM lists WHERE lists.id = comments.list_id AND ` + lists.sql + `)
		WHEN comments.gift_id IS NOT NULL THEN EXISTS (SELECT 1 FROM gifts WHERE gifts.id = comments.gift_id AND ` + gifts.sql + `)
		WHEN comments.person_id IS NOT NULL THEN EXISTS (SELECT 1 FROM people WHERE people.id = comments.person_id AND ` + people.sql + `)
		ELSE EXISTS (SELECT 1 FROM occasions WHERE occasions.id = comments.occasion_id AND ` + occasions.sql + `) END`,
		concat(items.args, lists.args, gifts.args, people.args, occasions.args),
	}
})

// visibleActivities are those whose thing the viewer may see. What was done to a thing that has gone to the trash
// since is shown to nobody; what others planned on the viewer's own list never to the viewer, nor what was done to an
// item while it stood on a list that the viewer does not see. Who joins and leaves the
// family is everybody's to know but the guests'.
var visibleActivities = through(func(v domain.Viewer) cond {
	lists, items, gifts := visibleLists(v), and(plannedOr("activities.actor_id", v), onListThen(v)), visibleGifts(v)
	people, occasions := inFamily("people", v), inFamily("occasions", v)
	comments, tags := and(visibleComments(v), saidInSight(v)), and(inFamily("tags", v), tagRule(v))
	return cond{
		`activities.family_id = ? AND CASE activities.entity_type
		WHEN 'list_item' THEN EXISTS (SELECT 1 FROM list_items JOIN lists ON lists.id = list_items.list_id WHERE list_items.id = activities.item_id AND ` + items.sql + `)
		WHEN 'list' THEN EXISTS (SELECT 1 FROM lists WHERE lists.id = activities.list_id AND ` + lists.sql + `)
		WHEN 'gift' THEN EXISTS (SELECT 1 FROM gifts WHERE gifts.id = activities.gift_id AND ` + gifts.sql + `)
		WHEN 'person' THEN EXISTS (SELECT 1 FROM people WHERE people.id = activities.person_id AND ` + people.sql + `)
		WHEN 'occasion' THEN EXISTS (SELECT 1 FROM occasions WHERE occasions.id = activities.entity_id AND ` + occasions.sql + `)
		WHEN 'comment' THEN EXISTS (SELECT 1 FROM comments WHERE comments.id = activities.entity_id AND ` + comments.sql + `)
		WHEN 'tag' THEN EXISTS (SELECT 1 FROM tags WHERE tags.id = activities.entity_id AND ` + tags.sql + `)
		WHEN 'family' THEN ?
		ELSE activities.actor_id = ? END`,
		concat([]any{v.FamilyID}, items.args, lists.args, gifts.args, people.args, occasions.args, comments.args, tags.args,
			[]any{!v.Guest(), v.UserID}),
	}
})

// plannedOr are the items that the viewer plans and, on their own lists, those of which column names the viewer: what
// they did or wrote themselves.
func plannedOr(column string, v domain.Viewer) cond {
	own := through(func(v domain.Viewer) cond {
		return cond{
			"(lists.target_person_id IS NULL OR lists.target_person_id <> ? OR " + column + " = ?)",
			[]any{person(v), v.UserID},
		}
	})
	return and(joinedItems(v), own(v))
}

// onListThen leaves out what was done to an item while it stood on a list that the viewer does not plan.
var onListThen = through(func(v domain.Viewer) cond {
	list := visibleLists(v)
	return cond{
		"EXISTS (SELECT 1 FROM lists WHERE lists.id = activities.list_id AND " + list.sql + ` AND
		(lists.target_person_id IS NULL OR lists.target_person_id <> ? OR activities.actor_id = ?))`,
		concat(list.args, []any{person(v), v.UserID}),
	}
})

// saidInSight leaves out what was said on an item while it stood on a list that the viewer does not see.
var saidInSight = through(func(v domain.Viewer) cond {
	list := visibleLists(v)
	return cond{
		"(activities.list_id IS NULL OR EXISTS (SELECT 1 FROM lists WHERE lists.id = activities.list_id AND " + list.sql + "))",
		list.args,
	}
})

func concat[T any](lists ...[]T) []T {
	var all []T
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}
