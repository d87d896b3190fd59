package handler

import (
	"strings"

	"github.com/labstack/echo/v5"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/internal/service"
	"kinlist/views/occasionview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Occasions serves the days on which the family gives.
type Occasions struct {
	respond.Responder
	Talk
	Rivals
	Occasions *service.Occasions
	People    *service.People
}

// Index serves GET /occasions.
func (h Occasions) Index(c *echo.Context) error {
	q, err := asked[dto.OccasionQuery](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	p := occasionview.IndexProps{Query: q, MayEdit: !v.Guest()}
	if p.Upcoming, err = h.Occasions.Index(ctx, v, q); err != nil {
		return err
	}
	if q == (dto.OccasionQuery{}) { // else the past ones stand above, where they were asked for
		if p.Past, err = h.Occasions.Past(ctx, v); err != nil {
			return err
		}
	}
	if p.People, err = h.People.Names(ctx, v); err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: lang.T(ctx, "Occasions"), Section: "occasions", Body: occasionview.Index(p), Part: occasionview.Part(p)})
}

// Show serves GET /occasions/:id.
func (h Occasions) Show(c *echo.Context) error {
	p, err := h.page(c)
	if err != nil {
		return err
	}
	return h.View(c, ok, p)
}

func (h Occasions) page(c *echo.Context) (respond.Page, error) {
	v, id := middleware.Viewer(c), c.Param("id")
	page, err := h.Occasions.Page(c.Request().Context(), v, id)
	if err != nil {
		return respond.Page{}, err
	}
	body, err := h.Under(c, domain.EntityOccasion, id, occasionview.Page(page, !v.Guest()))
	return respond.Page{Title: page.Occasion.Name, Section: "occasions", Events: paths.EventsOf("occasion", id), Body: body}, err
}

// New serves GET /occasions/new.
func (h Occasions) New(c *echo.Context) error { return h.form(c, ok, occasionview.FormProps{}) }

// Create serves POST /occasions.
func (h Occasions) Create(c *echo.Context) error {
	in, err := boundOccasion(c)
	if err != nil {
		return err
	}
	id, err := h.Occasions.Create(c.Request().Context(), middleware.Viewer(c), in)
	if fields, status, again := refill(c, err); again {
		return h.form(c, status, occasionview.FormProps{Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Occasions.One(id), lang.T(c.Request().Context(), "Saved."))
}

// Edit serves GET /occasions/:id/edit.
func (h Occasions) Edit(c *echo.Context) error {
	o, err := h.Occasions.Get(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.form(c, ok, occasionview.FormProps{ID: o.ID, Values: o.Form(), Locked: o.BirthdayOf != nil})
}

// Update serves POST /occasions/:id.
func (h Occasions) Update(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	in, err := boundOccasion(c)
	if err != nil {
		return err
	}
	err = h.Occasions.Update(ctx, v, id, in)
	if fields, status, again := refill(c, err); again {
		now, err := h.Occasions.Get(ctx, v, id)
		if err != nil {
			return err
		}
		fields, in.Version = stale[dto.OccasionInput]{in, now.Form(), occasionview.Saved(ctx, now)}.meanwhile(ctx, status, fields), anew(status, in.Version, now.Version)
		budgetsMeanwhile(ctx, v, status, fields, in, now.Form())
		if err := h.named(ctx, v, status, fields, domain.EntityOccasion, id); err != nil {
			return err
		}
		return h.form(c, status, occasionview.FormProps{ID: id, Values: in, Errors: fields, Locked: now.BirthdayOf != nil})
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Occasions.One(id), lang.T(c.Request().Context(), "Saved."))
}

// Archive serves POST /occasions/:id/archive.
func (h Occasions) Archive(c *echo.Context) error {
	return mark(c, h.Responder, paths.Occasions, lang.Word("Archived."), h.Occasions.Archive)
}

// Restore serves POST /occasions/:id/restore.
func (h Occasions) Restore(c *echo.Context) error {
	return mark(c, h.Responder, paths.Occasions, lang.Word("Restored."), h.Occasions.Restore)
}

// Delete serves POST /occasions/:id/delete.
func (h Occasions) Delete(c *echo.Context) error {
	id := c.Param("id")
	if err := h.Occasions.Delete(c.Request().Context(), middleware.Viewer(c), id, sure(c)); err != nil {
		return h.AskFirst(c, err, paths.Occasions.Delete(id), paths.Occasions.One(id))
	}
	return h.Deleted(c, paths.Occasions.Index(), paths.Occasions.Restore(id))
}

func (h Occasions) form(c *echo.Context, status int, p occasionview.FormProps) error {
	v := middleware.Viewer(c)
	ctx := c.Request().Context()
	people, err := h.People.Names(ctx, v)
	if err != nil {
		return err
	}
	p.People, p.OwnPersonID = people, v.PersonID
	title := lang.T(ctx, "Add an occasion")
	if p.ID != "" {
		title = lang.T(ctx, "Edit %s", p.Values.Name)
	}
	return h.View(c, status, respond.Page{Title: title, Section: "occasions", Body: occasionview.FormPage(p), Part: occasionview.Form(p)})
}

// boundOccasion reads the occasion form, whose budget fields carry their person's id in their name.
func boundOccasion(c *echo.Context) (dto.OccasionInput, error) {
	in, err := bound[dto.OccasionInput](c)
	if err != nil {
		return in, err
	}
	values, err := c.FormValues()
	if err != nil {
		return in, err
	}
	in.Budgets, in.Shown = map[string]string{}, map[string]string{}
	for name := range values {
		if id, isBudget := strings.CutPrefix(name, "person_budget_"); isBudget {
			in.Budgets[id] = values.Get(name)
		}
		if id, wasShown := strings.CutPrefix(name, "shown_budget_"); wasShown {
			in.Shown[id] = values.Get(name)
		}
	}
	return in, nil
}
