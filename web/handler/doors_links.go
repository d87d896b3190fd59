package handler

import (
	"net/http"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/authview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// InviteForm serves GET /invite/:token.
func (h Doors) InviteForm(c *echo.Context) error { return h.inviteForm(c, ok, authview.InviteProps{}) }

func (h Doors) inviteForm(c *echo.Context, status int, p authview.InviteProps) error {
	ctx := c.Request().Context()
	p.Token = c.Param("token")
	var err error
	if p.Offer, err = h.Invitations.Offer(ctx, p.Token, client(c)); err != nil {
		return err
	}
	if s := middleware.Current(c); s != nil {
		p.UserName = s.UserName
	}
	return h.View(c, status, respond.Page{Title: lang.T(ctx, "Join %s", p.Offer.Family), Body: authview.Invite(p)})
}

// Accept serves POST /invite/:token: with a new account, or one that exists.
func (h Doors) Accept(c *echo.Context) error {
	in, err := bound[dto.AcceptInput](c)
	if err != nil {
		return err
	}
	token, err := h.Invitations.Accept(c.Request().Context(), c.Param("token"), in, client(c))
	if fields, status, again := wrong(c, err); again {
		return h.inviteForm(c, status, authview.InviteProps{Values: in, Errors: fields})
	}
	if apperr.CodeOf(err) == apperr.Conflict {
		return h.inviteForm(c, respond.Status(err), authview.InviteProps{Values: in, Message: sentence(c.Request().Context(), err)})
	}
	if err != nil {
		return err
	}
	return h.enter(c, token, "")
}

// Join serves POST /invite/:token/join: with the account that is signed in.
func (h Doors) Join(c *echo.Context) error {
	ctx := c.Request().Context()
	err := h.Invitations.Join(ctx, middleware.Viewer(c), middleware.Current(c).ID, c.Param("token"), client(c))
	if code := apperr.CodeOf(err); code == apperr.Conflict || code == apperr.Forbidden {
		return h.inviteForm(c, respond.Status(err), authview.InviteProps{Message: sentence(ctx, err)})
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Home(), lang.T(ctx, "Welcome to the family."))
}

// ResetForm serves GET /reset/:token.
func (h Doors) ResetForm(c *echo.Context) error { return h.resetForm(c, ok, nil) }

func (h Doors) resetForm(c *echo.Context, status int, errs apperr.Fields) error {
	ctx, p := c.Request().Context(), authview.ResetProps{Token: c.Param("token"), Errors: errs}
	var err error
	if p.Offer, err = h.Auth.ResetOffer(ctx, p.Token, client(c)); err != nil {
		return err
	}
	return h.View(c, status, respond.Page{Title: lang.T(ctx, "A new password for %s", p.Offer.Name), Body: authview.Reset(p)})
}

// Reset serves POST /reset/:token, and goes on to sign-in, with the new password.
func (h Doors) Reset(c *echo.Context) error {
	in, err := bound[dto.ResetInput](c)
	if err != nil {
		return err
	}
	err = h.Auth.ResetPassword(c.Request().Context(), c.Param("token"), in, client(c))
	if fields, status, again := wrong(c, err); again {
		return h.resetForm(c, status, fields)
	}
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, paths.With(paths.Login(), "done", "password"))
}
