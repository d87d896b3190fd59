package handler

import (
	"context"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/service"
	"kinlist/views/itemview"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// typed is what a form has in its price fields when it asks what budgets come to.
type typed struct {
	ListID       string `query:"list_id"`
	Price        string `query:"price"`
	Currency     string `query:"currency"`
	Quantity     string `query:"quantity"`
	PlannedPrice string `query:"planned_price"`
	ActualPrice  string `query:"actual_price"`
}

func (t typed) item() dto.ItemInput {
	return dto.ItemInput{Quantity: t.Quantity, PlannedPrice: t.PlannedPrice, ActualPrice: t.ActualPrice}
}

// Forecast serves GET /lists/:id/budget, and GET /ideas/budget where the form says the list.
func (h Items) Forecast(c *echo.Context) error {
	in, err := asked[typed](c)
	if err != nil {
		return err
	}
	listID, ctx, v := firstOf(c.Param("id"), in.ListID), c.Request().Context(), middleware.Viewer(c)
	forecast := dto.Forecast{}
	if listID != "" { // the Idea Inbox has no occasion
		forecast, err = h.Items.Forecast(ctx, v, listID, dto.AddInput{ItemInput: in.item(), GiftInput: dto.GiftInput{Price: in.Price, Currency: in.Currency}})
	}
	if err != nil {
		return err
	}
	return h.foreseen(c, forecast)
}

// ForecastOf serves GET /items/:id/budget.
func (h Items) ForecastOf(c *echo.Context) error {
	in, err := asked[typed](c)
	if err != nil {
		return err
	}
	forecast, err := h.Items.ForecastOf(c.Request().Context(), middleware.Viewer(c), c.Param("id"), in.item())
	if err != nil {
		return err
	}
	return h.foreseen(c, forecast)
}

func (h Items) foreseen(c *echo.Context, f dto.Forecast) error {
	title := lang.T(c.Request().Context(), "What the budget comes to")
	return h.View(c, ok, respond.Page{Title: title, Section: "lists", Body: itemview.ForecastPage(title, f), Part: itemview.ForecastLines(f)})
}

// forecast is what the budgets come to with an idea as it is typed; nothing where its list is not there any more.
func (h Ideas) forecast(c *echo.Context, in dto.IdeaInput, fields apperr.Fields) (dto.Forecast, error) {
	if in.ListID == "" || fields["list_id"] != "" {
		return dto.Forecast{}, nil
	}
	return h.Budgets.Forecast(c.Request().Context(), middleware.Viewer(c), in.ListID, dto.AddInput{GiftInput: in.GiftInput})
}

// warned is a sentence about a gift that went on a list, and what the budgets come near to with it.
func warned(ctx context.Context, items *service.Items, v domain.Viewer, listID string, in dto.AddInput, done string) (string, error) {
	f, err := items.Forecast(ctx, v, listID, in)
	return itemview.Warned(ctx, done, f), err
}
