// Package authview is the pages before one is signed in: first-run set-up and sign-in.
package authview

import (
	"kinlist/internal/apperr"
	"kinlist/internal/dto"
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
	Errors  apperr.Fields
}

var setupFields = []ui.FieldName{
	{Name: "code", Label: "Set-up code"},
	{Name: "family_name", Label: "Family name"},
	{Name: "currency", Label: "Currency"},
	{Name: "name", Label: "Your name"},
	{Name: "email", Label: "Email"},
	{Name: "password", Label: "Password"},
}

var loginFields = []ui.FieldName{
	{Name: "email", Label: "Email"},
	{Name: "password", Label: "Password"},
}
