// Package handler turns requests into calls of the services, and their answers into views. It decides nothing else.
package handler

import (
	"context"
	"errors"
	"net/http"
	"slices"

	"github.com/labstack/echo/v5"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/lang"
	"kinlist/internal/paths"
	"kinlist/web/middleware"
	"kinlist/web/respond"
)

// bound reads the fields of a form. What does not fit a field's type, as letters for a version, is a broken request.
func bound[T any](c *echo.Context) (T, error) {
	var in T
	return in, echo.BindBody(c, &in)
}

// asked reads the query of an address.
func asked[T any](c *echo.Context) (T, error) {
	var q T
	return q, echo.BindQueryParams(c, &q)
}

// refill says how a form comes back: the fields to mark, and the status. It is false for an error that a form cannot
// mend, and for who asks for JSON. A stale edit comes back as typed too; saving it again is then meant. A check comes
// back without what only saving it would bring to light.
func refill(c *echo.Context, err error) (fields apperr.Fields, status int, ok bool) {
	if respond.WantsJSON(c.Request()) {
		return nil, 0, false
	}
	if right(c, err) {
		return nil, http.StatusOK, true
	}
	fields = marked(c.Request().Context(), err)
	if apperr.CodeOf(err) == apperr.Conflict {
		fields = apperr.Fields{"": lang.T(c.Request().Context(), "Somebody changed this while you had it open. Here is what you typed: save again to keep it.")}
	}
	return fields, respond.Status(err), len(fields) > 0
}

// right reports whether a check has found nothing wrong. That somebody else changed the thing is said when it is saved.
func right(c *echo.Context, err error) bool {
	_, check := apperr.CheckOf(c.Request().Context())
	code := apperr.CodeOf(err)
	return check && (code == apperr.Checked || code == apperr.Conflict)
}

// mark archives or restores the thing of the address, and goes back to its page.
func mark(c *echo.Context, r respond.Responder, at paths.Collection, said string,
	do func(ctx context.Context, v domain.Viewer, id string) error,
) error {
	id := c.Param("id")
	if err := do(c.Request().Context(), middleware.Viewer(c), id); err != nil {
		return err
	}
	return r.SeeOther(c, at.One(id), lang.T(c.Request().Context(), said))
}

// sure reports whether a form says that what it takes along is meant.
func sure(c *echo.Context) bool { return c.FormValue("confirm") == "yes" }

const ok = http.StatusOK

// sentence is what an expected failure says to people, in the reader's language.
func sentence(ctx context.Context, err error) string {
	if known, ok := errors.AsType[*apperr.Error](apperr.In(ctx, err)); ok {
		return known.Message
	}
	return lang.T(ctx, "Something went wrong on our side.")
}

// marked is what an error says beside the fields of a form, in the reader's language; nil where it is about no field.
func marked(ctx context.Context, err error) apperr.Fields {
	return apperr.FieldsOf(apperr.In(ctx, err))
}

// known reports whether a word is one of some.
func known(word string, words []string) bool { return slices.Contains(words, word) }

// lastOf is the last value of a query: what is chosen in a form stands behind what its page came with.
func lastOf(c *echo.Context, name string) string {
	all := c.QueryParams()[name]
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}

// firstOf is the first word that is not empty.
func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
