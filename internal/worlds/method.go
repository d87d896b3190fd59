package worlds

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"kinlist/internal/apperr"
	"kinlist/internal/domain"
	"kinlist/internal/service"
)

// Method is a method of a service that takes a viewer. All of them are found by reflection, so that a new one is
// looked at without anybody remembering.
type Method struct {
	Service, Name string
	fn            reflect.Value
	args          []reflect.Type // behind context and viewer
}

func (m Method) String() string { return m.Service + "." + m.Name }

var (
	contextType = reflect.TypeFor[context.Context]()
	viewerType  = reflect.TypeFor[domain.Viewer]()
	errorType   = reflect.TypeFor[error]()
)

// Methods lists the methods of all services that take a context and a viewer, in a fixed order.
func Methods(s *service.Services) []Method {
	var all []Method
	services := reflect.ValueOf(s).Elem()
	for field, value := range services.Fields() {
		for method, fn := range value.Methods() {
			t := fn.Type()
			if t.NumIn() < 2 || t.In(0) != contextType || t.In(1) != viewerType {
				continue
			}
			m := Method{Service: field.Name, Name: method.Name, fn: fn}
			for i := 2; i < t.NumIn(); i++ {
				m.args = append(m.args, t.In(i))
			}
			all = append(all, m)
		}
	}
	return all
}

// writes are the first words of the names of methods that change something.
var writes = []string{
	"Create", "Add", "Update", "Archive", "Delete", "Restore", "Set", "Undo", "Assign", "Take", "Order", "Move", "Copy", "Bulk",
	"Merge", "Start", "Resolve", "Reopen", "Edit", "Revoke", "Change", "Invite", "Accept", "Remove", "Leave", "Switch", "Save",
	"Rename", "Last", "Make", "Reset", "Fill",
}

// Reads reports whether the method's name says that it changes nothing. One that is taken for a read by mistake is
// only called more often.
func (m Method) Reads() bool {
	return !slices.ContainsFunc(writes, func(w string) bool { return strings.HasPrefix(m.Name, w) })
}

// tooMuch reports whether the method takes things away, members too.
func (m Method) tooMuch() bool {
	return slices.ContainsFunc([]string{"Delete", "Archive", "Remove", "Leave", "Merge", "Switch", "Revoke"},
		func(w string) bool { return strings.HasPrefix(m.Name, w) })
}

// parts reports whether the method ends a membership: whoever looks at a world still belongs to it.
func (m Method) parts() bool {
	return m.Service == "Members" && (m.Name == "Leave" || m.Name == "Remove")
}

// Call calls the method and returns all it answered as text: JSON, or the error as a person reads it.
func (m Method) Call(ctx context.Context, v domain.Viewer, args []any) string {
	in := []reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(v)}
	for _, a := range args {
		in = append(in, reflect.ValueOf(a))
	}
	var parts []string
	for _, out := range m.fn.Call(in) {
		if out.Type() == errorType {
			if err, failed := reflect.TypeAssert[error](out); failed {
				return "error: " + sentence(err)
			}
			continue
		}
		raw, err := json.Marshal(out.Interface())
		if err != nil {
			return "not JSON: " + err.Error()
		}
		parts = append(parts, string(raw))
	}
	return strings.Join(parts, " ")
}

func sentence(err error) string {
	if known, ok := errors.AsType[*apperr.Error](err); ok {
		return fmt.Sprint(known.Code, " ", known.Message, " ", known.Fields)
	}
	return err.Error()
}
