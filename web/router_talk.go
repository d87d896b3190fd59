package web

import (
	"slices"

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
	member := slices.Concat(in, []echo.MiddlewareFunc{middleware.Members})

	search := handler.Search{Responder: r, Search: s.Search}
	e.GET(paths.Search(), search.Index, in...)
	activity := handler.Activity{Responder: r, Activity: s.Activity, People: s.People}
	e.GET(paths.Activity(), activity.Index, in...)

	tags := handler.Tags{Responder: r, Rivals: handler.Rivals{Activity: s.Activity}, Tags: s.Tags}
	things(e, paths.Tags, tags, in, member)
	e.GET(paths.TagMerge(":id"), tags.MergeForm, member...)
	e.POST(paths.TagMerge(":id"), tags.Merge, in...)

	comments := handler.Comments{Responder: r, Comments: s.Comments}
	e.GET(paths.Comments.Index(), comments.Index, in...)
	e.POST(paths.Comments.Index(), comments.Create, in...)
	e.POST(paths.Comments.One(":id"), comments.Update, in...)
	e.POST(paths.CommentResolve(":id"), comments.Resolve, in...)
	e.POST(paths.CommentReopen(":id"), comments.Reopen, in...)
	e.POST(paths.Comments.Restore(":id"), comments.Restore, in...)
	e.POST(paths.Comments.Delete(":id"), comments.Delete, in...)
}
