package service

import (
	"context"
	"slices"
	"time"

	"golang.org/x/text/language"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/money"
	"kinlist/internal/repository"
	"kinlist/internal/text"
)

// Family is how a family calls itself, and how it writes amounts and dates.
type Family struct{ core }

// Get returns the viewer's family.
func (s *Family) Get(ctx context.Context, v domain.Viewer) (dto.Family, error) {
	row, err := s.store.Accounts.Family(ctx, v)
	return dto.Family{
		Name: row.Name, Currency: row.Currency, Locale: row.Locale, TimeZone: row.TimeZone, Paper: string(row.Paper), Version: row.Version,
		MayEdit: v.Admin(),
	}, err
}

// Update saves the family's settings; only admins do. The home currency changes only where no budget could mean
// another amount by it.
func (s *Family) Update(ctx context.Context, v domain.Viewer, in dto.FamilyInput) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		if err := asAdmin(ctx, tx, v); err != nil {
			return err
		}
		row, err := tx.Accounts.Family(ctx, v)
		if err != nil {
			return err
		}
		before := row
		if err := fillFamily(&row, in); err != nil {
			return err
		}
		if row.Currency != before.Currency {
			if err := mayChangeCurrency(ctx, tx, v); err != nil {
				return err
			}
		}
		row.Version = in.Version
		if err := tx.Accounts.UpdateFamily(ctx, &row, "name", "currency", "locale", "time_zone", "paper"); err != nil {
			return err
		}
		if err := keepFamily(ctx, tx, v, before, row); err != nil {
			return err
		}
		return record(ctx, tx, v, onFamily(domain.VerbUpdated, row.ID), payload{Title: row.Name})
	})
}

// mayChangeCurrency refuses a new home currency where there is a budget that the viewer may see, and where there could
// be one that they may not: the answer never depends on that one. Prices carry a currency of their own.
func mayChangeCurrency(ctx context.Context, tx *repository.Store, v domain.Viewer) error {
	seen, own, err := tx.Accounts.HasBudgets(ctx, v)
	switch {
	case err != nil:
		return err
	case seen:
		return apperr.Wrong("currency", "There are budgets in the home currency, also in the trash perhaps, and they would mean other amounts. It stays as it is.")
	case own:
		return apperr.Wrong("currency", "You are yourself on an occasion, and Kinlist does not tell you whether there is a budget for you. "+
			"An admin who is on none can change the home currency while there are no budgets.")
	}
	return nil
}

func fillFamily(row *model.Family, in dto.FamilyInput) error {
	f := apperr.Form{}
	row.Name = required(f, "name", in.Name, "Enter the family's name.", maxName)
	row.Currency = in.Currency
	if !money.Valid(in.Currency) {
		f.Add("currency", "Choose a currency of the list.")
	}
	row.Locale = locale(f, in.Locale)
	row.TimeZone = zone(f, in.TimeZone)
	row.Paper = choice(f, "paper", in.Paper, domain.Papers)
	return f.Err()
}

// locale reads a language tag: language, script and region, which is what numbers are written by. Anything else that a
// tag may hold is left out.
func locale(f apperr.Form, typed string) string {
	example := lang.Said("Enter a language and a country like de-AT or en-GB.")
	tag, err := language.Parse(text.Line(typed))
	if err != nil || tag.IsRoot() {
		f.Say("locale", example)
		return ""
	}
	plain, err := language.Compose(tag.Raw())
	if err != nil || plain.IsRoot() {
		f.Say("locale", example)
	}
	return plain.String()
}

// zone reads the name of a time zone of the IANA database.
func zone(f apperr.Form, typed string) string {
	name := text.Line(typed)
	if _, err := time.LoadLocation(name); err != nil || name == "" || name == "Local" || len(name) > maxZone {
		f.Add("time_zone", "Enter a time zone like Europe/Vienna.")
	}
	return name
}

// letterCountries print on Letter; all others on A4.
var letterCountries = []string{"US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA", "PR", "DO", "NI", "SV"}

// paperOf is what a family prints on: what it chose, else what is usual in the country that its locale names.
func paperOf(chosen domain.Paper, locale string) domain.Paper {
	if chosen != "" {
		return chosen
	}
	tag, err := language.Parse(locale)
	if err != nil {
		return domain.PaperA4
	}
	if region, sure := tag.Region(); sure == language.Exact && slices.Contains(letterCountries, region.String()) {
		return domain.PaperLetter
	}
	return domain.PaperA4
}

// maxZone is what the column holds.
const maxZone = 64
