package handler

import (
	"net/http"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/settingsview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Settings serves what one sets for oneself.
type Settings struct {
	respond.Responder
	Users *service.Users
	Auth  *service.Auth
}

// Index serves GET /settings: it leads to the first of them.
func (h Settings) Index(c *echo.Context) error {
	return c.Redirect(http.StatusSeeOther, paths.Profile())
}

// Profile serves GET /settings/profile.
func (h Settings) Profile(c *echo.Context) error {
	p, err := h.Users.Profile(c.Request().Context(), middleware.Viewer(c))
	if err != nil {
		return err
	}
	return h.profile(c, ok, settingsview.ProfileProps{Values: p.Form()}, nil)
}

func (h Settings) profile(c *echo.Context, status int, p settingsview.ProfileProps, part templ.Component) error {
	p.PersonID = middleware.Viewer(c).PersonID
	if part == nil {
		part = settingsview.ProfileForm(p)
	}
	title := lang.T(c.Request().Context(), "Profile")
	return h.View(c, status, respond.Page{Title: title, Section: "settings", Body: settingsview.Profile(p), Part: part})
}

// UpdateProfile serves POST /settings/profile.
func (h Settings) UpdateProfile(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	in, err := bound[dto.ProfileInput](c)
	if err != nil {
		return err
	}
	err = h.Users.Update(ctx, v, in, client(c))
	if fields, status, again := refill(c, err); again {
		now, err := h.Users.Profile(ctx, v)
		if err != nil {
			return err
		}
		in.Version = anew(status, in.Version, now.Version)
		return h.profile(c, status, settingsview.ProfileProps{Values: in, Errors: fields}, nil)
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Profile(), lang.T(ctx, "Saved."))
}

// ChangePassword serves POST /settings/password.
func (h Settings) ChangePassword(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	in, err := bound[dto.PasswordInput](c)
	if err != nil {
		return err
	}
	err = h.Auth.ChangePassword(ctx, v, middleware.Current(c).ID, in, client(c))
	if fields, status, again := wrong(c, err); again {
		p, err := h.Users.Profile(ctx, v)
		if err != nil {
			return err
		}
		return h.profile(c, status, settingsview.ProfileProps{Values: p.Form(), Password: fields}, settingsview.PasswordForm(fields))
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Profile(), lang.T(ctx, "Your password is changed, and your other browsers are signed out."))
}

// wrong are the fields of a form that cannot come back for another reason than them.
func wrong(c *echo.Context, err error) (fields apperr.Fields, status int, again bool) {
	if right(c, err) {
		return nil, ok, true
	}
	if respond.WantsJSON(c.Request()) || len(marked(c.Request().Context(), err)) == 0 {
		return nil, 0, false
	}
	return marked(c.Request().Context(), err), respond.Status(err), true
}

// Appearance serves GET /settings/appearance.
func (h Settings) Appearance(c *echo.Context) error {
	s, err := h.Users.Settings(c.Request().Context(), middleware.Viewer(c))
	if err != nil {
		return err
	}
	return h.appearance(c, ok, settingsview.AppearanceProps{Values: dto.SettingsInput{Theme: s.Theme, Accent: s.Accent, Language: s.Language}})
}

func (h Settings) appearance(c *echo.Context, status int, p settingsview.AppearanceProps) error {
	title := lang.T(c.Request().Context(), "Appearance")
	return h.View(c, status, respond.Page{
		Title: title, Section: "settings", Body: settingsview.Appearance(p), Part: settingsview.AppearanceForm(p),
	})
}

// UpdateAppearance serves POST /settings/appearance. What it changes is all around the form, so the page comes anew, in
// the language that was just chosen.
func (h Settings) UpdateAppearance(c *echo.Context) error {
	ctx := c.Request().Context()
	in, err := bound[dto.SettingsInput](c)
	if err != nil {
		return err
	}
	err = h.Users.UpdateSettings(ctx, middleware.Viewer(c), in)
	if fields, status, again := wrong(c, err); again {
		return h.appearance(c, status, settingsview.AppearanceProps{Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	now := lang.Match(in.Language, c.Request().Header.Get("Accept-Language"), middleware.Viewer(c).Locale)
	return h.SeeOther(c, paths.Appearance(), lang.T(lang.With(ctx, now), "Saved."))
}

// Keyboard serves GET /settings/keyboard.
func (h Settings) Keyboard(c *echo.Context) error {
	on := middleware.Current(c).Settings.Shortcuts == ""
	title := lang.T(c.Request().Context(), "Keyboard")
	return h.View(c, ok, respond.Page{Title: title, Section: "settings", Body: settingsview.Keyboard(on)})
}

// UpdateKeyboard serves POST /settings/keyboard. The page comes anew, with keys or without.
func (h Settings) UpdateKeyboard(c *echo.Context) error {
	ctx := c.Request().Context()
	on := c.FormValue("shortcuts") == "true"
	if err := h.Users.SetShortcuts(ctx, middleware.Viewer(c), on); err != nil {
		return err
	}
	said := lang.T(ctx, "Keyboard shortcuts are off.")
	if on {
		said = lang.T(ctx, "Keyboard shortcuts are on.")
	}
	return h.SeeOther(c, paths.Keyboard(), said)
}

// Sessions serves GET /settings/sessions.
func (h Settings) Sessions(c *echo.Context) error {
	all, err := h.Auth.Sessions(c.Request().Context(), middleware.Viewer(c), middleware.Current(c).ID)
	if err != nil {
		return err
	}
	title := lang.T(c.Request().Context(), "Signed-in browsers")
	return h.View(c, ok, respond.Page{Title: title, Section: "settings", Body: settingsview.Sessions(all), Part: settingsview.SessionList(all, "")})
}

// EndSession serves POST /settings/sessions/:id/end.
func (h Settings) EndSession(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	if err := h.Auth.EndSession(ctx, v, c.Param("id")); err != nil {
		return err
	}
	return h.ended(c, lang.T(ctx, "That browser is signed out."))
}

// EndSessions serves POST /settings/sessions/end: all but the one that asks.
func (h Settings) EndSessions(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	n, err := h.Auth.EndOtherSessions(ctx, v, middleware.Current(c).ID)
	if err != nil {
		return err
	}
	return h.ended(c, lang.N(ctx, n, "%d browser is signed out.", "%d browsers are signed out."))
}

func (h Settings) ended(c *echo.Context, said string) error {
	if !respond.Partial(c.Request()) {
		return h.SeeOther(c, paths.Sessions(), said)
	}
	all, err := h.Auth.Sessions(c.Request().Context(), middleware.Viewer(c), middleware.Current(c).ID)
	if err != nil {
		return err
	}
	return h.After(c, paths.Sessions(), settingsview.SessionList(all, said))
}
