package service

import (
	"context"
	"encoding/json"
	"maps"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// was is how a thing was before a change: what its form showed, or where it was. A thing is put back by what its service
// does with that, so that all rules hold, for who the viewer is by then.
type was struct {
	Version  int64  `json:",omitempty"`
	Locale   string `json:",omitempty"` // in which the forms were written
	Archived bool   `json:",omitempty"`
	Trashed  bool   `json:",omitempty"`
	Started  bool   `json:",omitempty"` // the occasion carries on another

	Person   *dto.PersonInput   `json:",omitempty"`
	Occasion *dto.OccasionInput `json:",omitempty"`
	List     *dto.ListInput     `json:",omitempty"`
	Gift     *dto.GiftInput     `json:",omitempty"`
	Tag      *dto.TagInput      `json:",omitempty"`
	Comment  *dto.CommentInput  `json:",omitempty"`
	Wish     *dto.ItemInput     `json:",omitempty"`
	Merged   *repository.Merged `json:",omitempty"`
	Place    *place             `json:",omitempty"`

	Family     *dto.FamilyInput   `json:",omitempty"`
	Profile    *dto.ProfileInput  `json:",omitempty"` // never with an address or a password
	Appearance *dto.SettingsInput `json:",omitempty"`
	Shortcuts  *bool              `json:",omitempty"`
	Role       *roleWas           `json:",omitempty"`
	Picture    *pictureWas        `json:",omitempty"`
}

func wasOf(step model.UndoStep) (was, error) {
	var p was
	return p, json.Unmarshal([]byte(step.Before), &p)
}

// stateOf is where a thing is.
func stateOf(m model.Editable) was {
	return was{Version: m.Version, Archived: m.ArchivedAt != nil, Trashed: m.DeletedAt != nil}
}

// stateBefore is where a thing is before it is brought back. Of what the viewer does not see nothing is known.
func stateBefore(ctx context.Context, tx *repository.Store, v domain.Viewer, kind domain.Entity, id string) (was, error) {
	m, err := tx.Undo.StateOf(ctx, v, kind, id)
	if apperr.CodeOf(err) == apperr.NotFound {
		err = nil
	}
	return stateOf(m), err
}

// personWas is a person as their form showed them.
func personWas(v domain.Viewer, row model.Person, tags string) was {
	form := toPerson(v, calendar.Date{}, row).Form()
	form.UserID, form.Tags, form.Version = idOf(row.UserID), tags, 0
	return was{Version: row.Version, Person: &form}
}

// giftWas is a gift as its form showed it.
func giftWas(v domain.Viewer, row model.Gift, tags string) was {
	form := dto.Gift{
		Title: row.Title, Description: row.Description, Link: row.Link, Links: giftLinks(row.Links), ImageURL: row.ImageURL, Source: row.Source,
		Price: moneyOrNil(v, row.Price, row.Currency), Currency: firstOf(row.Currency, v.Currency),
	}.Form()
	form.Tags = tags
	return was{Version: row.Version, Gift: &form}
}

// tagWas is a tag as its form showed it.
func tagWas(row model.Tag) was {
	return was{Version: row.Version, Tag: &dto.TagInput{
		Name: row.Name, Type: string(row.Type), Color: string(row.Color), Description: row.Description,
	}}
}

// wishWas is a wish as its form showed it to who wished for it.
func wishWas(row model.ListItem) was {
	form := dto.Wish{Quantity: row.Quantity, Priority: row.Priority, Notes: row.WishNotes}.Form()
	return was{Version: row.WishVersion, Wish: &form}
}

// listWas is a list as its form showed it.
func listWas(row model.List) was {
	return was{Version: row.Version, List: &dto.ListInput{
		Name: row.Name, Type: string(row.Type), TargetPersonID: idOf(row.TargetPersonID), OccasionID: idOf(row.OccasionID),
		Visibility: string(row.Visibility), Notes: row.Notes,
	}}
}

// occasionWas is an occasion as its form showed it, beside the budgets that were saved instead: whose budget was not
// touched keeps what others give them meanwhile. The viewer's own is in neither.
func (s *Occasions) occasionWas(v domain.Viewer, row model.Occasion, before []repository.ScopeRow, saved []model.OccasionPerson) was {
	form := s.toOccasion(v, row, before).Form()
	shown := maps.Clone(form.Budgets)
	for id := range shown {
		shown[id] = "" // who was taken off has none
	}
	for _, p := range saved {
		shown[p.PersonID] = ""
		if !v.Is(p.PersonID) {
			shown[p.PersonID] = dto.InputOf(moneyOrNil(v, p.Budget, v.Currency))
		}
		if _, there := form.Budgets[p.PersonID]; !there {
			form.Budgets[p.PersonID] = ""
		}
	}
	form.Shown = shown
	return was{Version: row.Version, Occasion: &form}
}

// budgets reports whether a change touched somebody's budget.
func (w was) budgets() bool { return !maps.Equal(w.Occasion.Budgets, w.Occasion.Shown) }
