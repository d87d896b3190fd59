// Package ui holds the parts that pages are made of: fields, chips, meters, and the words that people read for the
// domain's own. It does no I/O and knows no page.
package ui

import (
	"context"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/lang"
)

var statusNames = map[domain.Status]string{
	domain.StatusIdea:        lang.Word("Idea"),
	domain.StatusShortlisted: lang.Word("Shortlisted"),
	domain.StatusBuying:      lang.Word("Buying"),
	domain.StatusOrdered:     lang.Word("Ordered"),
	domain.StatusDelivered:   lang.Word("Delivered"),
	domain.StatusWrapped:     lang.Word("Wrapped"),
	domain.StatusGifted:      lang.Word("Gifted"),
	domain.StatusDropped:     lang.Word("Dropped"),
}

var relationshipNames = map[domain.Relationship]string{
	"spouse": lang.Word("Spouse"), "partner": lang.Word("Partner"), "child": lang.Word("Child"), "parent": lang.Word("Parent"), "sibling": lang.Word("Sibling"),
	"grandparent": lang.Word("Grandparent"), "grandchild": lang.Word("Grandchild"), "extended": lang.Word("Extended family"), "friend": lang.Word("Friend"),
	"pet": lang.Word("Pet"), "other": lang.Word("Other"),
}

var occasionTypeNames = map[domain.OccasionType]string{
	domain.OccasionChristmas:   lang.Word("Christmas"),
	domain.OccasionBirthday:    lang.Word("Birthday"),
	domain.OccasionAnniversary: lang.Word("Anniversary"),
	domain.OccasionHoliday:     lang.Word("Holiday"),
	domain.OccasionOther:       lang.Word("Other"),
}

var listTypeNames = map[domain.ListType]string{
	domain.ListGift:     lang.Word("Gift list"),
	domain.ListIdea:     lang.Word("Ideas"),
	domain.ListWishlist: lang.Word("Wish list"),
}

var visibilityNames = map[domain.Visibility]string{
	domain.VisibleToFamily:  lang.Word("Everybody in the family"),
	domain.HiddenFromTarget: lang.Word("Everybody but the person it is for"),
	domain.VisibleToOwner:   lang.Word("Only me"),
}

var priorityNames = map[domain.Priority]string{
	domain.PriorityNormal: lang.Word("Normal"),
	domain.PriorityHigh:   lang.Word("High"),
	domain.PriorityMust:   lang.Word("Must have"),
}

var recurrenceNames = map[calendar.Recurrence]string{
	calendar.Yearly:         lang.Word("Every year on this date"),
	calendar.Once:           lang.Word("Once"),
	calendar.WeekdayOfMonth: lang.Word("Every year on the same weekday of the month"),
	calendar.LastWeekday:    lang.Word("Every year on the last such weekday of the month"),
	calendar.Easter:         lang.Word("Every year as many days before or after Easter"),
	calendar.OrthodoxEaster: lang.Word("Every year as many days before or after Orthodox Easter"),
	calendar.Hanukkah:       lang.Word("Every year on the same day of Hanukkah"),
}

// StatusName is the word for a status.
func StatusName(ctx context.Context, s domain.Status) string { return word(ctx, statusNames, s) }

// RelationshipName is the word for a relationship.
func RelationshipName(ctx context.Context, r domain.Relationship) string {
	return word(ctx, relationshipNames, r)
}

// OccasionTypeName is the word for a kind of occasion.
func OccasionTypeName(ctx context.Context, t domain.OccasionType) string {
	return word(ctx, occasionTypeNames, t)
}

// ListTypeName is the word for a kind of list.
func ListTypeName(ctx context.Context, t domain.ListType) string { return word(ctx, listTypeNames, t) }

// VisibilityName says who can see a list.
func VisibilityName(ctx context.Context, v domain.Visibility) string {
	return word(ctx, visibilityNames, v)
}

// PriorityName is the word for a priority.
func PriorityName(ctx context.Context, p domain.Priority) string { return word(ctx, priorityNames, p) }

// RecurrenceName says how often a day comes.
func RecurrenceName(ctx context.Context, r calendar.Recurrence) string {
	return word(ctx, recurrenceNames, r)
}

// word falls back on the domain's own, so that an unknown one is seen and not hidden.
func word[W ~string](ctx context.Context, names map[W]string, w W) string {
	if name, ok := names[w]; ok {
		return lang.T(ctx, name)
	}
	return string(w)
}
