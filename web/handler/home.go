package handler

import (
	"net/http"

	"github.com/labstack/echo/v5"

	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/dashview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Home serves the dashboard.
type Home struct {
	respond.Responder
	Dashboard *service.Dashboard
	Lists     *service.Lists
}

// Show serves GET /.
func (h Home) Show(c *echo.Context) error {
	p, err := h.page(c)
	if err != nil {
		return err
	}
	return h.View(c, ok, p)
}

func (h Home) page(c *echo.Context) (respond.Page, error) {
	d, err := h.Dashboard.Show(c.Request().Context(), middleware.Viewer(c))
	title := lang.T(c.Request().Context(), "Dashboard")
	return respond.Page{Title: title, Section: "dashboard", Events: paths.EventsOf("page", "dashboard"), Body: dashview.Page(d)}, err
}

// Inbox serves GET /inbox: it leads to the list that every family has.
func (h Home) Inbox(c *echo.Context) error {
	inbox, err := h.Lists.Inbox(c.Request().Context(), middleware.Viewer(c))
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, paths.Lists.One(inbox.ID))
}
