package handler

import (
	"github.com/a-h/templ"
	"github.com/labstack/echo/v5"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/commentview"
	"kinlist/views/personview"
	"kinlist/views/ui"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// People serves the people that the family gives to.
type People struct {
	respond.Responder
	Rivals
	People *service.People
	Tags   *service.Tags
	Images *service.Pictures
}

// Index serves GET /people.
func (h People) Index(c *echo.Context) error {
	q, err := asked[dto.PeopleQuery](c)
	if err != nil {
		return err
	}
	v := middleware.Viewer(c)
	ctx := c.Request().Context()
	page, err := h.People.Index(ctx, v, q)
	if err != nil {
		return err
	}
	p := personview.IndexProps{Page: page, Query: q, MayEdit: !v.Guest()}
	if p.Tags, err = tagNames(ctx, h.Tags, v); err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: lang.T(ctx, "People"), Section: "people", Body: personview.Index(p), Part: personview.Part(p)})
}

// Show serves GET /people/:id.
func (h People) Show(c *echo.Context) error {
	p, err := h.page(c)
	if err != nil {
		return err
	}
	return h.View(c, ok, p)
}

func (h People) page(c *echo.Context) (respond.Page, error) {
	v, id := middleware.Viewer(c), c.Param("id")
	q, err := asked[dto.Query](c)
	if err != nil {
		return respond.Page{}, err
	}
	page, err := h.People.Shown(c.Request().Context(), v, id, q)
	if err != nil {
		return respond.Page{}, err
	}
	return respond.Page{
		Title: page.Person.Name, Section: "people", Events: paths.EventsOf("person", id, "cursor", q.Cursor),
		Idea: paths.With(paths.NewIdea(), "person_id", id),
		Body: templ.Join(personview.Page(page, !v.Guest()), ui.Live("comments", commentview.Thread(commentview.Props{Thread: page.Thread}))),
	}, nil
}

// New serves GET /people/new.
func (h People) New(c *echo.Context) error {
	return h.form(c, ok, personview.FormProps{})
}

// Create serves POST /people.
func (h People) Create(c *echo.Context) error {
	in, err := bound[dto.PersonInput](c)
	if err != nil {
		return err
	}
	id, err := h.People.Create(c.Request().Context(), middleware.Viewer(c), in)
	if fields, status, again := refill(c, err); again {
		return h.form(c, status, personview.FormProps{Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.saved(c, id)
}

// saved goes to a person who was saved, when their picture has been fetched or could not be.
func (h People) saved(c *echo.Context, id string) error {
	flash, err := said(c.Request().Context(), lang.T(c.Request().Context(), "Saved."), h.Images.UpdateOfPerson(c.Request().Context(), middleware.Viewer(c), id))
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.People.One(id), flash)
}

// Edit serves GET /people/:id/edit.
func (h People) Edit(c *echo.Context) error {
	p, err := h.People.Get(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.form(c, ok, personview.FormProps{ID: p.ID, Values: p.Form()})
}

// Update serves POST /people/:id.
func (h People) Update(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	in, err := bound[dto.PersonInput](c)
	if err != nil {
		return err
	}
	err = h.People.Update(ctx, v, id, in)
	if fields, status, again := refill(c, err); again {
		now, err := h.People.Get(ctx, v, id)
		if err != nil {
			return err
		}
		fields, in.Version = stale[dto.PersonInput]{in, now.Form(), personview.Saved(ctx, now)}.meanwhile(ctx, status, fields), anew(status, in.Version, now.Version)
		if err := h.named(ctx, v, status, fields, domain.EntityPerson, id); err != nil {
			return err
		}
		return h.form(c, status, personview.FormProps{ID: id, Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.saved(c, id)
}

// Archive serves POST /people/:id/archive.
func (h People) Archive(c *echo.Context) error {
	return mark(c, h.Responder, paths.People, lang.Word("Archived."), h.People.Archive)
}

// Restore serves POST /people/:id/restore.
func (h People) Restore(c *echo.Context) error {
	return mark(c, h.Responder, paths.People, lang.Word("Restored."), h.People.Restore)
}

// Delete serves POST /people/:id/delete.
func (h People) Delete(c *echo.Context) error {
	id := c.Param("id")
	if err := h.People.Delete(c.Request().Context(), middleware.Viewer(c), id, sure(c)); err != nil {
		return h.AskFirst(c, err, paths.People.Delete(id), paths.People.One(id))
	}
	return h.Deleted(c, paths.People.Index(), paths.People.Restore(id))
}

func (h People) form(c *echo.Context, status int, p personview.FormProps) error {
	members, err := h.People.Members(c.Request().Context(), middleware.Viewer(c))
	if err != nil {
		return err
	}
	p.Members = members
	if p.Tags, err = tagNames(c.Request().Context(), h.Tags, middleware.Viewer(c)); err != nil {
		return err
	}
	return h.View(c, status, respond.Page{Title: p.Title(c.Request().Context()), Section: "people", Body: personview.FormPage(p), Part: personview.Form(p)})
}
