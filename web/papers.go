package web

import (
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/paths"
	"kinlist/web/handler"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// papers are the routes of what is printed, and of tables for other programs.
func papers(e *echo.Echo, r respond.Responder, sessions *middleware.Sessions, cfg Config) {
	in := []echo.MiddlewareFunc{sessions.Require, middleware.ID}
	s := cfg.Services
	h := handler.Papers{Responder: r, Lists: s.Lists, Items: s.Items, Occasions: s.Occasions, People: s.People, Base: cfg.BaseURL}
	e.GET(paths.Lists.Print(":id"), h.List, in...)
	e.GET(paths.Occasions.Print(":id"), h.Occasion, in...)
	e.GET(paths.People.Print(":id"), h.Person, in...)
	e.GET(paths.AssignmentsPrint(), h.Shopping, in...)
	e.GET(paths.ListTable(":id"), h.ListTable, in...)
	e.GET(paths.AssignmentsCSV(), h.ShoppingTable, in...)
}

// asTable lets the address of a list end like the name of a file. The router knows no such ends behind an id.
func asTable(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		u := c.Request().URL
		if id, is := strings.CutSuffix(u.Path, ".csv"); is && strings.HasPrefix(id, paths.Lists.Index()+"/") {
			u.Path, u.RawPath = id+"/csv", ""
		}
		return next(c)
	}
}
