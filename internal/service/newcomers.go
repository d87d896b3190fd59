package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// What a form picks from can be made in that form: it is saved with it, or neither is.

// newcomer adds somebody by their name alone; nothing typed is nobody.
func newcomer(ctx context.Context, tx *repository.Store, v domain.Viewer, field, typed string) (*string, error) {
	if blank(typed) {
		return nil, nil
	}
	f := apperr.Form{}
	name := required(f, field, typed, "Enter a name.", maxName)
	if err := f.Err(); err != nil {
		return nil, err
	}
	row := model.Person{DisplayName: name, NameKey: text.Key(name), Relationship: "other"}
	if err := tx.People.Create(ctx, v, &row); err != nil {
		return nil, err
	}
	if err := keepNew(ctx, tx, v, domain.EntityPerson, row.ID); err != nil {
		return nil, err
	}
	return &row.ID, record(ctx, tx, v, onPerson(domain.VerbCreated, row), payload{Title: row.DisplayName})
}

// newcomers adds several people, and returns them as an occasion's, without a budget.
func newcomers(ctx context.Context, tx *repository.Store, v domain.Viewer, typed string) ([]model.OccasionPerson, error) {
	var all []model.OccasionPerson
	for _, name := range text.List(typed) {
		id, err := newcomer(ctx, tx, v, "new_people", name)
		if err != nil {
			return nil, err
		}
		all = append(all, model.OccasionPerson{PersonID: *id})
	}
	return all, nil
}

// freshList adds a list by its name and whom it is for, from whom it is hidden; nothing typed is none.
func freshList(ctx context.Context, tx *repository.Store, v domain.Viewer, in dto.FreshList) (string, error) {
	if blank(in.NewList) {
		return "", nil
	}
	f := apperr.Form{}
	row := model.List{
		OwnerID: v.UserID, Name: required(f, "new_list", in.NewList, "Enter a name.", maxName), Type: domain.ListGift,
		TargetPersonID: idOrNil(in.NewListFor), Visibility: domain.HiddenFromTarget,
	}
	switch {
	case row.TargetPersonID == nil:
		row.Type, row.Visibility = domain.ListIdea, domain.VisibleToFamily
	case v.Is(in.NewListFor):
		row.Type, row.Visibility = domain.ListWishlist, domain.VisibleToFamily
	default:
		_, err := tx.People.Get(ctx, v, in.NewListFor)
		if err := missingField(f, err, "new_list_for", "Choose a person of the family."); err != nil {
			return "", err
		}
	}
	if err := f.Err(); err != nil {
		return "", err
	}
	row.NameKey = text.Key(row.Name)
	err := insertList(ctx, tx, v, &row)
	return row.ID, err
}

// pickNew lets a list be for somebody new, and for a new occasion.
func (s *Lists) pickNew(ctx context.Context, tx *repository.Store, v domain.Viewer, row *model.List, in dto.ListInput) error {
	person, err := newcomer(ctx, tx, v, "new_person", in.NewPerson)
	if err != nil {
		return err
	}
	occasion, err := newOccasion(ctx, tx, v, s.today(v), in)
	if err != nil {
		return err
	}
	if person != nil {
		row.TargetPersonID = person
	}
	if occasion != nil {
		row.OccasionID = occasion
	}
	return nil
}

// newOccasion adds an occasion by its name and day; no name typed is none.
func newOccasion(ctx context.Context, tx *repository.Store, v domain.Viewer, today calendar.Date, in dto.ListInput) (*string, error) {
	if blank(in.NewOccasion) && blank(in.NewOccasionDate) {
		return nil, nil
	}
	f := apperr.Form{}
	row := model.Occasion{
		Name: required(f, "new_occasion", in.NewOccasion, "Enter a name.", maxName), Type: domain.OccasionOther, Recurrence: calendar.Once,
		Date: date(f, v, "new_occasion_date", in.NewOccasionDate, today, calendar.Upcoming),
	}
	if err := f.Err(); err != nil {
		return nil, err
	}
	row.NameKey, row.NextOn = text.Key(row.Name), calendar.Next(row.Date, row.Recurrence, today)
	if err := tx.Occasions.Create(ctx, v, &row); err != nil {
		return nil, err
	}
	if err := keepNew(ctx, tx, v, domain.EntityOccasion, row.ID); err != nil {
		return nil, err
	}
	return &row.ID, record(ctx, tx, v, onOccasion(domain.VerbCreated, row), payload{Title: row.Name})
}
