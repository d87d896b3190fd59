package handler

import (
	"net/http"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/money"
	"kinlist/internal/paths"
	"kinlist/internal/text"
	"kinlist/views/giftview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Quick serves GET /ideas/quick: the empty line, or with a line what was understood of it.
func (h Ideas) Quick(c *echo.Context) error {
	in, err := asked[dto.QuickInput](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	if !c.QueryParams().Has("line") {
		draft, err := h.Ideas.QuickForm(ctx, v, in.ListID)
		if err != nil {
			return err
		}
		draft.Line = hashed(c.QueryParam("tags"))
		return h.quick(c, ok, draft, nil)
	}
	draft, err := h.Ideas.Quick(ctx, v, in)
	if fields, status, again := refill(c, err); again {
		return h.quick(c, status, draft, fields)
	}
	if err != nil {
		return err
	}
	return h.quick(c, ok, draft, nil)
}

// hashed are tags as a line begins with them, parted from what is typed before them or behind.
func hashed(tags string) string {
	line := ""
	for _, tag := range text.List(tags) {
		line += " #" + tag
	}
	if line != "" {
		line += " "
	}
	return line
}

// CreateQuick serves POST /ideas/quick: it saves what was understood, as it was corrected.
func (h Ideas) CreateQuick(c *echo.Context) error {
	in, err := bound[dto.QuickIdea](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	list, id, err := h.Ideas.Add(ctx, v, in.IdeaInput)
	fields, status, again := refill(c, err)
	if again && status == http.StatusConflict {
		fields = apperr.Fields{"": sentence(ctx, err)} // it stands there already
	}
	if again {
		draft, err := h.Ideas.QuickForm(ctx, v, in.ListID)
		if err != nil {
			return err
		}
		draft.Line, draft.Asked, draft.Read, draft.Input = in.Line, in.Asked, true, in.IdeaInput
		return h.quick(c, status, draft, fields)
	}
	if err != nil {
		return err
	}
	return h.added(c, list, id, in.IdeaInput, paths.QuickIdea())
}

func (h Ideas) quick(c *echo.Context, status int, draft dto.QuickDraft, fields apperr.Fields) error {
	forecast := dto.Forecast{}
	if draft.Read {
		var err error
		if forecast, err = h.forecast(c, draft.Input, fields); err != nil {
			return err
		}
	}
	p := giftview.QuickProps{Forecast: forecast, Draft: draft, Errors: fields, Currencies: money.Currencies(), Alone: true}
	title := lang.T(c.Request().Context(), "Write an idea in one line")
	return h.View(c, status, respond.Page{Title: title, Section: "quick", Body: giftview.QuickPage(p), Part: giftview.Quick(p)})
}
