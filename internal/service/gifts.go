package service

import (
	"context"
	"errors"
	"net/url"
	"slices"
	"strings"

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

// Gifts is what a family does with its catalog.
type Gifts struct {
	core
	links LinkReader
}

// Index returns one page of the catalog.
func (s *Gifts) Index(ctx context.Context, v domain.Viewer, q dto.GiftQuery) (dto.Page[dto.GiftCard], error) {
	f, err := giftFilter(v, q)
	if err != nil {
		return dto.Page[dto.GiftCard]{}, err
	}
	page, err := s.store.Gifts.Page(ctx, v, f, pageQuery(q.Query))
	return giftCards(v, page), err
}

func giftCards(v domain.Viewer, page repository.Page[repository.GiftRow]) dto.Page[dto.GiftCard] {
	out := dto.Page[dto.GiftCard]{Next: page.Next, Prev: page.Prev}
	for _, g := range page.Rows {
		out.Items = append(out.Items, dto.GiftCard{
			ID: g.ID, Title: g.Title, Picture: idOf(g.Picture),
			Price: moneyOrNil(v, g.Price, g.Currency), Source: g.Source, Lists: g.Lists, Archived: g.ArchivedAt != nil,
		})
	}
	return out
}

// Page returns everything on a gift's page.
func (s *Gifts) Page(ctx context.Context, v domain.Viewer, id string) (dto.GiftPage, error) {
	gift, err := s.Get(ctx, v, id)
	if err != nil {
		return dto.GiftPage{}, err
	}
	uses, err := s.store.Gifts.Uses(ctx, v, id)
	out := dto.GiftPage{Gift: gift}
	for _, u := range uses {
		out.Uses = append(out.Uses, giftUse(u))
	}
	return out, err
}

func giftUse(u repository.GiftUseRow) dto.GiftUse {
	return dto.GiftUse{
		ItemID: u.ItemID, List: dto.Ref{ID: u.ListID, Name: u.ListName},
		Target: refOf(u.TargetID, u.TargetName),
	}
}

// Get returns a gift.
func (s *Gifts) Get(ctx context.Context, v domain.Viewer, id string) (dto.Gift, error) {
	row, err := s.store.Gifts.Named(ctx, v, id)
	if err != nil {
		return dto.Gift{}, err
	}
	tagIDs, err := s.store.Gifts.TagIDs(ctx, id)
	if err != nil {
		return dto.Gift{}, err
	}
	tags, err := s.store.Tags.ByIDs(ctx, v, tagIDs)
	return dto.Gift{
		ID: row.ID, Title: row.Title, Description: row.Description, Link: row.Link, Links: giftLinks(row.Links), ImageURL: row.ImageURL, Picture: idOf(row.Picture),
		Price: moneyOrNil(v, row.Price, row.Currency), Currency: firstOf(row.Currency, v.Currency), Source: row.Source,
		Tags: tagRefs(tags), AddedBy: dto.Member{UserID: row.CreatedByID, Name: row.CreatorName},
		Archived: row.ArchivedAt != nil, Version: row.Version,
	}, err
}

// Create adds a gift to the catalog.
func (s *Gifts) Create(ctx context.Context, v domain.Viewer, in dto.GiftInput) (string, error) {
	row := model.Gift{CreatedByID: v.UserID}
	if err := fillGift(v, &row, in); err != nil {
		return "", err
	}
	err := s.write(ctx, v, func(tx *repository.Store) error {
		if err := insertGift(ctx, tx, v, &row, in.Tags); err != nil {
			return err
		}
		return record(ctx, tx, v, onGift(domain.VerbCreated, row), payload{Title: row.Title})
	})
	return row.ID, err
}

// insertGift stores a checked gift with its tags.
func insertGift(ctx context.Context, tx *repository.Store, v domain.Viewer, row *model.Gift, tags string) error {
	if err := tx.Gifts.Create(ctx, v, row); err != nil {
		return err
	}
	if err := keepNew(ctx, tx, v, domain.EntityGift, row.ID); err != nil {
		return err
	}
	_, err := setGiftTags(ctx, tx, v, row.ID, tags)
	return err
}

// Update saves a gift.
func (s *Gifts) Update(ctx context.Context, v domain.Viewer, id string, in dto.GiftInput) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.Gifts.Get(ctx, v, id)
		if err != nil {
			return err
		}
		before := row
		if err := fillGift(v, &row, in); err != nil {
			return err
		}
		row.Version = in.Version
		err = tx.Gifts.Update(ctx, v, &row, "title", "title_key", "description", "link", "canonical_url", "links", "image_url", "price", "currency", "source")
		if err != nil {
			return err
		}
		tags, err := setGiftTags(ctx, tx, v, id, in.Tags)
		if err != nil {
			return err
		}
		if err := keepSave(ctx, tx, v, domain.EntityGift, id, row.Version, giftWas(v, before, tags.had), giftWas(v, row, tags.now)); err != nil {
			return err
		}
		if err := giftNews(ctx, tx, v, before, row); err != nil {
			return err
		}
		return record(ctx, tx, v, onGift(domain.VerbUpdated, row), payload{Title: row.Title})
	})
}

