// Package domain holds the words of the domain as types: roles, statuses, visibilities and the viewer. It is a leaf
// that every layer may import, so that no layer spells a word in its own way.
package domain

import "slices"

// Role is what a member may do in a family.
type Role string

// The roles, from most to least.
const (
	RoleAdmin  Role = "admin"
	RoleMember Role = "member"
	RoleGuest  Role = "guest" // reads and comments on what is shared with everybody in the family
)

// Roles lists every role.
var Roles = []Role{RoleAdmin, RoleMember, RoleGuest}

// Relationship is what a person is to the family.
type Relationship string

// Relationships lists every relationship in the order that forms offer them.
var Relationships = []Relationship{
	"spouse", "partner", "child", "parent", "sibling", "grandparent", "grandchild", "extended", "friend", "pet", "other",
}

// OccasionType is the kind of a day.
type OccasionType string

// The occasion types.
const (
	OccasionChristmas   OccasionType = "christmas"
	OccasionBirthday    OccasionType = "birthday"
	OccasionAnniversary OccasionType = "anniversary"
	OccasionHoliday     OccasionType = "holiday"
	OccasionOther       OccasionType = "other"
)

// OccasionTypes lists every occasion type in the order that forms offer them.
var OccasionTypes = []OccasionType{OccasionChristmas, OccasionBirthday, OccasionAnniversary, OccasionHoliday, OccasionOther}

// ListType is what a list is used for.
type ListType string

// The list types.
const (
	ListGift     ListType = "gift"
	ListIdea     ListType = "idea"
	ListWishlist ListType = "wishlist"
)

// ListTypes lists every list type in the order that forms offer them.
var ListTypes = []ListType{ListGift, ListIdea, ListWishlist}

// Visibility says who may see a list.
type Visibility string

// The visibilities of a list.
const (
	VisibleToFamily  Visibility = "family"
	VisibleToOwner   Visibility = "owner"
	HiddenFromTarget Visibility = "hidden_from_target"
)

// Visibilities lists every visibility in the order that forms offer them.
var Visibilities = []Visibility{VisibleToFamily, HiddenFromTarget, VisibleToOwner}

// Privacy says whether the target of a list may see one item of it.
type Privacy string

// The privacies of an item.
const (
	PrivacyShared Privacy = "shared"
	PrivacyHidden Privacy = "hidden_from_target"
)

// Priority is how much an item matters.
type Priority string

// The priorities.
const (
	PriorityNormal Priority = "normal"
	PriorityHigh   Priority = "high"
	PriorityMust   Priority = "must"
)

// Priorities lists every priority, lowest first.
var Priorities = []Priority{PriorityNormal, PriorityHigh, PriorityMust}

// TagType is what a tag speaks of.
type TagType string

// TagTypes lists every tag type in the order that forms offer them.
var TagTypes = []TagType{"interest", "occasion", "mood", "budget", "custom"}

// Paper is what a family prints on.
type Paper string

// The papers.
const (
	PaperA4     Paper = "a4"
	PaperLetter Paper = "letter"
)

// Papers lists every paper, after the choice of what the family's country prints on.
var Papers = []Paper{"", PaperA4, PaperLetter}

// Accent is a named colour of the style sheet, "" for none.
type Accent string

// Accents lists every accent in the order that forms offer them.
var Accents = []Accent{"", "pine", "berry", "plum", "ocean", "amber"}

// Known reports whether word is one of words; form input is checked with it.
func Known[W ~string](word W, words []W) bool { return slices.Contains(words, word) }
