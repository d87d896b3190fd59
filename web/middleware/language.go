package middleware

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/lang"
)

// Language answers in the language that the browser asks for. Somebody who is signed in may have chosen another.
func Language(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c *echo.Context) error {
		speak(c, "", c.Request().Header.Get("Accept-Language"))
		return next(c)
	}
}

// speak chooses the request's language by the first of the wishes that can be met; the locale says how dates and numbers
// are written in it.
func speak(c *echo.Context, locale string, wishes ...string) {
	ctx := lang.With(c.Request().Context(), lang.Match(wishes...))
	c.SetRequest(c.Request().WithContext(lang.WithLocale(ctx, locale)))
}
