package handler

import (
	"context"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/lang"
)

// written are the fields in which people write: what others saved there is said as it is.
var written = []string{
	"name", "display_name", "title", "link", "price", "source", "image_url", "photo_url", "description", "notes", "interests", "constraints",
	"tags", "budget", "date", "quantity", "planned_price", "actual_price",
}

// meanwhile marks what somebody else has saved in the fields of a stale form, so that saving what was typed is meant.
// Typed and now are the same form: as it was typed, and as the thing is now.
func meanwhile[T any](ctx context.Context, status int, fields apperr.Fields, typed, now T) apperr.Fields {
	if status != http.StatusConflict {
		return fields
	}
	a, b := reflect.ValueOf(typed), reflect.ValueOf(now)
	for _, f := range reflect.VisibleFields(a.Type()) {
		name := f.Tag.Get("form")
		if !slices.Contains(written, name) || f.Type.Kind() != reflect.String {
			continue
		}
		saved := b.FieldByIndex(f.Index).String()
		if plain(saved) == plain(a.FieldByIndex(f.Index).String()) {
			continue
		}
		if plain(saved) == "" {
			saved = lang.T(ctx, "nothing")
		}
		fields[name] = lang.T(ctx, "Saved meanwhile: %s", saved)
	}
	return fields
}

// plain is a text as it is compared: browsers send other ends of lines than were sent to them.
func plain(s string) string { return strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) }
