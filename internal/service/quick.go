package service

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/money"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// QuickForm is the line before anything is written into it: the people whom it may name, the tags, and the lists.
func (s *Ideas) QuickForm(ctx context.Context, v domain.Viewer, listID string) (dto.QuickDraft, error) {
	draft, _, err := s.quickForm(ctx, v, listID)
	return draft, err
}

// Quick reads a line into a draft that is to be confirmed: title, price, link and tags, and the list it would go on,
// which is the nearest of the person that the line names, else the one it was asked for, else the Idea Inbox.
func (s *Ideas) Quick(ctx context.Context, v domain.Viewer, in dto.QuickInput) (dto.QuickDraft, error) {
	draft, rows, err := s.quickForm(ctx, v, in.ListID)
	if err != nil {
		return draft, err
	}
	draft.Line = in.Line
	if blank(in.Line) {
		return draft, apperr.Wrong("line", "Write what you thought of, like “Lego set @Name 40 #xmas”.")
	}
	said := readLine(in.Line, draft.People, draft.Tags, v.Locale, v.Currency)
	draft.Read, draft.Person = true, said.person
	draft.Input.GiftInput = dto.GiftInput{
		Title: clip(firstOf(said.title, titleOf(said.link)), maxTitle), Link: said.link, Tags: strings.Join(said.tags, ", "), Currency: v.Currency,
	}
	if said.price != nil {
		draft.Input.Price, draft.Input.Currency = money.Input(*said.price, v.Locale), said.price.Currency
	}
	var theirs string
	if said.person != nil {
		theirs = nearest(rows, said.person.ID, draft.Input.ListID, s.today(v))
		draft.Input.ListID = firstOf(theirs, chosen(draft.Lists, ""))
	}
	draft.Warnings, err = s.quickWarnings(ctx, v, said, theirs)
	return draft, err
}

func (s *Ideas) quickForm(ctx context.Context, v domain.Viewer, listID string) (dto.QuickDraft, []repository.ListRow, error) {
	var out dto.QuickDraft
	if err := policy.Change(v); err != nil {
		return out, nil, err
	}
	rows, err := s.store.Lists.Choices(ctx, v, listID)
	if err != nil {
		return out, nil, err
	}
	for _, row := range rows {
		out.Lists = append(out.Lists, toList(v, row))
	}
	if out.People, err = peopleNames(ctx, s.store, v); err != nil {
		return out, nil, err
	}
	tags, err := s.store.Tags.Page(ctx, v, repository.TagFilter{}, pageQuery(dto.Query{Limit: mostTags, Sort: "usage"}))
	if err != nil {
		return out, nil, err
	}
	for _, row := range tags.Rows {
		out.Tags = append(out.Tags, dto.Ref{ID: row.ID, Name: row.Name})
	}
	out.Asked = listID
	out.Input.ListID = chosen(out.Lists, listID)
	return out, rows, nil
}

// mostTags is how many tags a line may be completed with.
const mostTags = 200

// nearest is the list for a person that an idea goes on: the one asked for if it is for them, else the one whose day
// comes first; then one without a day, and last those whose day is over. It is "" for a person without a list.
func nearest(rows []repository.ListRow, personID, asked string, today calendar.Date) string {
	var theirs []repository.ListRow
	for _, row := range rows {
		if idOf(row.TargetPersonID) == personID {
			theirs = append(theirs, row)
		}
	}
	if len(theirs) == 0 {
		return ""
	}
	for _, row := range theirs {
		if row.ID == asked {
			return asked
		}
	}
	return slices.MinFunc(theirs, func(a, b repository.ListRow) int {
		return cmp.Or(cmp.Compare(farness(a, today), farness(b, today)), cmp.Compare(a.OccasionOn.String(), b.OccasionOn.String()), cmp.Compare(b.ID, a.ID))
	}).ID
}

// farness is 0 for a list whose day is to come, 1 for one without a day, 2 for one whose day is over.
func farness(row repository.ListRow, today calendar.Date) int {
	switch {
	case row.OccasionOn.IsZero():
		return 1
	case row.OccasionOn.Before(today):
		return 2
	}
	return 0
}

// quickWarnings says what was not understood, and where the link stands already.
func (s *Ideas) quickWarnings(ctx context.Context, v domain.Viewer, said quickLine, theirs string) ([]string, error) {
	var all []string
	switch {
	case said.unknown != "":
		all = append(all, lang.T(ctx, "Nobody here is called “%s”. Add the person first, or choose a list.", said.unknown))
	case said.several != "":
		all = append(all, lang.T(ctx, "More than one person is called “%s”. Write more of the name, or choose a list.", said.several))
	case said.person != nil && theirs == "":
		all = append(all, lang.T(ctx, "There is no list for %s yet: this goes to the Idea Inbox.", said.person.Name))
	}
	key := canonical(said.link)
	if key == "" {
		return all, nil
	}
	stands, err := whereItStands(ctx, s.store, v, key)
	if stands != "" {
		all = append(all, stands)
	}
	return all, err
}
