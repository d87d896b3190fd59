package handler

import (
	"github.com/labstack/echo/v5"

	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/views/printview"
	"kinlist/web/middleware"
)

// ListTable serves GET /lists/:id/csv. Only what the whole family sees gives its name to the file: others may look into
// a folder of downloads.
func (h Papers) ListTable(c *echo.Context) error {
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	list, err := h.Lists.Get(ctx, v, c.Param("id"))
	if err != nil {
		return err
	}
	name := "list"
	if list.Visibility == domain.VisibleToFamily {
		name = list.Name
	}
	name += " " + h.Lists.Today(v).String()
	if list.Own {
		wishes, err := h.Items.Wishes(ctx, v, list.ID)
		if err != nil {
			return err
		}
		return h.Table(c, v, name, printview.WishTable(ctx, wishes))
	}
	plan, err := h.Items.Plan(ctx, v, list.ID)
	if err != nil {
		return err
	}
	return h.Table(c, v, name, printview.PlanTable(ctx, plan))
}

// ShoppingTable serves GET /assignments.csv.
func (h Papers) ShoppingTable(c *echo.Context) error {
	q, err := asked[dto.ShoppingQuery](c)
	if err != nil {
		return err
	}
	ctx, v := c.Request().Context(), middleware.Viewer(c)
	list, err := h.Items.Shopping(ctx, v, q)
	if err != nil {
		return err
	}
	return h.Table(c, v, "shopping "+h.Lists.Today(v).String(), printview.ShoppingTable(ctx, list))
}
