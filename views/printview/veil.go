package printview

import (
	"context"
	"strconv"

	"kinlist/internal/lang"
	"kinlist/views/ui"
)

// veil calls people by their initials, gifts and places by a number on a sheet that may lie about. What it
// covered stands in its key, which is printed on a page of its own.
type veil struct {
	on     bool
	people []entry
	gifts  []entry
	places []entry
}

// entry is a line of the key.
type entry struct {
	code, meaning, notes string
}

// person is a name, or the initials that stand for it. Two people never have the same.
func (v *veil) person(name string) string {
	if !v.on || name == "" {
		return name
	}
	initials := ui.Initials(name)
	code, n := initials, 1
	for i := 0; i < len(v.people); i++ {
		if e := v.people[i]; e.meaning == name {
			return e.code
		} else if e.code == code {
			n++
			code, i = initials+strconv.Itoa(n), -1
		}
	}
	v.people = append(v.people, entry{code: code, meaning: name})
	return code
}

// gift is a title, or the number that stands for it with its notes, which would tell as much.
func (v *veil) gift(ctx context.Context, title, notes string) (shown, beside string) {
	if !v.on {
		return title, notes
	}
	code := lang.T(ctx, "No. %d", len(v.gifts)+1)
	v.gifts = append(v.gifts, entry{code, title, notes})
	return code, ""
}

// place is the name of a list or an occasion, or the number that stands for it.
func (v *veil) place(name string) string {
	if !v.on || name == "" {
		return name
	}
	for _, e := range v.places {
		if e.meaning == name {
			return e.code
		}
	}
	code := "#" + strconv.Itoa(len(v.places)+1)
	v.places = append(v.places, entry{code: code, meaning: name})
	return code
}

// title is the heading of a sheet, or what it is in general.
func (v *veil) title(name, general string) string {
	if v.on {
		return general
	}
	return name
}
