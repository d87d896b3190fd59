// Package settingsview is what one sets for oneself and for the family.
package settingsview

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/money"
	"kinlist/internal/paths"
	"kinlist/views/ui"
)

// ProfileProps is one's own account as its form shows it, and what was wrong with either form.
type ProfileProps struct {
	Values   dto.ProfileInput
	Errors   apperr.Fields
	Password apperr.Fields // what is wrong with the form of the password
	PersonID string        // the person that one is; "" for none
}

// AppearanceProps is how the pages look and speak.
type AppearanceProps struct {
	Values dto.SettingsInput
	Errors apperr.Fields
}

// FamilyProps is the family as its form shows it.
type FamilyProps struct {
	Values     dto.FamilyInput
	Errors     apperr.Fields
	MayEdit    bool
	Currencies []string
	Families   []dto.FamilyChoice // all that the viewer belongs to
}

// MembersProps is who belongs to the family, and who is invited.
type MembersProps struct {
	Members     []dto.FamilyMember
	Invitations []dto.Invitation
	Values      dto.InvitationInput
	Errors      apperr.Fields
	Admin       bool
	Made        *dto.InvitationLink // shown this once
	Link        string              // its address, in full
	News        string              // what just went well
	Undo        string              // the address that takes it back by POST, "" for none
}

// ResetProps is a link that an admin hands over, shown this once.
type ResetProps struct {
	dto.ResetLink
	Link string // its address, in full
}

// page is one of the settings.
type page struct{ label, path string }

func pages() []page {
	return []page{
		{lang.Word("Profile"), paths.Profile()},
		{lang.Word("Appearance"), paths.Appearance()},
		{lang.Word("Keyboard"), paths.Keyboard()},
		{lang.Word("Signed-in browsers"), paths.Sessions()},
		{lang.Word("settings|Family"), paths.Family()},
		{lang.Word("Members"), paths.Members()},
	}
}

func profileFields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "name", Label: lang.T(ctx, "Your name")},
		{Name: "email", Label: lang.T(ctx, "Email")},
		{Name: "password", Label: lang.T(ctx, "Password"), ID: "email_password"},
	}
}

func passwordFields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "old", Label: lang.T(ctx, "Password so far")},
		{Name: "password", Label: lang.T(ctx, "New password")},
	}
}

func appearanceFields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "theme", Label: lang.T(ctx, "Brightness")},
		{Name: "accent", Label: lang.T(ctx, "Colours")},
		{Name: "language", Label: lang.T(ctx, "Language")},
	}
}

func familyFields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "name", Label: lang.T(ctx, "Family name")},
		{Name: "locale", Label: lang.T(ctx, "Language and country")},
		{Name: "time_zone", Label: lang.T(ctx, "Time zone")},
		{Name: "currency", Label: lang.T(ctx, "Currency")},
		{Name: "paper", Label: lang.T(ctx, "Paper")},
	}
}

func invitationFields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{{Name: "email", Label: lang.T(ctx, "Email")}, {Name: "role", Label: lang.T(ctx, "Role")}}
}

var themeNames = map[string]string{
	"system": lang.Word("As the device has it"), "light": lang.Word("Light"), "dark": lang.Word("Dark"),
}

var accentNames = map[string]string{
	"auto": lang.Word("As the next occasion has it"), "off": lang.Word("Always the same green"),
	"christmas": lang.Word("Christmas"), "easter": lang.Word("Easter"), "birthday": lang.Word("Birthday"),
	"ocean": lang.Word("Ocean blue"), "amber": lang.Word("Amber"),
}

var paperNames = map[domain.Paper]string{
	"": lang.Word("As usual in the country"), domain.PaperA4: lang.Word("A4"), domain.PaperLetter: lang.Word("US Letter"),
}

// Saved says of a family in words what its form has as keys.
func Saved(ctx context.Context, f dto.Family) map[string]string {
	return map[string]string{"paper": named(paperNames)(ctx, domain.Paper(f.Paper))}
}

func named[W ~string](names map[W]string) func(context.Context, W) string {
	return func(ctx context.Context, w W) string { return lang.T(ctx, names[w]) }
}

func languages(ctx context.Context) []ui.Option {
	out := []ui.Option{{Label: lang.T(ctx, "As the browser asks")}}
	for _, l := range lang.All {
		out = append(out, ui.Option{Value: l.Tag, Label: l.Name})
	}
	return out
}

func roles(ctx context.Context) []ui.Option {
	return ui.Words(ctx, []domain.Role{domain.RoleMember, domain.RoleAdmin, domain.RoleGuest}, ui.RoleName)
}

// sample shows how a locale writes an amount; "" for one that is not known.
func sample(ctx context.Context, in dto.FamilyInput) string {
	if !money.Valid(in.Currency) {
		return ""
	}
	return lang.T(ctx, "An amount is written like this: %s.", money.Format(money.Amount{Minor: 123450, Currency: in.Currency}, in.Locale))
}

func others(all []dto.Session) bool {
	for _, s := range all {
		if !s.Current {
			return true
		}
	}
	return false
}

func rights(ctx context.Context, role string) string { return ui.RoleRights(ctx, domain.Role(role)) }
