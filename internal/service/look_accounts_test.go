package service_test

import (
	"context"
	"strings"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/service"
)

// lookAtAccounts asks for the family, its members, and the viewer's own account. The worlds differ in the hosts of
// their addresses, which are left out.
func (w *world) lookAtAccounts(ctx context.Context, v domain.Viewer) {
	s := w.Services
	family, err := s.Family.Get(ctx, v)
	w.sees("family", family, err)
	members, err := s.Members.Index(ctx, v)
	for i := range members {
		members[i].Email, _, _ = strings.Cut(members[i].Email, "@")
	}
	w.sees("roster", members, err)
	invitations, err := s.Invitations.Index(ctx, v)
	w.sees("invitations", invitations, err)
	sessions, err := s.Auth.Sessions(ctx, v, "")
	w.sees("sessions", sessions, err)
	profile, err := s.Users.Profile(ctx, v)
	profile.Email, _, _ = strings.Cut(profile.Email, "@")
	w.sees("profile", profile, err)
	settings, err := s.Users.Settings(ctx, v)
	w.sees("settings", settings, err)
	families, err := s.Users.Families(ctx, v)
	w.sees("families", families, err)
	in := family.Form()
	in.Currency = "CHF"
	w.sees("another currency", nil, s.Family.Update(ctx, v, in))
	w.sees("a role", nil, s.Members.SetRole(ctx, v, v.UserID, dto.RoleInput{Role: "member"}))
	w.sees("an unknown link", nil, s.Auth.ResetPassword(ctx, "none", dto.ResetInput{}, service.Client{}))
}
