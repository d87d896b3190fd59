package handler

import (
	"fmt"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/dto"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Move serves POST /items/:id/move: to another list, or as a copy.
func (h Items) Move(c *echo.Context) error {
	in, err := bound[dto.MoveInput](c)
	if err != nil {
		return err
	}
	moved, err := h.Items.Move(c.Request().Context(), middleware.Viewer(c), c.Param("id"), in)
	if err != nil {
		return h.refused(c, true, err)
	}
	said := "“" + moved.Title + "” is on " + moved.List.Name + " now."
	return h.SeeOther(c, paths.Lists.One(moved.List.ID)+"#row-"+moved.ItemID, said)
}

// Order serves POST /items/:id/order: behind another item of the list, or first.
func (h Items) Order(c *echo.Context) error {
	in, err := bound[dto.OrderInput](c)
	if err != nil {
		return err
	}
	id := c.Param("id")
	listID, err := h.Items.Order(c.Request().Context(), middleware.Viewer(c), id, in.AfterID)
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Lists.One(listID)+"#row-"+id, "")
}

// Bulk serves POST /items/bulk: one thing done to several items. next is where it was asked for.
func (h Items) Bulk(c *echo.Context) error {
	in, err := bound[dto.BulkInput](c)
	if err != nil {
		return err
	}
	in.Sure = in.Sure || sure(c)
	res, err := h.Items.Bulk(c.Request().Context(), middleware.Viewer(c), in)
	if err != nil {
		return err
	}
	undo := ""
	if len(res.Done) > 0 {
		undo = paths.With(paths.Undo(), "batch", res.Batch, "next", c.FormValue("next"))
	}
	return h.Changed(c, back(c), counted(len(res.Done), "done", res.Not), undo)
}

// Undo serves what takes back the viewer's own changes.
type Undo struct {
	respond.Responder
	Undo *service.Undo
}

// Take serves POST /undo: of one request by its batch, or of the last one.
func (h Undo) Take(c *echo.Context) error {
	ctx, v, batch := c.Request().Context(), middleware.Viewer(c), c.FormValue("batch")
	take := func() (dto.UndoResult, error) { return h.Undo.Take(ctx, v, batch) }
	if batch == "" {
		take = func() (dto.UndoResult, error) { return h.Undo.Last(ctx, v) }
	}
	res, err := take()
	if err != nil {
		return err
	}
	return h.SeeOther(c, back(c), counted(len(res.Done), "taken back", res.Not))
}

// back is where a request came from, as its form says.
func back(c *echo.Context) string {
	if next := c.FormValue("next"); paths.Local(next) {
		return next
	}
	return paths.Home()
}

// mostNamed is how many refusals a sentence names: it travels in a cookie.
const mostNamed = 3

// counted says how many gifts were done, and names those that were not with the reason.
func counted(done int, word string, not []dto.NotDone) string {
	said := fmt.Sprintf("%d %s.", done, word)
	if len(not) == 0 {
		return said
	}
	var named []string
	for _, n := range not[:min(len(not), mostNamed)] {
		title := "What is not there"
		if n.Title != "" {
			runes := []rune(n.Title)
			title = "“" + string(runes[:min(len(runes), 60)]) + "”"
		}
		named = append(named, title+": "+n.Why)
	}
	if more := len(not) - len(named); more > 0 {
		named = append(named, fmt.Sprintf("And %d more.", more))
	}
	return said + fmt.Sprintf(" %d not. ", len(not)) + strings.Join(named, " ")
}
