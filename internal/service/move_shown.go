package service

import (
	"context"
	"errors"
	"slices"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// shows is what the one whom an item is for would see of it on another list, and does not see where it stands. It is an
// error so that a move stops at it; who asked for the move is told as a form's field, and says that it is meant.
type shows struct {
	who, title, on string
	asWish         bool // on a list for them, where they see nothing of what is planned
}

func (s shows) Error() string { return askShown([]shows{s}).Error() }

// askShown asks first before anybody sees what was hidden from them: field sure of the form.
func askShown(all []shows) error {
	first := all[0]
	if len(all) == 1 && first.asWish {
		return apperr.Wrong("sure", "%s would see “%s” on %s. Where it stands now, they do not.", first.who, first.title, first.on)
	}
	if len(all) == 1 {
		return apperr.Wrong("sure", "%s would see “%s” on %s, with who buys it and how far it is. Where it stands now, they do not.",
			first.who, first.title, first.on)
	}
	var names []string
	for _, s := range all {
		if !slices.Contains(names, s.who) {
			names = append(names, s.who)
		}
	}
	f := apperr.Form{}
	f.Say("sure", lang.SaidN(len(all),
		"%[2]s would see %[1]d of these gifts on %[3]s, with who buys it and how far it is. Where it stands now, they do not.",
		"%[2]s would see %[1]d of these gifts on %[3]s, with who buys them and how far they are. Where they stand now, they do not.",
		strings.Join(names, ", "), first.on))
	return f.Err()
}

// asked turns what a move stopped at into the question.
func asked(err error) error {
	if s, is := errors.AsType[shows](err); is {
		return askShown([]shows{s})
	}
	return err
}

// unseenOn reports whether the one whom a list is for does not see an item of it at all.
func unseenOn(list repository.ListRow, item model.ListItem) bool {
	return item.Privacy == domain.PrivacyHidden || list.Visibility == domain.HiddenFromTarget ||
		list.Visibility == domain.VisibleToOwner && list.OwnerID != idOf(list.TargetUserID)
}

// wantedAt is the privacy that an item brings along to another list: what the one whom it is for does not see stays
// hidden from them where they see the list.
func wantedAt(from, to repository.ListRow, item model.ListItem) domain.Privacy {
	hides := item.Privacy == domain.PrivacyHidden || to.Visibility == domain.VisibleToFamily
	if from.TargetPersonID != nil && sameTarget(from, to) && unseenOn(from, item) && hides {
		return domain.PrivacyHidden
	}
	return ""
}

func sameTarget(a, b repository.ListRow) bool {
	return idOf(a.TargetPersonID) == idOf(b.TargetPersonID)
}

// unshownElsewhere is unshownGift for an item that goes to another list: its gift may be hidden from somebody whom another
// list is for.
func (t turn) unshownElsewhere(ctx context.Context, from, to repository.ListRow, row *repository.ItemRow) error {
	privacy, err := privacyOfNew(ctx, t.tx, t.v, to.List, wantedAt(from, to, row.ListItem))
	if err != nil {
		return err
	}
	return t.unshownGift(ctx, to.List, row.GiftID, row.GiftTitle, privacy)
}

// unshown stops a move (shows) that would show an item to the one whom its list is for, where they did not see it; or, when
// the item itself goes, the plan of it. Asked are those who see both lists, and told nothing that they do not see.
func (t turn) unshown(ctx context.Context, from, to repository.ListRow, row *repository.ItemRow, isCopy bool) error {
	if from.TargetUserID == nil || sameTarget(from, to) || isCopy && !unseenOn(from, row.ListItem) {
		return nil
	}
	eyes, name, err := eyesOf(ctx, t.tx, t.v, *from.TargetUserID)
	if err != nil || name == "" {
		return err
	}
	switch _, err = t.tx.Lists.Get(ctx, eyes, to.ID); {
	case err == nil:
		return shows{who: name, title: row.GiftTitle, on: to.Name}
	case apperr.CodeOf(err) == apperr.NotFound:
		return nil
	}
	return err
}
