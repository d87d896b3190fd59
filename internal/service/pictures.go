package service

import (
	"context"
	"crypto/rand"
	"errors"
	"strconv"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/blobs"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/metadata"
	"kinlist/internal/model"
	"kinlist/internal/picture"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// PictureReader fetches the file behind a picture's link. key is whom the fetching is counted for.
type PictureReader interface {
	Picture(ctx context.Context, key, link string) ([]byte, error)
}

// Files keeps the files of pictures; package blobs has them.
type Files interface {
	Put(ctx context.Context, key, contentType string, file []byte) error
	Get(ctx context.Context, key string) ([]byte, error)
	Delete(ctx context.Context, key string) error
	Older(ctx context.Context, before time.Time, do func(key string) error) error
}

// Pictures keeps the pictures of gifts and people. A picture comes from the link that a gift or person has for it, which
// the server fetches, or from a file that somebody sends, which takes the link's place.
type Pictures struct {
	core
	reader PictureReader
	files  Files
	maker  *picture.Maker
}

// ofGift and ofPerson say whose picture a method is about.
type ofGift string

type ofPerson string

// portrayed is what has a picture, as the viewer sees it.
type portrayed interface {
	// load returns the link of its picture and the picture that it has, nil for none.
	load(ctx context.Context, store *repository.Store, v domain.Viewer) (link string, held *model.Picture, err error)
	// relink gives it another link, "" for none, and returns the version that this made.
	relink(ctx context.Context, tx *repository.Store, v domain.Viewer, link string) (int64, error)
	// entity is what a change of its picture is of.
	entity() (kind domain.Entity, id string)
	// mark says on a new picture whose it is.
	mark(row *model.Picture)
}

// Open returns one size of a picture (picture.Small or picture.Large) that the viewer may see. A picture is as hidden as
// its gift: what is not the viewer's to see answers as what is not there.
func (s *Pictures) Open(ctx context.Context, v domain.Viewer, id string, size int) (dto.PictureFile, error) {
	row, err := s.store.Pictures.Get(ctx, v, id)
	if err != nil {
		return dto.PictureFile{}, err
	}
	if size != picture.Small {
		size = picture.Large
	}
	file, err := s.files.Get(ctx, fileName(row.FileKey, size))
	if errors.Is(err, blobs.ErrNone) {
		return dto.PictureFile{}, apperr.Missing()
	}
	return dto.PictureFile{Type: row.ContentType, File: file}, err
}

// AddToGift gives a gift the picture in a file that somebody sends.
func (s *Pictures) AddToGift(ctx context.Context, v domain.Viewer, giftID string, file []byte) error {
	return s.add(ctx, v, ofGift(giftID), file)
}

// AddToPerson gives a person the picture in a file that somebody sends.
func (s *Pictures) AddToPerson(ctx context.Context, v domain.Viewer, personID string, file []byte) error {
	return s.add(ctx, v, ofPerson(personID), file)
}

// UpdateOfGift brings a gift's picture in line with its link after a save: a new link is fetched, and the picture of one
// that was taken away goes. The error is a sentence on why there is no new picture; the old one stays then.
func (s *Pictures) UpdateOfGift(ctx context.Context, v domain.Viewer, giftID string) error {
	return s.update(ctx, v, ofGift(giftID), false)
}

// UpdateOfItem is UpdateOfGift for the gift that an item is.
func (s *Pictures) UpdateOfItem(ctx context.Context, v domain.Viewer, itemID string) error {
	item, err := s.store.Items.Standing(ctx, v, itemID)
	if err != nil {
		return err
	}
	return s.UpdateOfGift(ctx, v, item.GiftID)
}

// UpdateOfPerson brings a person's picture in line with its link, as UpdateOfGift does.
func (s *Pictures) UpdateOfPerson(ctx context.Context, v domain.Viewer, personID string) error {
	return s.update(ctx, v, ofPerson(personID), false)
}

// ResetOfGift fetches the picture behind a gift's link again.
func (s *Pictures) ResetOfGift(ctx context.Context, v domain.Viewer, giftID string) error {
	return s.update(ctx, v, ofGift(giftID), true)
}

// ResetOfPerson fetches the picture behind a person's link again.
func (s *Pictures) ResetOfPerson(ctx context.Context, v domain.Viewer, personID string) error {
	return s.update(ctx, v, ofPerson(personID), true)
}

// RemoveFromGift takes a gift's picture away, and the link that it came from.
func (s *Pictures) RemoveFromGift(ctx context.Context, v domain.Viewer, giftID string) error {
	return s.remove(ctx, v, ofGift(giftID))
}

// RemoveFromPerson takes a person's picture away, and the link that it came from.
func (s *Pictures) RemoveFromPerson(ctx context.Context, v domain.Viewer, personID string) error {
	return s.remove(ctx, v, ofPerson(personID))
}

func (s *Pictures) add(ctx context.Context, v domain.Viewer, of portrayed, file []byte) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	if _, _, err := of.load(ctx, s.store, v); err != nil {
		return err
	}
	return s.replace(ctx, v, of, file, "")
}

