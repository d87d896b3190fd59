package handler

import (
	"context"
	"net/http"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/money"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/giftview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Gifts serves the family's catalog.
type Gifts struct {
	respond.Responder
	Talk
	Rivals
	Gifts   *service.Gifts
	Lists   *service.Lists
	Images  *service.Pictures
	Tags    *service.Tags
	Budgets *service.Items // what they come to with a gift
}

// Index serves GET /gifts.
func (h Gifts) Index(c *echo.Context) error {
	q, err := asked[dto.GiftQuery](c)
	if err != nil {
		return err
	}
	v := middleware.Viewer(c)
	page, err := h.Gifts.Index(c.Request().Context(), v, q)
	if err != nil {
		return err
	}
	p := giftview.IndexProps{Page: page, Query: q, MayEdit: !v.Guest()}
	if p.Tags, err = tagNames(c.Request().Context(), h.Tags, v); err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: lang.T(c.Request().Context(), "Gifts"), Section: "gifts", Body: giftview.Index(p), Part: giftview.Part(p)})
}

// Show serves GET /gifts/:id.
func (h Gifts) Show(c *echo.Context) error {
	p, err := h.page(c)
	if err != nil {
		return err
	}
	return h.View(c, ok, p)
}

func (h Gifts) page(c *echo.Context) (respond.Page, error) {
	v, id := middleware.Viewer(c), c.Param("id")
	page, err := h.Gifts.Page(c.Request().Context(), v, id)
	if err != nil {
		return respond.Page{}, err
	}
	body, err := h.Under(c, domain.EntityGift, id, giftview.Page(page, !v.Guest()))
	return respond.Page{Title: page.Gift.Title, Section: "gifts", Events: paths.EventsOf("gift", id), Body: body}, err
}

// New serves GET /gifts/new.
func (h Gifts) New(c *echo.Context) error {
	return h.form(c, ok, giftview.FormProps{Values: dto.GiftInput{Currency: middleware.Viewer(c).Currency}})
}

