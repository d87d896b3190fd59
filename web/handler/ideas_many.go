package handler

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/views/giftview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// NewMany serves GET /ideas/many.
func (h Ideas) NewMany(c *echo.Context) error {
	return h.many(c, ok, giftview.ManyProps{Values: dto.ManyInput{ListID: c.QueryParam("list_id")}})
}

// CreateMany serves POST /ideas/many: it saves all that can be saved, and goes on to where the pages are read. Lines
// that cannot be ideas come back.
func (h Ideas) CreateMany(c *echo.Context) error {
	in, err := bound[dto.ManyInput](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	added, err := h.Ideas.AddMany(ctx, v, in)
	if fields, status, again := refill(c, err); again {
		return h.many(c, status, giftview.ManyProps{Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	if len(added.Wrong) == 0 {
		return h.SeeOther(c, readingPath(added.List.ID, added.GiftIDs), addedNews(c.Request().Context(), added))
	}
	rows, err := h.Gifts.Readings(ctx, v, added.GiftIDs)
	if err != nil {
		return err
	}
	lines := make([]string, len(added.Wrong))
	for i, w := range added.Wrong {
		lines[i] = w.Line
	}
	return h.many(c, http.StatusUnprocessableEntity, giftview.ManyProps{
		Values: dto.ManyInput{Lines: strings.Join(lines, "\n"), ListID: added.List.ID}, Added: added, Rows: rows,
		Errors: apperr.Fields{"lines": lang.N(ctx, len(lines), "%d line was not added. Mend what is left here, and send it again.", "%d lines were not added. Mend what is left here, and send it again.")},
	})
}

func (h Ideas) many(c *echo.Context, status int, p giftview.ManyProps) error {
	lists, err := h.Ideas.Lists(c.Request().Context(), middleware.Viewer(c), p.Values.ListID)
	if err != nil {
		return err
	}
	p.Lists = lists
	if p.People, err = h.People.Names(c.Request().Context(), middleware.Viewer(c)); err != nil {
		return err
	}
	return h.View(c, status, respond.Page{Title: lang.T(c.Request().Context(), "Add many ideas"), Section: "gifts", Body: giftview.ManyPage(p)})
}

// addedNews says what became of many ideas.
func addedNews(ctx context.Context, added dto.ManyAdded) string {
	said := []string{lang.N(ctx, added.Added, "%d line was added to “%s”.", "%d lines were added to “%s”.", added.List.Name)}
	if added.Already > 0 {
		said = append(said, lang.N(ctx, added.Already, "%d line was there already.", "%d lines were there already."))
	}
	if added.Repeated > 0 {
		said = append(said, lang.N(ctx, added.Repeated, "%d line was in twice and counted once.", "%d lines were in twice and counted once."))
	}
	return strings.Join(said, " ")
}

// readingPath is the page that shows how far the pages of gifts are read.
func readingPath(listID string, giftIDs []string) string {
	return paths.ReadIdeas() + "?" + url.Values{"list_id": {listID}, "gift": giftIDs}.Encode()
}

// Reading serves GET /ideas/reading.
func (h Ideas) Reading(c *echo.Context) error {
	in, err := asked[dto.ReadingInput](c)
	if err != nil {
		return err
	}
	rows, err := h.Gifts.Readings(c.Request().Context(), middleware.Viewer(c), in.GiftIDs)
	if err != nil {
		return err
	}
	p := giftview.ReadingProps{ListID: in.ListID, Rows: rows}
	return h.View(c, ok, respond.Page{Title: lang.T(c.Request().Context(), "New ideas"), Section: "gifts", Body: giftview.ReadingPage(p)})
}

// Read serves POST /ideas/reading, for browsers without a script: it reads one page, or as many as there is time for.
func (h Ideas) Read(c *echo.Context) error {
	in, err := bound[dto.ReadingInput](c)
	if err != nil {
		return err
	}
	read, err := h.readSome(c.Request().Context(), middleware.Viewer(c), in)
	said := lang.T(c.Request().Context(), "Pages read: %d.", read)
	if apperr.CodeOf(err) == apperr.RateLimited && !respond.WantsJSON(c.Request()) {
		said, err = said+" "+sentence(c.Request().Context(), err), nil
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, readingPath(in.ListID, in.GiftIDs), said)
}

func (h Ideas) readSome(ctx context.Context, v domain.Viewer, in dto.ReadingInput) (int, error) {
	if in.Only == "" {
		return h.Gifts.FillMany(ctx, v, in.GiftIDs)
	}
	if _, err := h.fill(ctx, v, in.Only); err != nil {
		return 0, err
	}
	return 1, nil
}

// fill reads a gift's page and fetches the picture that the page names. A picture that does not come is a warning.
func (h Ideas) fill(ctx context.Context, v domain.Viewer, id string) (dto.Reading, error) {
	row, err := h.Gifts.Fill(ctx, v, id)
	if err != nil {
		return row, err
	}
	warning, err := said(ctx, "", h.Images.UpdateOfGift(ctx, v, id))
	if err != nil {
		return row, err
	}
	rows, err := h.Gifts.Readings(ctx, v, []string{id})
	if err != nil || len(rows) == 0 {
		return row, err
	}
	rows[0].Read, rows[0].Warnings = row.Read, row.Warnings
	if warning != "" {
		rows[0].Warnings = append(rows[0].Warnings, strings.TrimSpace(warning))
	}
	return rows[0], nil
}

// ReadGift serves POST /gifts/:id/read: what the gift lacks is filled in from its page.
func (h Ideas) ReadGift(c *echo.Context) error {
	id := c.Param("id")
	row, err := h.fill(c.Request().Context(), middleware.Viewer(c), id)
	limited := apperr.CodeOf(err) == apperr.RateLimited
	switch {
	case err != nil && (!limited || respond.WantsJSON(c.Request())):
		return err
	case limited && respond.Partial(c.Request()):
		return h.View(c, respond.RetryLater(c, err), respond.Page{Body: giftview.ReadRow(row, sentence(c.Request().Context(), err))})
	case limited:
		return h.SeeOther(c, paths.Gifts.One(id), sentence(c.Request().Context(), err))
	case respond.Partial(c.Request()):
		return h.View(c, ok, respond.Page{Body: giftview.ReadRow(row, "")})
	}
	return h.SeeOther(c, paths.Gifts.One(id), strings.Join(append([]string{lang.T(c.Request().Context(), "The page was asked.")}, row.Warnings...), " "))
}