func (s *Pictures) update(ctx context.Context, v domain.Viewer, of portrayed, again bool) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	link, held, err := of.load(ctx, s.store, v)
	switch {
	case err != nil:
		return err
	case link == "" && again:
		return apperr.New(apperr.Invalid, "There is no link to fetch a picture from: add one, or send a file.")
	case link == "" && held != nil && held.SourceURL != "":
		return s.write(ctx, v, func(tx *repository.Store) error {
			if err := tx.Pictures.Delete(ctx, v, held.ID); err != nil {
				return err
			}
			return keepPicture(ctx, tx, v, of, pictureWas{Held: held})
		})
	case link == "", held != nil && held.SourceURL == link && !again:
		return nil
	}
	file, err := s.fetch(ctx, v, link)
	if err != nil {
		return err
	}
	return s.replace(ctx, v, of, file, link)
}

func (s *Pictures) remove(ctx context.Context, v domain.Viewer, of portrayed) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		link, held, err := of.load(ctx, tx, v)
		if err != nil {
			return err
		}
		if held != nil {
			if err := tx.Pictures.Delete(ctx, v, held.ID); err != nil {
				return err
			}
		}
		return unlink(ctx, tx, v, of, pictureWas{Held: held, Link: link})
	})
}

// replace makes pictures of a file, keeps them, and puts them in the place of what is there. link is where the file was
// fetched, "" for one that somebody sent. Files whose row does not come to be are found by the next purge.
func (s *Pictures) replace(ctx context.Context, v domain.Viewer, of portrayed, file []byte, link string) error {
	made, err := s.maker.Make(ctx, file)
	if refused, ok := errors.AsType[*picture.RefusedError](err); ok {
		return apperr.Saying(apperr.Invalid, refused.Phrase())
	}
	if err != nil {
		return err
	}
	row := model.Picture{
		FileKey: rand.Text(), Width: made.Width, Height: made.Height, ContentType: made.Type,
		Bytes: int64(len(made.Small) + len(made.Large)), SourceURL: link, UploadedByID: &v.UserID,
	}
	of.mark(&row)
	if err := s.files.Put(ctx, fileName(row.FileKey, picture.Small), made.Type, made.Small); err != nil {
		return err
	}
	if err := s.files.Put(ctx, fileName(row.FileKey, picture.Large), made.Type, made.Large); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error { return swap(ctx, tx, v, of, row) })
}

// swap puts a new picture in the place of the old one, where its link is still what it was fetched from.
func swap(ctx context.Context, tx *repository.Store, v domain.Viewer, of portrayed, row model.Picture) error {
	link, held, err := of.load(ctx, tx, v)
	if err != nil || row.SourceURL != "" && link != row.SourceURL {
		return err
	}
	if held != nil {
		if err := tx.Pictures.Delete(ctx, v, held.ID); err != nil {
			return err
		}
	}
	if err := tx.Pictures.Create(ctx, v, &row); err != nil {
		return err
	}
	before := pictureWas{Held: held, Made: row.ID, Link: link}
	if row.SourceURL != "" {
		return keepPicture(ctx, tx, v, of, before)
	}
	return unlink(ctx, tx, v, of, before)
}

// unlink takes the link away, where there is one, and records what was there.
func unlink(ctx context.Context, tx *repository.Store, v domain.Viewer, of portrayed, before pictureWas) error {
	version, err := of.relink(ctx, tx, v, "")
	if err != nil {
		return err
	}
	before.Unlinked, before.Version = true, version-1
	return keepPicture(ctx, tx, v, of, before)
}

// fetch reads the file behind a link; the error is a sentence.
func (s *Pictures) fetch(ctx context.Context, v domain.Viewer, link string) ([]byte, error) {
	if s.reader == nil {
		return nil, apperr.New(apperr.Unavailable, "Pictures are not fetched here.")
	}
	file, err := s.reader.Picture(ctx, v.FamilyID, link)
	var broken *metadata.PictureError
	var limited *metadata.RateLimitError
	switch {
	case err == nil:
		return file, nil
	case errors.As(err, &broken):
		return nil, apperr.Saying(apperr.Invalid, broken.Phrase())
	case errors.As(err, &limited):
		return nil, linkError(err)
	}
	if sentence, ok := apperr.FormOf(linkError(err))["link"]; ok {
		return nil, apperr.Saying(apperr.Invalid, sentence)
	}
	return nil, err
}

// fileName is where one size of a picture is kept.
func fileName(key string, size int) string { return key + "/" + strconv.Itoa(size) }
