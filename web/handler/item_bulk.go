package handler

import (
	"context"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/itemview"
	"kinlist/views/listview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Move serves POST /items/:id/move: to another list, or as a copy.
func (h Items) Move(c *echo.Context) error {
	in, err := bound[dto.MoveInput](c)
	if err != nil {
		return err
	}
	in.Sure = in.Sure || sure(c)
	ctx := c.Request().Context()
	moved, err := h.Items.Move(ctx, middleware.Viewer(c), c.Param("id"), in)
	if fields, status, again := refill(c, err); again && fields["sure"] != "" {
		values := dto.BulkInput{ItemIDs: []string{c.Param("id")}, Value: in.ListID}
		return h.whereTo(c, status, listview.MoveProps{Values: values, Errors: fields})
	}
	if err != nil {
		return h.refused(c, true, err)
	}
	said := lang.T(ctx, "“%s” is on %s now.", moved.Title, moved.List.Name)
	return h.SeeOther(c, paths.Lists.One(moved.List.ID)+"#row-"+moved.ItemID, said)
}

// Order serves POST /items/:id/order: behind another item of the list or first, or one step up or down.
func (h Items) Order(c *echo.Context) error {
	in, err := bound[dto.OrderInput](c)
	if err != nil {
		return err
	}
	id := c.Param("id")
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	order := func() (string, error) { return h.Items.Order(ctx, v, id, in.AfterID) }
	if in.Step != "" {
		order = func() (string, error) { return h.Items.OrderStep(ctx, v, id, in) }
	}
	listID, err := order()
	if err != nil {
		return err
	}
	said, batch := "", service.TrailOf(ctx).Batch()
	if batch != "" { // it stands elsewhere, as far as the viewer sees
		said = lang.T(ctx, steps[in.Step])
	}
	if respond.Partial(c.Request()) && c.FormValue("from") == "list" {
		return h.planPart(c, ok, listID, itemview.News{Sentence: said, Batch: batch})
	}
	return h.SeeOther(c, h.listPage(c, listID)+"#row-"+id, said)
}

// steps say where a gift went on its list.
var steps = map[string]string{"up": lang.Word("One step up."), "down": lang.Word("One step down."), "": lang.Word("Put elsewhere on the list.")}

// Bulk serves POST /items/bulk: one thing done to several items. next is the page where it was asked for.
func (h Items) Bulk(c *echo.Context) error {
	in, err := bound[dto.BulkInput](c)
	if err != nil {
		return err
	}
	in.Value = firstOf(in.Value, c.FormValue(valueOf[in.Action]))
	in.Sure = in.Sure || sure(c)
	ctx, ask := c.Request().Context(), h.asks(in)
	if ask != nil && !answered(c, in) {
		return ask(c, ok, in, nil)
	}
	res, err := h.Items.Bulk(ctx, middleware.Viewer(c), in)
	if fields, status, again := refill(c, err); again && ask != nil {
		return ask(c, status, in, fields)
	}
	news := itemview.News{Sentence: done(ctx, len(res.Done), len(res.Not)), Not: res.Not, Batch: res.Batch}
	if at, q, here := h.Hands.from(c); here && respond.Partial(c.Request()) {
		news.Next = at
		return h.Hands.changed(c, at, q, news, err)
	}
	onList := respond.Partial(c.Request()) && c.FormValue("from") == "list" && listOfNext(c) != ""
	switch fields := marked(ctx, err); {
	case fields != nil && onList:
		return h.planPart(c, respond.Status(err), listOfNext(c), itemview.News{Sentence: firstMessage(fields)})
	case err != nil:
		return err
	case onList:
		return h.planPart(c, ok, listOfNext(c), news)
	}
	undo := ""
	if res.Batch != "" {
		undo = paths.With(paths.Undo(), "batch", res.Batch, "next", c.FormValue("next"))
	}
	return h.Changed(c, back(c), named(ctx, news.Sentence, res.Not), undo)
}

// valueOf is the field that holds what an action is done with, where the form has one for each action.
var valueOf = map[string]string{
	"status": "status", "assign": "user_id", "move": "list_id", "copy": "list_id", "tags": "tags", "price": "planned_price",
}

// asking shows the form that a request with several items is asked back with.
type asking func(c *echo.Context, status int, in dto.BulkInput, fields apperr.Fields) error

// asks is the form for what an action is done with, nil where a menu offers it.
func (h Items) asks(in dto.BulkInput) asking {
	switch {
	case len(in.ItemIDs) == 0:
		return nil
	case in.Action == "move", in.Action == "copy":
		return func(c *echo.Context, status int, in dto.BulkInput, fields apperr.Fields) error {
			return h.whereTo(c, status, listview.MoveProps{Values: in, Errors: fields})
		}
	case in.Action == "tags", in.Action == "price":
		return h.chosen
	}
	return nil
}

// answered reports whether a request says what its action is done with. An empty price is one too.
func answered(c *echo.Context, in dto.BulkInput) bool {
	if in.Action == "tags" || in.Action == "price" {
		form := c.Request().Form
		return form.Has("value") || form.Has(valueOf[in.Action]) || len(in.TagsOff) > 0
	}
	return in.Value+in.NewList != ""
}

// chosen asks for the tags or the price of items: in the bar of the page, or as a page of its own.
func (h Items) chosen(c *echo.Context, status int, in dto.BulkInput, fields apperr.Fields) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	p := listview.ChosenProps{
		Action: in.Action, IDs: in.ItemIDs, From: c.FormValue("from"), Next: firstOf(next(c), paths.Lists.Index()), Values: in, Errors: fields,
	}
	var err error
	if p.Chosen, err = h.Items.Chosen(ctx, v, p.IDs); err != nil {
		return err
	}
	if p.Action == "tags" {
		if p.Names, err = tagNames(ctx, h.Gifts.Tags, v); err != nil {
			return err
		}
	}
	inBar(c)
	return h.View(c, status, respond.Page{Title: p.Title(ctx), Section: "lists", Body: listview.ChosenPage(p), Part: listview.ChosenBar(p)})
}

