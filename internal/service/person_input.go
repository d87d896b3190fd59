package service

import (
	"context"
	"strconv"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/calendar"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// fillPerson puts a checked form into the row.
func fillPerson(v domain.Viewer, today calendar.Date, row *model.Person, in dto.PersonInput) error {
	if err := policy.Change(v); err != nil {
		return err
	}
	f := apperr.Form{}
	row.DisplayName = required(f, "display_name", in.DisplayName, "Enter a name.", maxName)
	row.NameKey = text.Key(row.DisplayName)
	row.LegalName = optional(f, "legal_name", in.LegalName, maxName)
	row.Relationship = relationship(f, in.Relationship)
	row.BirthDay, row.BirthMonth, row.BirthYear = birthdate(f, today, in)
	row.Interests = interests(f, in.Interests)
	row.Sizes = sizes(f, in.SizeLabels, in.SizeValues)
	row.Constraints = notes(f, "constraints", in.Constraints)
	row.Notes = notes(f, "notes", in.Notes)
	row.PhotoURL = link(f, "photo_url", in.PhotoURL)
	row.UserID = idOrNil(in.UserID)
	return f.Err()
}

// relationship is "other" where a form says nothing.
func relationship(f apperr.Form, typed string) domain.Relationship {
	if typed == "" {
		return "other"
	}
	return choice(f, "relationship", typed, domain.Relationships)
}

// birthdate reads day, month and the year that may stay empty.
func birthdate(f apperr.Form, today calendar.Date, in dto.PersonInput) (day, month, year *int) {
	if blank(in.BirthDay) && blank(in.BirthMonth) && blank(in.BirthYear) {
		return nil, nil, nil
	}
	day = number(f, "birth_day", in.BirthDay, 1, 31, "Enter the day as a number from 1 to 31.")
	month = number(f, "birth_month", in.BirthMonth, 1, 12, "Choose the month too.")
	if !blank(in.BirthYear) {
		year = number(f, "birth_year", in.BirthYear, 1850, today.Year, "Enter a year from 1850 to %d, or leave it empty.", today.Year)
	}
	if day == nil || month == nil {
		return nil, nil, nil
	}
	leap := 2000 // 29 February is a birthday, whatever the year
	if year != nil {
		leap = *year
	}
	if d := calendar.On(leap, time.Month(*month), *day); d.Day != *day {
		f.Add("birth_day", "This month has no day %d.", *day)
	}
	return day, month, year
}

func number(f apperr.Form, field, typed string, least, most int, sentence string, args ...any) *int {
	n, err := strconv.Atoi(text.Line(typed))
	if err != nil || n < least || n > most {
		f.Add(field, sentence, args...)
		return nil
	}
	return &n
}

func interests(f apperr.Form, typed string) []string {
	words := text.List(within(f, "interests", text.Block(typed), maxNotes))
	for _, w := range words {
		within(f, "interests", w, maxShort)
	}
	return words
}

// sizes pairs labels with values in the order given; a pair without a value falls out.
func sizes(f apperr.Form, labels, values []string) []model.Size {
	var pairs []model.Size
	for i, label := range labels {
		if i >= len(values) || i >= 50 {
			break
		}
		pair := model.Size{Label: optional(f, "size_label", label, maxShort), Value: optional(f, "size_value", values[i], maxShort)}
		switch {
		case pair.Label == "" && pair.Value != "":
			f.Add("size_label", "Say what %s is the size of.", pair.Value)
		case pair.Value != "":
			pairs = append(pairs, pair)
		}
	}
	return pairs
}

// checkAccount makes sure that the account linked to a person is a member of the family.
func checkAccount(ctx context.Context, tx *repository.Store, v domain.Viewer, row model.Person) error {
	if row.UserID == nil {
		return nil
	}
	members, err := tx.Accounts.Members(ctx, v)
	if err != nil {
		return err
	}
	for _, m := range members {
		if m.UserID == *row.UserID {
			return nil
		}
	}
	return apperr.Wrong("user_id", "Choose a member of the family.")
}

// accountTaken says that an account has its person already.
func accountTaken(row model.Person, err error) error {
	if row.UserID != nil && repository.Taken(err) {
		return apperr.Wrong("user_id", "This account is linked to another person already.")
	}
	return err
}

func toPerson(v domain.Viewer, today calendar.Date, row model.Person) dto.Person {
	p := dto.Person{
		ID: row.ID, Name: row.DisplayName, LegalName: row.LegalName, Relationship: row.Relationship,
		Interests: row.Interests, Constraints: row.Constraints, Notes: row.Notes, PhotoURL: row.PhotoURL,
		Own: v.Is(row.ID), Archived: row.ArchivedAt != nil, Version: row.Version,
	}
	for _, s := range row.Sizes {
		p.Sizes = append(p.Sizes, dto.Size(s))
	}
	if row.BirthDay == nil || row.BirthMonth == nil {
		return p
	}
	p.Birthday = &dto.Birthday{Day: *row.BirthDay, Month: *row.BirthMonth}
	p.NextBirthday = calendar.Next(birthdayDate(row), calendar.Yearly, today)
	if row.BirthYear != nil {
		p.Birthday.Year = *row.BirthYear
		p.TurnsAge = p.NextBirthday.Year - *row.BirthYear
	}
	return p
}
