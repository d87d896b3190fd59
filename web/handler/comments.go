package handler

import (
	"context"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/commentview"
	"kinlist/views/ui"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Comments serves what members say about people, occasions, lists, gifts and items.
type Comments struct {
	respond.Responder
	Comments *service.Comments
}

// Index serves GET /comments: the comments on what the address names, or those that mention the viewer.
func (h Comments) Index(c *echo.Context) error {
	q, err := asked[dto.TalkQuery](c)
	if err != nil {
		return err
	}
	if q.Parent != (dto.Parent{}) {
		return h.thread(c, ok, q.Parent, q.Query, commentview.Props{})
	}
	ctx := c.Request().Context()
	page, err := h.Comments.Mentions(ctx, middleware.Viewer(c), q.Query)
	if err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: lang.T(ctx, "Mentions of you"), Body: commentview.Mentions(page)})
}

// Create serves POST /comments.
func (h Comments) Create(c *echo.Context) error {
	on, in, err := boundComment(c)
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	said, err := h.Comments.Add(ctx, middleware.Viewer(c), on, in)
	if fields, status, again := refill(c, err); again {
		return h.thread(c, status, on, dto.Query{}, commentview.Props{Typed: in.Body, Errors: fields})
	}
	return h.done(c, said, lang.T(ctx, "Comment added."), err)
}

// Update serves POST /comments/:id.
func (h Comments) Update(c *echo.Context) error {
	on, in, err := boundComment(c)
	if err != nil {
		return err
	}
	ctx, id := c.Request().Context(), c.Param("id")
	said, err := h.Comments.Edit(ctx, middleware.Viewer(c), id, in)
	if fields, status, again := refill(c, err); again {
		return h.thread(c, status, on, dto.Query{}, commentview.Props{Editing: id, Typed: in.Body, Errors: fields})
	}
	return h.done(c, said, lang.T(ctx, "Comment changed."), err)
}

// Resolve serves POST /comments/:id/resolve.
func (h Comments) Resolve(c *echo.Context) error {
	ctx := c.Request().Context()
	said, err := h.Comments.Resolve(ctx, middleware.Viewer(c), c.Param("id"))
	return h.done(c, said, lang.T(ctx, "Resolved."), err, paths.CommentReopen(said.ID))
}

// Reopen serves POST /comments/:id/reopen.
func (h Comments) Reopen(c *echo.Context) error {
	ctx := c.Request().Context()
	said, err := h.Comments.Reopen(ctx, middleware.Viewer(c), c.Param("id"))
	return h.done(c, said, lang.T(ctx, "Open again."), err)
}

// Restore serves POST /comments/:id/restore.
func (h Comments) Restore(c *echo.Context) error {
	ctx := c.Request().Context()
	said, err := h.Comments.Restore(ctx, middleware.Viewer(c), c.Param("id"))
	return h.done(c, said, lang.T(ctx, "The comment is back."), err)
}

// Delete serves POST /comments/:id/delete.
func (h Comments) Delete(c *echo.Context) error {
	ctx, id := c.Request().Context(), c.Param("id")
	on, err := h.Comments.Delete(ctx, middleware.Viewer(c), id)
	return h.done(c, dto.Comment{On: on}, lang.T(ctx, "Comment deleted."), err, paths.Comments.Restore(id))
}

// done answers a change of a comment with the thread, or leads to the comment on its page; undo is where a POST takes
// the change back.
func (h Comments) done(c *echo.Context, said dto.Comment, news string, err error, undo ...string) error {
	if err != nil {
		return err
	}
	back := firstOf(respond.UndoOf(c, commentview.Where(said.On, said.ID)), append(undo, "")[0])
	if respond.Partial(c.Request()) {
		return h.thread(c, ok, said.On, dto.Query{}, commentview.Props{News: news, Undo: back})
	}
	return h.Changed(c, commentview.Where(said.On, said.ID), news, back)
}

// thread shows the comments on a thing, around what p says.
func (h Comments) thread(c *echo.Context, status int, on dto.Parent, q dto.Query, p commentview.Props) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	var err error
	if p.Thread, err = thread(ctx, h.Comments, v, on, q); err != nil {
		return err
	}
	return h.View(c, status, respond.Page{
		Title: commentview.Title(ctx, p.Thread), Section: sections[on.ParentType], Body: commentview.Page(p), Part: commentview.Thread(p),
	})
}

// sections are where the things stand in the navigation.
var sections = map[domain.Entity]string{
	domain.EntityPerson: "people", domain.EntityOccasion: "occasions", domain.EntityList: "lists", domain.EntityItem: "lists", domain.EntityGift: "gifts",
}

// thread reads the newest comments on a thing.
func thread(ctx context.Context, comments *service.Comments, v domain.Viewer, on dto.Parent, q dto.Query) (dto.Thread, error) {
	q.Sort = "new"
	return comments.Thread(ctx, v, on, q)
}

func boundComment(c *echo.Context) (dto.Parent, dto.CommentInput, error) {
	on, err := bound[dto.Parent](c)
	if err != nil {
		return on, dto.CommentInput{}, err
	}
	in, err := bound[dto.CommentInput](c)
	return on, in, err
}

// Talk adds to the page of a thing what members say about it.
type Talk struct{ Comments *service.Comments }

// Under is the body of a page with the comments on its thing below. A part of the page goes without them.
func (t Talk) Under(c *echo.Context, kind domain.Entity, id string, body templ.Component) (templ.Component, error) {
	if respond.Partial(c.Request()) {
		return body, nil
	}
	read, err := thread(c.Request().Context(), t.Comments, middleware.Viewer(c), dto.Parent{ParentType: kind, ParentID: id}, dto.Query{})
	if apperr.CodeOf(err) == apperr.NotFound { // gone in this instant
		return body, nil
	}
	return templ.Join(body, ui.Live("comments", commentview.Thread(commentview.Props{Thread: read}))), err
}
