package handler

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/occasionview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Next serves GET /occasions/:id/next: what starting next year's will make.
func (h Occasions) Next(c *echo.Context) error {
	ctx := c.Request().Context()
	next, err := h.Occasions.Next(ctx, middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: lang.T(ctx, "Start next year’s %s", next.Name), Section: "occasions", Body: occasionview.Next(next)})
}

// StartNext serves POST /occasions/:id/next.
func (h Occasions) StartNext(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	plan, err := h.Occasions.Next(ctx, v, id)
	if err != nil {
		return err
	}
	next, err := h.Occasions.StartNext(ctx, v, id)
	if err != nil {
		return err
	}
	if plan.Started != nil { // what others did before is not taken back
		return h.SeeOther(c, paths.Occasions.One(next), lang.T(ctx, "It was started already. What was missing is there now."))
	}
	return h.Changed(c, paths.Occasions.One(next), lang.T(ctx, "“%s” is started.", plan.Next), paths.OccasionNextUndo(next))
}

// UndoNext serves POST /occasions/:id/next/undo.
func (h Occasions) UndoNext(c *echo.Context) error {
	ctx := c.Request().Context()
	id, err := h.Occasions.UndoNext(ctx, middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Occasions.One(id), lang.T(ctx, "Taken back."))
}

// GiftDays serves GET /occasions/gift-days.
func (h Occasions) GiftDays(c *echo.Context) error { return h.offer(c, ok, dto.GiftDaysInput{}, nil) }

// AddGiftDays serves POST /occasions/gift-days.
func (h Occasions) AddGiftDays(c *echo.Context) error {
	in, err := bound[dto.GiftDaysInput](c)
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	n, err := h.Occasions.AddGiftDays(ctx, middleware.Viewer(c), in)
	if fields, status, again := refill(c, err); again {
		return h.offer(c, status, in, fields)
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Occasions.Index(), lang.N(ctx, n, "%d occasion added.", "%d occasions added."))
}

// offer shows the gift days of the country; in is what was ticked.
func (h Occasions) offer(c *echo.Context, status int, in dto.GiftDaysInput, fields apperr.Fields) error {
	ctx := c.Request().Context()
	days, err := h.Occasions.GiftDays(ctx, middleware.Viewer(c))
	if err != nil {
		return err
	}
	p := occasionview.GiftDaysProps{Days: days, Keys: in.Keys, Errors: fields}
	return h.View(c, status, respond.Page{
		Title: lang.T(ctx, "Usual gift days"), Section: "occasions", Body: occasionview.GiftDaysPage(p), Part: occasionview.GiftDaysForm(p),
	})
}
