package handler

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/service"
	"kinlist/views/trashview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Trash serves what can be taken back.
type Trash struct {
	respond.Responder
	Trash *service.Trash
	Undo  *service.Undo
}

// Index serves GET /trash.
func (h Trash) Index(c *echo.Context) error {
	q, err := asked[dto.Query](c)
	if err != nil {
		return err
	}
	q.Sort = "" // there is one order
	page, err := h.Trash.Index(c.Request().Context(), middleware.Viewer(c), q)
	if err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: lang.T(c.Request().Context(), "Trash"), Section: "trash", Body: trashview.Page(page)})
}

// Changes serves GET /changes.
func (h Trash) Changes(c *echo.Context) error {
	all, err := h.Undo.Recent(c.Request().Context(), middleware.Viewer(c))
	if err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{
		Title: lang.T(c.Request().Context(), "My recent changes"), Section: "changes", Body: trashview.Changes(all),
	})
}
