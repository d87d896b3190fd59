package web

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/web/handler"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// talk are the routes by which a family works together.
func talk(e *echo.Echo, r respond.Responder, sessions *middleware.Sessions, s *service.Services) {
	in := []echo.MiddlewareFunc{sessions.Require, middleware.ID}

	comments := handler.Comments{Responder: r, Comments: s.Comments}
	e.GET(paths.Comments.Index(), comments.Index, in...)
	e.POST(paths.Comments.Index(), comments.Create, in...)
	e.POST(paths.Comments.One(":id"), comments.Update, in...)
	e.POST(paths.CommentResolve(":id"), comments.Resolve, in...)
	e.POST(paths.CommentReopen(":id"), comments.Reopen, in...)
	e.POST(paths.Comments.Restore(":id"), comments.Restore, in...)
	e.POST(paths.Comments.Delete(":id"), comments.Delete, in...)
}
