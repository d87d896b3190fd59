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
	"kinlist/views/listview"
	"kinlist/views/ui"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Lists serves lists, each in two views: the plan, and for the list's target their wishes.
type Lists struct {
	respond.Responder
	Talk
	Rivals
	Lists     *service.Lists
	Items     *service.Items
	People    *service.People
	Occasions *service.Occasions
}

// Index serves GET /lists.
func (h Lists) Index(c *echo.Context) error {
	q, err := asked[dto.ListQuery](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	p := listview.IndexProps{Query: q, MayEdit: !v.Guest()}
	if p.Page, err = h.Lists.Index(ctx, v, q); err != nil {
		return err
	}
	if p.People, err = h.People.Names(ctx, v); err != nil {
		return err
	}
	if p.Occasions, err = h.Occasions.Names(ctx, v); err != nil {
		return err
	}
	if p.Members, err = h.People.Members(ctx, v); err != nil {
		return err
	}
	return h.View(c, ok, respond.Page{Title: lang.T(ctx, "Lists"), Section: "lists", Body: listview.Index(p), Part: listview.Part(p)})
}

// Show serves GET /lists/:id.
func (h Lists) Show(c *echo.Context) error {
	p, err := h.page(c)
	if err != nil {
		return err
	}
	return h.View(c, ok, p)
}

// page is a list as those who plan it see it, or as a list of the viewer's own.
func (h Lists) page(c *echo.Context) (respond.Page, error) {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	q, err := asked[dto.PlanQuery](c)
	if err != nil {
		return respond.Page{}, err
	}
	plan, err := h.Items.Arranged(ctx, v, id, q)
	if apperr.CodeOf(err) == apperr.NotFound {
		return h.wishes(c)
	}
	if err != nil {
		return respond.Page{}, err
	}
	p := listview.PlanProps{Plan: plan}
	body, err := h.Under(c, domain.EntityList, id, listview.PlanPage(p))
	events := paths.EventsOf(append([]string{"list", id}, q.Pairs()...)...)
	return respond.Page{
		Title: plan.List.Name, Section: "lists", Events: events, Idea: paths.With(paths.NewIdea(), "list_id", id),
		Plan: true, Body: body, Part: ui.Live("plan", listview.Plan(p)),
	}, err
}

// wishes is a list of the viewer's own.
func (h Lists) wishes(c *echo.Context) (respond.Page, error) {
	wishes, err := h.Items.Wishes(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return respond.Page{}, err
	}
	if !wishes.List.Own {
		return respond.Page{}, apperr.Missing()
	}
	id := wishes.List.ID
	body, err := h.Under(c, domain.EntityList, id, listview.WishPage(wishes))
	return respond.Page{
		Title: wishes.List.Name, Section: "lists", Events: paths.EventsOf("list", id), Idea: paths.With(paths.NewIdea(), "list_id", id), Body: body,
	}, err
}

// New serves GET /lists/new; person and occasion may stand in the address.
func (h Lists) New(c *echo.Context) error {
	in := dto.ListInput{TargetPersonID: c.QueryParam("target_person_id"), OccasionID: c.QueryParam("occasion_id"), Type: c.QueryParam("type")}
	return h.form(c, ok, listview.FormProps{Values: in})
}

// Create serves POST /lists.
func (h Lists) Create(c *echo.Context) error {
	in, err := bound[dto.ListInput](c)
	if err != nil {
		return err
	}
	id, err := h.Lists.Create(c.Request().Context(), middleware.Viewer(c), in)
	if fields, status, again := refill(c, err); again {
		return h.form(c, status, listview.FormProps{Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Lists.One(id), lang.T(c.Request().Context(), "Saved."))
}

// Edit serves GET /lists/:id/edit.
func (h Lists) Edit(c *echo.Context) error {
	l, err := h.Lists.Get(c.Request().Context(), middleware.Viewer(c), c.Param("id"))
	if err != nil {
		return err
	}
	return h.form(c, ok, listview.FormProps{ID: l.ID, Values: l.Form()})
}

// Update serves POST /lists/:id.
func (h Lists) Update(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	in, err := bound[dto.ListInput](c)
	if err != nil {
		return err
	}
	err = h.Lists.Update(ctx, v, id, in)
	if fields, status, again := refill(c, err); again {
		now, err := h.Lists.Get(ctx, v, id)
		if err != nil {
			return err
		}
		fields, in.Version = stale[dto.ListInput]{in, now.Form(), listview.Saved(ctx, now)}.meanwhile(ctx, status, fields), anew(status, in.Version, now.Version)
		if err := h.named(ctx, v, status, fields, domain.EntityList, id); err != nil {
			return err
		}
		return h.form(c, status, listview.FormProps{ID: id, Values: in, Errors: fields})
	}
	if err != nil {
		return err
	}
	return h.SeeOther(c, paths.Lists.One(id), lang.T(c.Request().Context(), "Saved."))
}

// Archive serves POST /lists/:id/archive.
func (h Lists) Archive(c *echo.Context) error {
	return mark(c, h.Responder, paths.Lists, lang.Word("Archived."), h.Lists.Archive)
}

// Restore serves POST /lists/:id/restore.
func (h Lists) Restore(c *echo.Context) error {
	return mark(c, h.Responder, paths.Lists, lang.Word("Restored."), h.Lists.Restore)
}

// Delete serves POST /lists/:id/delete.
func (h Lists) Delete(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	list, err := h.Lists.Get(ctx, v, id)
	if err != nil {
		return err
	}
	if err := h.Lists.Delete(ctx, v, id, sure(c)); err != nil {
		return h.AskFirst(c, err, paths.Lists.Delete(id), paths.Lists.One(id))
	}
	if list.Own { // does not come back
		return h.SeeOther(c, paths.Lists.Index(), lang.T(ctx, "Deleted."))
	}
	return h.Deleted(c, paths.Lists.Index(), paths.Lists.Restore(id))
}

func (h Lists) form(c *echo.Context, status int, p listview.FormProps) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	var err error
	if p.People, err = h.People.Names(ctx, v); err != nil {
		return err
	}
	if p.Occasions, err = h.Occasions.Names(ctx, v); err != nil {
		return err
	}
	if p.ID == "" && status == ok {
		p.Values = proposed(ctx, v, p.Values, p.People)
	}
	title := lang.T(ctx, "New list")
	if p.ID != "" {
		title = lang.T(ctx, "Edit %s", p.Values.Name)
	}
	return h.View(c, status, respond.Page{Title: title, Section: "lists", Body: listview.FormPage(p), Part: listview.Form(p)})
}

// proposed is a new list for somebody as most are: named after them, and not for their eyes.
func proposed(ctx context.Context, v domain.Viewer, in dto.ListInput, people []dto.Ref) dto.ListInput {
	for _, p := range people {
		if p.ID == in.TargetPersonID && !v.Is(p.ID) {
			in.Name, in.Visibility = lang.T(ctx, "For %s", p.Name), string(domain.HiddenFromTarget)
		}
	}
	return in
}
