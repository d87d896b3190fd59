package handler

import (
	"net/url"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/keyview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Keys serves what the keyboard has of its own: the sheet of keys, their switch, and the palette.
type Keys struct {
	respond.Responder
	Users  *service.Users
	Search *service.Search
}

// Sheet serves GET /shortcuts.
func (h Keys) Sheet(c *echo.Context) error {
	on := middleware.Current(c).Settings.Shortcuts == ""
	return h.View(c, ok, respond.Page{
		Title: lang.T(c.Request().Context(), "Keyboard"),
		Body:  keyview.Page(on, c.Request().URL.RequestURI()), Part: keyview.Dialog(on, here(c)),
	})
}

// Switch serves POST /shortcuts.
func (h Keys) Switch(c *echo.Context) error {
	if err := h.Users.SetShortcuts(c.Request().Context(), middleware.Viewer(c), c.FormValue("shortcuts") != "off"); err != nil {
		return err
	}
	return h.SeeOther(c, back(c), "")
}

// here is the page that a part was asked from, as a local address; the dashboard where nobody says.
func here(c *echo.Context) string {
	u, err := url.Parse(c.Request().Header.Get("HX-Current-URL"))
	if err != nil || !paths.Local(u.RequestURI()) {
		return paths.Home()
	}
	return u.RequestURI()
}

// Palette serves GET /palette: the page, the dialog over a page, or only its list.
func (h Keys) Palette(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	q := strings.TrimSpace(c.QueryParam("q"))
	found, err := h.Search.All(ctx, v, q)
	if err != nil {
		return err
	}
	p := keyview.Palette(ctx, q, found, v.Guest())
	part := keyview.PaletteDialog(p)
	if c.QueryParams().Has("q") {
		part = keyview.Choices(p)
	}
	return h.View(c, ok, respond.Page{Title: lang.T(ctx, "Go to …"), Body: keyview.PalettePage(p), Part: part})
}
