package worlds

import (
	"fmt"
	"math/rand/v2"
	"net/url"
	"reflect"
	"strings"
	"testing"
)

// Form fills a form by chance with the fields of inputs, structs with the tag "form", for the thing with an id.
func (p Pair) Form(tb testing.TB, rnd *rand.Rand, kind Kind, id string, inputs ...any) url.Values {
	tb.Helper()
	g := &generator{rnd: rnd, pool: p.Pool, versions: versionsOf(tb, p.Databases[0]), last: id}
	form := url.Values{}
	for _, in := range inputs {
		g.fill(form, reflect.TypeOf(in), serviceOf(kind))
	}
	return form
}

func serviceOf(kind Kind) string {
	for service, k := range kinds {
		if k == kind {
			return service
		}
	}
	return ""
}

func (g *generator) fill(form url.Values, t reflect.Type, service string) {
	for field := range t.Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("form"), ",")
		switch {
		case field.Anonymous:
			g.fill(form, field.Type, service)
		case name == "" || name == "-":
		case field.Type.Kind() == reflect.Slice:
			values := g.value(field.Type, service, field.Name)
			for i := range values.Len() {
				form.Add(name, fmt.Sprint(values.Index(i).Interface()))
			}
		default:
			form.Set(name, fmt.Sprint(g.value(field.Type, service, field.Name).Interface()))
		}
	}
}
