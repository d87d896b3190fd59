package itemview

import (
	"context"
	"strings"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/views/ui"
)

// ForecastProps is what the budgets come to, and how to ask again.
type ForecastProps struct {
	ID       string
	At       string   // where it is asked
	Fields   []string // the ids of the fields that it depends on
	Forecast dto.Forecast
}

func (p ForecastProps) trigger() string {
	return "change from:#" + strings.Join(p.Fields, ", change from:#")
}

func (p ForecastProps) include() string { return "#" + strings.Join(p.Fields, ", #") }

// comes is the sentence about one budget.
func comes(ctx context.Context, f dto.Forecast, b dto.BudgetSoFar) string {
	if f.Priced {
		return lang.T(ctx, "If you buy it, this makes %s of %s for %s.", b.Comes.Text, b.Budget.Text, b.Of)
	}
	return lang.T(ctx, "So far, this makes %s of %s for %s.", b.Comes.Text, b.Budget.Text, b.Of)
}

// Warned is a sentence about a gift that was added or changed, and behind it the budgets that come near their limit or
// beyond if it is bought.
func Warned(ctx context.Context, done string, f dto.Forecast) string {
	for _, b := range f.Budgets {
		if b.Level == dto.LevelNone || !f.Priced {
			continue
		}
		done += " " + comes(ctx, f, b)
		if b.Percent == "" {
			done += " " + lang.T(ctx, "%s.", ui.LevelName(ctx, b.Level))
		} else {
			done += " " + lang.T(ctx, "%s (%s).", ui.LevelName(ctx, b.Level), b.Percent)
		}
	}
	return done
}
