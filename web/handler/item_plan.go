package handler

import (
	"context"
	"errors"
	"slices"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/itemview"
	"kinlist/views/listview"
	"kinlist/views/ui"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// SetStatus serves POST /items/:id/status.
func (h Items) SetStatus(c *echo.Context) error {
	in, err := bound[dto.StatusInput](c)
	if err != nil {
		return err
	}
	in.Sure = in.Sure || sure(c)
	ctx := c.Request().Context()
	item, err := h.Items.SetStatus(ctx, middleware.Viewer(c), c.Param("id"), in)
	said := lang.T(ctx, "“%s” is now “%s”.", item.Gift.Title, ui.StatusName(ctx, item.Status))
	return h.changed(c, item, itemview.News{Sentence: said, UndoItem: item.ID}, err)
}

// Undo serves POST /items/:id/undo.
func (h Items) Undo(c *echo.Context) error {
	ctx := c.Request().Context()
	item, err := h.Items.Undo(ctx, middleware.Viewer(c), c.Param("id"))
	return h.changed(c, item, itemview.News{Sentence: lang.T(ctx, "Taken back. “%s” is “%s”.", item.Gift.Title, ui.StatusName(ctx, item.Status))}, err)
}

// Assign serves POST /items/:id/assign.
func (h Items) Assign(c *echo.Context) error {
	in, err := bound[dto.AssignInput](c)
	if err != nil {
		return err
	}
	in.Sure = in.Sure || sure(c)
	item, err := h.Items.Assign(c.Request().Context(), middleware.Viewer(c), c.Param("id"), in)
	return h.changed(c, item, itemview.News{Sentence: buyerNews(c.Request().Context(), item), UndoItem: item.ID}, err)
}

// TakeOver serves POST /items/:id/take-over.
func (h Items) TakeOver(c *echo.Context) error {
	item, err := h.Items.TakeOver(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	return h.changed(c, item, itemview.News{Sentence: buyerNews(c.Request().Context(), item), UndoItem: item.ID}, err)
}

// changed answers a change of an item with the place that it was made from, as that is now.
func (h Items) changed(c *echo.Context, item dto.Item, news itemview.News, err error) error {
	if at, q, here := h.Hands.from(c); here {
		return h.Hands.changed(c, at, q, news, err)
	}
	fromItem := c.FormValue("from") == "item"
	switch {
	case err != nil:
		return h.refused(c, fromItem, err)
	case respond.Partial(c.Request()) && fromItem:
		return h.page(c, ok, news)
	case respond.Partial(c.Request()):
		return h.planPart(c, ok, item.ListID, news)
	case fromItem:
		return h.Changed(c, paths.Items.One(item.ID), news.Sentence, undoOf(c, news, "item"))
	}
	return h.Changed(c, h.listPage(c, item.ListID)+"#row-"+item.ID, news.Sentence, undoOf(c, news, ""))
}

// listPage is the page of a list, arranged as the form's page was.
func (h Items) listPage(c *echo.Context, listID string) string {
	return paths.With(paths.Lists.One(listID), arranged(c, listID).Pairs()...)
}

// refused answers a change that is not allowed, stale, or asked about first, with the same place and the sentence that
// says why.
func (h Items) refused(c *echo.Context, fromItem bool, err error) error {
	if !mends(err) || respond.WantsJSON(c.Request()) {
		return err
	}
	page, pageErr := h.Items.Page(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if pageErr != nil {
		return err
	}
	status, news := respond.Status(err), refusal(c, err)
	if fromItem || !respond.Partial(c.Request()) {
		return h.page(c, status, news)
	}
	return h.planPart(c, status, page.Item.ListID, news)
}

// refusal says why a change was not made, and offers to make it all the same where it was asked about first.
func refusal(c *echo.Context, err error) itemview.News {
	news := itemview.News{Sentence: sentence(c.Request().Context(), err)}
	if apperr.CodeOf(err) == apperr.Unconfirmed {
		if taken, ok := errors.AsType[service.TakenError](err); ok {
			news.Taken = taken.Elsewhere
		}
		news.Ask = asksAgain(c)
	}
	return news
}

// asksAgain is the same change once more, for whoever means it.
func asksAgain(c *echo.Context) *itemview.Ask {
	ask := itemview.Ask{Action: c.Request().URL.Path}
	for _, name := range []string{"status", "gifted_on", "user_id", "version"} {
		if value := c.FormValue(name); value != "" {
			ask.Fields = append(ask.Fields, itemview.AskField{Name: name, Value: value})
		}
	}
	return &ask
}

// planPart answers with what a list's page holds now, arranged as the form's page was.
func (h Items) planPart(c *echo.Context, status int, listID string, news itemview.News) error {
	p := listview.PlanProps{News: news, Typing: typing(c)}
	var err error
	if p.Plan, err = h.Items.Arranged(c.Request().Context(), middleware.Viewer(c), listID, arranged(c, listID)); err != nil {
		return err
	}
	p.News.Next = h.listPage(c, listID)
	return h.View(c, status, respond.Page{Body: listview.Plan(p)})
}

// typing are the items whose rows are forms on the list's page, as the page says: what is typed there stays, but where the
// change is of that item.
func typing(c *echo.Context) []string {
	_ = c.FormValue("typing") // reads the form
	return slices.DeleteFunc(slices.Clone(c.Request().Form["typing"]), func(id string) bool { return id == c.Param("id") })
}

// mends reports whether the page that a change came from can show what was wrong.
func mends(err error) bool {
	switch apperr.CodeOf(err) { //nolint:exhaustive // the others are pages of their own
	case apperr.Invalid, apperr.Conflict, apperr.Forbidden, apperr.Unconfirmed:
		return true
	}
	return false
}

// undoOf is where the news is undone, coming back to where the change was made; "" where there is nothing to undo.
func undoOf(c *echo.Context, news itemview.News, from string) string {
	if news.UndoItem == "" {
		return ""
	}
	return paths.With(paths.ItemUndo(news.UndoItem), "from", from, "next", next(c))
}

// buyerNews says who buys an item now.
func buyerNews(ctx context.Context, item dto.Item) string {
	if item.Buyer == nil {
		return lang.T(ctx, "Nobody buys “%s” now.", item.Gift.Title)
	}
	return lang.T(ctx, "%s buys “%s”.", item.Buyer.Name, item.Gift.Title)
}

// saidOf says that an item was saved.
func saidOf(ctx context.Context, item dto.Item) string {
	return lang.T(ctx, "“%s” is saved.", item.Gift.Title)
}
