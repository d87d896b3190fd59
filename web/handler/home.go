package handler

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/service"
	"kinlist/views/dashview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Home serves the dashboard.
type Home struct {
	respond.Responder
	Dashboard *service.Dashboard
}

// Show serves GET /.
func (h Home) Show(c *echo.Context) error {
	d, err := h.Dashboard.Show(c.Request().Context(), middleware.Viewer(c))
	if err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: "Dashboard", Section: "dashboard", Body: dashview.Page(d)})
}
