// Package authview is the pages before one is signed in: first-run set-up, sign-in, and what invitations and links to set
// a new password lead to.
package authview

import (
	"context"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/views/ui"
)

// SetupProps is the first-run form as the person left it; the password is never shown again.
type SetupProps struct {
	Values     dto.SetupInput
	Errors     apperr.Fields
	NeedsCode  bool // the request does not come from this machine
	Currencies []string
}

// LoginProps is the sign-in form as the person left it; the password is never shown again.
type LoginProps struct {
	Values  dto.LoginInput
	Message string // why they could not be signed in
	Done    string // what went well before
	Errors  apperr.Fields
}

// InviteProps is an invitation and the form behind it as the person left it.
type InviteProps struct {
	Token    string
	Offer    dto.InvitationOffer
	UserName string // who is signed in; "" for nobody
	Values   dto.AcceptInput
	Message  string // why they could not join
	Errors   apperr.Fields
}

// ResetProps is a link to set a new password and the form behind it.
type ResetProps struct {
	Token  string
	Offer  dto.ResetOffer
	Errors apperr.Fields
}

func setupFields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{
		{Name: "code", Label: lang.T(ctx, "Set-up code")},
		{Name: "family_name", Label: lang.T(ctx, "Family name")},
		{Name: "currency", Label: lang.T(ctx, "Currency")},
		{Name: "name", Label: lang.T(ctx, "Your name")},
		{Name: "email", Label: lang.T(ctx, "Email")},
		{Name: "password", Label: lang.T(ctx, "Password")},
	}
}

func loginFields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{{Name: "email", Label: lang.T(ctx, "Email")}, {Name: "password", Label: lang.T(ctx, "Password")}}
}

func acceptFields(ctx context.Context) []ui.FieldName {
	return append([]ui.FieldName{{Name: "name", Label: lang.T(ctx, "Your name")}}, loginFields(ctx)...)
}

func resetFields(ctx context.Context) []ui.FieldName {
	return []ui.FieldName{{Name: "password", Label: lang.T(ctx, "New password")}}
}
