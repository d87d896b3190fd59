package domain

// Entity names a kind of thing, in activities and in comments' parents.
type Entity string

// Entities lists every entity that a line of the feed may be about.
var Entities = []Entity{
	EntityPerson, EntityOccasion, EntityList, EntityGift, EntityItem, EntityTag, EntityComment, EntityFamily,
}

// The entities.
const (
	EntityFamily   Entity = "family"
	EntityPerson   Entity = "person"
	EntityOccasion Entity = "occasion"
	EntityList     Entity = "list"
	EntityGift     Entity = "gift"
	EntityItem     Entity = "list_item"
	EntityTag      Entity = "tag"
	EntityComment  Entity = "comment"
	EntityWish     Entity = "wish" // only Undo knows it: what the target of a list changes of an item there
)

// Of these only Undo knows.
const (
	EntityPlace     Entity = "place"      // where an item stands in the plan of its list
	EntityWishPlace Entity = "wish_place" // and among the wishes of the list's target

	EntityProfile    Entity = "profile"    // of the viewer
	EntityAppearance Entity = "appearance" // how the viewer's pages look and speak
	EntityShortcuts  Entity = "shortcuts"  // whether the viewer's keys do something
	EntityMember     Entity = "member"     // what somebody is in the family

	EntityGiftPicture   Entity = "gift_picture"
	EntityPersonPicture Entity = "person_picture"
)

// Verb says what somebody did to an entity.
type Verb string

// The verbs.
const (
	VerbCreated   Verb = "created"
	VerbUpdated   Verb = "updated"
	VerbArchived  Verb = "archived"
	VerbRestored  Verb = "restored"
	VerbDeleted   Verb = "deleted"
	VerbStatus    Verb = "status"     // payload: from, to
	VerbUndone    Verb = "undone"     // payload: from, to
	VerbMoved     Verb = "moved"      // to another list; whoever does not see the old one learns nothing of it
	VerbCopied    Verb = "copied"     // only Undo knows it: a copy is created
	VerbAssigned  Verb = "assigned"   // payload: buyer
	VerbTakenOver Verb = "taken_over" // payload: from, to
	VerbCommented Verb = "commented"
	VerbResolved  Verb = "resolved"
	VerbReopened  Verb = "reopened"
	VerbMerged    Verb = "merged"  // payload: from
	VerbJoined    Verb = "joined"  // of the family, by an invitation
	VerbLeft      Verb = "left"    // the family
	VerbRemoved   Verb = "removed" // a member from the family
	VerbRole      Verb = "role"    // payload: from, to
)