// Archive takes a gift out of the catalog's default view; where it is used it stays.
func (s *Gifts) Archive(ctx context.Context, v domain.Viewer, id string) error {
	return s.change(ctx, v, id, domain.VerbArchived, func(tx *repository.Store) error { return tx.Gifts.Archive(ctx, v, id) })
}

// Delete puts a gift into the trash, and the items that it stands as with it. It asks first (Unconfirmed) while the
// viewer sees any; what the viewer does not see stays, and the gift with it.
func (s *Gifts) Delete(ctx context.Context, v domain.Viewer, id string, sure bool) error {
	return s.change(ctx, v, id, domain.VerbDeleted, func(tx *repository.Store) error {
		uses, err := tx.Gifts.Uses(ctx, v, id)
		if err != nil {
			return err
		}
		if n := len(uses); n > 0 && !sure {
			return apperr.Saying(apperr.Unconfirmed, lang.SaidN(n, "Deleting this gift takes it off %d list. Archive it to keep it there.",
				"Deleting this gift takes it off %d lists. Archive it to keep it there."))
		}
		if err := nobodyElseHas(ctx, tx, v, id); err != nil {
			return err
		}
		return tx.Gifts.TrashWithItems(ctx, v, id)
	})
}

// nobodyElseHas refuses to delete a gift that somebody else has in hand, as deleting the item itself is refused.
func nobodyElseHas(ctx context.Context, tx *repository.Store, v domain.Viewer, giftID string) error {
	items, err := tx.Items.OfGift(ctx, v, giftID)
	for i := range items {
		if err := policy.Assign(v, machineItem(&items[i])); err != nil {
			return err
		}
	}
	return err
}

// Restore brings a gift back from the archive or the trash, with the items that went along.
func (s *Gifts) Restore(ctx context.Context, v domain.Viewer, id string) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		before, err := stateBefore(ctx, tx, v, domain.EntityGift, id)
		if err != nil {
			return err
		}
		if err := tx.Gifts.RestoreWithItems(ctx, v, id); err != nil {
			return err
		}
		row, err := tx.Gifts.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if err := keepRestored(ctx, tx, v, domain.EntityGift, row.Editable, before); err != nil {
			return err
		}
		return record(ctx, tx, v, onGift(domain.VerbRestored, row), payload{Title: row.Title})
	})
}

func (s *Gifts) change(ctx context.Context, v domain.Viewer, id string, verb domain.Verb, fn func(*repository.Store) error) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		row, err := tx.Gifts.Get(ctx, v, id)
		if err != nil {
			return err
		}
		if err := fn(tx); err != nil {
			return err
		}
		if err := keepMark(ctx, tx, v, verb, domain.EntityGift, row.Editable); err != nil {
			return err
		}
		return record(ctx, tx, v, onGift(verb, row), payload{Title: row.Title})
	})
}

