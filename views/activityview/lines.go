// Package activityview is the feed of what happened in the family.
package activityview

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
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

// pieces are the sentence about an activity, cut at the names in it.
func pieces(ctx context.Context, a dto.Activity) []ui.Name {
	who, thing, third := ui.Name{Text: a.Actor, Who: true}, ui.Name{Text: a.Title, Href: page(a)}, thirdOf(ctx, a)
	if a.ActorID != "" {
		who.Href = ui.Did(a.ActorID)
	}
	if a.Entity == domain.EntityComment {
		return ui.Sentence(ctx, didToComment[a.Verb], who, thing)
	}
	if to, known := didTo[a.Verb]; known && third.Text != "" {
		return ui.Sentence(ctx, to, who, thing, third)
	}
	if two, known := did[a.Verb]; known {
		return ui.Sentence(ctx, two, who, thing)
	}
	return ui.Sentence(ctx, lang.Word("%s did something with %s"), who, thing)
}

// thirdOf is what an activity went to, or whom it came from, as people read it. It leads to what else is there: on the list
// where the item stands now, what has that status or buyer.
func thirdOf(ctx context.Context, a dto.Activity) ui.Name {
	third, here := ui.Name{Text: a.To}, a.Entity == domain.EntityItem && a.ListID != ""
	switch a.Verb { //nolint:exhaustive // the others have none
	case domain.VerbStatus, domain.VerbUndone:
		if a.To != "" {
			third.Text = ui.StatusName(ctx, domain.Status(a.To))
		}
		if here && a.To != "" {
			third.Href = paths.With(paths.Lists.One(a.ListID), "status", a.To)
		}
	case domain.VerbAssigned, domain.VerbTakenOver:
		if a.Verb == domain.VerbTakenOver {
			third.Text = a.From
		}
		if here && a.OtherID != "" {
			third.Href = paths.With(paths.Lists.One(a.ListID), "buyer", a.OtherID)
		}
	case domain.VerbCreated, domain.VerbMoved:
		if a.OtherID != "" {
			third.Href = paths.Lists.One(a.OtherID)
		}
	}
	return third
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
