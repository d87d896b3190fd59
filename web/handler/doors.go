package handler

import (
	"net/http"
	"net/url"

	"github.com/labstack/echo/v5"
	"golang.org/x/text/language"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/money"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/authview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Doors serves the way in and out: first-run set-up, sign-in, sign-out.
type Doors struct {
	respond.Responder
	Auth        *service.Auth
	Invitations *service.Invitations
}

// SetupForm serves GET /setup; once somebody has an account it leads to sign-in.
func (h Doors) SetupForm(c *echo.Context) error {
	open, err := h.Auth.SetupOpen(c.Request().Context())
	if err != nil {
		return err
	}
	if !open {
		return c.Redirect(http.StatusSeeOther, paths.Login())
	}
	return h.setupForm(c, ok, authview.SetupProps{Values: dto.SetupInput{Currency: currencyOf(c)}})
}

// Setup serves POST /setup.
func (h Doors) Setup(c *echo.Context) error {
	in, err := bound[dto.SetupInput](c)
	if err != nil {
		return err
	}
	token, err := h.Auth.Setup(c.Request().Context(), in, localeOf(c).String(), middleware.Local(c), client(c))
	if fields, status, again := wrong(c, err); again {
		return h.setupForm(c, status, authview.SetupProps{Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.enter(c, token, "")
}

func (h Doors) setupForm(c *echo.Context, status int, p authview.SetupProps) error {
	p.NeedsCode, p.Currencies = !middleware.Local(c), money.Currencies()
	return h.View(c, status, respond.Page{Title: lang.T(c.Request().Context(), "Set up Kinlist"), Body: authview.Setup(p)})
}

// LoginForm serves GET /login; before the set-up it leads there.
func (h Doors) LoginForm(c *echo.Context) error {
	open, err := h.Auth.SetupOpen(c.Request().Context())
	if err != nil {
		return err
	}
	if open {
		return c.Redirect(http.StatusSeeOther, paths.Setup())
	}
	p := authview.LoginProps{Values: dto.LoginInput{Next: c.QueryParam("next")}}
	if c.QueryParam("done") == "password" {
		p.Done = lang.T(c.Request().Context(), "Your password is set. Sign in with it.")
	}
	return h.loginForm(c, ok, p)
}

// Login serves POST /login.
func (h Doors) Login(c *echo.Context) error {
	in, err := bound[dto.LoginInput](c)
	if err != nil {
		return err
	}
	token, err := h.Auth.SignIn(c.Request().Context(), in, client(c))
	if code := apperr.CodeOf(err); code == apperr.Unauthenticated || code == apperr.Forbidden {
		return h.loginForm(c, respond.Status(err), authview.LoginProps{Values: in, Message: sentence(c.Request().Context(), err)})
	}
	if err != nil {
		return err
	}
	if form, err := url.ParseQuery(in.Draft); err == nil && len(form) > 0 && paths.Local(in.DraftTo) {
		return h.draft(c, token, in.DraftTo, form)
	}
	return h.enter(c, token, in.Next)
}

// draft starts the browser's session and shows what was typed before it, to be sent with one press.
func (h Doors) draft(c *echo.Context, token, to string, form url.Values) error {
	if err := h.Sessions.SignIn(c, token); err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{
		Title: lang.T(c.Request().Context(), "Signed in again"), Body: authview.Draft(authview.DraftProps{To: to, Form: form}),
	})
}

func (h Doors) loginForm(c *echo.Context, status int, p authview.LoginProps) error {
	return h.View(c, status, respond.Page{Title: lang.T(c.Request().Context(), "Sign in"), Body: authview.Login(p)})
}

// enter starts the browser's session and goes on to next, if that is a page of this site.
func (h Doors) enter(c *echo.Context, token, next string) error {
	if err := h.Sessions.SignIn(c, token); err != nil {
		return err
	}
	if !paths.Local(next) {
		next = paths.Home()
	}
	return h.SeeOther(c, next, "")
}

// Logout serves POST /logout. next is where to go on; sign-in when it names nothing here.
func (h Doors) Logout(c *echo.Context) error {
	if token := h.Sessions.Token(c); token != "" {
		if err := h.Auth.SignOut(c.Request().Context(), token); err != nil {
			return err
		}
	}
	if err := h.Sessions.SignIn(c, ""); err != nil {
		return err
	}
	c.Response().Header().Set("Clear-Site-Data", `"cache"`)
	next := c.FormValue("next")
	if !paths.Local(next) {
		next = paths.Login()
	}
	return h.SeeOther(c, next, "")
}

// client is where a sign-in comes from.
func client(c *echo.Context) service.Client {
	return service.Client{Address: c.RealIP(), UserAgent: c.Request().UserAgent()}
}

// localeOf is the first language that the browser asks for; English where it does not say.
func localeOf(c *echo.Context) language.Tag {
	tags, _, err := language.ParseAcceptLanguage(c.Request().Header.Get("Accept-Language"))
	if err != nil || len(tags) == 0 || tags[0].IsRoot() {
		return language.English
	}
	return tags[0]
}

// currencyOf is the currency of the country that the browser's language names, else the euro.
func currencyOf(c *echo.Context) string {
	if region, confidence := localeOf(c).Region(); confidence == language.Exact {
		if currency := money.ForCountry(region.String()); currency != "" {
			return currency
		}
	}
	return "EUR"
}
