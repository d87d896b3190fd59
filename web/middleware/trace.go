// Package middleware prepares every request: a trace id, the signed-in viewer, and what keeps strangers out.
package middleware

import (
	"crypto/rand"
	"encoding/hex"
	"log/slog"
	"time"

	"github.com/labstack/echo/v5"
)

// TraceHeader carries the trace id of every answer. It is always our own: what a client sends is not believed.
const TraceHeader = "X-Trace-Id"

// Trace gives every request an id, and logs one line with it once the request is answered.
func Trace(log *slog.Logger) echo.MiddlewareFunc {
	return func(next echo.HandlerFunc) echo.HandlerFunc {
		return func(c *echo.Context) error {
			start := time.Now()
			c.Response().Header().Set(TraceHeader, newTraceID())
			err := next(c)
			if err != nil {
				c.Echo().HTTPErrorHandler(c, err)
			}
			_, status := echo.ResolveResponseStatus(c.Response(), nil)
			log.LogAttrs(c.Request().Context(), slog.LevelInfo, "request",
				slog.String("method", c.Request().Method), slog.String("route", c.Path()), slog.Int("status", status),
				slog.Duration("took", time.Since(start)), slog.String("trace_id", TraceID(c)))
			return nil
		}
	}
}

// TraceID is the id that Trace gave the request.
func TraceID(c *echo.Context) string { return c.Response().Header().Get(TraceHeader) }

func newTraceID() string {
	raw := make([]byte, 8)
	_, _ = rand.Read(raw) // never fails, see crypto/rand
	return hex.EncodeToString(raw)
}
