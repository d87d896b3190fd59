package web

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/paths"
	"kinlist/web/handler"
)

// days are the routes of occasions beyond those of every thing.
func days(e *echo.Echo, h handler.Occasions, in, member []echo.MiddlewareFunc) {
	e.GET(paths.OccasionNext(":id"), h.Next, member...)
	e.POST(paths.OccasionNext(":id"), h.StartNext, in...)
	e.POST(paths.OccasionNextUndo(":id"), h.UndoNext, in...)
	e.GET(paths.GiftDays(), h.GiftDays, member...)
	e.POST(paths.GiftDays(), h.AddGiftDays, in...)
}