// Preview reads the page behind a link for the gift form. A page that cannot be read is no error: the form opens
// with what is known, and says what went wrong.
func (s *Gifts) Preview(ctx context.Context, v domain.Viewer, typed string) (dto.Preview, error) {
	out := dto.Preview{Input: dto.GiftInput{Link: typed, Currency: v.Currency}}
	if err := policy.Change(v); err != nil {
		return out, err
	}
	f := apperr.Form{}
	if blank(typed) {
		f.Add("link", "Paste the link of a product page.")
	}
	address := link(f, "link", typed)
	if err := f.Err(); err != nil {
		return out, err
	}
	product, err := s.readPage(ctx, v, address)
	if err != nil {
		return out, linkError(err)
	}
	product.Warnings = inLanguage(ctx, product.Warnings)
	out.Product, out.Warnings = product, product.Warnings
	out.Input = dto.GiftInput{
		Title: clip(text.Line(product.Title), maxTitle), Link: firstOf(product.CanonicalURL, address),
		ImageURL: product.ImageURL, Source: firstOf(clip(text.Line(product.Site), maxShort), shopOf(address)),
		Description: clip(text.Block(product.Description), maxRead), Currency: v.Currency,
	}
	if p := product.Price; p != nil {
		amount := money.Amount{Minor: p.Minor, Currency: p.Currency}
		if !money.Valid(amount.Currency) { // the page does not say, or names one that is history
			amount.Currency = v.Currency
		}
		out.Input.Price, out.Input.Currency = money.Input(amount, v.Locale), amount.Currency
	}
	already, err := whereItStands(ctx, s.store, v, canonical(out.Input.Link))
	if already != "" {
		out.Warnings = append(slices.Clip(out.Warnings), already)
	}
	if err != nil || already != "" {
		return out, err
	}
	alike, err := s.Likely(ctx, v, "", out.Input.Title)
	if len(alike) > 0 {
		out.Warnings = append(slices.Clip(out.Warnings), alikeWarning(ctx, alike[0]))
	}
	return out, err
}

// linkError is what a refused reading says beside the link.
func linkError(err error) error {
	var refused *metadata.RefusedError
	var limited *metadata.RateLimitError
	var broken *metadata.LinkError
	switch {
	case errors.As(err, &broken):
		return apperr.Form{"link": broken.Phrase()}.Err()
	case errors.As(err, &refused):
		return apperr.Form{"link": refused.Phrase()}.Err()
	case errors.As(err, &limited):
		limit := apperr.New(apperr.RateLimited, "Your family has read many links just now. Try again in a minute, or fill the form in by hand.")
		limit.RetryAfter = limited.RetryAfter
		return limit
	}
	return err
}

// fillGift puts a checked form into the row.
func fillGift(v domain.Viewer, row *model.Gift, in dto.GiftInput) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	f := apperr.Form{}
	row.Title = required(f, "title", in.Title, "Enter a title.", maxTitle)
	row.TitleKey = text.Key(row.Title)
	row.Description = notes(f, "description", in.Description)
	row.Link = link(f, "link", in.Link)
	row.CanonicalURL = canonical(row.Link)
	row.Links = furtherLinks(f, in.Links)
	row.ImageURL = link(f, "image_url", in.ImageURL)
	row.Source = firstOf(optional(f, "source", in.Source, maxShort), shopOf(row.Link))
	row.Currency = v.Currency
	if in.Currency != "" {
		if !money.Valid(in.Currency) {
			f.Add("currency", "Choose a currency of the list.")
		}
		row.Currency = in.Currency
	}
	row.Price = nil
	if a := price(f, v, "price", in.Price, row.Currency); a != nil {
		row.Price, row.Currency = &a.Minor, a.Currency
	}
	if row.Metadata == "" {
		row.Metadata = "{}"
	}
	return f.Err()
}

// maxCanonical is the longest link that is compared, in bytes: what an entry of an index holds.
const maxCanonical = 2000

// canonical is the link as it is compared; "" for none, and for one that is too long to be.
func canonical(link string) string {
	if link == "" {
		return ""
	}
	if c := metadata.Canonical(link); len(c) <= maxCanonical {
		return c
	}
	return ""
}

// shopOf is the shop of a link: its host without "www.".
func shopOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// clip shortens what a page says to what a field holds.
func clip(s string, longest int) string {
	runes := []rune(s)
	return string(runes[:min(len(runes), longest)])
}

// setGiftTags gives a gift the tags of a line.
func setGiftTags(ctx context.Context, tx *repository.Store, v domain.Viewer, giftID, typed string) (typedTags, error) {
	held, err := tx.Gifts.TagIDs(ctx, giftID)
	if err != nil {
		return typedTags{}, err
	}
	tags, err := tagsFor(ctx, tx, v, typed, held)
	if err != nil {
		return tags, err
	}
	return tags, tx.Tags.SetOnGift(ctx, giftID, tags.ids, tags.keep)
}
