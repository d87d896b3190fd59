package handler

import (
	"net/http"
	"net/url"

	"github.com/labstack/echo/v5"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/money"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/giftview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Ideas serves how gifts come in from outside: one quickly, from another site's page, or many at once.
type Ideas struct {
	respond.Responder
	Ideas   *service.Ideas
	Gifts   *service.Gifts
	Images  *service.Pictures
	People  *service.People
	Tags    *service.Tags
	Budgets *service.Items // what they come to with an idea
	Base    *url.URL       // where people see the program; nil: as the request says
}

// New serves GET /ideas/new: the form for what the address brings along, filled with what the page behind the link says.
func (h Ideas) New(c *echo.Context) error {
	in, err := asked[dto.Shared](c)
	if err != nil {
		return err
	}
	in.ListID, in.Tags = lastOf(c, "list_id"), lastOf(c, "tags")
	draft, err := h.Ideas.Draft(c.Request().Context(), middleware.Viewer(c), in)
	fields := marked(c.Request().Context(), err)
	if err != nil && fields == nil {
		return err
	}
	status := ok
	if fields != nil {
		status = http.StatusUnprocessableEntity
	}
	return h.form(c, status, giftview.IdeaProps{Draft: draft, Errors: fields})
}

// Create serves POST /ideas/new.
func (h Ideas) Create(c *echo.Context) error {
	in, err := bound[dto.IdeaInput](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	list, id, err := h.Ideas.Add(ctx, v, in)
	if fields, status, again := refill(c, err); again {
		lists, err := h.Ideas.Lists(ctx, v, in.ListID)
		if err != nil {
			return err
		}
		return h.form(c, status, giftview.IdeaProps{Draft: dto.IdeaDraft{Input: in, Lists: lists}, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.added(c, list, id, in, paths.NewIdea())
}

// added says where an idea went, and leads to its list, or to the form again for the next one.
func (h Ideas) added(c *echo.Context, list dto.Ref, item string, in dto.IdeaInput, form string) error {
	ctx, v, to := c.Request().Context(), middleware.Viewer(c), paths.Lists.One(list.ID)
	if in.Again != "" {
		to = paths.With(form, "list_id", list.ID, "tags", in.Tags)
	}
	done, err := warned(ctx, h.Budgets, v, list.ID, dto.AddInput{GiftInput: in.GiftInput}, lang.T(ctx, "“%s” is on “%s”.", in.Title, list.Name))
	if err != nil {
		return err
	}
	flash, err := said(ctx, done, h.Images.UpdateOfItem(ctx, v, item))
	if err != nil {
		return err
	}
	return h.SeeOther(c, to, flash)
}

func (h Ideas) form(c *echo.Context, status int, p giftview.IdeaProps) error {
	p.Currencies = money.Currencies()
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	var err error
	if p.Draft.People, err = h.People.Names(ctx, v); err != nil {
		return err
	}
	if p.Draft.Tags, err = tagNames(ctx, h.Tags, v); err != nil {
		return err
	}
	if p.Forecast, err = h.forecast(c, p.Draft.Input, p.Errors); err != nil {
		return err
	}
	return h.View(c, status, respond.Page{Title: lang.T(ctx, "Add an idea"), Section: "gifts", Body: giftview.IdeaPage(p), Part: giftview.IdeaForm(p)})
}
