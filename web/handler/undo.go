package handler

import (
	"context"
	"slices"
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/itemview"
	"kinlist/views/layout"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Undo serves what takes back the viewer's own changes.
type Undo struct {
	Items
	Undo   *service.Undo
	Events *Events
}

// Take serves POST /undo: of one request by its batch, or of the last one.
func (h Undo) Take(c *echo.Context) error {
	ctx, v, batch := c.Request().Context(), middleware.Viewer(c), c.FormValue("batch")
	if next(c) == "" { // the form of every page says which one it is; what knows how that is arranged by now goes before
		c.Request().Form.Set("next", c.FormValue("here"))
	}
	take := func() (dto.UndoResult, error) { return h.Undo.Take(ctx, v, batch) }
	if batch == "" {
		take = func() (dto.UndoResult, error) { return h.Undo.Last(ctx, v) }
	}
	res, err := take()
	if batch == "" && next(c) != "" && apperr.CodeOf(err) == apperr.Conflict && !respond.WantsJSON(c.Request()) && !respond.Partial(c.Request()) {
		return h.SeeOther(c, back(c), sentence(ctx, err)) // a key pressed in vain leaves nobody elsewhere
	}
	if err != nil {
		return err
	}
	said, err := h.pictures(ctx, v, takenBack(ctx, res), res)
	if err != nil {
		return err
	}
	if respond.Partial(c.Request()) && c.FormValue("from") == "list" && listOfNext(c) != "" && onPlan(res) {
		return h.planPart(c, ok, listOfNext(c), itemview.News{Sentence: said, Not: res.Not})
	}
	if at, q, here := h.Hands.from(c); here && respond.Partial(c.Request()) && onPlan(res) {
		return h.Hands.changed(c, at, q, itemview.News{Sentence: said, Not: res.Not}, nil)
	}
	to, said := placeAfter(c, res), named(ctx, said, res.Not)
	if to == c.FormValue("here") && respond.Partial(c.Request()) && inParts(res, to) {
		if parts, err := h.Events.Now(c, c.FormValue("follows")); err == nil {
			return h.View(c, ok, respond.Page{Body: layout.Done(said, parts)})
		}
	}
	return h.SeeOther(c, to, said)
}

// inParts reports whether a page shows all of what was taken back in its live parts, so that it stays open with what is
// being typed there. What a page is called, and is about, stands in none of them.
func inParts(res dto.UndoResult, page string) bool {
	return !slices.ContainsFunc(res.Things, func(t dto.Changed) bool {
		live := []domain.Entity{domain.EntityComment, domain.EntityPlace, domain.EntityWish, domain.EntityWishPlace}
		return !slices.Contains(live, t.Entity) || strings.Contains(page, t.ID)
	})
}

// onPlan reports whether the plan of a list shows all of what was taken back.
func onPlan(res dto.UndoResult) bool {
	return !slices.ContainsFunc(res.Things, func(t dto.Changed) bool {
		return !slices.Contains([]domain.Entity{domain.EntityGift, domain.EntityGiftPicture, domain.EntityPlace}, t.Entity)
	})
}

// pictures brings the pictures of what was put back in line with their links.
func (h Undo) pictures(ctx context.Context, v domain.Viewer, flash string, res dto.UndoResult) (string, error) {
	if len(res.Things) > 1 { // what several gifts are given at once is no picture
		return flash, nil
	}
	for _, t := range res.Things {
		update := map[domain.Entity]func(context.Context, domain.Viewer, string) error{
			domain.EntityGift: h.Images.UpdateOfGift, domain.EntityPerson: h.Images.UpdateOfPerson,
		}[t.Entity]
		if update == nil || !t.There {
			continue
		}
		var err error
		if flash, err = said(ctx, flash, update(ctx, v, t.ID)); err != nil {
			return "", err
		}
	}
	return flash, nil
}

// pagesOf are where the things are that can be taken back.
var pagesOf = map[domain.Entity]paths.Collection{
	domain.EntityPerson: paths.People, domain.EntityOccasion: paths.Occasions, domain.EntityList: paths.Lists, domain.EntityGift: paths.Gifts,
	domain.EntityTag: paths.Tags, domain.EntityItem: paths.Items, domain.EntityWish: paths.Items,
	domain.EntityPlace: paths.Items, domain.EntityWishPlace: paths.Items, domain.EntityGiftPicture: paths.Gifts, domain.EntityPersonPicture: paths.People,
}

// placeAfter is where the browser goes after something was taken back: where it was asked for, unless that page is gone.
func placeAfter(c *echo.Context, res dto.UndoResult) string {
	to := back(c)
	for _, t := range res.Things {
		at, known := pagesOf[t.Entity]
		switch {
		case t.There || !known || !strings.Contains(to, t.ID):
		case t.Entity == domain.EntityWish:
			return paths.Lists.Index()
		default:
			return at.Index()
		}
	}
	for _, t := range res.Things {
		if at, known := pagesOf[t.Entity]; known && t.There && to == at.Index() {
			return at.One(t.ID)
		}
	}
	return to
}

// takenBack says what was taken back, and what was not.
func takenBack(ctx context.Context, res dto.UndoResult) string {
	switch n, not := len(res.Done)+len(res.Things), len(res.Not); {
	case len(res.Things) == 1 && n == 1 && res.Things[0].There:
		return lang.T(ctx, "Taken back: “%s” is as it was.", res.Things[0].Name)
	case len(res.Things) == 1 && n == 1:
		return lang.T(ctx, "Taken back: “%s”.", res.Things[0].Name)
	case not == 0:
		return lang.N(ctx, n, "%d taken back.", "%d taken back.")
	default:
		return lang.T(ctx, "%d taken back, %d not.", n, not)
	}
}
