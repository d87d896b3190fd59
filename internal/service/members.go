package service

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// Members is who belongs to a family, and as what.
type Members struct{ core }

// Index lists the members of the family by name, with the people that they are. Addresses are for admins, and one's own.
func (s *Members) Index(ctx context.Context, v domain.Viewer) ([]dto.FamilyMember, error) {
	rows, err := s.store.Accounts.Roster(ctx, v)
	all := make([]dto.FamilyMember, len(rows))
	for i, row := range rows {
		m := dto.FamilyMember{
			Member: dto.Member{UserID: row.UserID, Name: row.Name, Role: row.Role},
			Person: refOf(row.PersonID, row.PersonName), You: row.UserID == v.UserID,
		}
		if m.You || v.Admin() {
			m.Email = row.Email
		}
		all[i] = m
	}
	return all, err
}

// asAdmin makes whoever changes the family queue, and makes sure that the viewer is, now, one of its admins: of two
// admins who take each other's role away, the second is none any more.
func asAdmin(ctx context.Context, tx *repository.Store, v domain.Viewer) error {
	if err := policy.Administer(v); err != nil {
		return err
	}
	if err := tx.Accounts.LockFamily(ctx, v.FamilyID); err != nil {
		return err
	}
	now, err := tx.Accounts.Member(ctx, v, v.UserID)
	if err != nil && apperr.CodeOf(err) != apperr.NotFound {
		return err
	}
	return policy.Administer(domain.Viewer{Role: now.Role})
}

// SetRole gives a member another role; only admins do. Whoever becomes a guest loses what they had in hand, and whoever
// is no admin any more the invitations and reset links that they made. The last admin stays one.
func (s *Members) SetRole(ctx context.Context, v domain.Viewer, userID string, in dto.RoleInput) error {
	f := apperr.Form{}
	role := choice(f, "role", in.Role, domain.Roles)
	if in.Role == "" {
		f.Add("role", "Choose one of the list.")
	}
	if err := both(policy.Administer(v), f.Err()); err != nil {
		return err
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		if err := asAdmin(ctx, tx, v); err != nil {
			return err
		}
		member, err := tx.Accounts.Member(ctx, v, userID)
		if err != nil || member.Role == role {
			return err
		}
		if err := setRole(ctx, tx, v, member, role); err != nil {
			return err
		}
		if err := keepRole(ctx, tx, v, member, role); err != nil {
			return err
		}
		return record(ctx, tx, v, onMember(domain.VerbRole, userID, nil),
			payload{Title: member.Name, From: string(member.Role), To: string(role)})
	})
}

func setRole(ctx context.Context, tx *repository.Store, v domain.Viewer, member repository.MemberRow, role domain.Role) error {
	if err := stopAdmin(ctx, tx, v, member); err != nil {
		return err
	}
	if role == domain.RoleGuest {
		if err := tx.Items.Release(ctx, v, member.UserID); err != nil {
			return err
		}
	}
	return tx.Accounts.SetRole(ctx, v, member.UserID, role)
}

// stopAdmin takes away what an admin vouches for, unless they are the last one.
func stopAdmin(ctx context.Context, tx *repository.Store, v domain.Viewer, member repository.MemberRow) error {
	if member.Role != domain.RoleAdmin {
		return nil
	}
	admins, err := tx.Accounts.Admins(ctx, v)
	if err != nil {
		return err
	}
	if err := policy.StopAdmin(member.Role, member.Name, admins); err != nil {
		return err
	}
	return tx.Accounts.DropVouched(ctx, v, member.UserID)
}

// Remove ends somebody's membership; only admins do. What they had in hand keeps its status and has no buyer, and their
// person no account.
func (s *Members) Remove(ctx context.Context, v domain.Viewer, userID string) error {
	if userID == v.UserID {
		return s.Leave(ctx, v)
	}
	return s.write(ctx, v, func(tx *repository.Store) error {
		if err := asAdmin(ctx, tx, v); err != nil {
			return err
		}
		return part(ctx, tx, v, userID, domain.VerbRemoved)
	})
}

// Leave ends the viewer's own membership, as Remove does, and with it the session that asks.
func (s *Members) Leave(ctx context.Context, v domain.Viewer) error {
	return s.write(ctx, v, func(tx *repository.Store) error {
		if err := tx.Accounts.LockFamily(ctx, v.FamilyID); err != nil {
			return err
		}
		return part(ctx, tx, v, v.UserID, domain.VerbLeft)
	})
}

// part takes a member out of the family, whoever decided it.
func part(ctx context.Context, tx *repository.Store, v domain.Viewer, userID string, verb domain.Verb) error {
	member, err := tx.Accounts.Member(ctx, v, userID)
	if err != nil {
		return err
	}
	if err := stopAdmin(ctx, tx, v, member); err != nil {
		return err
	}
	if err := tx.Items.Release(ctx, v, userID); err != nil {
		return err
	}
	personID, err := tx.People.Unlink(ctx, v, userID)
	if err != nil {
		return err
	}
	if err := tx.Accounts.RemoveMember(ctx, v, userID); err != nil {
		return err
	}
	family, err := tx.Accounts.Family(ctx, v)
	if err != nil {
		return err
	}
	title := member.Name
	if verb == domain.VerbLeft {
		title = family.Name
	}
	return record(ctx, tx, v, onMember(verb, userID, personID), payload{Title: title})
}
