package service

import (
	"context"
	"slices"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// unshownGift stops a gift of the catalog on its way to a list (shows) where somebody would see it from whom it is hidden
// wherever it stands. What its privacy there is hides it from the one whom that list is for.
func (t turn) unshownGift(ctx context.Context, to model.List, giftID, title string, privacy domain.Privacy) error {
	rows, err := t.tx.Items.OfGift(ctx, t.v, giftID)
	if err != nil {
		return err
	}
	var asked, names []string
	wish := false
	for _, row := range rows {
		personID := idOf(row.ListTargetID)
		theirs := personID == idOf(to.TargetPersonID)
		if row.TargetUserID == nil || slices.Contains(asked, personID) || theirs && privacy == domain.PrivacyHidden {
			continue
		}
		asked = append(asked, personID)
		name, err := newTo(ctx, t.tx, t.v, *row.TargetUserID, to.ID, giftID)
		if err != nil {
			return err
		}
		if name != "" {
			names, wish = append(names, name), wish || theirs
		}
	}
	if len(names) == 0 {
		return nil
	}
	return shows{who: strings.Join(names, ", "), title: title, on: to.Name, asWish: wish && len(names) == 1}
}

// mayShow is unshownGift for a gift that is added to a list. One that stands there already is refused first.
func (t turn) mayShow(ctx context.Context, to model.List, gift model.Gift, item model.ListItem) error {
	if !t.v.Is(idOf(to.TargetPersonID)) {
		if err := isFree(ctx, t, to.ID, &repository.ItemRow{ListItem: item, GiftTitle: gift.Title}); err != nil {
			return err
		}
	}
	return t.unshownGift(ctx, to, gift.ID, gift.Title, item.Privacy)
}

// newTo names the member who sees a list, and of a gift nothing yet that the viewer knows of; "" where it is not so.
func newTo(ctx context.Context, tx *repository.Store, v domain.Viewer, userID, listID, giftID string) (string, error) {
	eyes, name, err := eyesOf(ctx, tx, v, userID)
	if err != nil || name == "" {
		return "", err
	}
	switch _, err := tx.Lists.Get(ctx, eyes, listID); {
	case apperr.CodeOf(err) == apperr.NotFound:
		return "", nil
	case err != nil:
		return "", err
	}
	n, err := tx.Items.CountOfGift(ctx, eyes, giftID)
	if n > 0 {
		name = ""
	}
	return name, err
}

// eyesOf are the eyes of a member through which the viewer looks, and the name of the person that they are; "" for who
// has left the family, or is none.
func eyesOf(ctx context.Context, tx *repository.Store, v domain.Viewer, userID string) (domain.Viewer, string, error) {
	members, err := tx.Accounts.Roster(ctx, v)
	i := slices.IndexFunc(members, func(m repository.RosterRow) bool { return m.UserID == userID })
	if err != nil || i < 0 {
		return domain.Viewer{}, "", err
	}
	eyes := v
	eyes.UserID, eyes.Role, eyes.PersonID, eyes.Onlooker = userID, members[i].Role, idOf(members[i].PersonID), &v
	return eyes, nameOf(members[i].PersonName), nil
}

// unshownList runs a change of a list, and asks (field sure) when by it the one whom the list was for until now sees gifts
// there that they did not see before: both are counted with their eyes.
func unshownList(ctx context.Context, tx *repository.Store, v domain.Viewer, was string, list *model.List, sure bool, change func() error) error {
	if sure || was == "" || v.Is(was) {
		return change()
	}
	person, err := tx.People.Get(ctx, v, was)
	if err != nil {
		return err
	}
	eyes, name, err := eyesOf(ctx, tx, v, idOf(person.UserID))
	if err != nil {
		return err
	}
	if name == "" {
		return change()
	}
	eyes.Onlooker = nil // until now the viewer sees all that is on the list
	before, err := tx.Items.CountSeen(ctx, eyes, list.ID)
	if err != nil {
		return err
	}
	if err := change(); err != nil {
		return err
	}
	after, err := tx.Items.CountSeen(ctx, eyes, list.ID)
	if err != nil || after <= before {
		return err
	}
	f, n := apperr.Form{}, after-before
	if was == idOf(list.TargetPersonID) {
		f.Say("sure", lang.SaidN(n, "%[2]s would see %[1]d gift of this list, which they do not see now.",
			"%[2]s would see %[1]d gifts of this list, which they do not see now.", name))
	} else {
		f.Say("sure", lang.SaidN(n, "%[2]s would see %[1]d gift of this list, with who buys it and how far it is. Now they do not.",
			"%[2]s would see %[1]d gifts of this list, with who buys them and how far they are. Now they do not.", name))
	}
	return f.Err()
}
