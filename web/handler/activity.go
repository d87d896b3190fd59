package handler

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/service"
	"kinlist/views/activityview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Activity serves the feed of what happened.
type Activity struct {
	respond.Responder
	Activity *service.Activity
	People   *service.People
}

// Index serves GET /activity.
func (h Activity) Index(c *echo.Context) error {
	q, err := asked[dto.ActivityQuery](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	p := activityview.Props{Query: q}
	if p.Page, err = h.Activity.Index(ctx, v, q); err != nil {
		return err
	}
	if p.Members, err = h.People.Members(ctx, v); err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: lang.T(ctx, "Activity"), Section: "activity", Body: activityview.Page(p), Part: activityview.Part(p)})
}
