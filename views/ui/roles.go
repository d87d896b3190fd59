package ui

import (
	"context"

	"kinlist/internal/domain"
	"kinlist/internal/lang"
)

var roleNames = map[domain.Role]string{
	domain.RoleAdmin: lang.Word("Admin"), domain.RoleMember: lang.Word("Member"), domain.RoleGuest: lang.Word("Guest"),
}

var roleRights = map[domain.Role]string{
	domain.RoleAdmin:  lang.Word("Plans like everybody, and runs the family: members, invitations, settings."),
	domain.RoleMember: lang.Word("Plans: people, occasions, lists, gifts."),
	domain.RoleGuest:  lang.Word("Reads and comments on what the whole family shares, and changes nothing else."),
}

// RoleName is the word for what a member may do.
func RoleName(ctx context.Context, r domain.Role) string { return word(ctx, roleNames, r) }

// RoleRights says what a role lets a member do.
func RoleRights(ctx context.Context, r domain.Role) string { return word(ctx, roleRights, r) }
