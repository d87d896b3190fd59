package handler

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Pictures serves the pictures of gifts and people.
type Pictures struct {
	respond.Responder
	Pictures *service.Pictures
}

// Show serves GET /pictures/:id, the large picture, and ?size=160, the small one. A picture never changes, so a browser
// may keep it; nobody else may.
func (h Pictures) Show(c *echo.Context) error {
	size, _ := strconv.Atoi(c.QueryParam("size"))
	picture, err := h.Pictures.Open(c.Request().Context(), middleware.Viewer(c), c.Param("id"), size)
	if err != nil {
		return err
	}
	header, tag := c.Response().Header(), `"`+c.Param("id")+"-"+strconv.Itoa(size)+`"`
	header.Set("Cache-Control", "private, max-age=31536000, immutable")
	header.Set("Vary", "Cookie")
	header.Set("Etag", tag)
	header.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	if c.Request().Header.Get("If-None-Match") == tag {
		return c.NoContent(http.StatusNotModified)
	}
	return c.Blob(ok, picture.Type, picture.File)
}

// SetGift serves POST /gifts/:id/picture: a file, or fetch=1 to fetch what the gift's link leads to.
func (h Pictures) SetGift(c *echo.Context) error {
	return h.set(c, paths.Gifts, h.Pictures.AddToGift, h.Pictures.ResetOfGift)
}

// SetPerson serves POST /people/:id/picture, as SetGift does.
func (h Pictures) SetPerson(c *echo.Context) error {
	return h.set(c, paths.People, h.Pictures.AddToPerson, h.Pictures.ResetOfPerson)
}

// RemoveGift serves POST /gifts/:id/picture/delete.
func (h Pictures) RemoveGift(c *echo.Context) error {
	return mark(c, h.Responder, paths.Gifts, lang.Word("The picture is gone."), h.Pictures.RemoveFromGift)
}

// RemovePerson serves POST /people/:id/picture/delete.
func (h Pictures) RemovePerson(c *echo.Context) error {
	return mark(c, h.Responder, paths.People, lang.Word("The picture is gone."), h.Pictures.RemoveFromPerson)
}

func (h Pictures) set(c *echo.Context, at paths.Collection,
	add func(ctx context.Context, v domain.Viewer, id string, file []byte) error,
	fetch func(ctx context.Context, v domain.Viewer, id string) error,
) error {
	file, err := sentFile(c, "picture")
	if err != nil {
		return err
	}
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	if len(file) == 0 && c.FormValue("fetch") == "1" {
		err = fetch(ctx, v, id)
	} else {
		err = add(ctx, v, id, file)
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, at.One(id), lang.T(ctx, "Here is the new picture."))
}

// sentFile is the file in a form's field, empty where none was chosen.
func sentFile(c *echo.Context, field string) ([]byte, error) {
	head, err := c.FormFile(field)
	switch {
	case errors.Is(err, http.ErrMissingFile), errors.Is(err, http.ErrNotMultipart):
		return nil, nil
	case echo.StatusCode(err) == http.StatusRequestEntityTooLarge:
		return nil, apperr.New(apperr.TooLarge, "The picture is larger than 10 MB: choose a smaller one.")
	case err != nil:
		return nil, apperr.New(apperr.BadRequest, "The file did not arrive whole. Please send it again.").Because(err)
	}
	file, err := head.Open()
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read
	return io.ReadAll(file)
}

// said is what a page says after a save, and what came of the picture.
func said(ctx context.Context, flash string, err error) (string, error) {
	switch {
	case err == nil:
		return flash, nil
	case apperr.CodeOf(err) != apperr.Internal:
		return strings.TrimSpace(flash + " " + lang.T(ctx, "The picture could not be fetched: %s", sentence(ctx, err))), nil
	}
	return "", err
}
