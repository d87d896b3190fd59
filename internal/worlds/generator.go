package worlds

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"

	"kinlist/internal/calendar"
	"kinlist/internal/domain"
)

// generator makes arguments by chance: ids where a name asks for one, words that make sense where it asks for a word.
type generator struct {
	rnd      *rand.Rand
	pool     Pool
	versions map[string]int64
	last     string // the id that was chosen first: a form's version is its version
	parent   Kind   // what a form's parent_type said
}

// kinds are the things that a service's own ids speak of.
var kinds = map[string]Kind{
	"People": People, "Occasions": Occasions, "Lists": Lists, "Gifts": Gifts, "Items": Items, "Tags": Tags, "Comments": Comments,
	"Members": Users, "Users": Users, "Invitations": Invitations, "Undo": UndoSteps, "Auth": Sessions, "Pictures": Gifts, "SeenBy": Lists,
}

func (g *generator) args(m Method) []any {
	args := make([]any, len(m.args))
	for i, t := range m.args {
		args[i] = g.value(t, m.Service, "").Interface()
	}
	return args
}

func (g *generator) value(t reflect.Type, service, field string) reflect.Value {
	v := reflect.New(t).Elem()
	switch {
	case t == reflect.TypeFor[calendar.Date]():
		v.Set(reflect.ValueOf(calendar.On(2024+g.rnd.IntN(4), 12, 1+g.rnd.IntN(28))))
	case t.Kind() == reflect.Struct:
		for f, value := range v.Fields() {
			if f.IsExported() {
				value.Set(g.value(f.Type, service, nameIn(t, f.Name)))
			}
		}
	case t.Kind() == reflect.String:
		v.SetString(g.text(service, field))
	case t.Kind() == reflect.Bool:
		v.SetBool(g.rnd.IntN(3) > 0)
	case t.Kind() == reflect.Int64 && strings.HasSuffix(field, "Version"):
		v.SetInt(g.versions[g.last] - int64(g.rnd.IntN(8)/7)) // now and then that of a page that is out of date
	case t.Kind() == reflect.Int, t.Kind() == reflect.Int64:
		v.SetInt(int64(g.rnd.IntN(4)))
	case t.Kind() == reflect.Slice:
		if field == "?Tags" { // of a form they are words, of a filter ids
			field = "TagID"
		}
		for range 1 + g.rnd.IntN(4) {
			v = reflect.Append(v, g.value(t.Elem(), service, field))
		}
	case t.Kind() == reflect.Map:
		v = reflect.MakeMap(t)
		v.SetMapIndex(reflect.ValueOf(g.id(People)), reflect.ValueOf(g.amount()))
	case t.Kind() == reflect.Pointer && g.rnd.IntN(2) == 0:
		v = reflect.New(t.Elem())
		v.Elem().Set(g.value(t.Elem(), service, field))
	}
	return v
}

// text is a string for a field, or for an argument of a service where there is no field.
func (g *generator) text(service, field string) string {
	if field == "" {
		return g.argument(service)
	}
	if some := filters[field]; len(some) > 0 {
		return one(g.rnd, some)
	}
	field = strings.TrimPrefix(field, "?")
	if kind, isID := idField(field); isID {
		return g.maybe(g.id(kind))
	}
	switch field {
	case "ParentType":
		return g.parentType()
	case "Tag":
		return g.id(Tags)
	case "Into": // of two tags
		return g.id(Tags)
	case "ParentID":
		return g.id(g.parent)
	case "Name", "DisplayName", "Title":
		return fmt.Sprint(one(g.rnd, []string{"Gift", "List", "Drums", "Book"}), " ", g.rnd.IntN(1000))
	case "Link", "ImageURL", "PhotoURL", "AvatarURL":
		return g.maybe(link(g.rnd))
	case "Price", "PlannedPrice", "ActualPrice", "Budget", "Min", "Max":
		return g.amount()
	case "Date", "GiftedOn":
		return one(g.rnd, []string{"2025-12-24", "2026-12-25", "2026-11-01", "2027-05-05"})
	case "Links":
		return g.maybe(word(g.rnd) + " " + link(g.rnd))
	case "Lines", "Text":
		return fmt.Sprintf("https://shop.example/p/%d\nDrums https://shop.example/p/%d", g.rnd.IntN(40), g.rnd.IntN(40))
	case "Line":
		return word(g.rnd) + one(g.rnd, []string{"", " @Lena", " @Ben", " @Nobody"}) + one(g.rnd, []string{"", " 40", " #red", g.maybe(" https://shop.example/p/7")})
	case "Body", "Notes", "Description", "Constraints":
		return word(g.rnd) + " for @Lena and @Tom"
	case "Tags", "TagsOff", "Q", "Interests", "Source":
		return g.maybe(word(g.rnd))
	case "Quantity":
		return fmt.Sprint(1 + g.rnd.IntN(3))
	case "Sort":
		return g.maybe(one(g.rnd, sorts))
	case "Action":
		return one(g.rnd, []string{"status", "assign", "move", "copy", "drop", "tags", "price"})
	}
	return g.maybe(g.choice(service, field))
}

