// Package service is what the program does: rules, transactions, and model → dto. Every method takes the viewer, asks
// the repositories through the viewer's scope, and answers with dto types. A service decides where a transaction
// begins and ends.
package service

import (
	"context"
	"errors"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/metadata"
	"kinlist/internal/picture"
	"kinlist/internal/repository"
)

// LinkReader reads what the page behind a link says of a product. key is whom the reading is counted for.
type LinkReader interface {
	Read(ctx context.Context, key, link string) (metadata.Product, error)
}

// Services are all services over one store.
type Services struct {
	Auth      *Auth
	People    *People
	Occasions *Occasions
	Lists     *Lists
	Gifts     *Gifts
	Items     *Items
	Ideas     *Ideas
	Comments  *Comments
	Undo      *Undo
	Trash     *Trash
	Tags      *Tags
	Activity  *Activity
	Search    *Search
	Dashboard *Dashboard
	Purge     *Purge
	Pictures  *Pictures
	SeenBy    *SeenBy
	Live      *Live

	Invitations *Invitations
	Users       *Users
	Family      *Family
	Members     *Members
}

// Config is what services need beside the store.
type Config struct {
	Now    func() time.Time
	Links  LinkReader
	Files  Files
	Images PictureReader // nil fetches none
	Secret string        // what the first-run code is made from
	Zone   string        // IANA time zone of a new family; "" is UTC
}

// New returns the services over store.
func New(store *repository.Store, cfg Config) *Services {
	c := core{store, cfg.Now}
	lists, undo := &Lists{c}, &Undo{c}
	gifts, items := &Gifts{c, cfg.Links}, &Items{c, lists, undo}
	people := &People{c}
	auth := newAuth(c, cfg)
	return &Services{
		Auth:      auth,
		People:    people,
		Occasions: &Occasions{c},
		Lists:     lists,
		Gifts:     gifts,
		Items:     items,
		Ideas:     &Ideas{c, items, gifts},
		Undo:      undo,
		Trash:     &Trash{c},
		Comments:  &Comments{c},
		Tags:      &Tags{c},
		Activity:  &Activity{c},
		Search:    &Search{c, gifts},
		Dashboard: &Dashboard{c},
		SeenBy:    &SeenBy{c, items, people},
		Live:      &Live{store, store.Bell()},
		Purge:     &Purge{c, cfg.Files},
		Pictures:  &Pictures{c, cfg.Images, cfg.Files, picture.NewMaker()},

		Invitations: &Invitations{c, auth},
		Users:       &Users{c, auth},
		Family:      &Family{c},
		Members:     &Members{c},
	}
}

// core is what every service has.
type core struct {
	store *repository.Store
	now   func() time.Time
}

// write runs fn in one transaction that changes the viewer's family; those who have a page of it open look again when it
// commits. Where fn finds errNothingToDo, all stays as it was: no version, nothing in the feed, nothing to take back.
func (c core) write(ctx context.Context, v domain.Viewer, fn func(tx *repository.Store) error) error {
	err := c.store.InTx(ctx, func(tx *repository.Store) error {
		if err := fn(tx); err != nil {
			return err
		}
		return tx.Ring(ctx, v)
	})
	if errors.Is(err, errNothingToDo) {
		return apperr.OnlyChecked(ctx)
	}
	return err
}

// errNothingToDo says that things are already as they are to be.
var errNothingToDo = errors.New("nothing to do")

// today is the family's today.
func (c core) today(v domain.Viewer) calendar.Date { return calendar.Today(c.now(), v.TimeZone) }

// Ready reports whether the database answers.
func (s *Services) Ready(ctx context.Context) error { return s.Auth.store.Ping(ctx) }
