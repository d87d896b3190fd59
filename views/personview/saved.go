package personview

import (
	"context"
	"strings"

	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/views/ui"
)

// Saved says of a person in words what their form has as keys, or in several fields.
func Saved(ctx context.Context, p dto.Person) map[string]string {
	said := map[string]string{"relationship": ui.RelationshipName(ctx, p.Relationship), "birthday": "", "user_id": ""}
	if p.Birthday != nil {
		said["birthday"] = ui.Birthday(ctx, *p.Birthday)
	}
	if p.Account != nil {
		said["user_id"] = p.Account.Name
	}
	var sizes []string
	for _, s := range p.Sizes {
		sizes = append(sizes, lang.T(ctx, "%s: %s", s.Label, s.Value))
	}
	said["sizes"] = strings.Join(sizes, ", ")
	return said
}
