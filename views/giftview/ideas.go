package giftview

import (
	"kinlist/internal/apperr"
	"kinlist/internal/dto"
	"kinlist/views/ui"
)

// IdeaProps is the quick-add form as it came from outside, or as somebody left it.
type IdeaProps struct {
	Draft      dto.IdeaDraft
	Errors     apperr.Fields
	Currencies []string
}

var ideaFields = append([]ui.FieldName{{Name: "list_id", Label: "On the list"}}, giftFields...)

// listOptions are the lists to choose from, each with whom it is for.
func listOptions(lists []dto.List) []ui.Option {
	out := make([]ui.Option, len(lists))
	for i, l := range lists {
		out[i] = ui.Option{Value: l.ID, Label: l.Name}
		switch {
		case l.Own:
			out[i].Label += " (for you)"
		case l.Target != nil:
			out[i].Label += " (for " + l.Target.Name + ")"
		}
	}
	return out
}
