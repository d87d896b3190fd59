// Package activityview is the feed of what happened in the family.
package activityview

import (
	"context"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/views/commentview"
	"kinlist/views/ui"
)

// did says what somebody did to a thing: who, then the thing.
var did = map[domain.Verb]string{
	domain.VerbCreated:   lang.Word("%s added %s"),
	domain.VerbUpdated:   lang.Word("%s changed %s"),
	domain.VerbArchived:  lang.Word("%s archived %s"),
	domain.VerbRestored:  lang.Word("%s brought back %s"),
	domain.VerbDeleted:   lang.Word("%s deleted %s"),
	domain.VerbStatus:    lang.Word("%s moved %s on"),
	domain.VerbUndone:    lang.Word("%s took back a change of %s"),
	domain.VerbMoved:     lang.Word("%s moved %s to another list"),
	domain.VerbAssigned:  lang.Word("%s said that nobody buys %s"),
	domain.VerbTakenOver: lang.Word("%s took over %s"),
	domain.VerbMerged:    lang.Word("%s merged the tag %s into another"),
	domain.VerbJoined:    lang.Word("%s joined %s"),
	domain.VerbLeft:      lang.Word("%s left %s"),
	domain.VerbRemoved:   lang.Word("%s removed %s from the family"),
	domain.VerbRole:      lang.Word("%s changed the role of %s"),
}

// didTo says the same where a third thing is known: the list, status or buyer it went to, or whom it came from.
var didTo = map[domain.Verb]string{
	domain.VerbCreated:   lang.Word("%s added %s to %s"),
	domain.VerbStatus:    lang.Word("%s moved %s to “%s”"),
	domain.VerbUndone:    lang.Word("%s moved %s back to “%s”"),
	domain.VerbMoved:     lang.Word("%s moved %s to the list %s"),
	domain.VerbAssigned:  lang.Word("%[1]s said that %[3]s buys %[2]s"),
	domain.VerbTakenOver: lang.Word("%s took over %s from %s"),
}

// didToComment says what somebody did to a comment: who, then what it hangs on.
var didToComment = map[domain.Verb]string{
	domain.VerbCommented: lang.Word("%s commented on %s"),
	domain.VerbUpdated:   lang.Word("%s changed a comment on %s"),
	domain.VerbDeleted:   lang.Word("%s deleted a comment on %s"),
	domain.VerbRestored:  lang.Word("%s brought back a comment on %s"),
	domain.VerbResolved:  lang.Word("%s resolved a comment on %s"),
	domain.VerbReopened:  lang.Word("%s reopened a comment on %s"),
}

// piece is a part of a line; what it names leads to its page.
type piece struct {
	text, href string
	who        bool
}

// Where the names stand in a sentence until it is cut at them: characters that nobody types.
const actorMark, thingMark, thirdMark = "\x01", "\x02", "\x03"

// pieces are the sentence about an activity, cut at the names in it.
func pieces(ctx context.Context, a dto.Activity) []piece {
	third := thirdOf(ctx, a)
	said := sentence(ctx, a, third != "")
	var all []piece
	for said != "" {
		at := strings.IndexAny(said, actorMark+thingMark+thirdMark)
		if at < 0 {
			return append(all, piece{text: said})
		}
		if at > 0 {
			all = append(all, piece{text: said[:at]})
		}
		switch said[at : at+1] {
		case actorMark:
			all = append(all, piece{text: a.Actor, who: true})
		case thingMark:
			all = append(all, piece{text: a.Title, href: page(a)})
		case thirdMark:
			all = append(all, piece{text: third})
		}
		said = said[at+1:]
	}
	return all
}

func sentence(ctx context.Context, a dto.Activity, third bool) string {
	if a.Entity == domain.EntityComment {
		return lang.T(ctx, didToComment[a.Verb], actorMark, thingMark)
	}
	if to, known := didTo[a.Verb]; known && third {
		return lang.T(ctx, to, actorMark, thingMark, thirdMark)
	}
	if two, known := did[a.Verb]; known {
		return lang.T(ctx, two, actorMark, thingMark)
	}
	return lang.T(ctx, "%s did something with %s", actorMark, thingMark)
}

// thirdOf is what an activity went to, or whom it came from, as people read it.
func thirdOf(ctx context.Context, a dto.Activity) string {
	switch a.Verb { //nolint:exhaustive // the others have none
	case domain.VerbStatus, domain.VerbUndone:
		if a.To == "" {
			return ""
		}
		return ui.StatusName(ctx, domain.Status(a.To))
	case domain.VerbTakenOver:
		return a.From
	}
	return a.To
}

// page is where the thing of an activity is shown; "" where there is nothing to open.
func page(a dto.Activity) string {
	if a.On != nil {
		return commentview.Where(*a.On, a.EntityID)
	}
	if a.Verb == domain.VerbDeleted || a.Verb == domain.VerbMerged {
		return ""
	}
	return ui.PageOf(a.Entity, a.EntityID)
}
