package worlds

import (
	"testing"

	"kinlist/internal/database"
	"kinlist/internal/domain"
)

// hide takes out of the database what is hidden from the viewer, as DOMAIN.md states it: whole lists, items, and what
// hangs on them; and of what the viewer does see, the plan that others make of it. It deletes rows and asks no scope.
func hide(tb testing.TB, db *database.DB, v domain.Viewer) {
	tb.Helper()
	h := hider{tb, db}
	h.families(v)
	h.lists(v)
	h.ownItems(v)
	h.gifts(v)
	h.budgets(v)
	h.traces(v)
}

type hider struct {
	tb testing.TB
	db *database.DB
}

func (h hider) do(sql string, args ...any) {
	h.tb.Helper()
	if err := h.db.Write.Exec(sql, args...).Error; err != nil {
		h.tb.Fatal(err)
	}
}

// families: nothing of another family is anybody's business; but that there is one that they belong to, they know.
func (h hider) families(v domain.Viewer) {
	for _, table := range []string{"pictures", "lists", "gifts", "occasions", "people", "tags", "comments", "activities", "undo_steps", "texts", "invitations"} {
		h.do("DELETE FROM "+table+" WHERE family_id <> ?", v.FamilyID)
	}
	h.do("DELETE FROM memberships WHERE family_id <> ? AND user_id <> ?", v.FamilyID, v.UserID)
	h.do("DELETE FROM families WHERE id <> ? AND id NOT IN (SELECT family_id FROM memberships)", v.FamilyID)
}

// nobody compares with a person for a viewer who is none.
func personOf(v domain.Viewer) string {
	if v.PersonID == "" {
		return unknown
	}
	return v.PersonID
}

// lists: a guest sees those of the whole family, everybody else also their own, and what is hidden from others.
func (h hider) lists(v domain.Viewer) {
	if v.Role == domain.RoleGuest {
		h.do("DELETE FROM lists WHERE visibility <> 'family'")
		return
	}
	h.do("DELETE FROM lists WHERE visibility = 'owner' AND owner_id <> ?", v.UserID)
	h.do("DELETE FROM lists WHERE visibility = 'hidden_from_target' AND target_person_id = ?", personOf(v))
}

// ownItems: of the lists for the viewer they see the wishes, and nothing of the plan.
func (h hider) ownItems(v domain.Viewer) {
	const own = "list_id IN (SELECT id FROM lists WHERE target_person_id = ?)"
	const items = "item_id IN (SELECT id FROM list_items WHERE " + own + ")"
	me := personOf(v)
	h.do("DELETE FROM list_items WHERE privacy = 'hidden_from_target' AND "+own, me)
	h.do(`UPDATE list_items SET status = 'idea', buyer_id = NULL, planned_price = NULL, actual_price = NULL, gifted_on = NULL,
		notes = '', wish_news = '', version = 1, updated_at = created_at WHERE `+own, me)
	h.do("DELETE FROM status_changes WHERE "+items, me)
	h.do("DELETE FROM comments WHERE author_id <> ? AND "+items, v.UserID, me)
	h.do("DELETE FROM activities WHERE actor_id <> ? AND "+items, v.UserID, me)
	// What the planners' notes say is found by their words.
	h.do("UPDATE texts SET words = NULL, folded = NULL WHERE "+items, me)
}

// gifts: those of others that stand nowhere any more, and the tags that nothing carries any more.
func (h hider) gifts(v domain.Viewer) {
	h.do("DELETE FROM gifts WHERE created_by_id <> ? AND id NOT IN (SELECT gift_id FROM list_items)", v.UserID)
	h.do(`DELETE FROM tags WHERE created_by_id <> ? AND id NOT IN (SELECT tag_id FROM gift_tags)
		AND id NOT IN (SELECT tag_id FROM person_tags)`, v.UserID)
}

// budgets: of the viewer's own person, and of an occasion that is theirs alone.
func (h hider) budgets(v domain.Viewer) {
	me := personOf(v)
	h.do("UPDATE occasion_people SET budget = NULL WHERE person_id = ?", me)
	h.do("DELETE FROM held_budgets WHERE person_id = ?", me)
	h.do(`UPDATE occasions SET budget = NULL WHERE id IN (SELECT occasion_id FROM occasion_people WHERE person_id = ?)
		AND id NOT IN (SELECT occasion_people.occasion_id FROM occasion_people JOIN people ON people.id = occasion_people.person_id
			WHERE people.deleted_at IS NULL AND people.id <> ?)`, me, me)
}

// traces: what was said and done about things that are gone, and what others could take back.
func (h hider) traces(v domain.Viewer) {
	// Of what has no version, the changes of others tell that it was changed since, to those who see it.
	h.do("DELETE FROM undo_steps WHERE actor_id <> ? AND entity_type NOT IN ('place', 'wish_place', 'gift_picture', 'person_picture', 'member')", v.UserID)
	h.do(`DELETE FROM undo_steps WHERE actor_id <> ? AND entity_type = 'place' AND entity_id IN (SELECT list_items.id FROM list_items
		JOIN lists ON lists.id = list_items.list_id WHERE lists.target_person_id = ?)`, v.UserID, personOf(v))
	for entity, table := range map[string]string{
		"tag": "tags", "comment": "comments", "list_item": "list_items", "wish": "list_items", "place": "list_items", "wish_place": "list_items",
		"gift": "gifts", "gift_picture": "gifts", "list": "lists",
	} {
		h.do("DELETE FROM activities WHERE entity_type = ? AND entity_id NOT IN (SELECT id FROM "+table+")", entity)
		h.do("DELETE FROM undo_steps WHERE entity_type = ? AND entity_id NOT IN (SELECT id FROM "+table+")", entity)
	}
}