// inBar puts a part into the bar of the page.
func inBar(c *echo.Context) {
	c.Response().Header().Set("HX-Retarget", "#bar")
	c.Response().Header().Set("HX-Reswap", "innerHTML")
}

// whereTo asks to which list items go: in the bar of the page, or as a page of its own.
func (h Items) whereTo(c *echo.Context, status int, p listview.MoveProps) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	p.Items, p.Next = p.Values.ItemIDs, firstOf(next(c), paths.Lists.Index())
	var err error
	if p.Destinations, err = h.Items.Destinations(ctx, v, p.Items[0]); err != nil {
		return err
	}
	if len(p.Errors) == 0 {
		p.Values.NewListFor = p.For
	}
	inBar(c)
	title := lang.N(ctx, len(p.Items), "Move or copy %d gift", "Move or copy %d gifts")
	return h.View(c, status, respond.Page{Title: title, Section: "lists", Body: listview.MovePage(p), Part: listview.MoveBar(p)})
}

func firstMessage(fields apperr.Fields) string {
	for _, message := range fields {
		return message
	}
	return ""
}

// back is where a request came from, as its form says.
func back(c *echo.Context) string { return firstOf(next(c), paths.Home()) }

// mostNamed is how many refusals a sentence names: it travels in a cookie.
const mostNamed = 3

// done says how many gifts were done, and how many were not.
func done(ctx context.Context, n, not int) string {
	if not == 0 {
		return lang.N(ctx, n, "%d done.", "%d done.")
	}
	return lang.T(ctx, "%d done, %d not.", n, not)
}

// named adds to a sentence what was not done, with the reason.
func named(ctx context.Context, said string, not []dto.NotDone) string {
	all := []string{said}
	for _, n := range not[:min(len(not), mostNamed)] {
		title := lang.T(ctx, "What is not there")
		if n.Title != "" {
			runes := []rune(n.Title)
			title = "“" + string(runes[:min(len(runes), 60)]) + "”"
		}
		all = append(all, title+": "+n.Why)
	}
	if more := len(not) - mostNamed; more > 0 {
		all = append(all, lang.N(ctx, more, "And %d more.", "And %d more."))
	}
	return strings.Join(all, " ")
}
