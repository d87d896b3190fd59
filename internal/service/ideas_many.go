package service

import (
	"context"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// maxMany is how many ideas come in at once.
const maxMany = 50

// AddMany makes an idea of each line: a link, some words, or words and their link. Every idea is saved by itself with
// what its line tells, and no page is read; a line that cannot be one is answered with its own error. Lines that say
// the same count once.
func (s *Ideas) AddMany(ctx context.Context, v domain.Viewer, in dto.ManyInput) (dto.ManyAdded, error) {
	var out dto.ManyAdded
	if err := policy.Change(v); err != nil {
		return out, err
	}
	lines, f := linesOf(in.Lines), apperr.Form{}
	switch {
	case len(lines) == 0:
		f.Add("lines", "Paste some links, or write a line for each idea.")
	case len(lines) > maxMany:
		f.Add("lines", "These are %d lines; %d are possible at once.", len(lines), maxMany)
	}
	err := s.write(ctx, v, func(tx *repository.Store) error {
		var err error
		out.List, err = listOf(ctx, tx, v, in.ListID, in.FreshList)
		return both(f.Err(), err)
	})
	if err != nil {
		return out, err
	}
	seen := map[string]bool{}
	for _, line := range lines {
		if err := s.addLine(ctx, v, line, in.Sure, seen, &out); err != nil {
			return out, err
		}
	}
	return out, nil
}

// linesOf are the lines that say something.
func linesOf(typed string) []string {
	var lines []string
	for line := range strings.Lines(typed) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// addLine puts one line's idea on the list, and writes down what became of it.
func (s *Ideas) addLine(ctx context.Context, v domain.Viewer, line string, sure bool, seen map[string]bool, out *dto.ManyAdded) error {
	words, link := wordsAndLink(line)
	key := firstOf(canonical(link), text.Key(words))
	if seen[key] {
		out.Repeated++
		return nil
	}
	seen[key] = true
	in := dto.AddInput{GiftInput: dto.GiftInput{Title: firstOf(words, titleOf(link)), Link: link}, Sure: sure}
	giftID, fresh, err := s.addIdea(ctx, v, out.List.ID, in)
	if fields := apperr.FieldsOf(apperr.In(ctx, err)); fields != nil {
		out.Wrong = append(out.Wrong, dto.WrongLine{Line: line, Error: firstOf(fields["sure"], fields["link"], fields["title"]), Asks: fields["sure"] != ""})
		return nil
	}
	if err != nil {
		return err
	}
	out.GiftIDs = append(out.GiftIDs, giftID)
	if fresh {
		out.Added++
	} else {
		out.Already++
	}
	return nil
}

// addIdea puts a gift on a list: the one of the catalog that has the link, else a fresh one. It is not fresh either
// when it stood on the list before.
func (s *Ideas) addIdea(ctx context.Context, v domain.Viewer, listID string, in dto.AddInput) (giftID string, fresh bool, err error) {
	known, err := s.store.Gifts.ByCanonical(ctx, v, canonical(in.Link))
	if err != nil && apperr.CodeOf(err) != apperr.NotFound {
		return "", false, err
	}
	in.GiftID = known.ID
	itemID, err := s.items.Add(ctx, v, listID, in)
	if known.ID != "" && apperr.CodeOf(err) == apperr.Conflict {
		return known.ID, false, nil
	}
	if err != nil || known.ID != "" {
		return known.ID, true, err
	}
	item, err := s.store.Items.Get(ctx, v, itemID)
	return item.GiftID, true, err
}
