// Package ui holds the parts that pages are made of: fields, chips, meters, and the words that people read for the
// domain's own. It does no I/O and knows no page.
package ui

import (
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

var statusNames = map[domain.Status]string{
	domain.StatusIdea:        "Idea",
	domain.StatusShortlisted: "Shortlisted",
	domain.StatusBuying:      "Buying",
	domain.StatusOrdered:     "Ordered",
	domain.StatusDelivered:   "Delivered",
	domain.StatusWrapped:     "Wrapped",
	domain.StatusGifted:      "Gifted",
	domain.StatusDropped:     "Dropped",
}

var relationshipNames = map[domain.Relationship]string{
	"spouse": "Spouse", "partner": "Partner", "child": "Child", "parent": "Parent", "sibling": "Sibling",
	"grandparent": "Grandparent", "grandchild": "Grandchild", "extended": "Extended family", "friend": "Friend",
	"pet": "Pet", "other": "Other",
}

var occasionTypeNames = map[domain.OccasionType]string{
	domain.OccasionChristmas:   "Christmas",
	domain.OccasionBirthday:    "Birthday",
	domain.OccasionAnniversary: "Anniversary",
	domain.OccasionHoliday:     "Holiday",
	domain.OccasionOther:       "Other",
}

var listTypeNames = map[domain.ListType]string{
	domain.ListGift:     "Gift list",
	domain.ListIdea:     "Ideas",
	domain.ListWishlist: "Wish list",
}

var visibilityNames = map[domain.Visibility]string{
	domain.VisibleToFamily:  "Everybody in the family",
	domain.HiddenFromTarget: "Everybody but the person it is for",
	domain.VisibleToOwner:   "Only me",
}

var priorityNames = map[domain.Priority]string{
	domain.PriorityNormal: "Normal",
	domain.PriorityHigh:   "High",
	domain.PriorityMust:   "Must have",
}

var recurrenceNames = map[calendar.Recurrence]string{
	calendar.Yearly:         "Every year on this date",
	calendar.Once:           "Once",
	calendar.WeekdayOfMonth: "Every year on the same weekday of the month",
	calendar.LastWeekday:    "Every year on the last such weekday of the month",
	calendar.Easter:         "Every year as many days before or after Easter",
	calendar.OrthodoxEaster: "Every year as many days before or after Orthodox Easter",
	calendar.Hanukkah:       "Every year on the same day of Hanukkah",
}

// StatusName is the word for a status.
func StatusName(s domain.Status) string { return word(statusNames, s) }

// RelationshipName is the word for a relationship.
func RelationshipName(r domain.Relationship) string { return word(relationshipNames, r) }

// OccasionTypeName is the word for a kind of occasion.
func OccasionTypeName(t domain.OccasionType) string { return word(occasionTypeNames, t) }

// ListTypeName is the word for a kind of list.
func ListTypeName(t domain.ListType) string { return word(listTypeNames, t) }

// VisibilityName says who can see a list.
func VisibilityName(v domain.Visibility) string { return word(visibilityNames, v) }

// PriorityName is the word for a priority.
func PriorityName(p domain.Priority) string { return word(priorityNames, p) }

// RecurrenceName says how often a day comes.
func RecurrenceName(r calendar.Recurrence) string { return word(recurrenceNames, r) }

// word falls back on the domain's own, so that an unknown one is seen and not hidden.
func word[W ~string](names map[W]string, w W) string {
	if name, ok := names[w]; ok {
		return name
	}
	return string(w)
}
