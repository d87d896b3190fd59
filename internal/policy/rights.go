package policy

import (
	"kinlist/internal/apperr"
	"kinlist/internal/domain"
)

// Change decides whether the viewer may change anything in the family: all but guests, and but those who look through
// another's eyes.
func Change(v domain.Viewer) error {
	if v.Onlooker != nil {
		return apperr.New(apperr.Forbidden, "You are looking through somebody else’s eyes. Nothing can be changed here.")
	}
	if v.Guest() {
		return apperr.New(apperr.Forbidden, "Guests can look and comment, but not change anything.")
	}
	return nil
}

// LookThrough decides whether the viewer may see what a person of the family sees: all but guests, and one looks at
// oneself with one's own eyes.
func LookThrough(v domain.Viewer, personID string) error {
	if v.Is(personID) {
		return apperr.New(apperr.Forbidden, "This is you: you see it with your own eyes.")
	}
	return Change(v)
}

// LookAt decides whether the viewer may see through another's eyes a list that is for a person: never one for the viewer.
func LookAt(v domain.Viewer, targetID string) error {
	if v.Is(targetID) {
		return apperr.New(apperr.Forbidden, "This list is for you. What others see of it stays their secret.")
	}
	return nil
}

// EditList decides whether the viewer may change a list itself: its owner and the admins. The Idea Inbox stays as it is.
func EditList(v domain.Viewer, ownerID string, inbox bool) error {
	switch {
	case Change(v) != nil:
		return Change(v)
	case inbox:
		return apperr.New(apperr.Forbidden, "The Idea Inbox belongs to the whole family and stays as it is.")
	case ownerID != v.UserID && !v.Admin():
		return apperr.New(apperr.Forbidden, "Only the list's owner or an admin can change it.")
	}
	return nil
}

// PrivacyOfNew is the privacy of an item that the viewer adds to a list: what somebody else adds to a list whose
// target has an account stays hidden from the target, unless they say so.
func PrivacyOfNew(v domain.Viewer, targetID, targetUserID string, wanted domain.Privacy) domain.Privacy {
	switch {
	case v.Is(targetID), targetID == "":
		return domain.PrivacyShared
	case wanted != "":
		return wanted
	case targetUserID != "":
		return domain.PrivacyHidden
	}
	return domain.PrivacyShared
}

// Comment decides whether the viewer may comment on a kind of thing that they see: guests on lists and what stands on
// them, of which they see those of the whole family.
func Comment(v domain.Viewer, parent domain.Entity) error {
	if v.Onlooker != nil {
		return Change(v)
	}
	if v.Guest() && parent != domain.EntityList && parent != domain.EntityItem {
		return apperr.New(apperr.Forbidden, "Guests can comment on lists and on the gifts there, but not here.")
	}
	return nil
}

// EditComment decides whether the viewer may change or delete a comment that they see: only what they wrote.
func EditComment(v domain.Viewer, authorID string) error {
	if v.Onlooker != nil {
		return Change(v)
	}
	if authorID != v.UserID {
		return apperr.New(apperr.Forbidden, "Somebody else wrote this. You can change what you wrote yourself.")
	}
	return nil
}

// ResolveComment decides whether the viewer may resolve or reopen a comment. What the target of a list wrote on a wish
// of theirs is for them to resolve: they would see that somebody plans.
func ResolveComment(v domain.Viewer, authorID, targetUserID string) error {
	if err := Change(v); err != nil {
		return err
	}
	if targetUserID != "" && authorID == targetUserID && authorID != v.UserID {
		return apperr.New(apperr.Forbidden, "This is from the person the gift is for, who would notice. Leave it open.")
	}
	return nil
}
