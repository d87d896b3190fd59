package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// moveWish moves or copies an item of one of the viewer's own lists. How it goes depends on what the viewer sees alone:
// whether somebody has the wish in hand, or the gift stands hidden on the other list, makes no difference to them.
func (s *Items) moveWish(ctx context.Context, t turn, id string, in dto.MoveInput) (dto.Moved, error) {
	wish, err := t.tx.Items.Wish(ctx, t.v, id)
	out := dto.Moved{ItemID: id, Title: wish.Title}
	if err != nil {
		return out, err
	}
	row, err := t.tx.Items.Get(ctx, t.v, id)
	if err == nil && !in.Copy {
		row, err = s.ownWish(ctx, t.tx, t.v, id)
	}
	if err != nil {
		return out, err
	}
	if in.Version != 0 && in.Version != row.WishVersion {
		return out, apperr.New(apperr.Conflict, "You changed this in another window meanwhile. Look at it again.")
	}
	list, err := t.tx.Lists.Get(ctx, t.v, in.ListID)
	if err != nil {
		return out, err
	}
	out.List = dto.Ref{ID: list.ID, Name: list.Name}
	switch along, wider := t.v.Is(idOf(list.TargetPersonID)), false; {
	case in.Copy:
		out.ItemID, err = t.wishOn(ctx, list, row, wish.Title)
	default:
		if along {
			wider, err = seenByAsMany(ctx, t, row.ListID, list)
		}
		if err == nil && wider {
			err = carryAlong(ctx, t, &row, list, wish.Title)
		} else if err == nil {
			out.ItemID, err = s.leaveBehind(ctx, t, row, list, wish.Title)
		}
	}
	return out, err
}

// wishOn puts the gift of a wish on another list; of the plan nothing goes along.
func (t turn) wishOn(ctx context.Context, list model.List, row model.ListItem, title string) (string, error) {
	item, err := t.freshOn(ctx, list, row, "")
	if err != nil {
		return "", err
	}
	if t.v.Is(idOf(list.TargetPersonID)) {
		item.WishNotes = row.WishNotes
	}
	return put(ctx, t.tx, t.v, list, item, title)
}

// seenByAsMany reports whether everybody who sees a list sees another one too: then nobody loses sight of what they plan
// when a wish moves there.
func seenByAsMany(ctx context.Context, t turn, listID string, other model.List) (bool, error) {
	list, err := t.tx.Lists.Get(ctx, t.v, listID)
	same := list.Visibility == other.Visibility && list.OwnerID == other.OwnerID
	return same || other.Visibility == domain.VisibleToFamily, err
}

// carryAlong moves a wish with all that others plan on it. Where the gift stands on the other list hidden from the
// viewer, that goes on with a copy of the gift: the viewer is told nothing, and nobody loses what they plan.
func carryAlong(ctx context.Context, t turn, row *model.ListItem, list model.List, title string) error {
	held, err := t.tx.Items.OnList(ctx, t.v, list.ID, row.GiftID)
	switch {
	case apperr.CodeOf(err) == apperr.NotFound:
	case err != nil:
		return err
	case held.Privacy != domain.PrivacyHidden:
		return standsThere(title)
	default:
		if err := t.tx.Gifts.Part(ctx, t.v, held); err != nil {
			return err
		}
	}
	last, err := t.tx.Items.LastPlace(ctx, t.v, list.ID)
	if err != nil {
		return err
	}
	row.ListID, row.Position, row.WishPosition = list.ID, last.Plan+repository.PositionGap, last.Wish+repository.PositionGap
	if err := t.tx.Items.UpdateWish(ctx, t.v, row, "list_id", "position", "wish_position"); err != nil {
		return err
	}
	return record(ctx, t.tx, t.v, onItem(domain.VerbMoved, *row), payload{Title: title})
}

// leaveBehind puts the gift of a wish on another list and takes the wish back: what somebody has in hand stays with them.
func (s *Items) leaveBehind(ctx context.Context, t turn, row model.ListItem, list model.List, title string) (string, error) {
	id, err := t.wishOn(ctx, list, row, title)
	if err != nil {
		return "", err
	}
	return id, takeBackWish(ctx, t.tx, t.v, row)
}
