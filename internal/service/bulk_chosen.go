package service

import (
	"context"
	"slices"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/money"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Chosen returns what several items have of that which one change can give all of them, as far as the viewer plans them;
// NotFound when they plan none.
func (s *Items) Chosen(ctx context.Context, v domain.Viewer, ids []string) (dto.Chosen, error) {
	if err := policy.Change(v); err != nil {
		return dto.Chosen{}, err
	}
	rows, err := s.store.Items.Among(ctx, v, ids)
	if err == nil && len(rows) == 0 {
		err = apperr.Missing()
	}
	if err != nil {
		return dto.Chosen{}, err
	}
	tags, err := s.store.Tags.OfItems(ctx, v, ids)
	out := dto.Chosen{Items: len(rows), Currency: commonCurrency(rows)}
	if p := rows[0].PlannedPrice; p != nil && out.Currency != "" && !slices.ContainsFunc(rows, func(r repository.ItemRow) bool {
		return r.PlannedPrice == nil || *r.PlannedPrice != *p
	}) {
		out.PlannedPrice = money.Input(money.Amount{Minor: *p, Currency: out.Currency}, v.Locale)
	}
	for _, t := range tags {
		out.Tags = append(out.Tags, dto.TagChosen{Name: t.Name, Items: t.Items})
	}
	return out, err
}

// commonCurrency is the currency of all the items, "" where they differ.
func commonCurrency(rows []repository.ItemRow) string {
	for _, row := range rows {
		if row.Currency != rows[0].Currency {
			return ""
		}
	}
	return rows[0].Currency
}

// bulkPrice gives items a planned price, or takes it away. What none of them can be given is a wrong field.
func bulkPrice(ctx context.Context, t turn, ids []string, typed string) (bulkDo, error) {
	rows, err := t.tx.Items.Among(ctx, t.v, ids)
	if err != nil {
		return nil, err
	}
	f, currency := apperr.Form{}, t.v.Currency
	if len(rows) > 0 {
		currency = commonCurrency(rows)
	}
	if currency != "" {
		priceIn(f, t.v, "planned_price", typed, currency)
	} else {
		price(f, t.v, "planned_price", typed, t.v.Currency)
	}
	return planning(domain.VerbUpdated, func(ctx context.Context, t turn, row *repository.ItemRow) error {
		f, before := apperr.Form{}, row.PlannedPrice
		row.PlannedPrice = priceIn(f, t.v, "planned_price", typed, row.Currency)
		if err := f.Err(); err != nil || same(before, row.PlannedPrice) {
			return err
		}
		if err := t.tx.Items.Update(ctx, t.v, &row.ListItem, "planned_price"); err != nil {
			return err
		}
		return record(ctx, t.tx, t.v, onItem(domain.VerbUpdated, row.ListItem), payload{Title: row.GiftTitle})
	}), f.Err()
}

// same reports whether two values that may be missing are the same.
func same[T comparable](a, b *T) bool {
	return a == b || a != nil && b != nil && *a == *b
}

// bulkTags takes tags off the gifts of items, and adds others.
func bulkTags(in dto.BulkInput) (bulkDo, error) {
	add, err := tagWords(in.Value)
	if err != nil {
		return nil, err
	}
	off := make([]string, 0, len(in.TagsOff))
	for _, word := range in.TagsOff {
		off = append(off, text.Key(word))
	}
	if len(add)+len(off) == 0 {
		return nil, apperr.Wrong("tags", "Write a tag to add, or tick one to take off.")
	}
	return func(ctx context.Context, t turn, id string) (string, error) {
		row, err := t.tx.Items.Planned(ctx, t.v, id)
		if err != nil {
			return "", err
		}
		return row.GiftTitle, t.retag(ctx, row.GiftID, add, off)
	}, nil
}

// retag takes tags off a gift, by their folded words, and adds others. What it does not change it leaves as it is.
func (t turn) retag(ctx context.Context, giftID string, add, off []string) error {
	gift, err := t.tx.Gifts.Get(ctx, t.v, giftID)
	if err != nil {
		return err
	}
	held, err := t.tx.Gifts.TagIDs(ctx, giftID)
	if err != nil {
		return err
	}
	seen, err := t.tx.Tags.ByIDs(ctx, t.v, held)
	if err != nil {
		return err
	}
	had, now, keys := tagRefs(seen), []string{}, map[string]bool{}
	for _, tag := range had {
		if key := text.Key(tag.Name); !slices.Contains(off, key) {
			now, keys[key] = append(now, tag.Name), true
		}
	}
	left := len(now)
	for _, word := range add {
		if !keys[text.Key(word)] {
			now = append(now, word)
		}
	}
	if left == len(had) && len(now) == left {
		return nil
	}
	before := gift
	if err := t.tx.Gifts.Update(ctx, t.v, &gift); err != nil {
		return err
	}
	if _, err := setGiftTags(ctx, t.tx, t.v, giftID, strings.Join(now, ",")); err != nil {
		return err
	}
	if err := record(ctx, t.tx, t.v, onGift(domain.VerbUpdated, gift), payload{Title: gift.Title}); err != nil {
		return err
	}
	return keepThing(ctx, t.tx, t.v, domain.VerbUpdated, domain.EntityGift, giftID, gift.Version, giftWas(t.v, before, dto.Names(had)))
}
