package dto

import "kinlist/internal/domain"

// Session is a browser in which the viewer is signed in.
type Session struct {
	ID         string
	Device     string // in words: "Firefox on Windows"
	Address    string // where it signed in from
	Family     string // the family that it looks at
	CreatedAt  string // as the family reads a time
	LastSeenAt string // exact to an hour
	Current    bool   // the one that asks
}

// PasswordInput is the form to change one's password.
type PasswordInput struct {
	Old string `form:"old"`
	New string `form:"password"`
}

// ResetLink is what an admin hands over so that a member can set a new password. The token is shown this once.
type ResetLink struct {
	Token     string
	Name      string // whose password it sets
	ExpiresAt string
}

// ResetOffer is what the page behind a reset link says.
type ResetOffer struct {
	Name  string
	Email string
}

// ResetInput is the form behind a reset link.
type ResetInput struct {
	Password string `form:"password"`
}

// InvitationInput is the form of an admin who invites.
type InvitationInput struct {
	Email string `form:"email"` // may stay empty: whoever has the link
	Role  string `form:"role"`  // "" is member
}

// InvitationLink is what an admin hands over. The token is shown this once.
type InvitationLink struct {
	ID        string
	Token     string
	ExpiresAt string
}

// Invitation is an invitation that nobody has used yet.
type Invitation struct {
	ID        string
	Email     string // "" lets in whoever has the link
	Role      domain.Role
	InvitedBy string
	CreatedAt string
	ExpiresAt string
}

// InvitationOffer is all that the page behind an invitation says.
type InvitationOffer struct {
	Family string
	Role   domain.Role
}

// AcceptInput is the form behind an invitation. With the address of an account that exists, the password is that
// account's and the name is not read.
type AcceptInput struct {
	Name     string `form:"name"`
	Email    string `form:"email"`
	Password string `form:"password"`
}

// Profile is the viewer's own account.
type Profile struct {
	Name      string
	Email     string
	AvatarURL string
	Version   int64
}

// Form is the profile as its form shows it.
func (p Profile) Form() ProfileInput {
	return ProfileInput{Name: p.Name, Email: p.Email, AvatarURL: p.AvatarURL, Version: p.Version}
}

// ProfileInput is the form of one's own account.
type ProfileInput struct {
	Name      string `form:"name"`
	Email     string `form:"email"`
	AvatarURL string `form:"avatar_url"`
	Password  string `form:"password"` // asked for when the address changes
	Version   int64  `form:"version"`
}

// Settings is what the viewer chose for themselves.
type Settings struct {
	Theme     string // a word of Themes
	Accent    string // a word of Accents
	Shortcuts bool   // keyboard shortcuts are on
	Language  string // tag of a language of package lang; "" as the browser asks
}

// Themes lists the themes in the order that forms offer them.
var Themes = []string{"system", "light", "dark"}

// Accents lists the colours of the pages in the order that forms offer them: as the next occasion has it, none of that, a
// season's, or just a colour.
var Accents = []string{"auto", "off", "christmas", "easter", "birthday", "ocean", "amber"}

// SettingsInput is the form of how one wants the pages to look and speak.
type SettingsInput struct {
	Theme    string `form:"theme"`
	Accent   string `form:"accent"`
	Language string `form:"language"`
}

// FamilyChoice is a family that the viewer can look at.
type FamilyChoice struct {
	ID      string
	Name    string
	Role    domain.Role
	Current bool
}

// Family is the viewer's family.
type Family struct {
	Name     string
	Currency string // the home currency, ISO 4217
	Locale   string // BCP 47
	TimeZone string // IANA
	Paper    string // a word of domain.Papers: "" is as the country of the locale prints
	Version  int64
	MayEdit  bool
}

// Form is the family as its form shows it.
func (f Family) Form() FamilyInput {
	return FamilyInput{Name: f.Name, Currency: f.Currency, Locale: f.Locale, TimeZone: f.TimeZone, Paper: f.Paper, Version: f.Version}
}

// FamilyInput is the form of the family's settings.
type FamilyInput struct {
	Name     string `form:"name"`
	Currency string `form:"currency"`
	Locale   string `form:"locale"`
	TimeZone string `form:"time_zone"`
	Paper    string `form:"paper"`
	Version  int64  `form:"version"`
}

// FamilyMember is a member as the page of members shows them.
type FamilyMember struct {
	Member
	Email  string // only for admins, and one's own
	Person *Ref   // the person that they are; nil for none
	You    bool
}

// RoleInput is the form that gives a member another role.
type RoleInput struct {
	Role string `form:"role"`
}
