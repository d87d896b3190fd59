package policy

import (
	"kinlist/internal/apperr"
	"kinlist/internal/domain"
)

// Change decides whether the viewer may change anything in the family: all but guests.
func Change(v domain.Viewer) error {
	if v.Guest() {
		return apperr.New(apperr.Forbidden, "Guests can look and comment, but not change anything.")
	}
	return nil
}

// EditList decides whether the viewer may change a list itself: its owner and the admins. The Idea Inbox stays as it is.
func EditList(v domain.Viewer, ownerID string, inbox bool) error {
	switch {
	case v.Guest():
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
