package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Ideas is how gifts come in from outside: one quickly, or many at once.
type Ideas struct {
	core
	items *Items
	gifts *Gifts
}

// Draft is the quick-add form for what was shared, filled in with what the page behind the link says. A page that
// cannot be read is no error. One on the link itself is a field error, beside a draft that still has all that came.
func (s *Ideas) Draft(ctx context.Context, v domain.Viewer, in dto.Shared) (dto.IdeaDraft, error) {
	var out dto.IdeaDraft
	if err := policy.Change(v); err != nil {
		return out, err
	}
	rows, err := s.store.Lists.Choices(ctx, v, in.ListID)
	if err != nil {
		return out, err
	}
	out.Lists = toLists(v, rows)
	if in.ListID == "" && in.For != "" {
		in.ListID = nearest(rows, in.For, "", s.today(v))
	}
	out.Input = dto.IdeaInput{GiftInput: draftOf(in), ListID: chosen(out.Lists, in.ListID)}
	out.Input.Currency, out.Input.NewListFor = v.Currency, in.For
	if blank(out.Input.Link) || in.Read == "no" {
		return out, nil
	}
	read, err := s.gifts.Preview(ctx, v, out.Input.Link)
	if apperr.CodeOf(err) == apperr.RateLimited {
		out.Warnings = []string{failure(ctx, err)}
		out.Input.Title = firstOf(out.Input.Title, titleOf(out.Input.Link))
		return out, nil
	}
	if err != nil {
		return out, err
	}
	out.Warnings = read.Warnings
	out.Input.GiftInput = merged(out.Input.GiftInput, read.Input)
	return out, nil
}

// merged is what a page says, completed by what was shared with its link. Whoever shared it saw the page: where only
// the link gave a title, theirs is better.
func merged(shared, read dto.GiftInput) dto.GiftInput {
	if read.Title == "" || shared.Title != "" && read.Title == titleOf(shared.Link) {
		read.Title = shared.Title
	}
	read.Description, read.Tags = firstOf(read.Description, shared.Description), shared.Tags
	return read
}

// Lists are those that the viewer may add to, the Idea Inbox first; the one with an id is among them in any case, if
// the viewer sees it.
func (s *Ideas) Lists(ctx context.Context, v domain.Viewer, id string) ([]dto.List, error) {
	rows, err := s.store.Lists.Choices(ctx, v, id)
	return toLists(v, rows), err
}

func toLists(v domain.Viewer, rows []repository.ListRow) []dto.List {
	lists := make([]dto.List, len(rows))
	for i, row := range rows {
		lists[i] = toList(v, row)
	}
	return lists
}

// chosen is the list with an id, else the first.
func chosen(lists []dto.List, id string) string {
	for _, l := range lists {
		if l.ID == id {
			return id
		}
	}
	if len(lists) > 0 {
		return lists[0].ID
	}
	return ""
}

// Add puts an idea on its list, and returns the list and the item's id.
func (s *Ideas) Add(ctx context.Context, v domain.Viewer, in dto.IdeaInput) (dto.Ref, string, error) {
	var list dto.Ref
	var id string
	err := s.inTurn(ctx, v, func(t turn) error {
		var err error
		if list, err = listOf(ctx, t.tx, v, in.ListID, in.FreshList); err != nil {
			return err
		}
		id, err = addTo(ctx, t, list.ID, dto.AddInput{GiftInput: in.GiftInput})
		return err
	})
	return list, id, err
}

// listOf is the list that a form names: a new one before the one that is picked. No list is the Idea Inbox, and one that
// is not there a field error.
func listOf(ctx context.Context, tx *repository.Store, v domain.Viewer, id string, fresh dto.FreshList) (dto.Ref, error) {
	made, err := freshList(ctx, tx, v, fresh)
	if err != nil {
		return dto.Ref{}, err
	}
	if id = firstOf(made, id); id == "" {
		row, err := tx.Lists.Inbox(ctx, v)
		return dto.Ref{ID: row.ID, Name: row.Name}, err
	}
	f := apperr.Form{}
	row, err := tx.Lists.Get(ctx, v, id)
	if err := missingField(f, err, "list_id", "This list is not there any more. Choose another one."); err != nil {
		return dto.Ref{}, err
	}
	return dto.Ref{ID: row.ID, Name: row.Name}, f.Err()
}

// whereItStands says on which lists the viewer can see the thing behind a link already; "" is nowhere.
func whereItStands(ctx context.Context, store *repository.Store, v domain.Viewer, canonical string) (string, error) {
	uses, err := store.Gifts.UsesOfLink(ctx, v, canonical)
	if err != nil {
		return "", err
	}
	if len(uses) > 0 {
		return alreadyOn(ctx, uses), nil
	}
	known, err := store.Gifts.ByCanonical(ctx, v, canonical)
	if apperr.CodeOf(err) == apperr.NotFound {
		return "", nil
	}
	return lang.T(ctx, "“%s” is in the catalog already, with this link.", known.Title), err
}

// alreadyOn names the first of the lists, and counts the others.
func alreadyOn(ctx context.Context, uses []repository.LinkUseRow) string {
	first, others := uses[0], len(uses)-1
	switch forNobody := first.TargetName == nil; {
	case forNobody && others == 0:
		return lang.T(ctx, "“%s” is already on “%s”.", first.GiftTitle, first.ListName)
	case forNobody:
		return lang.N(ctx, others, "“%[2]s” is already on “%[3]s”, and on %[1]d other list.",
			"“%[2]s” is already on “%[3]s”, and on %[1]d other lists.", first.GiftTitle, first.ListName)
	case others == 0:
		return lang.T(ctx, "“%s” is already on “%s”, a list for %s.", first.GiftTitle, first.ListName, *first.TargetName)
	}
	return lang.N(ctx, others, "“%[2]s” is already on “%[3]s”, a list for %[4]s, and on %[1]d other list.",
		"“%[2]s” is already on “%[3]s”, a list for %[4]s, and on %[1]d other lists.", first.GiftTitle, first.ListName, *first.TargetName)
}
