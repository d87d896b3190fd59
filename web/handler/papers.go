package handler

import (
	"net/url"

	"github.com/a-h/templ"
	"github.com/labstack/echo/v5"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/service"
	"kinlist/views/layout"
	"kinlist/views/printview"
	"kinlist/views/ui"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// Papers serves what is made to be printed, and tables for other programs.
type Papers struct {
	respond.Responder
	Lists     *service.Lists
	Items     *service.Items
	Occasions *service.Occasions
	People    *service.People
	Base      *url.URL // where people see the program; nil: as the request says
}

// List serves GET /lists/:id/print.
func (h Papers) List(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	list, err := h.Lists.Get(ctx, v, c.Param("id"))
	if err != nil {
		return err
	}
	f, err := h.frame(c, printview.FrameOfList(list.ID))
	if err != nil {
		return err
	}
	if list.Own {
		wishes, err := h.Items.Wishes(ctx, v, list.ID)
		if err != nil {
			return err
		}
		return h.sheet(c, f, list.Name, printview.Wishes(printview.WishProps{Frame: f, WishList: wishes}))
	}
	plan, err := h.Items.Plan(ctx, v, list.ID)
	if err != nil {
		return err
	}
	title := list.Name
	if f.Options.Safe {
		title = ui.ListTypeName(ctx, list.Type)
	}
	return h.sheet(c, f, title, printview.List(printview.ListProps{Frame: f, Plan: plan}))
}

// Shopping serves GET /assignments/print.
func (h Papers) Shopping(c *echo.Context) error {
	q, err := asked[dto.ShoppingQuery](c)
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	list, err := h.Items.Shopping(ctx, middleware.Viewer(c), q)
	if err != nil {
		return err
	}
	f, err := h.frame(c, printview.FrameOfShopping(q.AssignmentQuery))
	if err != nil {
		return err
	}
	f.Options.Group = list.Group
	return h.sheet(c, f, lang.T(ctx, "Shopping list"), printview.Shopping(printview.ShoppingProps{Frame: f, List: list, Query: q.AssignmentQuery}))
}

// Occasion serves GET /occasions/:id/print.
func (h Papers) Occasion(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	f, err := h.frame(c, printview.FrameOfOccasion(id))
	if err != nil {
		return err
	}
	if f.Options.Sheet == "" || !domain.Known(f.Options.Sheet, printview.Sheets) {
		f.Options.Sheet = printview.SheetSummary
	}
	if f.Options.Sheet == printview.SheetSummary {
		page, err := h.Occasions.Page(ctx, v, id)
		if err != nil {
			return err
		}
		return h.occasionSheet(c, f, page.Occasion, printview.Summary(printview.SummaryProps{Frame: f, Page: page}))
	}
	items, err := h.Occasions.Items(ctx, v, id)
	if err != nil {
		return err
	}
	p := printview.ItemsProps{OccasionItems: items}
	for _, person := range items.Occasion.People {
		p.ForViewer = p.ForViewer || person.Own
	}
	body := printview.Thanks
	switch f.Options.Sheet {
	case printview.SheetWrapping:
		body = printview.Wrapping
	case printview.SheetTags:
		body = printview.Tags
		f.Paper = printview.PaperOfTags(f.Options, f.Paper)
	}
	p.Frame = f
	return h.occasionSheet(c, f, items.Occasion, body(p))
}

func (h Papers) occasionSheet(c *echo.Context, f printview.Frame, o dto.Occasion, body templ.Component) error {
	ctx := c.Request().Context()
	title := printview.SheetName(ctx, f.Options.Sheet)
	if !f.Options.Safe {
		title = lang.T(ctx, "%s: %s", o.Name, title)
	}
	return h.sheet(c, f, title, body)
}

// Person serves GET /people/:id/print.
func (h Papers) Person(c *echo.Context) error {
	ctx, v, id := c.Request().Context(), middleware.Viewer(c), c.Param("id")
	p := printview.CardProps{}
	var err error
	if p.Person, err = h.People.Get(ctx, v, id); err != nil {
		return err
	}
	if p.History, err = h.People.History(ctx, v, id, dto.Query{Limit: 100}); err != nil {
		return err
	}
	if p.Frame, err = h.frame(c, printview.FrameOfCard(id)); err != nil {
		return err
	}
	title := lang.T(ctx, "Shopping card")
	if !p.Options.Safe {
		title = p.Person.Name
	}
	return h.sheet(c, p.Frame, title, printview.Card(p))
}

// frame fills in what the address asks for, and who prints.
func (h Papers) frame(c *echo.Context, f printview.Frame) (printview.Frame, error) {
	var err error
	if f.Options, err = asked[dto.PaperQuery](c); err != nil {
		return f, err
	}
	v := middleware.Viewer(c)
	f.Paper = domain.Paper(f.Options.Paper)
	if f.Paper != domain.PaperA4 && f.Paper != domain.PaperLetter {
		f.Paper = v.Paper
	}
	if f.Paper == "" {
		f.Paper = domain.PaperA4
	}
	f.PrintedBy, f.PrintedOn = middleware.Current(c).UserName, h.Lists.Today(v)
	site := h.Base
	if site == nil {
		site = &url.URL{Scheme: c.Scheme(), Host: c.Request().Host}
	}
	f.Live = site.Scheme + "://" + site.Host + f.Back
	return f, nil
}

func (h Papers) sheet(c *echo.Context, f printview.Frame, title string, body templ.Component) error {
	s := layout.Sheet{Title: title, Paper: f.Paper, Printed: f.Printed(c.Request().Context())}
	if f.Options.Sheet == printview.SheetTags {
		s.Labels = printview.LabelsOf(f.Options)
	}
	return h.Paper(c, s, body)
}
