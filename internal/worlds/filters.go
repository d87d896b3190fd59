package worlds

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// words are few, so that what one person writes is what another writes too, in another spelling.
var words = []string{"drums", "Drums", "red", "Red", "wool", "Käse", "kase"}

// sorts are those of all listings; one that a listing does not have is refused.
var sorts = []string{"name", "-name", "title", "price", "-price", "priority", "date", "-date", "updated", "usage", "new", "occasion", "shop", "status"}

// filters are the words that the fields of queries choose from, where they are not those of a form.
var filters = map[string][]string{
	"?Used": {"yes", "no"}, "?Link": {"yes", "no"}, "?Match": {"all", "any"}, "?When": {"upcoming", "past", "all"},
	"?Entity": {"person", "occasion", "list", "gift", "list_item", "tag", "comment", "family"},
	"?Source": {"shop.example"}, "?Shop": {"shop.example", "none"}, "?Store": {"shop.example"}, "?Buyer": {"none", "nobody"},
	"?Group": {"status", "person", "shop", "buyer", "occasion", "none"},
}

// nameIn is a field's name, marked when it is a query's.
func nameIn(t reflect.Type, field string) string {
	if strings.HasSuffix(t.Name(), "Query") {
		return "?" + field
	}
	return field
}

// fieldByField are forms of a type with one field each filled in, whichever it is. What is looked for, at which status,
// and how it is sorted is asked with all words there are.
func (g *generator) fieldByField(t reflect.Type, service string) []reflect.Value {
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[calendar.Date]() {
		return nil
	}
	var forms []reflect.Value
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() || f.Name == "Cursor" {
			continue
		}
		for _, value := range g.fillings(f, nameIn(t, f.Name), service) {
			form := reflect.New(t).Elem()
			form.Field(i).Set(value)
			forms = append(forms, form)
		}
	}
	return forms
}

// fillings are what one field is filled with.
func (g *generator) fillings(f reflect.StructField, name, service string) []reflect.Value {
	if f.Anonymous {
		return g.fieldByField(f.Type, service)
	}
	if all := map[string][]string{"?Q": words, "?Sort": sorts, "?Status": statuses()}[name]; f.Type.Kind() == reflect.String && len(all) > 0 {
		var values []reflect.Value
		for _, w := range all {
			values = append(values, reflect.ValueOf(w))
		}
		return values
	}
	value := g.value(f.Type, service, name)
	for n := 0; value.IsZero() && n < 5; n++ {
		value = g.value(f.Type, service, name)
	}
	return []reflect.Value{value}
}

func statuses() []string {
	var all []string
	for _, s := range domain.Statuses {
		all = append(all, string(s))
	}
	return all
}

// link is one of few, too.
func link(rnd *rand.Rand) string { return fmt.Sprint("https://shop.example/p/", rnd.IntN(40)) }
