package service

import (
	"context"
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Move puts an item on another list, with its status, buyer, prices and history; or a copy of it, which keeps the gift,
// quantity, priority and planned price alone. A target moves and copies their own wishes. It asks first (a wrong field
// sure) before somebody sees what was hidden from them.
func (s *Items) Move(ctx context.Context, v domain.Viewer, id string, in dto.MoveInput) (dto.Moved, error) {
	var out dto.Moved
	err := s.inTurn(ctx, v, func(t turn) error {
		var err error
		out, err = s.move(ctx, t, id, in)
		return asked(err)
	})
	return out, err
}

// Destinations are the lists that an item can go to, those for the same person first, and whom a new one can be for.
func (s *Items) Destinations(ctx context.Context, v domain.Viewer, id string) (dto.Destinations, error) {
	var out dto.Destinations
	if err := policy.Change(v); err != nil {
		return out, err
	}
	from, err := s.store.Items.Standing(ctx, v, id)
	if err != nil {
		return out, err
	}
	rows, err := s.store.Lists.Choices(ctx, v, from.ListID)
	if err != nil {
		return out, err
	}
	at := slices.IndexFunc(rows, func(row repository.ListRow) bool { return row.ID == from.ListID })
	if at < 0 { // deleted since
		return out, apperr.Missing()
	}
	if out.People, err = peopleNames(ctx, s.store, v); err != nil {
		return out, err
	}
	here := rows[at]
	out.For = idOf(here.TargetPersonID)
	var same, others []dto.List
	for _, row := range rows {
		switch {
		case row.ID == here.ID:
		case row.TargetPersonID != nil && idOf(row.TargetPersonID) == idOf(here.TargetPersonID):
			same = append(same, toList(v, row))
		default:
			others = append(others, toList(v, row))
		}
	}
	out.Lists = slices.Concat(same, others)
	return out, nil
}

// move is Move within a turn. A refusal names the item too, where the viewer sees it.
func (s *Items) move(ctx context.Context, t turn, id string, in dto.MoveInput) (dto.Moved, error) {
	row, err := t.hold(ctx, id)
	if apperr.CodeOf(err) == apperr.NotFound {
		return s.moveWish(ctx, t, id, in)
	}
	out := dto.Moved{ItemID: id, Title: row.GiftTitle}
	if err != nil {
		return out, err
	}
	if in.Version != 0 && in.Version != row.Version {
		return out, updatedBy(ctx, t.tx, t.v, id, stale())
	}
	list, err := t.tx.Lists.Named(ctx, t.v, in.ListID)
	if err != nil {
		return out, err
	}
	out.List = dto.Ref{ID: list.ID, Name: list.Name}
	from, err := t.tx.Lists.Named(ctx, t.v, row.ListID)
	if err == nil && !in.Copy {
		err = mayLeave(t.v, &row)
	}
	if err == nil && !t.v.Is(idOf(list.TargetPersonID)) {
		err = isFree(ctx, t, list.ID, &row)
	}
	if err == nil && !in.Sure {
		err = t.unshown(ctx, from, list, &row, in.Copy)
	}
	if err == nil && !in.Sure {
		err = t.unshownElsewhere(ctx, from, list, &row)
	}
	if err == nil {
		out.ItemID, err = t.transfer(ctx, from, list, &row, in.Copy)
	}
	return out, err
}

// transfer is a move that nothing speaks against. It returns the id of the item on the other list.
func (t turn) transfer(ctx context.Context, from, to repository.ListRow, row *repository.ItemRow, isCopy bool) (string, error) {
	wanted := wantedAt(from, to, row.ListItem)
	switch {
	case isCopy:
		return copyTo(ctx, t, row, to.List, wanted)
	case t.v.Is(idOf(to.TargetPersonID)):
		return moveHome(ctx, t, row, to.List)
	}
	return row.ID, moveTo(ctx, t, row, to, wanted)
}

func stale() error { return apperr.New(apperr.Conflict, "Somebody changed this just now.") }

func standsThere(title string) error {
	return apperr.New(apperr.Conflict, "“%s” is on this list already.", title)
}

// mayLeave decides whether the viewer may take an item off its list: not what somebody else has in hand, and not a wish,
// because whoever wished for it would notice.
func mayLeave(v domain.Viewer, row *repository.ItemRow) error {
	if isWish(row) && row.WithdrawnAt == nil {
		return apperr.New(apperr.Forbidden, "This is a wish of the person it is for, who would notice. Copy it to the other list instead.")
	}
	return policy.Assign(v, machineItem(row))
}

// moveTo puts the item itself on another list that the viewer plans.
func moveTo(ctx context.Context, t turn, row *repository.ItemRow, list repository.ListRow, wanted domain.Privacy) error {
	last, err := t.tx.Items.LastPlace(ctx, t.v, list.ID)
	if err != nil {
		return err
	}
	before := row.ListItem
	sameTarget := idOf(list.TargetPersonID) == idOf(row.ListTargetID)
	row.ListID, row.Position, row.WishPosition = list.ID, last.Plan+repository.PositionGap, last.Wish+repository.PositionGap
	row.Privacy, err = privacyOfNew(ctx, t.tx, t.v, list.List, wanted)
	if err != nil {
		return err
	}
	if list.TargetUserID != nil && row.AddedBy == *list.TargetUserID { // it is no wish of theirs for being moved here
		row.AddedBy = t.v.UserID
	}
	if !sameTarget {
		row.WithdrawnAt, row.WishNotes, row.WishNews = nil, "", ""
	}
	err = t.tx.Items.Update(ctx, t.v, &row.ListItem, "list_id", "position", "wish_position", "privacy", "added_by_id",
		"withdrawn_at", "wish_notes", "wish_news")
	if err != nil {
		return err
	}
	if err := record(ctx, t.tx, t.v, onItem(domain.VerbMoved, row.ListItem), payload{Title: row.GiftTitle}); err != nil {
		return err
	}
	return t.keep(ctx, domain.VerbMoved, before, *row)
}

// isFree refuses a list on which the gift stands already, the item's own too.
func isFree(ctx context.Context, t turn, listID string, row *repository.ItemRow) error {
	_, err := t.tx.Items.OnList(ctx, t.v, listID, row.GiftID)
	switch {
	case err == nil:
		return standsThere(row.GiftTitle)
	case apperr.CodeOf(err) == apperr.NotFound:
		return nil
	}
	return err
}

// copyTo puts the same gift on another list, as an idea.
func copyTo(ctx context.Context, t turn, row *repository.ItemRow, list model.List, wanted domain.Privacy) (string, error) {
	item, err := t.freshOn(ctx, list, row.ListItem, wanted)
	if err != nil {
		return "", err
	}
	own := t.v.Is(idOf(list.TargetPersonID))
	if !own {
		item.Currency, item.PlannedPrice = row.Currency, row.PlannedPrice
	}
	id, err := put(ctx, t.tx, t.v, list, item, row.GiftTitle)
	if err != nil || own { // what is put on one's own list is a wish, and has no undo
		return id, err
	}
	item.ID, item.Version = id, 1
	return id, t.keepPast(ctx, domain.VerbCopied, item, past{Columns: []string{made}})
}

// freshOn is an item of the same gift, quantity and priority for another list.
func (t turn) freshOn(ctx context.Context, list model.List, from model.ListItem, wanted domain.Privacy) (model.ListItem, error) {
	gift, err := t.tx.Gifts.Get(ctx, t.v, from.GiftID)
	if err != nil {
		return model.ListItem{}, err
	}
	item := model.ListItem{
		ListID: list.ID, GiftID: from.GiftID, AddedBy: t.v.UserID, Status: domain.StatusIdea, Quantity: from.Quantity,
		Priority: from.Priority, Currency: firstOf(gift.Currency, t.v.Currency), WishVersion: 1, WishUpdatedAt: t.tx.Now(),
	}
	item.Privacy, err = privacyOfNew(ctx, t.tx, t.v, list, wanted)
	return item, err
}

// moveHome makes an item a wish on a list of the viewer's own. What was planned stays behind in the trash: the viewer
// would not see it any more. Whatever stands there hidden from the viewer, it is a wish added and an item taken away.
func moveHome(ctx context.Context, t turn, row *repository.ItemRow, list model.List) (string, error) {
	item, err := t.freshOn(ctx, list, row.ListItem, "")
	if err != nil {
		return "", err
	}
	id, err := put(ctx, t.tx, t.v, list, item, row.GiftTitle)
	if err != nil {
		return "", err
	}
	return id, t.tx.Items.Trash(ctx, t.v, row.ID)
}
