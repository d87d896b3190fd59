package handler

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/service"
	"kinlist/static"
)

// Machines serves what no person asks for: health checks and static files.
type Machines struct{ Services *service.Services }

// Healthz serves GET /healthz: the process serves.
func (h Machines) Healthz(c *echo.Context) error { return c.String(ok, "ok\n") }

// Readyz serves GET /readyz: the database answers too.
func (h Machines) Readyz(c *echo.Context) error {
	if err := h.Services.Ready(c.Request().Context()); err != nil {
		return apperr.New(apperr.Unavailable, "The database does not answer.").Because(err)
	}
	return c.String(ok, "ok\n")
}

// Static serves GET /static/:name. The name carries a hash of the content, so browsers may keep it for ever.
func (h Machines) Static(c *echo.Context) error {
	asset, found := static.Find(c.Param("name"))
	if !found {
		return apperr.Missing()
	}
	header := c.Response().Header()
	header.Set("Cache-Control", "public, max-age=31536000, immutable")
	header.Set("Vary", "Accept-Encoding")
	body := asset.Body
	switch accepted := c.Request().Header.Get("Accept-Encoding"); {
	case strings.Contains(accepted, "br"):
		header.Set("Content-Encoding", "br")
		body = asset.Brotli()
	case strings.Contains(accepted, "gzip"):
		header.Set("Content-Encoding", "gzip")
		body = asset.Gzip()
	}
	return c.Blob(http.StatusOK, asset.ContentType, body)
}
