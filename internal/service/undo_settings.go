package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/model"
	"kinlist/internal/repository"
)

// What somebody sets is taken back like what they plan. An e-mail address and a password are not: who changed them may
// have had a reason to fear somebody else at the same browser.

// roleWas is what a member was, and what the change made of them.
type roleWas struct{ From, To domain.Role }

// settingNames name what a change is of that is of no thing with a name.
var settingNames = map[domain.Entity]string{
	domain.EntityProfile: lang.Word("Profile"), domain.EntityAppearance: lang.Word("Appearance"), domain.EntityShortcuts: lang.Word("Keyboard shortcuts"),
}

// guestsToo reports whether guests change things of a kind.
func guestsToo(kind domain.Entity) bool {
	switch kind { //nolint:exhaustive // guests change nothing else
	case domain.EntityComment, domain.EntityProfile, domain.EntityAppearance, domain.EntityShortcuts:
		return true
	}
	return false
}

func keepFamily(ctx context.Context, tx *repository.Store, v domain.Viewer, before, row model.Family) error {
	return keepSave(ctx, tx, v, domain.EntityFamily, row.ID, row.Version, familyWas(before), familyWas(row))
}

func familyWas(row model.Family) was {
	form := dto.Family{Name: row.Name, Currency: row.Currency, Locale: row.Locale, TimeZone: row.TimeZone, Paper: string(row.Paper)}.Form()
	return was{Version: row.Version, Family: &form}
}

func keepProfile(ctx context.Context, tx *repository.Store, v domain.Viewer, before, row model.User) error {
	if before.Name == row.Name && before.AvatarURL == row.AvatarURL {
		return nil
	}
	form := dto.ProfileInput{Name: before.Name, AvatarURL: before.AvatarURL}
	return keepThing(ctx, tx, v, domain.VerbUpdated, domain.EntityProfile, row.ID, row.Version, was{Version: before.Version, Profile: &form})
}

// profileBack saves a profile as it was, but for the address that one signs in with: it stays as it is by now.
func (s *Users) profileBack(ctx context.Context, v domain.Viewer, in dto.ProfileInput) error {
	row, err := s.store.Accounts.User(ctx, v.UserID)
	if err != nil {
		return err
	}
	in.Email = row.Email
	return s.Update(ctx, v, in, Client{})
}

func keepSettings(ctx context.Context, tx *repository.Store, v domain.Viewer, before, now model.UserSettings) error {
	if before.Shortcuts != now.Shortcuts {
		on := before.Shortcuts == ""
		if err := keepThing(ctx, tx, v, domain.VerbUpdated, domain.EntityShortcuts, v.UserID, 1, was{Shortcuts: &on}); err != nil {
			return err
		}
		before.Shortcuts = now.Shortcuts
	}
	if before == now {
		return nil
	}
	form := dto.SettingsInput{Theme: before.Theme, Accent: before.Accent, Language: before.Language}
	return keepThing(ctx, tx, v, domain.VerbUpdated, domain.EntityAppearance, v.UserID, 1, was{Appearance: &form})
}

func keepRole(ctx context.Context, tx *repository.Store, v domain.Viewer, member repository.MemberRow, role domain.Role) error {
	return keepThing(ctx, tx, v, domain.VerbRole, domain.EntityMember, member.UserID, 1, was{Role: &roleWas{member.Role, role}})
}

// roleBack makes of a member what they were, while they are what the change made of them.
func (s *Members) roleBack(ctx context.Context, v domain.Viewer, userID string, was roleWas) error {
	if err := asAdmin(ctx, s.store, v); err != nil {
		return err
	}
	member, err := s.store.Accounts.Member(ctx, v, userID)
	if err != nil {
		return err
	}
	if member.Role != was.To {
		return changedSince()
	}
	return s.SetRole(ctx, v, userID, dto.RoleInput{Role: string(was.From)})
}

// saveOther saves as it was what has no page of its own.
func (a again) saveOther(ctx context.Context) error {
	id, users := a.row.EntityID, &Users{core: a.core}
	switch was := a.was; {
	case was.Place != nil:
		return (&Items{core: a.core}).putBack(ctx, a.v, id, *was.Place)
	case was.Picture != nil:
		return a.pictureBack(ctx, *was.Picture)
	case was.Family != nil:
		was.Family.Version = a.row.Version
		return (&Family{a.core}).Update(ctx, a.v, *was.Family)
	case was.Profile != nil:
		was.Profile.Version = a.row.Version
		return users.profileBack(ctx, a.v, *was.Profile)
	case was.Appearance != nil:
		return users.UpdateSettings(ctx, a.v, *was.Appearance)
	case was.Shortcuts != nil:
		return users.SetShortcuts(ctx, a.v, *was.Shortcuts)
	case was.Role != nil:
		return (&Members{a.core}).roleBack(ctx, a.v, id, *was.Role)
	}
	return apperr.Missing()
}
