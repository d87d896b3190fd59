package service

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"sync"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
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
		return metadata.FromLink(link, "The shop took too long to answer: fill it in by hand."), nil
	}
	return product, err
}

// Fill reads the page behind a gift's link and fills in what the gift lacks; what somebody typed stays. A page that
// cannot be read is no error: the answer says why, and so it does while too many were read just now (RateLimited).
func (s *Gifts) Fill(ctx context.Context, v domain.Viewer, id string) (dto.Reading, error) {
	if err := policy.Change(v); err != nil {
		return dto.Reading{}, err
	}
	row, err := s.store.Gifts.Get(ctx, v, id)
	if err != nil || row.Link == "" {
		return toReading(v, row), err
	}
	product, err := s.readPage(ctx, v, row.Link)
	if err != nil {
		refused := linkError(err)
		if apperr.FieldsOf(refused) == nil {
			return toReading(v, row), refused
		}
		product = metadata.FromLink(row.Link, apperr.FieldsOf(refused)["link"])
	}
	err = s.store.InTx(ctx, func(tx *repository.Store) error {
		asked := row.Link
		if row, err = tx.Gifts.Get(ctx, v, id); err != nil || row.Link != asked {
			return err
		}
		return saveRead(ctx, tx, v, &row, product)
	})
	return toReading(v, row), err
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

// FillMany fills in several gifts, as many as there is time for, and returns how many it read.
func (s *Gifts) FillMany(ctx context.Context, v domain.Viewer, ids []string) (int, error) {
	if err := policy.Change(v); err != nil {
		return 0, err
	}
	waiting, err := s.Readings(ctx, v, ids)
	if err != nil {
		return 0, err
	}
	waiting = slices.DeleteFunc(waiting, func(r dto.Reading) bool { return !r.Waits() })
	var (
		mu    sync.Mutex
		group sync.WaitGroup
		next  = make(chan string)
		read  int
		fault error
		until = s.now().Add(lastCall)
	)
	for range together {
		group.Go(func() {
			for id := range next {
				_, err := s.Fill(ctx, v, id)
				mu.Lock()
				if err == nil {
					read++
				} else if fault == nil {
					fault = err
				}
				mu.Unlock()
			}
		})
	}
	for _, r := range waiting {
		mu.Lock()
		stop := fault != nil
		mu.Unlock()
		if stop || s.now().After(until) {
			break
		}
		next <- r.Gift.ID
	}
	close(next)
	group.Wait()
	return read, fault
}

// Readings tells how far the pages of gifts are read, in the order of the ids; what the viewer does not see is left
// out, and so is what comes after as many as come in at once.
func (s *Gifts) Readings(ctx context.Context, v domain.Viewer, ids []string) ([]dto.Reading, error) {
	rows, err := s.store.Gifts.ByIDs(ctx, v, ids[:min(len(ids), maxMany)])
	if err != nil {
		return nil, err
	}
	out := make([]dto.Reading, 0, len(rows))
	for _, id := range ids {
		at := slices.IndexFunc(rows, func(g model.Gift) bool { return g.ID == id })
		if at >= 0 {
			out = append(out, toReading(v, rows[at]))
			rows = slices.Delete(rows, at, at+1)
		}
	}
	return out, nil
}

func toReading(v domain.Viewer, row model.Gift) dto.Reading {
	said := struct {
		Warnings []string `json:"warnings"`
	}{}
	read := row.Metadata != "" && row.Metadata != "{}" && json.Unmarshal([]byte(row.Metadata), &said) == nil
	return dto.Reading{
		Gift: dto.GiftCard{
			ID: row.ID, Title: row.Title, Price: moneyOrNil(v, row.Price, row.Currency), Source: row.Source,
		},
		Link: row.Link, Read: read, Warnings: said.Warnings,
	}
}
