package handler

import (
	"context"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/tagview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Tags serves the words on gifts and people.
type Tags struct {
	respond.Responder
	Rivals
	Tags *service.Tags
}

// Index serves GET /tags.
func (h Tags) Index(c *echo.Context) error {
	q, err := asked[dto.TagQuery](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	page, err := h.Tags.Index(ctx, v, q)
	if err != nil {
		return err
	}
	p := tagview.IndexProps{Page: page, Query: q, MayEdit: !v.Guest()}
	return h.View(c, ok, respond.Page{Title: lang.T(ctx, "Tags"), Section: "tags", Body: tagview.Index(p), Part: tagview.Part(p)})
}

// Show serves GET /tags/:id.
func (h Tags) Show(c *echo.Context) error {
	q, err := asked[dto.Query](c)
	if err != nil {
		return err
	}
	v := middleware.Viewer(c)
	page, err := h.Tags.Page(c.Request().Context(), v, c.Param("id"), q)
	if err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: page.Tag.Name, Section: "tags", Body: tagview.Page(page, !v.Guest()), Part: tagview.Gifts(page)})
}

// New serves GET /tags/new.
func (h Tags) New(c *echo.Context) error {
	return h.form(c, ok, tagview.FormProps{Values: dto.TagInput{Type: "custom"}})
}

// Create serves POST /tags.
func (h Tags) Create(c *echo.Context) error {
	in, err := bound[dto.TagInput](c)
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	id, err := h.Tags.Create(ctx, middleware.Viewer(c), in)
	if fields, status, again := refill(c, err); again {
		return h.form(c, status, tagview.FormProps{Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Tags.One(id), lang.T(ctx, "Saved."))
}

// Edit serves GET /tags/:id/edit.
func (h Tags) Edit(c *echo.Context) error {
	tag, err := h.Tags.Get(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.form(c, ok, tagview.FormProps{ID: tag.ID, Values: tag.Form()})
}

// Update serves POST /tags/:id.
func (h Tags) Update(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	in, err := bound[dto.TagInput](c)
	if err != nil {
		return err
	}
	err = h.Tags.Update(ctx, v, id, in)
	if fields, status, again := refill(c, err); again {
		now, err := h.Tags.Get(ctx, v, id)
		if err != nil {
			return err
		}
		fields, in.Version = stale[dto.TagInput]{in, now.Form(), tagview.Saved(ctx, now)}.meanwhile(ctx, status, fields), anew(status, in.Version, now.Version)
		if err := h.named(ctx, v, status, fields, domain.EntityTag, id); err != nil {
			return err
		}
		return h.form(c, status, tagview.FormProps{ID: id, Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Tags.One(id), lang.T(ctx, "Saved."))
}

// Archive serves POST /tags/:id/archive.
func (h Tags) Archive(c *echo.Context) error {
	return mark(c, h.Responder, paths.Tags, lang.Word("Archived."), h.Tags.Archive)
}

// Restore serves POST /tags/:id/restore.
func (h Tags) Restore(c *echo.Context) error {
	return mark(c, h.Responder, paths.Tags, lang.Word("Restored."), h.Tags.Restore)
}

// Delete serves POST /tags/:id/delete.
func (h Tags) Delete(c *echo.Context) error {
	id := c.Param("id")
	if err := h.Tags.Delete(c.Request().Context(), middleware.Viewer(c), id, sure(c)); err != nil {
		return h.AskFirst(c, err, paths.Tags.Delete(id), paths.Tags.One(id))
	}
	return h.Deleted(c, paths.Tags.Index(), paths.Tags.Restore(id))
}

// MergeForm serves GET /tags/:id/merge.
func (h Tags) MergeForm(c *echo.Context) error { return h.merge(c, ok, tagview.MergeProps{}) }

// Merge serves POST /tags/:id/merge.
func (h Tags) Merge(c *echo.Context) error {
	in, err := bound[dto.MergeInput](c)
	if err != nil {
		return err
	}
	ctx, id := c.Request().Context(), c.Param("id")
	if in.Into == "" {
		err = apperr.Wrong("into", "Choose the tag that stays.")
	} else {
		err = h.Tags.Merge(ctx, middleware.Viewer(c), id, in.Into)
	}
	if fields, status, again := refill(c, err); again {
		return h.merge(c, status, tagview.MergeProps{Into: in.Into, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Tags.One(in.Into), lang.T(ctx, "Merged."))
}

// mostTags is how many tags a page offers to choose from.
const mostTags = 200

// tagNames are the tags that forms and filters offer: those used most.
func tagNames(ctx context.Context, tags *service.Tags, v domain.Viewer) ([]dto.Ref, error) {
	page, err := tags.Index(ctx, v, dto.TagQuery{Query: dto.Query{Limit: mostTags, Sort: "usage"}})
	var refs []dto.Ref
	for _, t := range page.Items {
		refs = append(refs, dto.Ref{ID: t.ID, Name: t.Name})
	}
	return refs, err
}

func (h Tags) merge(c *echo.Context, status int, p tagview.MergeProps) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	var err error
	if p.Tag, err = h.Tags.Get(ctx, v, c.Param("id")); err != nil {
		return err
	}
	others, err := h.Tags.Index(ctx, v, dto.TagQuery{Query: dto.Query{Limit: mostTags}})
	if err != nil {
		return err
	}
	p.Others = others.Items
	return h.View(c, status, respond.Page{Title: lang.T(ctx, "Merge “%s” with another tag", p.Tag.Name), Section: "tags", Body: tagview.MergePage(p), Part: tagview.Merge(p)})
}

func (h Tags) form(c *echo.Context, status int, p tagview.FormProps) error {
	return h.View(c, status, respond.Page{Title: p.Title(c.Request().Context()), Section: "tags", Body: tagview.FormPage(p), Part: tagview.Form(p)})
}
