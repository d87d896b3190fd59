package handler

import (
	"cmp"
	"context"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/dto"
	"kinlist/internal/lang"
	"kinlist/internal/service"
)

// Rivals tells who else was at a thing that somebody has open.
type Rivals struct{ Activity *service.Activity }

// unsaved are fields that make something else, or that a form does not show: there is nothing saved to compare with.
var unsaved = []string{"new_people", "new_person", "new_occasion", "new_occasion_date", "legal_name", "gift_id"}

// together are fields of which a form speaks as one.
var together = map[string]string{
	"birth_day": "birthday", "birth_month": "birthday", "birth_year": "birthday", "size_label": "sizes", "size_value": "sizes",
}

// stale is a form as it was typed, and as the thing is now. Said are the words for what the form has as keys, and for
// what several fields say together.
type stale[T any] struct {
	typed, now T
	said       map[string]string
}

// meanwhile marks what somebody else has saved in the fields of a stale form, so that saving what was typed is meant.
func (s stale[T]) meanwhile(ctx context.Context, status int, fields apperr.Fields) apperr.Fields {
	if status != http.StatusConflict {
		return fields
	}
	typed, now := reflect.ValueOf(s.typed), reflect.ValueOf(s.now)
	for _, f := range reflect.VisibleFields(typed.Type()) {
		name := f.Tag.Get("form")
		if name == "" || f.Type.Kind() == reflect.Int64 || slices.Contains(unsaved, name) {
			continue
		}
		was, is := plain(typed.FieldByIndex(f.Index)), plain(now.FieldByIndex(f.Index))
		if was == is || name == "privacy" && was == "" { // a form without that box says nothing of it
			continue
		}
		name = cmp.Or(together[name], name)
		saved := is
		if words, known := s.said[name]; known {
			saved = words
		}
		fields[name] = savedMeanwhile(ctx, saved)
	}
	return fields
}

// anew is the version with which a form comes back. After a conflict it is the thing's own, so that saving once more is
// meant; a form that is merely wrong stays as old as it is.
func anew(status int, typed, now int64) int64 {
	if status == http.StatusConflict || typed == 0 {
		return now
	}
	return typed
}

func savedMeanwhile(ctx context.Context, saved string) string {
	return lang.T(ctx, "Saved meanwhile: %s", cmp.Or(saved, lang.T(ctx, "nothing")))
}

// plain is a value as it is compared: browsers send other ends of lines than were sent to them, and empty lines of a
// form that has room for more.
func plain(v reflect.Value) string {
	words, several := reflect.TypeAssert[[]string](v)
	if !several {
		return strings.TrimSpace(strings.ReplaceAll(v.String(), "\r\n", "\n"))
	}
	var kept []string
	for _, w := range words {
		if w = strings.TrimSpace(w); w != "" {
			kept = append(kept, w)
		}
	}
	slices.Sort(kept)
	return strings.Join(kept, ", ")
}

// budgetsMeanwhile marks the budgets that somebody else has set while another was typed; what was not touched stays
// theirs.
func budgetsMeanwhile(ctx context.Context, v domain.Viewer, status int, fields apperr.Fields, in, now dto.OccasionInput) {
	for id, typed := range in.Budgets {
		if status == http.StatusConflict && !v.Is(id) && typed != in.Shown[id] && typed != now.Budgets[id] && now.Budgets[id] != in.Shown[id] {
			fields["person_budget_"+id] = savedMeanwhile(ctx, now.Budgets[id])
		}
	}
}

// named adds to what a stale form says who changed the thing last, and when, as far as the viewer may know of it.
func (h Rivals) named(ctx context.Context, v domain.Viewer, status int, fields apperr.Fields, kind domain.Entity, id string) error {
	if status != http.StatusConflict {
		return nil
	}
	last, err := h.Activity.Index(ctx, v, dto.ActivityQuery{Query: dto.Query{Limit: 1}, Entity: string(kind), EntityID: id})
	if err != nil || len(last.Items) == 0 || last.Items[0].Verb == domain.VerbCreated {
		return err
	}
	by := lang.T(ctx, "Last changed by %s, %s.", last.Items[0].Actor, last.Items[0].At)
	if last.Items[0].ActorID == v.UserID {
		by = lang.T(ctx, "Last changed by you, %s.", last.Items[0].At)
	}
	fields[""] += " " + by
	return nil
}
