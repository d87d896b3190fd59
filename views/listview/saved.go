package listview

import (
	"context"

	"kinlist/internal/dto"
	"kinlist/views/ui"
)

// Saved says of a list in words what its form has as keys.
func Saved(ctx context.Context, l dto.List) map[string]string {
	said := map[string]string{
		"type": ui.ListTypeName(ctx, l.Type), "visibility": ui.VisibilityName(ctx, l.Visibility), "target_person_id": "", "occasion_id": "",
	}
	if l.Target != nil {
		said["target_person_id"] = l.Target.Name
	}
	if l.Occasion != nil {
		said["occasion_id"] = l.Occasion.Name
	}
	return said
}
