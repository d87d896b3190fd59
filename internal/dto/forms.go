package dto

import (
	"strconv"
	"strings"
)

// Form is the person as their form shows them.
func (p Person) Form() PersonInput {
	in := PersonInput{
		DisplayName: p.Name, LegalName: p.LegalName, Relationship: string(p.Relationship),
		Interests: strings.Join(p.Interests, ", "), Constraints: p.Constraints, Notes: p.Notes, PhotoURL: p.PhotoURL,
		Tags: Names(p.Tags), Version: p.Version,
	}
	for _, s := range p.Sizes {
		in.SizeLabels, in.SizeValues = append(in.SizeLabels, s.Label), append(in.SizeValues, s.Value)
	}
	if b := p.Birthday; b != nil {
		in.BirthDay, in.BirthMonth = strconv.Itoa(b.Day), strconv.Itoa(b.Month)
		if b.Year != 0 {
			in.BirthYear = strconv.Itoa(b.Year)
		}
	}
	if p.Account != nil {
		in.UserID = p.Account.UserID
	}
	return in
}

// Form is the occasion as its form shows it.
func (o Occasion) Form() OccasionInput {
	in := OccasionInput{
		Name: o.Name, Type: string(o.Type), Date: o.Date.String(), Recurrence: string(o.Recurrence),
		Budget: InputOf(o.Budget), Notes: o.Notes, Budgets: map[string]string{}, Shown: map[string]string{}, Version: o.Version,
	}
	for _, p := range o.People {
		in.PersonIDs = append(in.PersonIDs, p.PersonID)
		in.Budgets[p.PersonID] = InputOf(p.Budget)
		in.Shown[p.PersonID] = InputOf(p.Budget)
	}
	return in
}

// Form is the list as its form shows it.
func (l List) Form() ListInput {
	in := ListInput{Name: l.Name, Type: string(l.Type), Visibility: string(l.Visibility), Notes: l.Notes, Version: l.Version}
	if l.Target != nil {
		in.TargetPersonID = l.Target.ID
	}
	if l.Occasion != nil {
		in.OccasionID = l.Occasion.ID
	}
	return in
}

// Form is the gift as its form shows it.
func (g Gift) Form() GiftInput {
	return GiftInput{
		Title: g.Title, Link: g.Link, Price: InputOf(g.Price), Currency: g.Currency, ImageURL: g.ImageURL,
		Source: g.Source, Description: g.Description, Links: lines(g.Links), Tags: Names(g.Tags), Version: g.Version,
	}
}

// lines are further links as somebody types them.
func lines(links []GiftLink) string {
	var all []string
	for _, l := range links {
		all = append(all, strings.TrimSpace(l.Label+" "+l.URL))
	}
	return strings.Join(all, "\n")
}

// Form is the item as its form shows it.
func (i Item) Form() ItemInput {
	return ItemInput{
		Quantity: strconv.Itoa(i.Quantity), PlannedPrice: InputOf(i.Planned), ActualPrice: InputOf(i.Actual),
		Priority: string(i.Priority), Notes: i.Notes, Privacy: string(i.Privacy), Version: i.Version, WishVersion: i.WishVersion,
	}
}

// Form is the wish as its form shows it.
func (w Wish) Form() ItemInput {
	return ItemInput{Quantity: strconv.Itoa(w.Quantity), Priority: string(w.Priority), Notes: w.Notes, Version: w.Version}
}

// Names is a line of names, as forms have it.
func Names(refs []Ref) string {
	words := make([]string, len(refs))
	for i, r := range refs {
		words[i] = r.Name
	}
	return strings.Join(words, ", ")
}