// choice is one of the words that a field chooses from.
func (g *generator) choice(service, field string) string {
	switch field {
	case "Status":
		return string(one(g.rnd, domain.Statuses))
	case "Value": // of an action on several items
		return one(g.rnd, []string{string(one(g.rnd, domain.Statuses)), g.id(Lists), g.id(Users), word(g.rnd), g.amount()})
	case "Visibility":
		return string(one(g.rnd, domain.Visibilities))
	case "Privacy":
		return string(one(g.rnd, []domain.Privacy{domain.PrivacyShared, domain.PrivacyHidden}))
	case "Priority":
		return string(one(g.rnd, domain.Priorities))
	case "Relationship":
		return string(one(g.rnd, domain.Relationships))
	case "Recurrence":
		return string(one(g.rnd, calendar.Recurrences))
	case "Role":
		return string(one(g.rnd, domain.Roles))
	case "Type":
		return map[string]string{
			"Lists": string(one(g.rnd, domain.ListTypes)), "Occasions": string(one(g.rnd, domain.OccasionTypes)),
			"Tags": string(one(g.rnd, domain.TagTypes)),
		}[service]
	}
	return ""
}

// idField says which kind of thing a field names, as TargetPersonID a person.
func idField(field string) (Kind, bool) {
	name := strings.TrimSuffix(strings.TrimSuffix(field, "s"), "ID")
	if name+"ID" != strings.TrimSuffix(field, "s") {
		return "", false
	}
	for suffix, kind := range map[string]Kind{
		"Person": People, "Occasion": Occasions, "List": Lists, "Gift": Gifts, "Item": Items, "Tag": Tags, "User": Users,
		"Owner": Users, "Buyer": Users, "Actor": Users, "Entity": Items, "Comment": Comments,
		"After": Items, "Batch": UndoSteps,
	} {
		if strings.HasSuffix(name, suffix) {
			return kind, true
		}
	}
	return "", false
}

func (g *generator) parentType() string {
	types := map[Kind]domain.Entity{
		People: domain.EntityPerson, Occasions: domain.EntityOccasion, Lists: domain.EntityList, Gifts: domain.EntityGift,
		Items: domain.EntityItem,
	}
	g.parent = one(g.rnd, []Kind{People, Occasions, Lists, Gifts, Items, Items, Lists})
	return string(types[g.parent])
}

// argument is a string that a service takes by itself: mostly an id of its own kind, sometimes of another, or a word.
func (g *generator) argument(service string) string {
	switch n := g.rnd.IntN(20); {
	case n == 0:
		return word(g.rnd)
	case n < 4 || kinds[service] == "":
		return g.id(one(g.rnd, Kinds))
	}
	return g.id(kinds[service])
}

func (g *generator) id(kind Kind) string {
	id := unknown
	if ids := g.pool[kind]; len(ids) > 0 {
		id = one(g.rnd, ids)
	}
	if g.last == "" {
		g.last = id
	}
	return id
}

func (g *generator) amount() string {
	return one(g.rnd, []string{"", "0", "12,50", "75,50", "210"})
}

// maybe leaves a field empty one time out of three.
func (g *generator) maybe(s string) string {
	if g.rnd.IntN(3) == 0 {
		return ""
	}
	return s
}

func one[T any](rnd *rand.Rand, all []T) T { return all[rnd.IntN(len(all))] }

func word(rnd *rand.Rand) string { return one(rnd, words) }
