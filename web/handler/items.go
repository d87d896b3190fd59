package handler

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/giftview"
	"kinlist/views/itemview"
	"kinlist/views/listview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Items serves the gifts on lists: for those who plan them, and as wishes for the list's target.
type Items struct {
	Gifts // the form that adds to a list is the catalog's
	Items *service.Items
	Hands Assignments // where a change may come from
}

// New serves GET /lists/:id/items/new.
func (h Items) New(c *echo.Context) error {
	in := dto.AddInput{GiftInput: dto.GiftInput{
		Title: c.QueryParam("title"), Link: c.QueryParam("link"), Tags: c.QueryParam("tags"), Currency: middleware.Viewer(c).Currency,
	}}
	return h.addForm(c, ok, c.Param("id"), giftview.AddProps{Values: in})
}

// Add serves POST /lists/:id/items.
func (h Items) Add(c *echo.Context) error {
	listID := c.Param("id")
	in, err := bound[dto.AddInput](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	id, err := h.Items.Add(ctx, v, listID, in)
	switch fields := marked(ctx, err); {
	case err != nil && respond.WantsJSON(c.Request()):
		return err
	case fields != nil, right(c, err):
		return h.addForm(c, respond.Status(err), listID, giftview.AddProps{Values: in, Errors: fields})
	case apperr.CodeOf(err) == apperr.Conflict:
		return h.addForm(c, respond.Status(err), listID, giftview.AddProps{Values: in, Errors: apperr.Fields{"": sentence(ctx, err)}})
	case err != nil:
		return err
	}
	done, err := warned(ctx, h.Items, v, listID, in, lang.T(ctx, "Added."))
	if err != nil {
		return err
	}
	flash, err := said(ctx, done, h.Images.UpdateOfItem(ctx, v, id))
	if err != nil {
		return err
	}
	if c.FormValue("again") != "" {
		return h.SeeOther(c, paths.With(paths.NewListItem(listID), "tags", in.Tags), flash)
	}
	return h.SeeOther(c, paths.Lists.One(listID), flash)
}

// Show serves GET /items/:id.
func (h Items) Show(c *echo.Context) error { return h.page(c, ok, itemview.News{}) }

// page shows an item as the viewer may see it: the plan, or a wish of their own.
func (h Items) page(c *echo.Context, status int, news itemview.News) error {
	p, err := h.shown(c, news)
	if err != nil {
		return err
	}
	return h.View(c, status, p)
}

func (h Items) followed(c *echo.Context) (respond.Page, error) { return h.shown(c, itemview.News{}) }

func (h Items) shown(c *echo.Context, news itemview.News) (respond.Page, error) {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	page, err := h.Items.Page(ctx, v, id)
	if apperr.CodeOf(err) == apperr.NotFound {
		wish, list, err := h.Items.Wish(ctx, v, id)
		if err != nil {
			return respond.Page{}, err
		}
		body, err := h.Under(c, domain.EntityItem, id, itemview.WishItemPage(wish, list))
		return respond.Page{
			Title: wish.Title, Section: "lists", Events: paths.EventsOf("item", id), Idea: paths.With(paths.NewIdea(), "list_id", list.ID), Body: body,
		}, err
	}
	if err != nil {
		return respond.Page{}, err
	}
	body, err := h.Under(c, domain.EntityItem, id, itemview.Page(page, news))
	return respond.Page{
		Title: page.Item.Gift.Title, Section: "lists", Events: paths.EventsOf("item", id), Idea: paths.With(paths.NewIdea(), "list_id", page.List.ID),
		Body: body, Part: itemview.Panel(page, news),
	}, err
}

// Tags serves GET /items/:id/tags: the tags are the gift's.
func (h Items) Tags(c *echo.Context) error {
	page, err := h.Items.Page(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Gifts.Edit(page.Item.Gift.ID)+"#tags", "")
}

// Edit serves GET /items/:id/edit.
// htmx asks for a row of a list's page in which one field is a form, or all of them are.
func (h Items) Edit(c *echo.Context) error {
	if field := c.QueryParam("field"); respond.Partial(c.Request()) && field != "" && field != itemview.InRow {
		return h.cell(c)
	}
	return h.form(c, ok, nil, nil)
}

// form shows the form of an item; in is what was typed, nil the item as it is.
func (h Items) form(c *echo.Context, status int, in *dto.ItemInput, fields apperr.Fields) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	page, err := h.Items.Form(ctx, v, id)
	if apperr.CodeOf(err) == apperr.NotFound {
		return h.wishForm(c, status, in, fields)
	}
	if err != nil {
		return err
	}
	p := itemview.FormProps{ItemForm: page, Values: page.Item.Form(), Errors: fields, Field: c.FormValue("field"), Next: next(c), InRow: inRow(c)}
	if in != nil {
		if p.Forecast, err = h.Items.ForecastOf(ctx, v, id, *in); err != nil {
			return err
		}
		p.Errors = stale[dto.ItemInput]{*in, p.Values, itemview.Saved(ctx, page.Item, page.List)}.meanwhile(ctx, status, fields)
		if err := h.named(ctx, v, status, p.Errors, domain.EntityItem, id); err != nil {
			return err
		}
		p.Values = *in
		p.Values.Version, p.Values.WishVersion = anew(status, in.Version, page.Item.Version), anew(status, in.WishVersion, page.Item.WishVersion)
	}
	if p.InRow {
		return h.ofRow(c, status, id, listview.EditRow(p))
	}
	return h.View(c, status, respond.Page{Title: lang.T(ctx, "Edit %s", page.Item.Gift.Title), Section: "lists", Body: itemview.FormPage(p), Part: itemview.Form(p)})
}

