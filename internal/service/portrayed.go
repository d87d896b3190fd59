package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

func (id ofGift) load(ctx context.Context, store *repository.Store, v domain.Viewer) (string, *model.Picture, error) {
	gift, err := store.Gifts.Get(ctx, v, string(id))
	if err != nil {
		return "", nil, err
	}
	held, err := orNone(store.Pictures.OfGift(ctx, v, string(id)))
	return gift.ImageURL, held, err
}

func (id ofGift) relink(ctx context.Context, tx *repository.Store, v domain.Viewer, link string) (int64, error) {
	gift, err := tx.Gifts.Get(ctx, v, string(id))
	if err != nil {
		return 0, err
	}
	gift.ImageURL = link
	if err := tx.Gifts.Update(ctx, v, &gift, "image_url"); err != nil {
		return 0, err
	}
	return gift.Version, record(ctx, tx, v, onGift(domain.VerbUpdated, gift), payload{Title: gift.Title})
}

func (id ofGift) entity() (domain.Entity, string) { return domain.EntityGiftPicture, string(id) }

func (id ofGift) mark(row *model.Picture) {
	gift := string(id)
	row.GiftID = &gift
}

func (id ofPerson) load(ctx context.Context, store *repository.Store, v domain.Viewer) (string, *model.Picture, error) {
	person, err := store.People.Get(ctx, v, string(id))
	if err != nil {
		return "", nil, err
	}
	held, err := orNone(store.Pictures.OfPerson(ctx, v, string(id)))
	return person.PhotoURL, held, err
}

func (id ofPerson) relink(ctx context.Context, tx *repository.Store, v domain.Viewer, link string) (int64, error) {
	person, err := tx.People.Get(ctx, v, string(id))
	if err != nil {
		return 0, err
	}
	person.PhotoURL = link
	if err := tx.People.Update(ctx, v, &person, "photo_url"); err != nil {
		return 0, err
	}
	return person.Version, record(ctx, tx, v, onPerson(domain.VerbUpdated, person), payload{Title: person.DisplayName})
}

func (id ofPerson) entity() (domain.Entity, string) { return domain.EntityPersonPicture, string(id) }

func (id ofPerson) mark(row *model.Picture) {
	person := string(id)
	row.PersonID = &person
}

// orNone makes nil of a picture that is not there.
func orNone(row model.Picture, err error) (*model.Picture, error) {
	if apperr.CodeOf(err) == apperr.NotFound {
		return nil, nil //nolint:nilnil // no picture is an answer
	}
	return &row, err
}
