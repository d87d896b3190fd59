package service

import (
	"context"
	"time"

	"kinlist/internal/apperr"
	"kinlist/internal/auth"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/model"
	"kinlist/internal/policy"
	"kinlist/internal/repository"
)

// InvitationLife is how long an invitation lets somebody in.
const InvitationLife = 7 * 24 * time.Hour

// Invitations let people into a family: there is no other way in.
type Invitations struct {
	core
	auth *Auth
}

// Index lists the open invitations to the family, the newest first, for its admins.
func (s *Invitations) Index(ctx context.Context, v domain.Viewer) ([]dto.Invitation, error) {
	if err := policy.Administer(v); err != nil {
		return nil, err
	}
	rows, err := s.store.Accounts.Invitations(ctx, v)
	all := make([]dto.Invitation, len(rows))
	for i, row := range rows {
		all[i] = dto.Invitation{
			ID: row.ID, Email: row.Email, Role: row.Role, InvitedBy: row.InviterName,
			CreatedAt: moment(ctx, v, row.CreatedAt), ExpiresAt: moment(ctx, v, row.ExpiresAt),
		}
	}
	return all, err
}

// Create invites somebody to the family for a week: whoever has the link or, with an e-mail address, whoever has that
// address. Only admins invite.
func (s *Invitations) Create(ctx context.Context, v domain.Viewer, in dto.InvitationInput) (dto.InvitationLink, error) {
	f := apperr.Form{}
	token, hash := auth.NewToken()
	row := model.Invitation{TokenHash: hash, Role: domain.RoleMember, ExpiresAt: s.store.Now().Add(InvitationLife)}
	if in.Role != "" {
		row.Role = choice(f, "role", in.Role, domain.Roles)
	}
	if !blank(in.Email) {
		row.Email = address(f, in.Email)
	}
	if err := both(policy.Administer(v), f.Err()); err != nil {
		return dto.InvitationLink{}, err
	}
	err := s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := asAdmin(ctx, tx, v); err != nil {
			return err
		}
		return tx.Accounts.CreateInvitation(ctx, v, &row)
	})
	if err != nil {
		return dto.InvitationLink{}, err
	}
	return dto.InvitationLink{ID: row.ID, Token: token, ExpiresAt: moment(ctx, v, row.ExpiresAt)}, nil
}

// Revoke takes an open invitation to the family back, NotFound for any other.
func (s *Invitations) Revoke(ctx context.Context, v domain.Viewer, id string) error {
	return s.store.InTx(ctx, func(tx *repository.Store) error {
		if err := asAdmin(ctx, tx, v); err != nil {
			return err
		}
		return tx.Accounts.RevokeInvitation(ctx, v, id)
	})
}

// Offer says what an invitation is to; NotFound for one that does not work, whatever the reason.
func (s *Invitations) Offer(ctx context.Context, token string, from Client) (dto.InvitationOffer, error) {
	row, refund, err := s.find(ctx, token, from)
	if err != nil {
		return dto.InvitationOffer{}, err
	}
	refund()
	return dto.InvitationOffer{Family: row.FamilyName, Role: row.Role}, nil
}

// find returns the open invitation with a token. What is used, over, revoked or never was gets one answer.
func (s *Invitations) find(ctx context.Context, token string, from Client) (repository.InvitationRow, func(), error) {
	refund, err := s.auth.limitAddress(from.Address)
	if err != nil {
		return repository.InvitationRow{}, nil, err
	}
	row, err := s.store.Accounts.Invitation(ctx, auth.HashToken(token))
	return row, refund, brokenInvitation(err)
}

func brokenInvitation(err error) error {
	if apperr.CodeOf(err) != apperr.NotFound {
		return err
	}
	return apperr.New(apperr.NotFound, "This invitation does not work any more. Ask for a new one.").Because(err)
}
