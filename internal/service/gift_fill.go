package service

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/metadata"
	"kinlist/internal/model"
	"kinlist/internal/money"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

const (
	maxRead  = 1000             // characters of a description that a page gives
	patience = 5 * time.Second  // for one page, the wait for others of the family included
	together = 4                // pages read at once
	lastCall = 15 * time.Second // after which no further page of several is begun
)

// readPage reads the page behind a link within patience.
func (s *Gifts) readPage(ctx context.Context, v domain.Viewer, link string) (metadata.Product, error) {
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	product, err := s.links.Read(limited, v.FamilyID, link)
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		return metadata.FromLink(link, lang.Word("The shop took too long to answer: fill it in by hand.")), nil
	}
	return product, err
}

// Fill reads the page behind a gift's link and fills in what the gift lacks; what somebody typed stays. A page that
// cannot be read is no error: the answer says why. While too many are read (RateLimited) the answer is the gift as it is.
func (s *Gifts) Fill(ctx context.Context, v domain.Viewer, id string) (dto.Reading, error) {
	if err := policy.Change(v); err != nil {
		return dto.Reading{}, err
	}
	row, err := s.store.Gifts.Get(ctx, v, id)
	if err != nil || row.Link == "" {
		return toReading(ctx, v, row), err
	}
	product, err := s.pageOf(ctx, v, row.Link)
	if err != nil {
		return toReading(ctx, v, row), err
	}
	return s.fill(ctx, v, id, row.Link, product)
}

// pageOf is what the page behind a stored link says; one that may not be visited is a page that cannot be read.
func (s *Gifts) pageOf(ctx context.Context, v domain.Viewer, link string) (metadata.Product, error) {
	product, err := s.readPage(ctx, v, link)
	if err == nil {
		return product, nil
	}
	err = linkError(err)
	if fields := apperr.FieldsOf(err); fields != nil {
		return metadata.FromLink(link, fields["link"]), nil
	}
	return product, err
}

// fill stores what the page behind a link says, while the gift still has the link.
func (s *Gifts) fill(ctx context.Context, v domain.Viewer, id, link string, product metadata.Product) (dto.Reading, error) {
	var out dto.Reading
	err := s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.Gifts.Get(ctx, v, id)
		if err == nil && row.Link == link {
			err = saveRead(ctx, tx, v, &row, product)
		}
		out = toReading(ctx, v, row)
		return err
	})
	return out, err
}

// saveRead stores what a page says about a gift.
func saveRead(ctx context.Context, tx *repository.Store, v domain.Viewer, row *model.Gift, p metadata.Product) error {
	said, err := json.Marshal(p)
	if err != nil {
		return err
	}
	row.Metadata = string(said)
	fillFrom(v, row, p)
	if err := tx.Gifts.Update(ctx, v, row, "title", "title_key", "description", "image_url", "price", "currency", "source", "metadata"); err != nil {
		return err
	}
	return record(ctx, tx, v, onGift(domain.VerbUpdated, *row), payload{Title: row.Title})
}

// fillFrom puts into the row what it lacks and the page says. A title that only the link offered gives way.
func fillFrom(v domain.Viewer, row *model.Gift, p metadata.Product) {
	if title := clip(text.Line(p.Title), maxTitle); title != "" && row.Title == titleOf(row.Link) {
		row.Title, row.TitleKey = title, text.Key(title)
	}
	if shop := clip(text.Line(p.Site), maxShort); shop != "" && (row.Source == "" || row.Source == shopOf(row.Link)) {
		row.Source = shop
	}
	if clean, err := metadata.CleanLink(p.ImageURL); err == nil && row.ImageURL == "" {
		row.ImageURL = clean
	}
	row.Description = firstOf(row.Description, clip(text.Block(p.Description), maxRead))
	if p.Price != nil && row.Price == nil && p.Price.Minor >= 0 && p.Price.Minor <= maxPrice {
		row.Price, row.Currency = &p.Price.Minor, p.Price.Currency
		if !money.Valid(row.Currency) { // the page does not say, or names one that is history
			row.Currency = v.Currency
		}
	}
}

