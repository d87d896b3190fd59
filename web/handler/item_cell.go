package handler

import (
	"net/url"
	"strings"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v5"

	"kinlist/internal/dto"
	"kinlist/internal/paths"
	"kinlist/views/itemview"
	"kinlist/views/listview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// cells are the fields of an item that a row of a list's page edits in place.
var cells = []string{"price", "quantity", "priority", "notes"}

// cell serves GET /items/:id/edit to htmx: the item's row with one cell as a form, or as it is where no field is named.
func (h Items) cell(c *echo.Context) error {
	row, err := h.Items.Row(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	p := listview.RowProps{PlanRow: row}
	if field := c.QueryParam("field"); known(field, cells) {
		p.Edit = &listview.Editing{Field: field, Values: row.Item.Form(), Next: next(c)}
	}
	return h.ofRow(c, ok, p.Item.ID, listview.Row(p))
}

// setCell serves POST /items/:id for one field of a row: the others stay as they are.
func (h Items) setCell(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	typed, err := bound[dto.ItemInput](c)
	if err != nil {
		return err
	}
	row, err := h.Items.Row(ctx, v, id)
	if err != nil {
		return err
	}
	in := with(row.Item.Form(), c.FormValue("field"), typed)
	in.Version, in.WishVersion = typed.Version, typed.WishVersion
	item, err := h.Items.Update(ctx, v, id, in)
	switch fields := marked(ctx, err); {
	case (fields != nil || right(c, err)) && !respond.WantsJSON(c.Request()):
		p := listview.RowProps{PlanRow: row, Edit: &listview.Editing{Field: c.FormValue("field"), Values: in, Errors: fields, Next: next(c)}}
		return h.ofRow(c, respond.Status(err), id, listview.Row(p))
	case err != nil && !mends(err):
		return err
	}
	if err != nil {
		return h.row(c, respond.Status(err), id, itemview.News{Sentence: sentence(ctx, err)})
	}
	return h.row(c, ok, id, itemview.News{Sentence: saidOf(ctx, item), UndoItem: id, Next: next(c)})
}

// with is a form with one field as it was typed.
func with(form dto.ItemInput, field string, typed dto.ItemInput) dto.ItemInput {
	switch field {
	case "price":
		form.PlannedPrice, form.ActualPrice = typed.PlannedPrice, typed.ActualPrice
	case "quantity":
		form.Quantity = typed.Quantity
	case "priority":
		form.Priority = typed.Priority
	case "notes":
		form.Notes = typed.Notes
	}
	return form
}

// inRow reports whether a request is about the form of an item in its row on a list's page.
func inRow(c *echo.Context) bool {
	return respond.Partial(c.Request()) && c.FormValue("field") == itemview.InRow
}

// row answers with an item's row on its list's page as it is now, and with what is said of it.
func (h Items) row(c *echo.Context, status int, id string, news itemview.News) error {
	row, err := h.Items.Row(c.Request().Context(), middleware.Viewer(c), id)
	if err != nil {
		return err
	}
	return h.ofRow(c, status, id, listview.Row(listview.RowProps{PlanRow: row, News: news}))
}

// ofRow answers with what takes the place of an item's row.
func (h Items) ofRow(c *echo.Context, status int, id string, row templ.Component) error {
	header := c.Response().Header()
	header.Set("HX-Retarget", "#row-"+id)
	header.Set("HX-Reswap", "outerHTML")
	return h.View(c, status, respond.Page{Body: row})
}

// next is the page that a form stands on, as it says; "" where it does not, or speaks of another site.
func next(c *echo.Context) string {
	if at := c.FormValue("next"); paths.Local(at) {
		return at
	}
	return ""
}

// arranged is how a list's page is arranged on which a form stands; another page than that list's says nothing of it.
func arranged(c *echo.Context, listID string) dto.PlanQuery {
	at, query, _ := strings.Cut(next(c), "?")
	q, err := url.ParseQuery(query)
	if at != paths.Lists.One(listID) || err != nil {
		return dto.PlanQuery{}
	}
	return dto.PlanQuery{
		Group: q.Get("group"), Sort: q.Get("sort"), Status: q.Get("status"), Buyer: q.Get("buyer"), Priority: q.Get("priority"),
		Shop: q.Get("shop"), Tag: q.Get("tag"),
	}
}

// listOfNext is the list on whose page a form stands, "" for none.
func listOfNext(c *echo.Context) string {
	at, _, _ := strings.Cut(next(c), "?")
	id, found := strings.CutPrefix(at, paths.Lists.Index()+"/")
	if !found || strings.Contains(id, "/") {
		return ""
	}
	return id
}
