package respond

import (
	"context"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/lang"
	"kinlist/views/errorview"
	"kinlist/views/layout"
	"kinlist/views/ui"
	"kinlist/web/middleware"
)

// follow collects the live parts of what is rendered for the request, for its stream to begin from.
func follow(c *echo.Context) {
	ctx, _ := ui.WithLiveParts(c.Request().Context(), false)
	c.SetRequest(c.Request().WithContext(ctx))
}

// LiveParts are the parts of a page that follow what others do, as they are now.
func LiveParts(ctx context.Context, p Page) ([]ui.LivePart, error) {
	ctx, parts := ui.WithLiveParts(ctx, true)
	if err := p.Body.Render(ctx, io.Discard); err != nil {
		return nil, err
	}
	return parts.All, nil
}

// Stream is an open answer to a browser that listens (server-sent events).
type Stream struct {
	c    *echo.Context
	ctrl *http.ResponseController
}

// Open begins a stream, which lasts longer than other requests may take.
func Open(c *echo.Context) (Stream, error) {
	s := Stream{c, http.NewResponseController(c.Response())}
	if err := s.ctrl.SetReadDeadline(time.Time{}); err != nil {
		return s, err
	}
	private(c)
	h := c.Response().Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "private, no-store")
	h.Set("X-Accel-Buffering", "no") // nginx would wait for more
	c.Response().WriteHeader(http.StatusOK)
	return s, s.write(": here\n\n")
}

// Ping shows everybody between here and the browser that the stream is alive.
func (s Stream) Ping() error { return s.write(": ping\n\n") }

// News sends the parts that changed; id stands for all that the browser has then.
func (s Stream) News(parts []ui.LivePart, id string) error {
	return s.event(id, layout.News(parts))
}

// Gone takes the page from who may no longer see it, as if it had never been, and ends the stream.
func (s Stream) Gone(err error) error {
	ctx, e := s.c.Request().Context(), spoken(apperr.In(s.c.Request().Context(), err))
	page := errorview.Page(errorview.Props{
		Status: Status(e), Code: string(e.Code), Title: lang.T(ctx, titles[e.Code]), Message: e.Message, TraceID: middleware.TraceID(s.c),
	})
	if err := s.event("", layout.Gone(page)); err != nil {
		return err
	}
	return s.write("event: gone\ndata: gone\n\n")
}

func (s Stream) event(id string, body templ.Component) error {
	var html strings.Builder
	if err := body.Render(s.c.Request().Context(), &html); err != nil {
		return err
	}
	var out strings.Builder
	if id != "" {
		out.WriteString("id: " + id + "\n")
	}
	for line := range strings.Lines(html.String()) {
		out.WriteString("data: " + strings.TrimRight(line, "\r\n") + "\n")
	}
	out.WriteString("\n")
	return s.write(out.String())
}

func (s Stream) write(text string) error {
	if _, err := s.c.Response().Write([]byte(text)); err != nil {
		return err
	}
	return s.ctrl.Flush()
}
