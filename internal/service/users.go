package service

import (
	"cmp"
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// Users is what somebody does with their own account.
type Users struct {
	core
	auth *Auth
}

// Profile returns the viewer's own account.
func (s *Users) Profile(ctx context.Context, v domain.Viewer) (dto.Profile, error) {
	row, err := s.store.Accounts.User(ctx, v.UserID)
	return dto.Profile{Name: row.Name, Email: row.Email, AvatarURL: row.AvatarURL, Version: row.Version}, err
}

// Update saves the viewer's own account. Another e-mail address takes the password, since one signs in with it.
func (s *Users) Update(ctx context.Context, v domain.Viewer, in dto.ProfileInput, from Client) error {
	f := apperr.Form{}
	name := required(f, "name", in.Name, "Enter a name.", maxName)
	email := address(f, in.Email)
	avatar := link(f, "avatar_url", in.AvatarURL)
	if err := cmp.Or(f.Err(), apperr.OnlyChecked(ctx)); err != nil { // a check tries no password, and asks for no address
		return err
	}
	row, err := s.store.Accounts.User(ctx, v.UserID)
	if err != nil {
		return err
	}
	before, refund := row, func() {}
	if row.EmailKey != EmailKey(email) {
		if row, refund, err = s.auth.proven(ctx, v, "password", in.Password, from); err != nil {
			return err
		}
	}
	row.Name, row.Email, row.EmailKey, row.AvatarURL, row.Version = name, email, EmailKey(email), avatar, in.Version
	if err := s.save(ctx, v, before, row); err != nil {
		return err
	}
	refund() // only now: who asks for one address after the other, to see which are taken, is counted
	return nil
}

func (s *Users) save(ctx context.Context, v domain.Viewer, before, row model.User) error {
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := stillHas(ctx, tx, row); err != nil {
			return err
		}
		if row.Name == before.Name && row.Email == before.Email && row.AvatarURL == before.AvatarURL {
			return checkVersion(row.Version, before.Version)
		}
		err := tx.Accounts.UpdateUser(ctx, &row, "name", "email", "email_key", "avatar_url")
		if repository.Taken(err) {
			return apperr.Wrong("email", "Another account has this e-mail address.")
		}
		if err != nil {
			return err
		}
		return keepProfile(ctx, tx, v, before, row)
	})
}

// Settings returns what the viewer chose for themselves.
func (s *Users) Settings(ctx context.Context, v domain.Viewer) (dto.Settings, error) {
	row, err := s.store.Accounts.User(ctx, v.UserID)
	return dto.Settings{
		Theme: firstOf(row.Settings.Theme, dto.Themes[0]), Accent: firstOf(row.Settings.Accent, dto.Accents[0]),
		Shortcuts: row.Settings.Shortcuts == "", Language: row.Settings.Language,
	}, err
}

// UpdateSettings saves how the viewer wants the pages to look and speak; it holds in all their families.
func (s *Users) UpdateSettings(ctx context.Context, v domain.Viewer, in dto.SettingsInput) error {
	f := apperr.Form{}
	theme, accent := choice(f, "theme", in.Theme, dto.Themes), choice(f, "accent", in.Accent, dto.Accents)
	if in.Language != "" && lang.Named(in.Language) == nil {
		f.Add("language", "Choose one of the languages.")
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.choose(ctx, v, func(chosen *model.UserSettings) {
		chosen.Theme, chosen.Accent, chosen.Language = theme, accent, in.Language
		if theme == dto.Themes[0] { // the defaults are not stored
			chosen.Theme = ""
		}
		if accent == dto.Accents[0] {
			chosen.Accent = ""
		}
	})
}

// SetShortcuts turns the viewer's keyboard shortcuts on or off, in all their families.
func (s *Users) SetShortcuts(ctx context.Context, v domain.Viewer, on bool) error {
	return s.choose(ctx, v, func(chosen *model.UserSettings) {
		chosen.Shortcuts = ""
		if !on {
			chosen.Shortcuts = "off"
		}
	})
}

func (s *Users) choose(ctx context.Context, v domain.Viewer, what func(*model.UserSettings)) error {
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		row, err := tx.Accounts.LockUser(ctx, v.UserID)
		if err != nil {
			return err
		}
		before := row.Settings
		what(&row.Settings)
		if err := tx.Accounts.SetSettings(ctx, v.UserID, row.Settings); err != nil {
			return err
		}
		return keepSettings(ctx, tx, v, before, row.Settings)
	})
}

// Families lists the families that the viewer belongs to, by name.
func (s *Users) Families(ctx context.Context, v domain.Viewer) ([]dto.FamilyChoice, error) {
	rows, err := s.store.Accounts.FamiliesOf(ctx, v.UserID)
	all := make([]dto.FamilyChoice, len(rows))
	for i, row := range rows {
		all[i] = dto.FamilyChoice{ID: row.ID, Name: row.Name, Role: row.Role, Current: row.ID == v.FamilyID}
	}
	return all, err
}

// SwitchFamily turns the session that asks to another family of the viewer, NotFound for one that they do not belong to.
func (s *Users) SwitchFamily(ctx context.Context, v domain.Viewer, session, familyID string) error {
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		there := v
		there.FamilyID = familyID
		if _, err := tx.Accounts.Member(ctx, there, v.UserID); err != nil {
			return err
		}
		return tx.Accounts.SwitchSession(ctx, v, session, familyID)
	})
}