// Create serves POST /gifts.
func (h Gifts) Create(c *echo.Context) error {
	in, err := bound[dto.GiftInput](c)
	if err != nil {
		return err
	}
	id, err := h.Gifts.Create(c.Request().Context(), middleware.Viewer(c), in)
	if fields, status, again := refill(c, err); again {
		return h.form(c, status, giftview.FormProps{Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.saved(c, id)
}

// saved goes to a gift that was saved, when its picture has been fetched or could not be.
func (h Gifts) saved(c *echo.Context, id string) error {
	flash, err := said(c.Request().Context(), lang.T(c.Request().Context(), "Saved."), h.Images.UpdateOfGift(c.Request().Context(), middleware.Viewer(c), id))
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Gifts.One(id), flash)
}

// Edit serves GET /gifts/:id/edit.
func (h Gifts) Edit(c *echo.Context) error {
	g, err := h.Gifts.Get(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.form(c, ok, giftview.FormProps{ID: g.ID, Values: g.Form()})
}

// Update serves POST /gifts/:id.
func (h Gifts) Update(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	in, err := bound[dto.GiftInput](c)
	if err != nil {
		return err
	}
	err = h.Gifts.Update(ctx, v, id, in)
	if fields, status, again := refill(c, err); again {
		now, err := h.Gifts.Get(ctx, v, id)
		if err != nil {
			return err
		}
		fields, in.Version = stale[dto.GiftInput]{in, now.Form(), nil}.meanwhile(ctx, status, fields), anew(status, in.Version, now.Version)
		if err := h.named(ctx, v, status, fields, domain.EntityGift, id); err != nil {
			return err
		}
		return h.form(c, status, giftview.FormProps{ID: id, Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.saved(c, id)
}

// Preview serves GET /gifts/preview: the form filled with what the page behind a link says, for a list where the
// address names one; as JSON what was read.
func (h Gifts) Preview(c *echo.Context) error {
	preview, err := h.Gifts.Preview(c.Request().Context(), middleware.Viewer(c), c.QueryParam("link"))
	status, fields := ok, apperr.Fields(nil)
	switch {
	case respond.WantsJSON(c.Request()) && err == nil:
		return c.JSON(ok, preview.Product)
	case respond.WantsJSON(c.Request()):
		return err
	case apperr.CodeOf(err) == apperr.RateLimited:
		status = respond.RetryLater(c, err)
		preview.Warnings = append(preview.Warnings, sentence(c.Request().Context(), err))
	case marked(c.Request().Context(), err) != nil:
		status, fields = http.StatusUnprocessableEntity, marked(c.Request().Context(), err)
	case err != nil:
		return err
	}
	preview.Input.Tags = lastOf(c, "tags")
	if listID := c.QueryParam("list_id"); listID != "" {
		typed := dto.ItemInput{
			Quantity: c.QueryParam("quantity"), PlannedPrice: c.QueryParam("planned_price"), Priority: c.QueryParam("priority"), Notes: c.QueryParam("notes"),
		}
		return h.addForm(c, status, listID, giftview.AddProps{Values: dto.AddInput{GiftInput: preview.Input, ItemInput: typed}, Errors: fields, Warnings: preview.Warnings})
	}
	return h.form(c, status, giftview.FormProps{Values: preview.Input, Errors: fields, Warnings: preview.Warnings})
}

// Archive serves POST /gifts/:id/archive.
func (h Gifts) Archive(c *echo.Context) error {
	return mark(c, h.Responder, paths.Gifts, lang.Word("Archived."), h.Gifts.Archive)
}

// Restore serves POST /gifts/:id/restore.
func (h Gifts) Restore(c *echo.Context) error {
	return mark(c, h.Responder, paths.Gifts, lang.Word("Restored."), h.Gifts.Restore)
}

// Delete serves POST /gifts/:id/delete.
func (h Gifts) Delete(c *echo.Context) error {
	id := c.Param("id")
	if err := h.Gifts.Delete(c.Request().Context(), middleware.Viewer(c), id, sure(c)); err != nil {
		return h.AskFirst(c, err, paths.Gifts.Delete(id), paths.Gifts.One(id))
	}
	return h.Deleted(c, paths.Gifts.Index(), paths.Gifts.Restore(id))
}

func (h Gifts) form(c *echo.Context, status int, p giftview.FormProps) error {
	p.Currencies = money.Currencies()
	var err error
	if p.Tags, err = tagNames(c.Request().Context(), h.Tags, middleware.Viewer(c)); err != nil {
		return err
	}
	return h.View(c, status, respond.Page{Title: p.Title(c.Request().Context()), Section: "gifts", Body: giftview.FormPage(p), Part: giftview.Form(p)})
}

// catalogTop is how many gifts of the catalog the form offers.
const catalogTop = 20

// known is the title of the gift of the catalog that a form names; "" for a new one, as which one comes back that is gone.
func (h Gifts) known(ctx context.Context, v domain.Viewer, in *dto.AddInput) (string, error) {
	if in.GiftID == "" {
		return "", nil
	}
	gift, err := h.Gifts.Get(ctx, v, in.GiftID)
	if apperr.CodeOf(err) == apperr.NotFound {
		in.GiftID = ""
		return "", nil
	}
	return gift.Title, err
}

// addForm shows the form that puts a gift on a list.
func (h Gifts) addForm(c *echo.Context, status int, listID string, p giftview.AddProps) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	var err error
	if p.List, err = h.Lists.Get(ctx, v, listID); err != nil {
		return err
	}
	if p.Known, err = h.known(ctx, v, &p.Values); err != nil {
		return err
	}
	p.Q = strings.TrimSpace(c.QueryParam("q"))
	catalog, err := h.Gifts.Index(ctx, v, dto.GiftQuery{Query: dto.Query{Q: p.Q, Limit: catalogTop}})
	if err != nil {
		return err
	}
	p.Catalog, p.Currencies = catalog.Items, money.Currencies()
	if p.Tags, err = tagNames(ctx, h.Tags, v); err != nil {
		return err
	}
	if p.Forecast, err = h.Budgets.Forecast(ctx, v, listID, p.Values); err != nil {
		return err
	}
	part := giftview.AddForm(p)
	if c.QueryParams().Has("q") {
		part = giftview.Found(p)
	}
	return h.View(c, status, respond.Page{Title: p.Title(ctx), Section: "lists", Body: giftview.AddPage(p), Part: part})
}