// FillMany fills in several gifts, as many as there is time for, and returns how many it read; each is saved by
// itself. It stops, RateLimited, where the family has read too many.
func (s *Gifts) FillMany(ctx context.Context, v domain.Viewer, ids []string) (int, error) {
	if err := policy.Change(v); err != nil {
		return 0, err
	}
	waiting, err := s.Readings(ctx, v, ids)
	if err != nil {
		return 0, err
	}
	waiting = slices.DeleteFunc(waiting, func(r dto.Reading) bool { return !r.Waits() })
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	read := 0
	for i, page := range s.pagesOf(ctx, v, waiting) {
		got := <-page
		if errors.Is(got.err, errLate) {
			return read, nil
		}
		if got.err != nil {
			return read, got.err
		}
		if _, err := s.fill(ctx, v, waiting[i].Gift.ID, waiting[i].Link, got.product); err != nil {
			return read, err
		}
		read++
	}
	return read, nil
}

// pageRead is what came of reading a page.
type pageRead struct {
	product metadata.Product
	err     error
}

// errLate is said of a page for which no time was left.
var errLate = errors.New("no time left for this page")

// pagesOf reads the pages of gifts, a few at once and in their order.
func (s *Gifts) pagesOf(ctx context.Context, v domain.Viewer, gifts []dto.Reading) []chan pageRead {
	pages := make([]chan pageRead, len(gifts))
	for i := range pages {
		pages[i] = make(chan pageRead, 1)
	}
	next, until := make(chan int, len(gifts)), time.Now().Add(lastCall)
	for i := range gifts {
		next <- i
	}
	close(next)
	for range together {
		go func() {
			for i := range next {
				got := pageRead{err: errLate}
				if time.Now().Before(until) {
					got.product, got.err = s.pageOf(ctx, v, gifts[i].Link)
				}
				pages[i] <- got
			}
		}()
	}
	return pages
}

// Readings tells how far the pages of gifts are read, in the order of the ids; what the viewer does not see is left
// out, and so is what comes after as many as come in at once.
func (s *Gifts) Readings(ctx context.Context, v domain.Viewer, ids []string) ([]dto.Reading, error) {
	rows, err := s.store.Gifts.ByIDs(ctx, v, ids[:min(len(ids), maxMany)])
	if err != nil {
		return nil, err
	}
	pictures, err := s.store.Pictures.OfGifts(ctx, v, ids)
	if err != nil {
		return nil, err
	}
	out := make([]dto.Reading, 0, len(rows))
	for _, id := range ids {
		at := slices.IndexFunc(rows, func(g model.Gift) bool { return g.ID == id })
		if at >= 0 {
			reading := toReading(ctx, v, rows[at])
			reading.Gift.Picture = pictures[id]
			out = append(out, reading)
			rows = slices.Delete(rows, at, at+1)
		}
	}
	return out, nil
}

func toReading(ctx context.Context, v domain.Viewer, row model.Gift) dto.Reading {
	said := struct {
		Warnings []string `json:"warnings"`
	}{}
	read := row.Metadata != "" && row.Metadata != "{}" && json.Unmarshal([]byte(row.Metadata), &said) == nil
	return dto.Reading{
		Gift: dto.GiftCard{
			ID: row.ID, Title: row.Title, Price: moneyOrNil(v, row.Price, row.Currency), Source: row.Source,
		},
		Link: row.Link, Read: read, Warnings: inLanguage(ctx, said.Warnings),
	}
}

// inLanguage says what a page's reading warned of. The warnings are kept in English, as the catalogue has them.
func inLanguage(ctx context.Context, warnings []string) []string {
	said := make([]string, len(warnings))
	for i, w := range warnings {
		said[i] = lang.T(ctx, w)
	}
	return said
}
