package service

import (
	"slices"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/repository"
)

// A filter that stands in an address as a word that no form offers is a broken request; an id that cannot be one finds
// nothing.

// archived is what an address asks of archived things.
func archived(q dto.Query) repository.Archived {
	switch {
	case q.Only:
		return repository.ArchivedOnly
	case q.Archived:
		return repository.ArchivedToo
	}
	return repository.Current
}

// filterWord is a word of a filter, "" for none.
func filterWord[W ~string](filter, typed string, words []W) (W, error) {
	if typed == "" || slices.Contains(words, W(typed)) {
		return W(typed), nil
	}
	return "", apperr.New(apperr.BadRequest, "There is nothing to find by the %s %q. Choose one of the filter.", filter, typed)
}

// yesNo is a filter that is on, off, or not set.
func yesNo(filter, typed string) (*bool, error) {
	word, err := filterWord(filter, typed, []string{"yes", "no"})
	if err != nil || word == "" {
		return nil, err
	}
	yes := word == "yes"
	return &yes, nil
}

func peopleFilter(q dto.PeopleQuery) (repository.PeopleFilter, error) {
	relationship, err := filterWord("relationship", q.Relationship, domain.Relationships)
	return repository.PeopleFilter{Text: q.Q, Relationship: relationship, Tags: q.Tags, Archived: archived(q.Query)}, err
}

func occasionFilter(today calendar.Date, q dto.OccasionQuery) (repository.OccasionFilter, error) {
	kind, err := filterWord("type", q.Type, domain.OccasionTypes)
	if err != nil {
		return repository.OccasionFilter{}, err
	}
	when, err := filterWord("time", q.When, []string{"upcoming", "past", "all"})
	f := repository.OccasionFilter{Text: q.Q, Type: kind, PersonID: q.PersonID, Archived: archived(q.Query)}
	switch when {
	case "", "upcoming":
		f.From = today
	case "past":
		f.Before = today
	}
	return f, err
}

func listFilter(q dto.ListQuery) (repository.ListFilter, error) {
	kind, err := filterWord("type", q.Type, domain.ListTypes)
	if err != nil {
		return repository.ListFilter{}, err
	}
	seen, err := filterWord("visibility", q.Visibility, domain.Visibilities)
	if err != nil {
		return repository.ListFilter{}, err
	}
	status, err := filterWord("status", q.Status, domain.Statuses)
	return repository.ListFilter{
		Text: q.Q, Type: kind, PersonID: q.PersonID, OccasionID: q.OccasionID, OwnerID: q.OwnerID, Visibility: seen,
		Status: status, Archived: archived(q.Query),
	}, err
}

func giftFilter(v domain.Viewer, q dto.GiftQuery) (repository.GiftFilter, error) {
	match, err := filterWord("match", q.Match, []string{"any", "all"})
	if err != nil {
		return repository.GiftFilter{}, err
	}
	used, err := yesNo("used", q.Used)
	if err != nil {
		return repository.GiftFilter{}, err
	}
	linked, err := yesNo("link", q.Link)
	if err != nil {
		return repository.GiftFilter{}, err
	}
	f := apperr.Form{}
	return repository.GiftFilter{
		Text: q.Q, Tags: q.Tags, AllTags: match == "all", MinPrice: priceIn(f, v, "min", q.MinPrice, v.Currency),
		MaxPrice: priceIn(f, v, "max", q.MaxPrice, v.Currency), Currency: v.Currency, Used: used, Linked: linked,
		Source: q.Source, CreatedByID: q.CreatedByID, Archived: archived(q.Query),
	}, f.Err()
}
