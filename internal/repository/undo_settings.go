package repository

import "kinlist/internal/domain"

// keptPictures are the pictures of what the viewer sees; a change of them is none of the version of the thing.
func keptPictures(v domain.Viewer) []kept {
	of := keptOf(v)
	gift := of(domain.EntityGiftPicture, "gifts", "gifts.title", giftInTrash(v))
	person := of(domain.EntityPersonPicture, "people", "people.display_name")
	gift.version, person.version = since("'gift_picture'"), since("'person_picture'")
	return []kept{gift, person}
}

// keptSettings are the viewer's own account and how they want the pages and, for those who are admins now, the family and
// what its members are.
func keptSettings(v domain.Viewer) []kept {
	const never = "NULL" // deleted
	own := cond{"users.id = ?", []any{v.UserID}}
	admin := cond{"? = 'admin'", []any{string(v.Role)}}
	here := sinceWhere("later.entity_type = 'member' AND later.family_id = undo_steps.family_id") // what somebody is elsewhere is no matter
	return []kept{
		{domain.EntityProfile, "users", "users.id", "users.version", never, "users.name", own},
		{domain.EntityAppearance, "users", "users.id", since("'appearance'"), never, "users.name", own},
		{domain.EntityShortcuts, "users", "users.id", since("'shortcuts'"), never, "users.name", own},
		{
			domain.EntityFamily, "families", "families.id", "families.version", never, "families.name",
			and(cond{"families.id = ?", []any{v.FamilyID}}, admin),
		},
		{
			domain.EntityMember, "memberships JOIN users ON users.id = memberships.user_id", "memberships.user_id", here, never, "users.name",
			and(cond{"memberships.family_id = ?", []any{v.FamilyID}}, admin),
		},
	}
}
