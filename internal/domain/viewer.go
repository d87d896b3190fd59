package domain

// Viewer is the signed-in user within the current family. Every read of the program takes one; the repositories'
// scope decides by it what there is to see.
type Viewer struct {
	UserID   string
	FamilyID string
	Role     Role
	PersonID string // the person linked to the user in this family; "" when there is none

	// How this family writes: BCP 47 locale, ISO 4217 home currency, IANA time zone; and what it prints on.
	Locale   string
	Currency string
	TimeZone string
	Paper    Paper // A4 where it is empty

	// Onlooker is who looks through the viewer's eyes, nil for the viewer themselves. Then there is only what both of
	// them see, and nothing can be changed.
	Onlooker *Viewer
}

// Is reports whether the viewer is the person.
func (v Viewer) Is(personID string) bool { return personID != "" && v.PersonID == personID }

// Guest reports whether the viewer only reads and comments.
func (v Viewer) Guest() bool { return v.Role == RoleGuest }

// Admin reports whether the viewer runs the family.
func (v Viewer) Admin() bool { return v.Role == RoleAdmin }
