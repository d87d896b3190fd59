package policy

import (
	"kinlist/internal/apperr"
	"kinlist/internal/domain"
)

// Administer decides whether the viewer may change the family itself, its members and invitations: its admins.
func Administer(v domain.Viewer) error {
	if v.Admin() {
		return nil
	}
	return apperr.New(apperr.Forbidden, "Only an admin of the family can do this.")
}

// StopAdmin decides whether a member may stop being an admin, or a member at all, in a family of so many admins: there
// is always one.
func StopAdmin(role domain.Role, name string, admins int) error {
	if role != domain.RoleAdmin || admins > 1 {
		return nil
	}
	return apperr.New(apperr.Forbidden, "%s is the only admin. Make somebody else an admin first.", name)
}
