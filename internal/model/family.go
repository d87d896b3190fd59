package model

import "kinlist/internal/domain"

// Family is the tenant: everything else belongs to exactly one.
type Family struct {
	Base
	Name     string
	Currency string       // the home currency, ISO 4217
	Locale   string       // BCP 47
	TimeZone string       // IANA
	Paper    domain.Paper // "" is as the country of the locale prints
	Version  int64
}

// User is somebody who signs in; a user may be a member of several families.
type User struct {
	Base
	Name         string
	Email        string // as typed
	EmailKey     string // folded; unique
	PasswordHash string
	AvatarURL    string
	Settings     UserSettings `gorm:"serializer:json"`
	Version      int64
}

// UserSettings is what a user chose for themselves.
type UserSettings struct {
	Theme     string `json:"theme,omitempty"`     // light, dark; empty follows the system
	Shortcuts string `json:"shortcuts,omitempty"` // off; empty is on
	Accent    string `json:"accent,omitempty"`    // a season or a colour, or off; empty follows the next occasion
	Language  string `json:"language,omitempty"`  // a BCP 47 tag; empty is as the browser asks
}

// Membership makes a user a member of a family.
type Membership struct {
	Base
	UserID   string
	FamilyID string
	Role     domain.Role
}
