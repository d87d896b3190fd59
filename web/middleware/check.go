package middleware

import (
	"net/http"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/paths"
)

// Check lets what is sent with the name of a control in its address only be looked at. To a route whose forms ask for no
// such thing it answers nothing, and does nothing.
func Check(asked func(*echo.Context) bool) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c *echo.Context) error {
			r, named := c.Request(), c.QueryParams()[paths.CheckName]
			switch {
			case r.Method != http.MethodPost || named == nil:
				return next(c)
			case !asked(c):
				return c.NoContent(http.StatusNoContent)
			}
			c.SetRequest(r.WithContext(apperr.WithCheck(r.Context(), named[0])))
			return next(c)
		}
	}
}
