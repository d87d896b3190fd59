package handler

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/service"
	"kinlist/views/listview"
	"kinlist/views/personview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Seen serves what somebody else sees, to whoever plans a surprise for them.
type Seen struct {
	respond.Responder
	SeenBy *service.SeenBy
}

// List serves GET /lists/:id/as/:person.
func (h Seen) List(c *echo.Context) error {
	ctx := c.Request().Context()
	s, err := h.SeenBy.List(ctx, middleware.Viewer(c), c.Param("id"), dto.Eyes{PersonID: c.Param("person")})
	if err != nil {
		return err
	}
	title := lang.T(ctx, "%s, as %s sees it", s.List.Name, s.Who.Name)
	return h.View(c, ok, respond.Page{Title: title, Section: "lists", Body: listview.SeenPage(s)})
}

// Person serves GET /people/:id/as.
func (h Seen) Person(c *echo.Context) error {
	ctx := c.Request().Context()
	s, err := h.SeenBy.Person(ctx, middleware.Viewer(c), dto.Eyes{PersonID: c.Param("id")})
	if err != nil {
		return err
	}
	title := lang.T(ctx, "%s’s own page", s.Who.Name)
	return h.View(c, ok, respond.Page{Title: title, Section: "people", Body: personview.SeenPage(s)})
}
