package handler

import (
	"net/url"

	"github.com/labstack/echo/v5"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/assignmentview"
	"kinlist/views/itemview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Assignments serves what the viewer buys, over all lists.
type Assignments struct {
	respond.Responder
	Items     *service.Items
	Occasions *service.Occasions
}

// Index serves GET /assignments.
func (h Assignments) Index(c *echo.Context) error {
	q, err := asked[dto.AssignmentQuery](c)
	if err != nil {
		return err
	}
	return h.show(c, ok, q, itemview.News{})
}

func (h Assignments) show(c *echo.Context, status int, q dto.AssignmentQuery, news itemview.News) error {
	p, err := h.page(c, q, news)
	if err != nil {
		return err
	}
	return h.View(c, status, p)
}

func (h Assignments) page(c *echo.Context, q dto.AssignmentQuery, news itemview.News) (respond.Page, error) {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	p := assignmentview.Props{Query: q, Admin: v.Admin(), Guest: v.Guest(), News: news}
	var err error
	if p.Assignments, err = h.Items.Assignments(ctx, v, q); err != nil {
		return respond.Page{}, err
	}
	p.Occasions, err = h.Occasions.Names(ctx, v)
	return respond.Page{
		Title: lang.T(ctx, "My assignments"), Section: "assignments", Events: p.Events(),
		Body: assignmentview.Page(p), Part: assignmentview.Part(p),
	}, err
}

func (h Assignments) followed(c *echo.Context) (respond.Page, error) {
	q, err := asked[dto.AssignmentQuery](c)
	if err != nil {
		return respond.Page{}, err
	}
	return h.page(c, q, itemview.News{})
}

// from says whether a change of an item was made among the assignments, and what they were asked for then.
func (h Assignments) from(c *echo.Context) (at string, q dto.AssignmentQuery, here bool) {
	at = c.FormValue("from")
	u, err := url.Parse(at)
	if err != nil || !paths.Local(at) || u.Path != paths.Assignments() {
		return "", q, false
	}
	values := u.Query()
	q = dto.AssignmentQuery{
		Query:  dto.Query{Sort: values.Get("sort"), Cursor: values.Get("cursor")},
		Status: values.Get("status"), OccasionID: values.Get("occasion_id"), PersonID: values.Get("person_id"),
		Store: values.Get("store"), Buyer: values.Get("buyer"),
	}
	return at, q, true
}

// changed answers a change that was made among the assignments with them as they are now.
func (h Assignments) changed(c *echo.Context, at string, q dto.AssignmentQuery, news itemview.News, err error) error {
	switch {
	case err != nil && (!mends(err) || respond.WantsJSON(c.Request())):
		return err
	case err != nil:
		return h.show(c, respond.Status(err), q, refusal(c, err))
	case respond.Partial(c.Request()):
		return h.show(c, ok, q, news)
	}
	return h.Changed(c, at, news.Sentence, undoOf(c, news, at))
}