func (h Items) wishForm(c *echo.Context, status int, in *dto.ItemInput, fields apperr.Fields) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	wish, list, err := h.Items.Wish(ctx, v, c.Param("id"))
	if err != nil {
		return err
	}
	p := itemview.WishFormProps{Wish: wish, List: list, Values: wish.Form(), Errors: fields}
	if in != nil {
		p.Errors = stale[dto.ItemInput]{*in, p.Values, itemview.SavedWish(ctx, wish)}.meanwhile(ctx, status, fields)
		if err := h.named(ctx, v, status, p.Errors, domain.EntityItem, wish.ID); err != nil {
			return err
		}
		p.Values = *in
		p.Values.Version = anew(status, in.Version, wish.Version)
	}
	return h.View(c, status, respond.Page{Title: lang.T(ctx, "Edit %s", wish.Title), Section: "lists", Body: itemview.WishFormPage(p), Part: itemview.WishForm(p)})
}

// Update serves POST /items/:id.
func (h Items) Update(c *echo.Context) error {
	if respond.Partial(c.Request()) && known(c.FormValue("field"), cells) {
		return h.setCell(c)
	}
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	in, err := bound[dto.ItemInput](c)
	if err != nil {
		return err
	}
	item, err := h.Items.Update(ctx, v, id, in)
	if apperr.CodeOf(err) == apperr.NotFound {
		err = h.Items.UpdateWish(ctx, v, id, in)
	}
	if fields, status, again := refill(c, err); again {
		return h.form(c, status, &in, fields)
	}
	if err != nil {
		return err
	}
	done := lang.T(ctx, "Saved.")
	if inRow(c) {
		done = saidOf(ctx, item)
	}
	if item.ListID != "" { // not a wish
		f, err := h.Items.ForecastOf(ctx, v, id, in)
		if err != nil {
			return err
		}
		done = itemview.Warned(ctx, done, f)
	}
	switch at := next(c); {
	case item.ListID != "" && inRow(c):
		return h.row(c, ok, id, itemview.News{Sentence: done, UndoItem: id, Next: at})
	case at != "":
		return h.SeeOther(c, at+"#row-"+id, done)
	}
	return h.SeeOther(c, paths.Items.One(id), done)
}

// Archive serves POST /items/:id/archive.
func (h Items) Archive(c *echo.Context) error {
	item, err := h.Items.Archive(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Lists.One(item.ListID), lang.T(c.Request().Context(), "Archived."))
}

// Restore serves POST /items/:id/restore.
func (h Items) Restore(c *echo.Context) error {
	item, err := h.Items.Restore(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Items.One(item.ID), lang.T(c.Request().Context(), "Restored."))
}

// Delete serves POST /items/:id/delete.
func (h Items) Delete(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	item, err := h.Items.Delete(ctx, v, id)
	if apperr.CodeOf(err) == apperr.NotFound {
		return h.deleteWish(c)
	}
	if err != nil {
		return err
	}
	return h.Deleted(c, paths.Lists.One(item.ListID), paths.Items.Restore(id))
}

func (h Items) deleteWish(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	wish, _, err := h.Items.Wish(ctx, v, id)
	if err != nil {
		return err
	}
	if err := h.Items.DeleteWish(ctx, v, id); err != nil {
		return err
	}
	return h.SeeOther(c, paths.Lists.One(wish.ListID), lang.T(ctx, "Deleted."))
}
