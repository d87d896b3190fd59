package occasionview

import (
	"context"
	"strings"

	"kinlist/internal/dto"
	"kinlist/views/ui"
)

// Saved says of an occasion in words what its form has as keys.
func Saved(ctx context.Context, o dto.Occasion) map[string]string {
	var names []string
	for _, p := range o.People {
		names = append(names, p.Name)
	}
	return map[string]string{
		"type": ui.OccasionTypeName(ctx, o.Type), "date": ui.Date(ctx, o.Date), "recurrence": ui.RecurrenceName(ctx, o.Recurrence),
		"person_ids": strings.Join(names, ", "),
	}
}
