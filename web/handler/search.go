package handler

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/service"
	"kinlist/views/searchview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Search serves the search over everything.
type Search struct {
	respond.Responder
	Search *service.Search
}

// Index serves GET /search.
func (h Search) Index(c *echo.Context) error {
	ctx := c.Request().Context()
	found, err := h.Search.All(ctx, middleware.Viewer(c), c.QueryParam("q"))
	if err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: searchview.Title(ctx, found), Body: searchview.Page(found), Part: searchview.Results(found)})
}
